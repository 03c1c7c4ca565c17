//! Names the code that computes outcomes by a hash, so that outcomes kept on disk are of this code.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

fn main() {
    let mut hasher = DefaultHasher::new();
    for path in ["Cargo.lock", "listings/src", "figures/src", "press/outcomes.rs"] {
        println!("cargo::rerun-if-changed={path}");
        hash(Path::new(path), &mut hasher);
    }
    println!("cargo::rustc-env=DOWNHILL_CODE={:016x}", hasher.finish());
}

fn hash(path: &Path, hasher: &mut DefaultHasher) {
    if path.is_dir() {
        let entries = fs::read_dir(path).expect("a folder of the repository is readable");
        let mut entries: Vec<_> =
            entries.map(|entry| entry.expect("an entry").path()).collect();
        entries.sort();
        entries.iter().for_each(|entry| hash(entry, hasher));
    } else {
        path.hash(hasher);
        fs::read(path).expect("a file of the repository is readable").hash(hasher);
    }
}
