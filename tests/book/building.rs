//! Building beside the last good book: a reader's book is never half a book.

use crate::repository;
use std::fs;
use std::path::Path;
use std::thread;

const GOOD: &str = "# A chapter\n\nSome text.\n";
const BAD: &str = "# A chapter\n\n{{#figure no-such-figure}}\n";

fn build(folder: &Path) -> anyhow::Result<()> {
    press::book::build(folder, &|_| {}).map(|_| ())
}

fn page(folder: &Path) -> String {
    fs::read_to_string(folder.join("book/chapter.html")).expect("the book has the page")
}

#[test]
fn a_failing_build_leaves_the_last_good_book() {
    let repository = repository::with_chapters(&[("chapter.md", GOOD)]);
    let folder = repository.path();
    build(folder).unwrap();
    let good = page(folder);
    assert!(good.contains("Some text."));

    repository::write(&folder.join("src/chapter.md"), BAD);
    let error = format!("{:#}", build(folder).expect_err("the figure does not exist"));
    assert!(error.contains("no-such-figure"), "{error}");
    assert_eq!(page(folder), good);
    assert!(!folder.join("book.new").exists(), "half a book is left over");

    repository::write(&folder.join("src/chapter.md"), "# A chapter\n\nOther text.\n");
    build(folder).unwrap();
    assert!(page(folder).contains("Other text.") && !folder.join("book.old").exists());
}

/// A file stands where the folder would be: as with a folder that may not be written, but for every user.
#[test]
fn a_place_that_cannot_be_written_is_named() {
    for place in ["book.new", "book.old", "book"] {
        let repository = repository::with_chapters(&[("chapter.md", GOOD)]);
        let folder = repository.path();
        fs::write(folder.join(place), "a file of the author's").unwrap();
        let error = format!("{:#}", build(folder).expect_err("a file is in the way"));
        let path = folder.join(place).display().to_string();
        assert!(error.contains(&path), "{place}: {error}");
        let kept = fs::read_to_string(folder.join(place)).unwrap_or_default();
        assert_eq!(kept, "a file of the author's", "{place} is not what it was: {error}");
    }
}

#[test]
fn two_builds_at_once_both_succeed() {
    let repository = repository::with_chapters(&[("chapter.md", GOOD)]);
    let folder = repository.path();
    thread::scope(|scope| {
        let builds: Vec<_> = (0..2).map(|_| scope.spawn(|| build(folder))).collect();
        for built in builds {
            built.join().expect("a build does not panic").unwrap();
        }
    });
    assert!(page(folder).contains("Some text."));
}
