//! The folder of exercises, copied out of the repository by a reader.

use crate::built::{files, root};
use crate::repository::write;
use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn a_copied_folder_checks_answers() {
    let copy = tempfile::tempdir().expect("a folder for temporary files");
    for file in files(&root().join("exercises")) {
        let text = fs::read_to_string(root().join("exercises").join(&file))
            .expect("a file of the exercises is text");
        write(&copy.path().join(&file), &text);
    }
    // The versions that the rest of the repository has, so that nothing is fetched.
    fs::copy(root().join("Cargo.lock"), copy.path().join("Cargo.lock"))
        .expect("the lock file can be copied");
    // An answer of the reader's: the first exercise is solved.
    let solved = "regression_losses/huber.rs";
    let solution = fs::read_to_string(copy.path().join("solutions").join(solved))
        .expect("a solution");
    write(&copy.path().join(solved), &solution);

    let progress = run(copy.path());
    assert!(progress.contains(" 1 passed, 0 failed, "), "{progress}");
    assert!(progress.contains("\nNext: "), "{progress}");
}

/// What the progress is in a folder.
fn run(folder: &Path) -> String {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exercises-alone");
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline", "--example", "progress"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        // A reader has no settings of ours.
        .env_remove("CARGO_MANIFEST_DIR")
        .output()
        .expect("cargo starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout)
}
