//! A recorded run, run again.

use super::{Lab, Record, Run, Stopped, Watch, alone};
use serde_json::Value;
use std::fmt;
use std::sync::atomic::AtomicBool;

/// What a row says and what the run says now.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The version that recorded it.
    pub version: String,
    /// The machine that recorded it.
    pub machine: String,
    /// How many numbers and words were compared.
    pub compared: usize,
    /// Those that differ.
    pub differences: Vec<Difference>,
}

/// A place in an outcome where two runs differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The fields on the way there, and indices, with points between.
    pub place: String,
    /// What was recorded; null where there was nothing.
    pub recorded: Value,
    /// What came out now; null where there is nothing.
    pub found: Value,
}

impl Difference {
    /// |found − recorded| / |recorded| of two numbers, the difference itself where the
    /// recorded one is 0; infinite for anything else.
    pub fn relative(&self) -> f64 {
        let (Some(recorded), Some(found)) = (self.recorded.as_f64(), self.found.as_f64())
        else {
            return f64::INFINITY;
        };
        let scale = if recorded == 0.0 { 1.0 } else { recorded.abs() };
        (found - recorded).abs() / scale
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { place, recorded, found } = self;
        write!(f, "{place}: recorded {recorded}, found {found}")
    }
}

impl Comparison {
    /// The largest relative difference; 0 when all is equal to the last bit.
    pub fn largest(&self) -> f64 {
        self.differences.iter().map(Difference::relative).fold(0.0, f64::max)
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { version, machine, compared, differences } = self;
        writeln!(f, "recorded by version {version} on {machine}")?;
        if differences.is_empty() {
            return write!(f, "all {compared} values are equal to the last bit");
        }
        for difference in differences {
            writeln!(f, "{difference}")?;
        }
        let (count, largest) = (differences.len(), self.largest());
        write!(f, "{count} of {compared} values differ, by at most {largest:.1e} of them")
    }
}

/// Runs the row again on one thread, and compares what came out. Times are no part of it.
///
/// # Errors
/// In words, when the row is of another lab or revision, its configuration is none of this
/// lab's, or the run was stopped.
pub fn compare<L: Lab>(
    lab: &L,
    record: &Record<Value, Value>,
    stop: &AtomicBool,
) -> Result<Comparison, String> {
    let (ours, theirs) = ((L::NAME, L::REVISION), (record.lab.as_str(), record.revision));
    if ours != theirs {
        let (name, revision) = theirs;
        let expected = format!("{}, revision {}", L::NAME, L::REVISION);
        return Err(format!("the row is of {name}, revision {revision}, not {expected}"));
    }
    let config: L::Config = serde_json::from_value(record.config.clone())
        .map_err(|error| format!("the configuration of the row is none: {error}"))?;
    let run = Run { config, seed: record.seed };
    let outcome = alone(|| lab.run(&run, &Watch::new(stop)))
        .map_err(|stopped: Stopped| stopped.to_string())?;
    // By way of text, as a record goes: what both are then are numbers of JSON.
    let outcome: Value = serde_json::to_string(&outcome)
        .and_then(|text| serde_json::from_str(&text))
        .map_err(|error| error.to_string())?;
    Ok(Comparison {
        version: record.version.clone(),
        machine: record.machine.clone(),
        compared: leaves(&record.outcome),
        differences: differences(&record.outcome, &outcome),
    })
}

/// Every place where two outcomes differ.
pub fn differences(recorded: &Value, found: &Value) -> Vec<Difference> {
    let mut differences = Vec::new();
    walk(String::new(), recorded, found, &mut differences);
    differences
}

fn walk(place: String, recorded: &Value, found: &Value, into: &mut Vec<Difference>) {
    let below = |name: &str| {
        if place.is_empty() { name.to_string() } else { format!("{place}.{name}") }
    };
    match (recorded, found) {
        (Value::Object(a), Value::Object(b)) => {
            for (name, value) in a {
                walk(below(name), value, b.get(name).unwrap_or(&Value::Null), into);
            }
            for (name, value) in b.iter().filter(|(name, _)| !a.contains_key(*name)) {
                walk(below(name), &Value::Null, value, into);
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            for index in 0..a.len().max(b.len()) {
                let of =
                    |values: &[Value]| values.get(index).cloned().unwrap_or_default();
                walk(below(&index.to_string()), &of(a), &of(b), into);
            }
        }
        _ if recorded == found => {}
        _ => into.push(Difference {
            place: if place.is_empty() { "outcome".to_string() } else { place },
            recorded: recorded.clone(),
            found: found.clone(),
        }),
    }
}

/// How many numbers and words there are in a value.
fn leaves(value: &Value) -> usize {
    match value {
        Value::Object(fields) => fields.values().map(leaves).sum(),
        Value::Array(values) => values.iter().map(leaves).sum(),
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_place_that_differs_is_named() {
        let recorded = json!({"loss": 0.5, "curve": [1.0, 0.7, 0.6], "gone": "x"});
        let found = json!({"loss": 0.5, "curve": [1.0, 0.8], "new": true});
        let places: Vec<String> =
            differences(&recorded, &found).iter().map(Difference::to_string).collect();
        assert_eq!(
            places,
            [
                "curve.1: recorded 0.7, found 0.8",
                "curve.2: recorded 0.6, found null",
                "gone: recorded \"x\", found null",
                "new: recorded null, found true"
            ]
        );
        assert_eq!(leaves(&recorded), 5);
        assert!(differences(&recorded, &recorded).is_empty());
        assert_eq!(differences(&json!(1.0), &json!(2.0))[0].place, "outcome");
    }

    #[test]
    fn the_last_bit_counts_and_is_measured() {
        let sum = 0.1 + 0.2;
        let found = differences(&json!({"a": 0.3}), &json!({"a": sum}));
        let relative = found[0].relative();
        assert!(relative > 0.0 && relative < 1e-15, "{relative}");
        let of = |a, b| differences(&a, &b)[0].relative();
        assert_eq!(of(json!(0.0), json!(0.25)), 0.25);
        assert_eq!(of(json!("diverged"), json!(0.25)), f64::INFINITY);
    }
}
