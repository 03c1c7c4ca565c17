//! Outcomes for the pages: each experiment runs once, and what pages need of it is kept on disk until its code changes.

use crate::nearest::nearest;
use anyhow::{Context, Result, anyhow};
use figures::{Drawing, Width};
use listings::experiments::{self, Outcome, Settings};
use listings::report::Table;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};
use tempfile::NamedTempFile;

/// Runs experiments, at most once each, and remembers what came of them.
pub struct Outcomes {
    folder: PathBuf,
    running: Mutex<HashMap<Run, Arc<OnceLock<Outcome>>>>,
}

/// An experiment's name and its settings.
type Run = (String, Settings);

/// What a page may quote of an outcome.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Quotable {
    /// Its fields.
    pub fields: Value,
    /// Its table.
    pub table: Table,
}

/// A figure on both widths, without its types.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Drawn {
    /// The picture for a wide page.
    pub wide: String,
    /// The picture for a narrow page.
    pub narrow: String,
    /// The caption.
    pub caption: String,
    /// The data, as an HTML table.
    pub data: String,
}

/// What the evidence of a claim says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Found {
    /// Whether it supports the verdict.
    pub supports: bool,
    /// What was found.
    pub text: String,
}

impl Outcomes {
    /// Outcomes kept below `root/target`, in a folder named after the code that computed them.
    pub fn new(root: &Path) -> Self {
        let folder = root.join("target/outcomes").join(env!("DOWNHILL_CODE"));
        Self { folder, running: Mutex::default() }
    }

    /// Fields and table of an experiment.
    ///
    /// # Errors
    /// An unknown experiment (with the nearest), or a setting that it refuses.
    pub fn quotable(&self, name: &str, settings: &Settings) -> Result<Quotable> {
        self.kept(&("quotable", name, settings), || {
            let Outcome { fields, table, .. } = self.outcome(name, settings)?;
            Ok(Quotable { fields, table })
        })
    }

    /// A figure on both widths.
    ///
    /// # Errors
    /// An unknown figure (with the nearest), or a setting that its experiment refuses.
    pub fn drawn(&self, name: &str, settings: &Settings) -> Result<Drawn> {
        let figure = figure(name)?;
        self.kept(&("drawn", name, settings), || {
            let outcome = self.outcome(figure.experiment, settings)?;
            let draw = |width| figure.draw(outcome.value.as_ref(), width);
            let Drawing { svg: wide, caption, data } = draw(Width::Wide);
            Ok(Drawn { wide, narrow: draw(Width::Narrow).svg, caption, data })
        })
    }

    /// The evidence of a claim.
    ///
    /// # Errors
    /// When the folder of outcomes cannot be written.
    pub fn found(&self, claim: &listings::claims::Claim) -> Result<Found> {
        self.kept(&("found", claim.id, &Settings::default()), || {
            let evidence = (claim.evidence)();
            Ok(Found { supports: evidence.supports, text: evidence.text })
        })
    }

    /// The outcome itself; of two threads that ask for one, the second waits for the first.
    fn outcome(&self, name: &str, settings: &Settings) -> Result<Outcome> {
        let experiment = experiment(name)?;
        let key = (name.to_string(), settings.clone());
        let cell =
            self.running.lock().expect("no run panics").entry(key).or_default().clone();
        if cell.get().is_none() {
            // The settings are checked before the cell is taken, so that the run in it cannot fail.
            experiment.check(settings)?;
        }
        let run = || experiment.run(settings).expect("the settings were checked");
        Ok(cell.get_or_init(run).clone())
    }

    /// What `make` makes, read from disk where it was made before.
    fn kept<T: Serialize + for<'de> Deserialize<'de>>(
        &self,
        key: &(&str, &str, &Settings),
        make: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        let file = self.folder.join(format!(
            "{}-{}-{:016x}.json",
            key.0,
            key.1,
            hasher.finish()
        ));
        if let Some(kept) =
            fs::read(&file).ok().and_then(|text| serde_json::from_slice(&text).ok())
        {
            return Ok(kept);
        }
        let made = make()?;
        write_whole(&file, &made).with_context(|| {
            format!("cannot keep an outcome in {}", self.folder.display())
        })?;
        Ok(made)
    }
}

/// Writes a file beside its place under a name of its own and renames it, so that a build that is stopped leaves no half of it,
/// and of two threads that write it at once neither takes the other's away.
fn write_whole(file: &Path, value: &impl Serialize) -> Result<()> {
    let folder = file.parent().context("a file has a folder")?;
    fs::create_dir_all(folder)?;
    let mut partial = NamedTempFile::new_in(folder)?;
    partial.write_all(&serde_json::to_vec(value)?)?;
    partial.persist(file)?;
    Ok(())
}

/// The experiment of that name.
///
/// # Errors
/// An unknown name, with the nearest one.
pub fn experiment(name: &str) -> Result<experiments::Entry> {
    let all = experiments::all();
    let names: Vec<&str> = all.iter().map(|entry| entry.name).collect();
    let unknown = unknown("experiment", name, &names);
    all.into_iter().find(|entry| entry.name == name).ok_or(unknown)
}

/// The figure of that name.
///
/// # Errors
/// An unknown name, with the nearest one.
pub fn figure(name: &str) -> Result<figures::Entry> {
    let all = figures::all();
    let names: Vec<&str> = all.iter().map(|entry| entry.name).collect();
    figures::find(name).ok_or_else(|| unknown("figure", name, &names))
}

/// The claim of that name.
///
/// # Errors
/// An unknown name, with the nearest one.
pub fn claim(name: &str) -> Result<listings::claims::Claim> {
    let all = listings::claims::all();
    let names: Vec<&str> = all.iter().map(|claim| claim.id).collect();
    let unknown = unknown("claim", name, &names);
    all.into_iter().find(|claim| claim.id == name).ok_or(unknown)
}

fn unknown(kind: &str, name: &str, names: &[&str]) -> anyhow::Error {
    match nearest(name, names.iter().copied()) {
        Some(near) => anyhow!("there is no {kind} `{name}`; did you mean `{near}`?"),
        None => anyhow!("there is no {kind} `{name}`; there are {}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Barrier;
    use std::thread;

    /// Chapters are read in parallel, and two may quote one outcome that nobody has asked for before.
    #[test]
    fn threads_keep_one_outcome_at_once() {
        let root = tempfile::tempdir().unwrap();
        let outcomes = Outcomes::new(root.path());
        let all_have_made = Barrier::new(8);
        // One round showed the mistake that this looks for in most runs; fifty in all.
        for round in 0..50 {
            let name = format!("round-{round}");
            let key = ("quotable", name.as_str(), &Settings::default());
            thread::scope(|scope| {
                for _ in 0..8 {
                    scope.spawn(|| {
                        let make = || {
                            all_have_made.wait();
                            Ok(round)
                        };
                        assert_eq!(outcomes.kept(&key, make).unwrap(), round);
                    });
                }
            });
        }
        let kept = fs::read_dir(&outcomes.folder).unwrap().count();
        assert_eq!(kept, 50, "one file for each, and nothing half-written");
    }
}
