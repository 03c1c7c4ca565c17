//! Cross-entropy with label smoothing, along the lead of the right class.

use super::{Experiment, Setting};
use crate::losses::{CrossEntropy, Loss, softmax};
use crate::report::{Cell, Table};
use ndarray::{Array1, Axis, array};
use serde::Serialize;

/// k classes, of which the right one leads and the others are alike.
#[derive(Clone, Debug)]
pub struct Config {
    /// s, the share taken from the target and spread over all classes.
    pub smoothing: f64,
    /// k.
    pub classes: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { smoothing: 0.1, classes: 10 }
    }
}

/// The loss with and without smoothing, and where the smoothed one is least.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// s.
    pub smoothing: f64,
    /// k.
    pub classes: usize,
    /// The lead: the logit of the right class less that of every other.
    pub leads: Vec<f64>,
    /// Without smoothing.
    pub plain: Curve,
    /// With smoothing.
    pub smoothed: Curve,
    /// ln((1 − s + s/k) / (s/k)), the lead at which the smoothed loss is least; none
    /// without smoothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best_lead: Option<f64>,
    /// The probability of the right class there, 1 − s + s/k.
    pub best_probability: f64,
    /// The smoothed loss there: the entropy of the smoothed target.
    pub floor: f64,
}

/// A loss along the lead.
#[derive(Clone, Debug, Serialize)]
pub struct Curve {
    /// The loss.
    pub values: Vec<f64>,
    /// Its slope in the logit of the right class.
    pub slopes: Vec<f64>,
}

impl Experiment for Config {
    const NAME: &'static str = "smoothed-loss";
    const QUESTION: &'static str = "How sure does label smoothing let a model be?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "smoothing",
                "smoothing s",
                &mut self.smoothing,
                0.0..=0.5,
                0.01,
            ),
            Setting::count("classes", "classes k", &mut self.classes, 2..=100),
        ]
    }

    fn run(&self) -> Outcome {
        let leads = Array1::linspace(-4.0, 14.0, 91);
        let row = |lead: f64| {
            let mut logits = Array1::zeros(self.classes);
            logits[0] = lead;
            logits
        };
        let loss = |smoothing| {
            let loss = CrossEntropy::default().with_label_smoothing(smoothing);
            loss.expect("the settings keep s in [0, 1)")
        };
        let curve = |loss: &CrossEntropy| {
            let of = |lead: &f64| {
                let logits = row(*lead).insert_axis(Axis(0));
                let slope = loss.gradient(&logits, &array![0])[[0, 0]];
                (loss.value(&logits, &array![0]), slope)
            };
            let (values, slopes) = leads.iter().map(of).unzip();
            Curve { values, slopes }
        };
        let smoothed = loss(self.smoothing);
        let share = self.smoothing / self.classes as f64;
        let kept = 1.0 - self.smoothing + share;
        let best_lead = (share > 0.0).then(|| (kept / share).ln());
        let (best_probability, floor) = match best_lead {
            Some(lead) => {
                let logits = row(lead);
                let p = softmax(logits.view())[0];
                (p, smoothed.value(&logits.insert_axis(Axis(0)), &array![0]))
            }
            None => (1.0, 0.0),
        };
        Outcome {
            smoothing: self.smoothing,
            classes: self.classes,
            plain: curve(&loss(0.0)),
            smoothed: curve(&smoothed),
            leads: leads.to_vec(),
            best_lead,
            best_probability,
            floor,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "Cross-entropy of {} classes, smoothing {}",
            outcome.classes, outcome.smoothing
        );
        let headings = ["lead", "plain", "its slope", "smoothed", "its slope"];
        let mut table = Table::new(title, &headings);
        for i in (0..outcome.leads.len()).step_by(10) {
            table.row(vec![
                Cell::number(outcome.leads[i], 0),
                Cell::number(outcome.plain.values[i], 3),
                Cell::number(outcome.plain.slopes[i], 3),
                Cell::number(outcome.smoothed.values[i], 3),
                Cell::number(outcome.smoothed.slopes[i], 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_lead_is_where_the_slope_changes_its_sign() {
        for (smoothing, classes) in [(0.1, 10), (0.5, 2), (0.01, 100)] {
            let outcome = Config { smoothing, classes }.run();
            let best = outcome.best_lead.unwrap();
            for (lead, slope) in outcome.leads.iter().zip(&outcome.smoothed.slopes) {
                // Within 1e-9 of the best lead the slope is rounding.
                assert!((lead - best).abs() < 1e-9 || (*slope > 0.0) == (*lead > best));
            }
            let least =
                outcome.smoothed.values.iter().copied().fold(f64::INFINITY, f64::min);
            assert!(outcome.floor <= least);
            let kept = 1.0 - smoothing + smoothing / classes as f64;
            assert!((outcome.best_probability - kept).abs() < 1e-14);
        }
    }

    #[test]
    fn without_smoothing_there_is_no_best_lead() {
        let outcome = Config { smoothing: 0.0, classes: 10 }.run();
        assert_eq!(outcome.best_lead, None);
        assert_eq!(outcome.plain.values, outcome.smoothed.values);
        assert!(outcome.plain.slopes.iter().all(|&slope| slope < 0.0));
    }
}
