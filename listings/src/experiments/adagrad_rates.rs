//! Which rates work, when the loss or the parameters are measured in other units.

use super::{Experiment, Setting};
use crate::optimizers::{AdaGrad, GradientDescent, Optimizer};
use crate::report::{Cell, Table};
use crate::surfaces::{Objective, Quadratic};
use ndarray::{Array1, array};
use serde::Serialize;

/// A rate works when L ends below this part of where it started.
pub const WORKS: f64 = 1e-3;

/// L is shown no lower than this part of the start.
pub const FLOOR: f64 = 1e-4;

/// L is shown no higher than this part of the start: the walk has diverged.
pub const CEILING: f64 = 100.0;

/// The bowl ½(θ₁² + 10θ₂²), in units of the reader's choice.
#[derive(Clone, Debug)]
pub struct Config {
    /// c: L is multiplied by it.
    pub loss_scale: f64,
    /// s: θ is measured in units s times smaller, so that all its numbers are s times as
    /// large.
    pub parameter_scale: f64,
    /// Steps of each walk.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { loss_scale: 1.0, parameter_scale: 1.0, steps: 200 }
    }
}

/// Where each method ends at each rate.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// c.
    pub loss_scale: f64,
    /// s.
    pub parameter_scale: f64,
    /// Steps of each walk.
    pub steps: usize,
    /// The rates: eight a decade.
    pub rates: Vec<f64>,
    /// Gradient descent.
    pub descent: Sweep,
    /// AdaGrad with PyTorch's ε.
    pub adagrad: Sweep,
}

/// One method at every rate.
#[derive(Clone, Debug, Serialize)]
pub struct Sweep {
    /// L at the end over L at the start, between [`FLOOR`] and [`CEILING`].
    pub ends: Vec<f64>,
    /// Whether any rate works.
    pub works: bool,
    /// The least rate that works, 0 if none does.
    pub least: f64,
    /// The largest rate up to which all from the least one work.
    pub largest: f64,
    /// log₁₀ of their ratio.
    pub decades: f64,
}

/// The bowl around zero as another unit shows it: L(θ) = c · bowl(θ/s).
struct Scaled {
    bowl: Quadratic,
    loss: f64,
    parameters: f64,
}

impl Objective for Scaled {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        self.loss * self.bowl.value(&(theta / self.parameters))
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        self.bowl.gradient(&(theta / self.parameters)) * (self.loss / self.parameters)
    }
}

/// The rates that are tried: eight a decade from 10⁻⁴ to 10³.
fn rates() -> Vec<f64> {
    (-32..=24).map(|eighth| 10_f64.powf(f64::from(eighth) / 8.0)).collect()
}

impl Experiment for Config {
    const NAME: &'static str = "adagrad-rates";
    const QUESTION: &'static str =
        "Which rates work, and what are they measured in, for descent and AdaGrad?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { loss_scale, parameter_scale, steps } = self;
        vec![
            Setting::real("loss_scale", "loss times c", loss_scale, 0.01..=100.0, 0.01)
                .logarithmic(),
            Setting::real(
                "parameter_scale",
                "parameters times s",
                parameter_scale,
                0.01..=100.0,
                0.01,
            )
            .logarithmic(),
            Setting::count("steps", "steps", steps, 20..=1000),
        ]
    }

    fn run(&self) -> Outcome {
        Outcome {
            loss_scale: self.loss_scale,
            parameter_scale: self.parameter_scale,
            steps: self.steps,
            rates: rates(),
            descent: self.sweep(|| Box::new(GradientDescent)),
            adagrad: self.sweep(|| Box::<AdaGrad>::default()),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("Rates that work within {} steps", outcome.steps);
        let mut table =
            Table::new(title, &["method", "least rate", "largest rate", "decades"]);
        for (name, sweep) in
            [("gradient descent", &outcome.descent), ("AdaGrad", &outcome.adagrad)]
        {
            table.row(vec![
                name.into(),
                Cell::number(sweep.least, 4),
                Cell::number(sweep.largest, 2),
                Cell::number(sweep.decades, 1),
            ]);
        }
        table
    }
}

impl Config {
    fn sweep(&self, new: impl Fn() -> Box<dyn Optimizer>) -> Sweep {
        let rates = rates();
        let ends: Vec<f64> = rates.iter().map(|&rate| self.end(new(), rate)).collect();
        let works = |end: &f64| *end < WORKS;
        let first = ends.iter().position(works);
        let count =
            first.map_or(0, |at| ends[at..].iter().take_while(|e| works(e)).count());
        let (least, largest) =
            first.map_or((0.0, 0.0), |at| (rates[at], rates[at + count - 1]));
        let decades = if count > 0 { (largest / least).log10() } else { 0.0 };
        Sweep { ends, works: count > 0, least, largest, decades }
    }

    /// L at the end over L at the start.
    fn end(&self, mut optimizer: Box<dyn Optimizer>, rate: f64) -> f64 {
        let scaled = Scaled {
            bowl: Quadratic::bowl(),
            loss: self.loss_scale,
            parameters: self.parameter_scale,
        };
        let mut theta = array![3.5, 3.5] * self.parameter_scale;
        let start = scaled.value(&theta);
        for _ in 0..self.steps {
            let gradient = scaled.gradient(&theta);
            optimizer.step(rate, &mut theta, &gradient);
            let value = scaled.value(&theta);
            // One step too far may be made up for; what is not finite may not.
            if !value.is_finite() {
                return CEILING;
            }
        }
        (scaled.value(&theta) / start).clamp(FLOOR, CEILING)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(loss_scale: f64, parameter_scale: f64) -> Outcome {
        Config { loss_scale, parameter_scale, ..Config::default() }.run()
    }

    /// A hundred is 16 places of the sweep; rounding does not move an end across the
    /// limit.
    #[test]
    fn a_rate_of_adagrad_has_the_unit_of_the_parameters() {
        let (here, louder, longer) = (at(1.0, 1.0), at(100.0, 1.0), at(1.0, 100.0));
        assert_eq!(here.adagrad.least, louder.adagrad.least);
        assert!((longer.adagrad.least / here.adagrad.least / 100.0 - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_rate_of_descent_has_the_unit_of_parameters_squared_over_loss() {
        let (here, louder, longer) = (at(1.0, 1.0), at(100.0, 1.0), at(1.0, 10.0));
        let ratio = |other: &Outcome| other.descent.largest / here.descent.largest;
        assert!((ratio(&louder) - 0.01).abs() < 1e-9);
        assert!((ratio(&longer) - 100.0).abs() < 1e-9);
    }
}
