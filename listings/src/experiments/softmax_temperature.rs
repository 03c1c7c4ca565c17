//! Four logits, the probabilities they stand for at a temperature, and what pulls at them.

use super::{Experiment, Setting};
use crate::losses::{CrossEntropy, Loss, log_sum_exp, softmax};
use crate::report::{Cell, Table};
use ndarray::{Array1, Axis, array};
use serde::Serialize;

/// Four logits, a temperature and the true class.
#[derive(Clone, Debug)]
pub struct Config {
    /// The logits z.
    pub logits: [f64; 4],
    /// T: the logits are divided by it.
    pub temperature: f64,
    /// The true class, from 1 on.
    pub class: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { logits: [1.0, 3.0, -1.0, 2.0], temperature: 1.0, class: 2 }
    }
}

/// Probabilities, cross-entropy and its gradient.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The logits z.
    pub logits: Vec<f64>,
    /// T.
    pub temperature: f64,
    /// The true class, from 1 on.
    pub class: usize,
    /// softmax(z/T).
    pub probabilities: Vec<f64>,
    /// p − y, the gradient of the cross-entropy with respect to z/T.
    pub gradient: Vec<f64>,
    /// lse(z/T).
    pub log_sum_exp: f64,
    /// −ln p of the true class, in nats.
    pub cross_entropy: f64,
    /// −Σ p ln p, in nats: from 0 to ln 4.
    pub entropy: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "softmax-temperature";
    const QUESTION: &'static str = "What does temperature do to probabilities?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let [first, second, third, fourth] = &mut self.logits;
        let range = -5.0..=5.0;
        let (temperature, class) = (&mut self.temperature, &mut self.class);
        vec![
            Setting::real("z1", "logit z₁", first, range.clone(), 0.1),
            Setting::real("z2", "logit z₂", second, range.clone(), 0.1),
            Setting::real("z3", "logit z₃", third, range.clone(), 0.1),
            Setting::real("z4", "logit z₄", fourth, range, 0.1),
            Setting::real("temperature", "temperature T", temperature, 0.1..=20.0, 0.1)
                .logarithmic(),
            Setting::count("class", "true class", class, 1..=4),
        ]
    }

    fn run(&self) -> Outcome {
        let scaled = Array1::from(self.logits.to_vec()) / self.temperature;
        let p = softmax(scaled.view());
        let row = scaled.clone().insert_axis(Axis(0));
        let (loss, target) = (CrossEntropy::default(), array![self.class - 1]);
        Outcome {
            logits: self.logits.to_vec(),
            temperature: self.temperature,
            class: self.class,
            // 0 ln 0 = 0: at T = 0.1 a probability may be rounded to 0.
            entropy: p.iter().map(|&p| if p > 0.0 { -p * p.ln() } else { 0.0 }).sum(),
            probabilities: p.to_vec(),
            gradient: loss.gradient(&row, &target).row(0).to_vec(),
            log_sum_exp: log_sum_exp(scaled.view()),
            cross_entropy: loss.value(&row, &target),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("Softmax at temperature {}", outcome.temperature);
        let headings = ["class", "logit", "probability", "gradient p − y"];
        let mut table = Table::new(title, &headings);
        for i in 0..4 {
            table.row(vec![
                Cell::count(i + 1),
                Cell::number(outcome.logits[i], 1),
                Cell::number(outcome.probabilities[i], 3),
                Cell::number(outcome.gradient[i], 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cold_is_the_largest_and_warm_is_even() {
        let at = |temperature| Config { temperature, ..Config::default() }.run();
        // z₂ leads by 1, which e^(−10) shrinks to 5e-5 at T = 0.1.
        assert!(at(0.1).probabilities[1] > 0.9999 && at(0.1).entropy < 0.001);
        // At T = 20 the logits differ by at most 0.2.
        assert!(at(20.0).probabilities.iter().all(|p| (p - 0.25).abs() < 0.035));
        assert!(at(20.0).entropy > 0.99 * 4_f64.ln());
    }

    #[test]
    fn the_gradient_is_the_difference_of_two_distributions() {
        let outcome = Config::default().run();
        for (i, (p, gradient)) in
            outcome.probabilities.iter().zip(&outcome.gradient).enumerate()
        {
            let y = if i == 1 { 1.0 } else { 0.0 };
            assert_eq!(*gradient, p - y);
        }
        let cost = outcome.log_sum_exp - 3.0;
        assert!((outcome.cross_entropy - cost).abs() < 1e-15);
    }
}
