//! Rebuilding on change.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};
use notify_debouncer_mini::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebounceEventResult, Debouncer, new_debouncer};
use tokio::sync::watch::Sender;

use super::Status;

/// What the book is made of, relative to its root.
const DIRECTORIES: &[&str] = &[
    "src",
    "theme",
    "listings/src",
    "labs/src",
    "figures/src",
    "exercises",
    "press",
    "live/src",
];
const FILES: &[&str] = &["book.toml", "Cargo.toml", "references.toml"];

/// What the build itself writes among its sources.
const BUILT: &[&str] = &["src/assets/live"];

/// Long enough for an editor that saves several files, short enough not to be noticed.
const QUIET: Duration = Duration::from_millis(200);

/// Size and time of each source file.
///
/// The watcher also reports files that were only read, as a build does with all of them; a rebuild needs a difference.
type Snapshot = BTreeMap<PathBuf, (SystemTime, u64)>;

/// Watches the sources until the returned value is dropped, and rebuilds in a thread of its own.
pub(super) fn start(
    root: &Path,
    rebuild: &'static [&'static str],
    status: Sender<Status>,
) -> Result<Debouncer<RecommendedWatcher>> {
    let (sender, events) = channel();
    let mut debouncer = new_debouncer(QUIET, move |event: DebounceEventResult| {
        // The receiver is gone only when the program ends.
        _ = sender.send(event);
    })
    .context("the sources cannot be watched")?;
    // A file is watched through its directory, because editors replace files.
    let mut watch = |path: &Path, mode| {
        debouncer
            .watcher()
            .watch(path, mode)
            .with_context(|| format!("{} cannot be watched", path.display()))
    };
    watch(root, RecursiveMode::NonRecursive)?;
    for directory in DIRECTORIES
        .iter()
        .map(|directory| root.join(directory))
        .filter(|path| path.is_dir())
    {
        watch(&directory, RecursiveMode::Recursive)?;
    }

    let root = root.to_owned();
    let built = snapshot(&root);
    thread::spawn(move || rebuild_on_change(&root, rebuild, built, &events, &status));
    Ok(debouncer)
}

fn rebuild_on_change(
    root: &Path,
    rebuild: &[&str],
    mut built: Snapshot,
    events: &Receiver<DebounceEventResult>,
    status: &Sender<Status>,
) {
    while events.recv().is_ok() {
        // News that are none, such as those of the rebuild itself, end at the comparison.
        let sources = snapshot(root);
        let Some(changed) = first_difference(&built, &sources) else { continue };
        eprintln!(
            "{} changed: rebuilding …",
            changed.strip_prefix(root).unwrap_or(changed).display()
        );
        let outcome = run(root, rebuild);
        built = sources;
        match outcome {
            Ok(()) => eprintln!("The book is up to date."),
            Err(ref error) => {
                eprintln!("{error:#}. The last book that could be built is still served.")
            }
        }
        status.send_modify(|status| {
            status.build += u64::from(outcome.is_ok());
            status.failed = outcome.is_err();
        });
    }
}

/// Runs the build; its output goes to the terminal.
fn run(root: &Path, command: &[&str]) -> Result<()> {
    let (program, arguments) =
        command.split_first().context("the command that rebuilds the book is empty")?;
    let status = Command::new(program)
        .args(arguments)
        .current_dir(root)
        .status()
        .with_context(|| format!("`{program}` cannot be run"))?;
    anyhow::ensure!(
        status.success(),
        "The build failed (`{}`: {status})",
        command.join(" ")
    );
    Ok(())
}

fn snapshot(root: &Path) -> Snapshot {
    let mut files = Snapshot::new();
    let mut paths: Vec<PathBuf> =
        DIRECTORIES.iter().chain(FILES).map(|path| root.join(path)).collect();
    while let Some(path) = paths.pop() {
        // A file may vanish between being listed and being looked at.
        let Ok(metadata) = fs::metadata(&path) else { continue };
        if metadata.is_file() {
            let changed = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            files.insert(path, (changed, metadata.len()));
        } else if !BUILT.iter().any(|built| path == root.join(built)) {
            let entries = fs::read_dir(&path).into_iter().flatten().flatten();
            paths.extend(
                entries.map(|entry| entry.path()).filter(|path| !is_scratch(path)),
            );
        }
    }
    files
}

/// Whether a file is an editor's own: hidden, or a backup.
fn is_scratch(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || name.ends_with('~')
}

/// A file that is new, gone or different.
fn first_difference<'a>(before: &'a Snapshot, after: &'a Snapshot) -> Option<&'a Path> {
    let new = after.iter().find(|(path, state)| before.get(*path) != Some(state));
    let gone = || before.iter().find(|(path, _)| !after.contains_key(*path));
    new.or_else(gone).map(|(path, _)| path.as_path())
}
