//! Which rate, and which penalty.

use super::{Config, Fall, Norm, Predictor, Record, TUNING};
use crate::labs::{best_of_each, groups};

/// What is compared: a predictor but for its rate or penalty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// The same class, always.
    Always,
    /// Logistic regression on words.
    Words,
    /// A transformer with its norms here, trained by this schedule after a warm-up over
    /// this share of the steps.
    Transformer(Norm, Fall, f64),
}

impl Kind {
    /// Of a run.
    pub fn of(config: &Config) -> Self {
        match config.predictor {
            Predictor::Always => Self::Always,
            Predictor::Words { .. } => Self::Words,
            Predictor::Transformer { norm, fall, warmup, .. } => {
                Self::Transformer(norm, fall, warmup)
            }
        }
    }
}

/// Whether a record is one of those that choose.
pub fn is_tuning(record: &Record) -> bool {
    TUNING.contains(&record.seed)
}

// ANCHOR: choose
/// Of each kind the configuration with the least mean validation loss over the seeds
/// that choose, in the order of the records; other seeds have no say, and the test part
/// neither.
pub fn choose(records: &[Record]) -> Vec<Config> {
    let tuning: Vec<Record> =
        records.iter().filter(|record| is_tuning(record)).cloned().collect();
    let loss = |outcome: &super::Outcome| outcome.last().map(|quality| quality.loss);
    best_of_each(&groups(&tuning), Kind::of, loss)
        .into_iter()
        .map(|group| group[0].config)
        .collect()
}
// ANCHOR_END: choose

#[cfg(test)]
mod tests {
    use super::super::by_hand::{record, transformer};
    use super::*;

    #[test]
    fn the_least_validation_loss_on_tuning_seeds_wins_of_each_kind() {
        let cold = |peak| transformer(Norm::Before, Fall::Cosine, 0.0, peak);
        let warm = |peak| transformer(Norm::Before, Fall::Cosine, 0.1, peak);
        let words = Predictor::Words { penalty: 0.1 };
        let records = [
            record(words, 101, Some((0.6, 0.5))),
            record(cold(0.1), 101, Some((0.3, 0.7))),
            record(cold(0.2), 101, Some((0.2, 0.6))),
            record(cold(0.4), 101, Some((0.0, 0.9))),
            record(warm(0.1), 101, Some((0.5, 0.9))),
            record(cold(0.1), 102, Some((0.3, 0.7))),
            record(cold(0.2), 102, Some((0.5, 0.6))),
            record(cold(0.4), 102, None),
            // Of a seed that judges: it chooses nothing.
            record(warm(0.2), 1, Some((0.1, 0.9))),
        ];
        let chosen: Vec<_> =
            choose(&records).into_iter().map(|config| config.predictor).collect();
        assert_eq!(chosen, [words, cold(0.1), warm(0.1)]);
    }
}
