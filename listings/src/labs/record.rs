//! What came out of a run of a lab: a line of JSON.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A run, its outcome, and what it took.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Record<Config, Outcome> {
    /// The name of the lab.
    pub lab: String,
    /// The revision of the lab.
    pub revision: u32,
    /// The version of the program.
    pub version: String,
    /// What was run.
    pub config: Config,
    /// The seed.
    pub seed: u64,
    /// What came out: a function of configuration and seed.
    pub outcome: Outcome,
    /// Samples that were trained on, each as often as it was.
    pub samples: u64,
    /// What it took, in seconds.
    pub seconds: f64,
    /// What parts of it took, in seconds.
    pub parts: BTreeMap<String, f64>,
    /// How many runs shared the machine: times of records with other numbers do not
    /// compare.
    pub jobs: usize,
    /// The machine.
    pub machine: String,
}

impl<Config, Outcome> Record<Config, Outcome> {
    /// What a run of the lab comes to, with nothing measured: for examples made by hand.
    ///
    /// ```
    /// use listings::labs::Record;
    ///
    /// let record = Record::unmeasured("l0", 7, 1, 0.5);
    /// assert_eq!((record.config, record.seed, record.outcome), (7, 1, 0.5));
    /// assert_eq!(record.samples_per_second(), None);
    /// ```
    pub fn unmeasured(lab: &str, config: Config, seed: u64, outcome: Outcome) -> Self {
        Self {
            lab: lab.to_string(),
            revision: 1,
            version: String::new(),
            config,
            seed,
            outcome,
            samples: 0,
            seconds: 0.0,
            parts: BTreeMap::new(),
            jobs: 1,
            machine: String::new(),
        }
    }

    /// Samples a second, over the time of the part "training" where that was taken, else
    /// over all; `None` for what needs no training.
    pub fn samples_per_second(&self) -> Option<f64> {
        let seconds = self.parts.get("training").copied().unwrap_or(self.seconds);
        (self.samples > 0 && seconds > 0.0).then(|| self.samples as f64 / seconds)
    }
}

/// The value with five significant digits: records are to be drawn and compared, and their file
/// to stay small. What is compared with a run again is then compared in these digits.
///
/// ```
/// use listings::labs::rounded;
///
/// assert_eq!(rounded(0.123_456_789), 0.12346);
/// assert_eq!(rounded(-98_765_432.1), -98_765_000.0);
/// ```
pub fn rounded(value: f64) -> f64 {
    format!("{value:.4e}").parse().expect("what was written is a number")
}

/// The records of a file in this repository.
///
/// # Panics
/// Panics with the number of a line that is no record of this lab.
pub fn recorded<Config: DeserializeOwned, Outcome: DeserializeOwned>(
    text: &str,
) -> Vec<Record<Config, Outcome>> {
    let record = |(index, line): (usize, &str)| {
        serde_json::from_str(line)
            .unwrap_or_else(|error| panic!("line {} is no record: {error}", index + 1))
    };
    text.lines().enumerate().map(record).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_over_the_training_where_that_was_timed() {
        let line = r#"{"lab":"l0","revision":1,"version":"0","config":7,"seed":1,"outcome":0.5,
            "samples":100,"seconds":10.0,"parts":{"training":4.0},"jobs":2,"machine":"m"}"#;
        let mut record: Record<u32, f64> = recorded(&line.replace('\n', "")).remove(0);
        assert_eq!(record.samples_per_second(), Some(25.0));
        record.parts.clear();
        assert_eq!(record.samples_per_second(), Some(10.0));
        record.samples = 0;
        assert_eq!(record.samples_per_second(), None);
    }

    #[test]
    #[should_panic(expected = "line 2 is no record")]
    fn a_line_that_is_no_record_is_named() {
        let line = r#"{"lab":"l0","revision":1,"version":"0","config":7,"seed":1,"outcome":0.5,"samples":0,"seconds":1.0,"parts":{},"jobs":1,"machine":"m"}"#;
        let _: Vec<Record<u32, f64>> = recorded(&format!("{line}\n{{}}\n"));
    }
}
