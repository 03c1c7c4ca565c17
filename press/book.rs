//! Building the book: into a folder beside the last good one, which it then replaces.

use crate::live_module::LiveModule;
use crate::preprocessor::Press;
use anyhow::{Context, Result, bail};
use mdbook_driver::MDBook;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

/// Builds the book of the repository at `root` into `root/book`; returns the first page.
///
/// A build that fails leaves `book` as it was. Of two builds at once, the second waits for the first.
///
/// # Errors
/// Directives and formulas that do not resolve, with file and line; a folder that cannot be written.
pub fn build(root: &Path, say: &dyn Fn(&str)) -> Result<PathBuf> {
    let _lock = lock(root, say)?;
    let book = root.join("book");
    let staging = root.join("book.new");
    remove(&staging)?;
    fs::create_dir(&staging)
        .with_context(|| format!("cannot write {}", staging.display()))?;

    if let LiveModule::Missing(reason) = LiveModule::ensure(root, say) {
        say(&reason);
    }
    say("running experiments, drawing figures, typesetting chapters");
    if let Err(error) = build_into(root, &staging) {
        remove(&staging)?;
        return Err(error);
    }
    say("putting the new book in place");
    replace(&book, &staging, &root.join("book.old"))?;
    Ok(book.join("index.html"))
}

/// Builds the book into a folder, which mdBook empties first.
///
/// # Errors
/// As [`build`].
pub fn build_into(root: &Path, folder: &Path) -> Result<()> {
    load(root, folder)?.build()
}

/// Builds the pages of the book alone, without the search index and the page to print.
///
/// # Errors
/// As [`build`].
pub fn build_chapters_into(root: &Path, folder: &Path) -> Result<()> {
    let mut book = load(root, folder)?;
    for part in ["search", "print"] {
        book.config.set(format!("output.html.{part}.enable"), false)?;
    }
    book.build()
}

fn load(root: &Path, folder: &Path) -> Result<MDBook> {
    let mut book = MDBook::load(root).context("cannot load the book")?;
    book.config.build.build_dir = folder.to_path_buf();
    book.with_preprocessor(Press);
    Ok(book)
}

/// Puts `new` in the place of `current`; when that fails, `current` is what it was.
fn replace(current: &Path, new: &Path, aside: &Path) -> Result<()> {
    if current.is_file() {
        bail!(
            "{} is a file, not the folder of a book; the new book is in {}",
            current.display(),
            new.display()
        );
    }
    remove(aside)?;
    if current.exists() {
        fs::rename(current, aside).with_context(|| {
            format!(
                "cannot replace {}; the new book is in {}",
                current.display(),
                new.display()
            )
        })?;
    }
    if let Err(error) = fs::rename(new, current) {
        if aside.exists() {
            fs::rename(aside, current).context("cannot put the last good book back")?;
        }
        bail!("cannot put the new book at {}: {error}", current.display());
    }
    remove(aside)
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

fn lock(root: &Path, say: &dyn Fn(&str)) -> Result<File> {
    let path = root.join("book.lock");
    let file = File::create(&path)
        .with_context(|| format!("cannot write {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            say("waiting for another build to end");
            file.lock().with_context(|| format!("cannot lock {}", path.display()))?;
        }
        Err(TryLockError::Error(error)) => {
            return Err(error).with_context(|| format!("cannot lock {}", path.display()));
        }
    }
    Ok(file)
}
