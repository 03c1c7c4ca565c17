//! The book as one file for e-readers: EPUB 3, from the chapters as mdBook renders them.
//!
//! What moves stays in the pages: figures stand still, formulas are MathML alone, there are no scripts and no forms, and the answers
//! of exercises and quizzes stand at the end of their page. The pages of the source files are left out.

mod container;
mod contents;
mod cover;
mod date;
mod file;
mod formula;
mod links;
mod outline;
mod package;
mod page;
mod parse;
mod picture;
mod practice;
mod rewrite;
mod title_page;
mod tree;
mod xhtml;

use crate::book;
use anyhow::{Context, Result, bail};
pub use date::Date;
use file::File;
use mdbook_driver::MDBook;
use outline::Outline;
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;

/// Builds the book of the repository at `root` and writes it as EPUB, in place of a file that is there already.
///
/// The book is built into a folder of its own, which is removed: `root/book` is not touched.
///
/// # Errors
/// As [`book::build`]; as [`make`]; a file that cannot be written.
pub fn write(root: &Path, output: &Path, date: Date, say: &dyn Fn(&str)) -> Result<()> {
    let pages = Folder::new(root.join(format!("target/epub-{}", process::id())))?;
    // Said before the book is built, which takes its time.
    if output.is_dir() {
        bail!("{} is a folder; name the file to write", output.display());
    }
    let folder = output.parent().filter(|folder| *folder != Path::new(""));
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        bail!(
            "cannot write {}: there is no folder {}",
            output.display(),
            folder.display()
        );
    }
    say("running experiments, drawing figures, typesetting chapters");
    book::build_chapters_into(root, &pages.0)?;
    say("putting the EPUB together");
    let bytes = make(root, &pages.0, date)?;
    replace(output, &bytes)
}

/// The EPUB of a built book, as bytes: the same for the same book and date.
///
/// # Errors
/// A page that cannot be read or holds what an EPUB cannot, with the page's name.
pub fn make(root: &Path, built: &Path, date: Date) -> Result<Vec<u8>> {
    let book = MDBook::load(root).context("cannot load the book")?;
    let about = &book.config.book;
    let title = about.title.as_deref().context("book.toml: the book has no title")?;
    let subtitle = about.description.as_deref().unwrap_or_default();
    let language = about.language.as_deref().unwrap_or("en");
    let outline = Outline::of(&book.book.items);

    let mut files = vec![
        cover::picture(title, subtitle)?,
        cover::page(title, language)?,
        title_page::file(title, subtitle, language)?,
        contents::file(&outline, language)?,
    ];
    let pages = outline.pages();
    let made: Result<Vec<File>> = outline
        .entries()
        .into_par_iter()
        .map(|entry| page::file(built, entry, &pages, language))
        .collect();
    files.extend(made?);
    files.push(File::style());
    let package = package::Package { title, subtitle, language, date, files: &files };
    container::zip(&package.document(), &files)
}

/// Puts a file in the place of another one, whole or not at all.
fn replace(output: &Path, bytes: &[u8]) -> Result<()> {
    let mut name = output.file_name().context("the EPUB's name is empty")?.to_os_string();
    name.push(format!(".{}.new", process::id()));
    let new = output.with_file_name(name);
    let done = fs::write(&new, bytes).and_then(|()| fs::rename(&new, output));
    if done.is_err() {
        // What is half written is of no use; that it cannot be removed is not what went wrong.
        let _ = fs::remove_file(&new);
    }
    done.with_context(|| format!("cannot write {}", output.display()))
}

/// A folder that is removed when it is no longer needed.
struct Folder(PathBuf);

impl Folder {
    fn new(path: PathBuf) -> Result<Self> {
        fs::create_dir_all(&path)
            .with_context(|| format!("cannot write {}", path.display()))?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A leftover below `target` is in nobody's way.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("book.epub");
        replace(&output, b"one").unwrap();
        replace(&output, b"two").unwrap();
        assert_eq!(fs::read(&output).unwrap(), b"two");

        // Where a folder is in the way, nothing is left beside it.
        let taken = folder.path().join("taken");
        fs::create_dir(&taken).unwrap();
        let error = format!("{:#}", replace(&taken, b"three").unwrap_err());
        assert!(error.contains(&taken.display().to_string()), "{error}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
