//! Records in brief: what a page draws, without what was measured but the seconds.

use super::Record;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A run, its outcome, and how long it took.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Brief<Config, Outcome> {
    config: Config,
    seed: u64,
    outcome: Outcome,
    /// To a tenth, for the time that all took together.
    seconds: f64,
}

impl<Config, Outcome> From<Record<Config, Outcome>> for Brief<Config, Outcome> {
    fn from(record: Record<Config, Outcome>) -> Self {
        let Record { config, seed, outcome, seconds, .. } = record;
        Self { config, seed, outcome, seconds: (10.0 * seconds).round() / 10.0 }
    }
}

/// The records of this lab that a text holds in brief; what it leaves out is as in
/// [`Record::unmeasured`].
///
/// ```
/// let text = r#"[{"config":7,"seed":1,"outcome":0.5,"seconds":3.2}]"#;
/// let records = listings::labs::read_briefs::<u32, f64>("l0", text);
/// assert_eq!((records[0].outcome, records[0].seconds), (0.5, 3.2));
/// ```
///
/// # Panics
/// Panics with the reason when the text is none.
pub fn read_briefs<Config: DeserializeOwned, Outcome: DeserializeOwned>(
    lab: &str,
    text: &str,
) -> Vec<Record<Config, Outcome>> {
    let briefs: Vec<Brief<Config, Outcome>> = serde_json::from_str(text)
        .unwrap_or_else(|error| panic!("no records of {lab} in brief: {error}"));
    let record = |Brief { config, seed, outcome, seconds }| Record {
        seconds,
        ..Record::unmeasured(lab, config, seed, outcome)
    };
    briefs.into_iter().map(record).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_brief_a_record_keeps_what_is_drawn() {
        let mut record = Record::unmeasured("l0", 7_u32, 1, 0.5);
        (record.seconds, record.jobs) = (3.249, 2);
        let text = serde_json::to_string(&[Brief::from(record.clone())]).unwrap();
        let read = read_briefs::<u32, f64>("l0", &text);
        assert_eq!(read, [Record { seconds: 3.2, jobs: 1, ..record }]);
    }

    #[test]
    #[should_panic(expected = "no records of l0 in brief")]
    fn another_text_is_refused() {
        read_briefs::<u32, f64>("l0", "{}");
    }
}
