//! The book that the tests read.

use crate::page::Page;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of the built book.
///
/// # Panics
/// When the book does not build.
pub fn folder() -> &'static Path {
    static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
        // A check that has built the book from the same sources says where.
        if let Some(folder) = env::var_os("DOWNHILL_BOOK") {
            return PathBuf::from(folder);
        }
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("book");
        press::book::build_into(root(), &folder)
            .unwrap_or_else(|error| panic!("the book does not build: {error:#}"));
        folder
    });
    &FOLDER
}

/// Every HTML file of the book.
pub fn pages() -> &'static [Page] {
    static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| {
        let files = files(folder());
        let pages = files.iter().filter(|file| file.ends_with(".html"));
        pages
            .map(|file| {
                let text =
                    fs::read_to_string(folder().join(file)).expect("a page is text");
                Page::parse(file, &text)
            })
            .collect()
    });
    &PAGES
}

/// The pages made from a chapter or from the sources: not the table of contents, which is shown inside other pages, not the
/// page to print, which holds all the others, and not the page for an address that leads nowhere.
pub fn chapters() -> impl Iterator<Item = &'static Page> {
    let others = ["toc.html", "print.html", "404.html"];
    pages().iter().filter(move |page| !others.contains(&page.path.as_str()))
}

/// Every file below a folder, relative to it, with forward slashes, sorted.
pub fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(below) = folders.pop() {
        for entry in fs::read_dir(folder.join(&below)).expect("the folder can be read") {
            let entry = entry.expect("the entry can be read");
            let name = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.file_type().expect("the entry has a type").is_dir() {
                folders.push(name + "/");
            } else {
                found.push(name);
            }
        }
    }
    found.sort();
    found
}

/// Fails with all that was found wrong, one thing a line.
///
/// # Panics
/// When anything was.
#[track_caller]
pub fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} found:\n{}", wrong.len(), wrong.join("\n"));
}
