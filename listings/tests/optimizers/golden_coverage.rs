//! Every trace of the golden files is walked, or said to be out of scope with the reason.

use crate::problems::{PROBLEMS, file};
use std::collections::BTreeSet;
use std::fs;

/// What the files hold and the book does not compare, and why.
const OUT_OF_SCOPE: [(&str, &str); 1] = [(
    "asgd",
    "averaged gradient descent: PyTorch starts the average after 10⁶ steps, and these \
     200 are gradient descent with L2 at the rate η/(1 + ληt)^0.75; the average, for \
     which it is there, is not in the trace",
)];

#[test]
fn every_trace_is_compared_or_out_of_scope() {
    let folder = format!("{}/tests/optimizers", env!("CARGO_MANIFEST_DIR"));
    let sources: String = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("golden_coverage.rs"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let names_on = |problem| -> BTreeSet<String> {
        let entries = file(problem)["entries"].as_array().unwrap().clone();
        entries.iter().map(|entry| entry["name"].as_str().unwrap().into()).collect()
    };
    let names = names_on("bowl");
    for problem in PROBLEMS {
        assert_eq!(names_on(problem), names, "{problem}");
    }
    for name in &names {
        let is_compared = sources.contains(&format!("\"{name}\""));
        let is_out = OUT_OF_SCOPE.iter().any(|(out, _)| out == name);
        assert!(is_compared != is_out, "{name}: compared {is_compared}, out {is_out}");
    }
    for (name, _) in OUT_OF_SCOPE {
        assert!(names.contains(name), "{name} is not in the files");
    }
}
