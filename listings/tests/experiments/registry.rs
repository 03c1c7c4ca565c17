//! What holds for every experiment of the registry.

use listings::experiments::{Control, Entry, Scale, Settings, all};
use rayon::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

#[test]
fn an_experiment_is_named_as_its_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/experiments");
    let files: BTreeSet<String> = fs::read_dir(folder)
        .expect("the folder of experiments")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            fs::read_to_string(path)
                .expect("a source file")
                .contains("impl Experiment for")
        })
        .map(|path| {
            path.file_stem().expect("a name").to_str().expect("ASCII").replace('_', "-")
        })
        .collect();
    let names: BTreeSet<String> =
        all().into_iter().map(|entry| entry.name.to_string()).collect();
    assert_eq!(names, files);
    assert_eq!(names.len(), all().len(), "two experiments have one name");
}

#[test]
fn every_experiment_asks_a_question() {
    for entry in all() {
        assert!(entry.question.ends_with('?'), "{}: {}", entry.name, entry.question);
    }
}

#[test]
fn every_control_is_well_formed_and_its_default_is_in_its_range() {
    for entry in all() {
        let names: BTreeSet<&str> =
            entry.controls.iter().map(|control| control.name).collect();
        assert_eq!(names.len(), entry.controls.len(), "{}: a name twice", entry.name);
        for control in &entry.controls {
            let what = format!("{}: {control:?}", entry.name);
            assert!(control.minimum < control.maximum, "{what}");
            assert!(control.step > 0.0, "{what}");
            assert!(!control.label.is_empty(), "{what}");
            let range = control.minimum..=control.maximum;
            assert!(range.contains(&control.value), "{what}");
            assert!(!control.whole || control.value.fract() == 0.0, "{what}");
            let is_logarithmic = control.scale == Scale::Logarithmic;
            assert!(!is_logarithmic || control.minimum > 0.0, "{what}");
        }
    }
}

/// From the minimum in whole steps: farther a slider cannot be moved. A logarithmic one has
/// places of its own.
#[test]
fn a_slider_reaches_its_maximum() {
    let mut short = Vec::new();
    for entry in all() {
        for control in entry.controls.iter().filter(|c| c.scale == Scale::Linear) {
            let steps = (control.maximum - control.minimum) / control.step;
            if (steps - steps.round()).abs() > 1e-6 {
                short.push(format!("{}: {}", entry.name, control.name));
            }
        }
    }
    assert!(short.is_empty(), "{short:#?}");
}

#[test]
fn a_second_run_with_every_control_set_has_the_same_outcome() {
    all().par_iter().zip(firsts()).for_each(|(entry, first)| {
        let second = run(entry, &settings(entry, &values(entry)));
        assert_eq!(&second, first, "{}", entry.name);
    });
}

#[test]
fn both_ends_of_a_control_have_an_outcome_and_the_far_one_another_than_the_default() {
    all().par_iter().zip(firsts()).for_each(|(entry, first)| {
        let usual = values(entry);
        for (index, control) in entry.controls.iter().enumerate() {
            let at = |end| {
                let mut values = usual.clone();
                values[index] = end;
                run(entry, &settings(entry, &values))
            };
            let (low, high) = (at(control.minimum), at(control.maximum));
            let high_is_far =
                control.maximum - usual[index] > usual[index] - control.minimum;
            let far = if high_is_far { high } else { low };
            let changes = &far != first || changes_elsewhere(entry, index);
            assert!(changes, "{}: {}", entry.name, control.name);
        }
    });
}

/// Every control at its default, with the fewest repetitions.
fn values(entry: &Entry) -> Vec<f64> {
    let value = |control: &Control| {
        if control.is_repetition() { control.minimum } else { control.value }
    };
    entry.controls.iter().map(value).collect()
}

/// Whether a control changes an outcome where another one was moved: what happens after
/// the end of a schedule is seen only where the run goes on.
fn changes_elsewhere(entry: &Entry, index: usize) -> bool {
    let usual = values(entry);
    let others = (0..entry.controls.len()).filter(|&other| other != index);
    let moved = others.flat_map(|other| {
        let places = entry.controls[other].places().into_iter();
        places.map(move |value| (other, value))
    });
    let control = &entry.controls[index];
    moved.into_iter().any(|(other, value)| {
        let [low, high] = [control.minimum, control.maximum].map(|end| {
            let mut values = usual.clone();
            (values[other], values[index]) = (value, end);
            run(entry, &settings(entry, &values))
        });
        low != high
    })
}

/// So many corners are tried of an experiment that has more: the time doubles with each
/// control.
const CORNERS: usize = 4;

#[test]
fn corners_of_the_controls_have_an_outcome() {
    all().par_iter().for_each(|entry| {
        let free: Vec<usize> = (0..entry.controls.len())
            .filter(|&index| !entry.controls[index].is_repetition())
            .collect();
        let corners = 1_usize << free.len();
        let tried = corners.min(CORNERS);
        for number in 0..tried {
            // Evenly spread from all controls at their minimum to all at their maximum.
            let corner = number * (corners - 1) / (tried - 1).max(1);
            let mut values: Vec<f64> =
                entry.controls.iter().map(|control| control.minimum).collect();
            for (bit, &index) in free.iter().enumerate() {
                if corner >> bit & 1 == 1 {
                    values[index] = entry.controls[index].maximum;
                }
            }
            run(entry, &settings(entry, &values));
        }
    });
}

/// The outcome of every experiment when nothing is set but, where there are any, the
/// fewest repetitions; each run once for all tests.
fn firsts() -> &'static [Value] {
    static FIRSTS: OnceLock<Vec<Value>> = OnceLock::new();
    FIRSTS.get_or_init(|| {
        let first = |entry: &Entry| {
            let repetitions =
                entry.controls.iter().filter(|control| control.is_repetition());
            let pairs: Vec<String> = repetitions
                .map(|control| format!("{}={}", control.name, control.minimum))
                .collect();
            let pairs = Settings::parse(pairs.iter().map(String::as_str));
            run(entry, &pairs.expect("pairs"))
        };
        all().par_iter().map(first).collect()
    })
}

/// The fields of the outcome, every number of which must be finite.
fn run(entry: &Entry, settings: &Settings) -> Value {
    let what = format!("{} at its defaults but for [{settings}]", entry.name);
    let outcome = entry.run(settings).unwrap_or_else(|error| panic!("{what}: {error}"));
    let columns = outcome.table.headings.len();
    assert!(!outcome.table.rows.is_empty(), "{what}: an empty table");
    for row in &outcome.table.rows {
        assert_eq!(row.len(), columns, "{what}: a row that does not fit the headings");
    }
    // A number that is not finite is null in JSON.
    if let Some(path) = null_in(&outcome.fields, "outcome") {
        panic!("{what}: {path} is not finite");
    }
    outcome.fields
}

/// Every control of the entry at one of these values.
fn settings(entry: &Entry, values: &[f64]) -> Settings {
    let pairs: Vec<String> = entry
        .controls
        .iter()
        .zip(values)
        .map(|(control, value)| format!("{}={value}", control.name))
        .collect();
    Settings::parse(pairs.iter().map(String::as_str)).expect("pairs")
}

/// The path to the first null.
fn null_in(value: &Value, path: &str) -> Option<String> {
    match value {
        Value::Null => Some(path.to_string()),
        Value::Array(values) => values
            .iter()
            .enumerate()
            .find_map(|(index, value)| null_in(value, &format!("{path}[{index}]"))),
        Value::Object(fields) => fields
            .iter()
            .find_map(|(name, value)| null_in(value, &format!("{path}.{name}"))),
        _ => None,
    }
}
