//! What a page shows of a lab's records, as JSON: a browser loads it with the figures, and the
//! records are larger, some of them ten times.

use super::brief::Brief;
use super::{Record, fashion, housing, hypothyroid, recorded, reviews};
use serde::{Deserialize, Serialize};
use serde_json::{Number, Value};

/// The number with six significant digits: more than a page prints, and exact to read.
fn short(value: f64) -> f64 {
    format!("{value:.5e}").parse().expect("what was written is a number")
}

fn shorten(value: &mut Value) {
    match value {
        Value::Number(number) if number.is_f64() => {
            let exact = number.as_f64().expect("looked at");
            *number = Number::from_f64(short(exact)).expect("JSON has finite numbers");
        }
        Value::Array(elements) => elements.iter_mut().for_each(shorten),
        Value::Object(fields) => fields.values_mut().for_each(shorten),
        _ => {}
    }
}

fn written(summary: &impl Serialize) -> Value {
    let mut value = serde_json::to_value(summary).expect("a summary has JSON");
    shorten(&mut value);
    value
}

/// Every record in brief.
fn in_brief<Config: Serialize, Outcome: Serialize>(
    records: Vec<Record<Config, Outcome>>,
) -> Value {
    written(&records.into_iter().map(Brief::from).collect::<Vec<_>>())
}

/// The summaries of the recorded runs, computed anew, with the names of their files in
/// `listings/src/labs/records`.
pub fn summaries() -> Vec<(&'static str, Value)> {
    vec![
        ("l1.summary.json", written(&housing::Summary::of(&recorded(housing::RECORDS)))),
        (
            "l2.brief.json",
            in_brief::<fashion::Config, fashion::Outcome>(recorded(fashion::RECORDS)),
        ),
        (
            "l3.brief.json",
            in_brief::<reviews::Config, reviews::Outcome>(recorded(reviews::RECORDS)),
        ),
        (
            "l4.summary.json",
            written(&hypothyroid::Summary::of(&recorded(hypothyroid::RECORDS))),
        ),
    ]
}

/// A summary that was written.
///
/// # Panics
/// Panics with the reason when the text is none.
pub fn read_summary<T: Deserialize<'static>>(text: &'static str) -> T {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("no summary: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_to_six_digits_wherever_they_are() {
        let value =
            serde_json::json!({"a": [0.123_456_789, 7], "b": {"c": -98_765_432.1}});
        let expected =
            serde_json::json!({"a": [0.123_457, 7], "b": {"c": -98_765_400.0}});
        assert_eq!(written(&value), expected);
    }

    #[test]
    fn those_in_the_repository_are_of_the_records_in_it() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/labs/records");
        for (name, summary) in summaries() {
            let text = std::fs::read_to_string(format!("{folder}/{name}")).unwrap();
            let there: Value = serde_json::from_str(&text).unwrap();
            let command = "cargo run --release -p labs -- summarize";
            assert!(there == summary, "{name} is stale; write it anew: {command}");
        }
    }
}
