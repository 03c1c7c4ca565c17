//! Throw-away repositories: the book's configuration, theme and listings, with chapters of the test's own.

use crate::built::{files, root};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A repository with these chapters, files of `src` and their texts, in the order of the summary.
pub fn with_chapters(chapters: &[(&str, &str)]) -> TempDir {
    let repository = tempfile::tempdir().expect("a folder for temporary files");
    let folder = repository.path();
    for part in ["theme", "listings/src", "labs/src"] {
        for file in files(&root().join(part)) {
            copy(folder, &format!("{part}/{file}"));
        }
    }
    copy(folder, "book.toml");
    let mut summary = String::from("# Summary\n\n");
    for (file, text) in chapters {
        summary += &format!("- [A chapter]({file})\n");
        write(&folder.join("src").join(file), text);
    }
    write(&folder.join("src/SUMMARY.md"), &summary);
    repository
}

/// Writes a file, and the folders above it.
pub fn write(file: &Path, text: &str) {
    make_parent(file);
    fs::write(file, text).expect("a temporary file can be written");
}

fn copy(folder: &Path, file: &str) {
    let to = folder.join(file);
    make_parent(&to);
    fs::copy(root().join(file), to).expect("a file of the repository can be copied");
}

fn make_parent(file: &Path) {
    let parent = file.parent().expect("a file is in a folder");
    fs::create_dir_all(parent).expect("a temporary folder can be made");
}
