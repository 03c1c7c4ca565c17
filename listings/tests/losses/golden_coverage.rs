//! Every case of the golden file is used, or said to be out of scope with the reason.

use crate::golden::file;
use std::collections::BTreeSet;
use std::fs;

/// What the file holds and the book does not compare, and why.
const OUT_OF_SCOPE: [(&str, &str); 1] = [(
    "SoftMarginLoss",
    "PyTorch computes ln(1 + exp(−yf)) as it is written, infinite at yf = −1000; \
     `SoftMarginStable` is the same loss, and is compared",
)];

#[test]
fn every_case_is_compared_or_out_of_scope() {
    let folder = format!("{}/tests/losses", env!("CARGO_MANIFEST_DIR"));
    let sources: String = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("golden_coverage.rs"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let cases = file();
    let names: BTreeSet<&str> =
        cases.iter().map(|case| case["name"].as_str().unwrap()).collect();
    for name in &names {
        let is_compared = sources.contains(&format!("\"{name}\""));
        let is_out = OUT_OF_SCOPE.iter().any(|(out, _)| out == name);
        assert!(is_compared != is_out, "{name}: compared {is_compared}, out {is_out}");
    }
    for (name, _) in OUT_OF_SCOPE {
        assert!(names.contains(name), "{name} is not in the file");
    }
}
