//! `mdbook build` gives the same book: mdBook runs the command that `book.toml` names.

use crate::built::{files, folder, root};
use mdbook_driver::MDBook;
use std::env::{self, consts::EXE_SUFFIX};
use std::fs;
use std::path::Path;

#[test]
fn a_stock_build_gives_the_same_pages() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    // The command compiles the press in release mode, which takes minutes where that was not done before.
    let press = target.with_file_name("release").join(format!("downhill{EXE_SUFFIX}"));
    if !press.is_file() && env::var_os("DOWNHILL_CI").is_none() {
        eprintln!("skipped, because it takes `cargo run --release` first");
        return;
    }
    let stock = target.join("stock-book");
    let mut book = MDBook::load(root()).expect("the book loads");
    book.config.build.build_dir = stock.clone();
    book.build().expect("mdBook builds the book with the command of book.toml");

    let (ours, theirs) = (Book::read(folder()), Book::read(&stock));
    let names =
        |book: &Book| book.0.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&ours), names(&theirs));
    for ((name, ours), (_, theirs)) in ours.0.iter().zip(&theirs.0) {
        assert!(ours == theirs, "{name} differs from that of the stock build");
    }
}

/// Names and contents of a book's files.
struct Book(Vec<(String, Vec<u8>)>);

impl Book {
    fn read(folder: &Path) -> Self {
        let read = |file: String| {
            let content = fs::read(folder.join(&file)).expect("a file of the book");
            (file, content)
        };
        Self(files(folder).into_iter().map(read).collect())
    }
}
