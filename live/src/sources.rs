//! Which sources a module was built from.
//!
//! The first line of a module holds a hash of everything that its drawings depend on. A module whose line is another one would draw
//! figures that differ from those of the page, and is not used.

use sha2::{Digest, Sha256};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Files and directories that the drawings of a module depend on.
const INPUTS: [&str; 7] = [
    "Cargo.lock",
    "figures/Cargo.toml",
    "figures/src",
    "listings/Cargo.toml",
    "listings/src",
    "live/Cargo.toml",
    "live/src",
];

/// SHA-256, in hexadecimal, over paths and contents of manifests, lock file and sources. A checkout with Windows line ends has the
/// same hash.
///
/// # Errors
/// An input that cannot be read; the error names it.
pub fn sources(root: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    for input in INPUTS {
        collect(&root.join(input), &mut files).map_err(named(&root.join(input)))?;
    }
    let mut files: Vec<_> =
        files.into_iter().map(|file| (relative(root, &file), file)).collect();
    files.sort();
    let mut hash = Sha256::new();
    for (path, file) in files {
        let text = fs::read(&file).map_err(named(&file))?;
        let text = without_carriage_returns(&text);
        hash.update(format!("{path}\n{}\n", text.len()));
        hash.update(text);
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Adds `path`, or the files below it.
pub fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    } else {
        files.push(path.to_path_buf());
    }
    Ok(())
}

/// The path below `root`, with slashes on every platform.
pub fn relative(root: &Path, file: &Path) -> String {
    let below = file.strip_prefix(root).expect("the file was found below the root");
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn without_carriage_returns(text: &[u8]) -> Vec<u8> {
    text.iter().copied().filter(|&byte| byte != b'\r').collect()
}

pub fn named(path: &Path) -> impl Fn(io::Error) -> io::Error {
    move |error| io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A root with every input; the directories hold one file each.
    pub fn root() -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for input in INPUTS {
            let is_file = input.contains('.');
            let file =
                if is_file { input.to_string() } else { format!("{input}/lib.rs") };
            write(root.path(), &file, &format!("text of {input}\n"));
        }
        root
    }

    pub fn write(root: &Path, file: &str, text: &str) {
        let path = root.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    #[test]
    fn the_hash_follows_every_input_by_name_and_content() {
        let root = root();
        let mut seen = vec![sources(root.path()).unwrap()];
        for (file, text) in [
            ("Cargo.lock", "other"),
            ("figures/src/lib.rs", "other"),
            ("listings/src/losses/huber.rs", "a new file, two levels down"),
            ("live/Cargo.toml", "other"),
        ] {
            write(root.path(), file, text);
            seen.push(sources(root.path()).unwrap());
        }
        fs::rename(
            root.path().join("live/src/lib.rs"),
            root.path().join("live/src/a.rs"),
        )
        .unwrap();
        seen.push(sources(root.path()).unwrap());
        for (index, hash) in seen.iter().enumerate() {
            assert_eq!(hash.len(), 64);
            assert!(!seen[..index].contains(hash), "change {index} went unseen");
        }
    }

    #[test]
    fn line_ends_and_other_files_do_not_count() {
        let root = root();
        let before = sources(root.path()).unwrap();
        write(root.path(), "Cargo.lock", "text of Cargo.lock\r\n");
        write(root.path(), "figures/tests/all.rs", "a test");
        write(root.path(), "README.md", "a page");
        assert_eq!(sources(root.path()).unwrap(), before);
    }

    #[test]
    fn a_missing_input_is_named() {
        let root = root();
        fs::remove_file(root.path().join("live/Cargo.toml")).unwrap();
        let error = sources(root.path()).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::NotFound);
        assert!(error.to_string().contains("Cargo.toml"), "{error}");
    }
}
