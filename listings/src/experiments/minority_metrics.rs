//! Accuracy, precision, recall and F₁ of classifiers that need no training.

use super::{Experiment, Setting};
use crate::evaluation::Confusion;
use crate::report::{Cell, Table};
use ndarray::Array1;
use serde::Serialize;

/// A hundred samples, of which a few are of class 1.
#[derive(Clone, Debug)]
pub struct Config {
    /// How many are of class 1.
    pub minority: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { minority: 10 }
    }
}

/// Four classifiers, measured.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// How many of the hundred are of class 1.
    pub minority: usize,
    /// Always says class 0.
    pub always_0: Measures,
    /// Always says class 1.
    pub always_1: Measures,
    /// Finds half of class 1, and raises no false alarm.
    pub careful: Measures,
    /// Finds all of class 1, and takes a fifth of class 0 for it.
    pub eager: Measures,
}

/// What is measured; a field that is undefined is not there.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Measures {
    /// The share of right answers.
    pub accuracy: f64,
    /// Of the samples taken for class 1, the share that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<f64>,
    /// Of the samples of class 1, the share that was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recall: Option<f64>,
    /// F₁ of class 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub f1: Option<f64>,
}

impl Experiment for Config {
    const NAME: &'static str = "minority-metrics";
    const QUESTION: &'static str = "Which measure notices that a class is never found?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("minority", "samples of class 1", &mut self.minority, 0..=50)]
    }

    fn run(&self) -> Outcome {
        // Class 1 first.
        let actual = Array1::from_shape_fn(100, |i| usize::from(i < self.minority));
        let measure = |says: &dyn Fn(usize) -> bool| {
            let predicted = Array1::from_shape_fn(100, |i| usize::from(says(i)));
            let confusion = Confusion::of(2, &predicted, &actual);
            Measures {
                accuracy: confusion.accuracy().expect("there are samples"),
                precision: confusion.precision(1),
                recall: confusion.recall(1),
                f1: confusion.f1(1),
            }
        };
        Outcome {
            minority: self.minority,
            always_0: measure(&|_| false),
            always_1: measure(&|_| true),
            careful: measure(&|i| i < self.minority / 2),
            eager: measure(&|i| i < self.minority || i % 5 == 0),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Four classifiers of a hundred samples, {} of class 1",
                outcome.minority
            ),
            &["classifier", "accuracy", "precision", "recall", "F₁"],
        );
        let cell = |ratio: Option<f64>| match ratio {
            Some(ratio) => Cell::number(ratio, 2),
            None => Cell::Number("undefined".to_string()),
        };
        for (name, measures) in [
            ("always class 0", outcome.always_0),
            ("always class 1", outcome.always_1),
            ("finds half of class 1, no false alarm", outcome.careful),
            ("finds all, and takes a fifth of class 0 for it", outcome.eager),
        ] {
            table.row(vec![
                name.into(),
                Cell::number(measures.accuracy, 2),
                cell(measures.precision),
                cell(measures.recall),
                cell(measures.f1),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_undefined_is_not_there() {
        let outcome = Config::default().run();
        assert_eq!(outcome.always_0.accuracy, 0.9);
        assert_eq!(outcome.always_0.precision, None);
        assert_eq!(outcome.always_0.recall, Some(0.0));
        assert_eq!(outcome.always_0.f1, Some(0.0));
        // 5 found of 10, none wrong: 2 · 5 / (2 · 5 + 5).
        assert_eq!(outcome.careful.f1, Some(10.0 / 15.0));
        // Without class 1 there is nothing to find.
        let none = Config { minority: 0 }.run();
        assert_eq!((none.always_0.recall, none.always_0.f1), (None, None));
    }
}
