//! The conditions of Robbins and Monro: who meets them, and who is nearest after a finite
//! number of steps.

use super::noisy_quadratic::Parabola;
use super::schedule_curve::written;
use super::{Experiment, Setting};
use crate::data::seeded;
use crate::report::{Cell, Table};
use crate::schedules::{
    Constant, ExponentialDecay, InverseSquareRoot, InverseTimeDecay, PolynomialDecay,
    Schedule,
};
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// Walks whose losses are averaged.
pub const WALKS: usize = 100;

/// The factor of a step of the exponential decay that does not know T.
const FACTOR: f64 = 0.99;

/// The exponential decay that knows T falls by this factor over the run.
const FALL: f64 = 1e-3;

/// The initial rate, the start and the length of the run; the curvature is 1.
#[derive(Clone, Debug)]
pub struct Config {
    /// η₀.
    pub initial: f64,
    /// σ.
    pub deviation: f64,
    /// T.
    pub steps: usize,
    /// The seed of the noise.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { initial: 0.5, deviation: 1.0, steps: 10_000, seed: 1 }
    }
}

/// Six schedules.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η₀.
    pub initial: f64,
    /// σ.
    pub deviation: f64,
    /// T.
    pub steps: usize,
    /// Constant, two exponentials, inverse time, inverse square root, linear.
    pub rows: Vec<Row>,
    /// The name of the one with the least expected loss after T steps.
    pub best: &'static str,
}

/// A schedule, its sums and its losses.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The schedule.
    pub name: &'static str,
    /// Whether the sum of its rates over all steps is infinite.
    pub reaches: bool,
    /// Whether the sum of their squares is finite.
    pub quiet: bool,
    /// The sum of the rates of T steps.
    pub sum: f64,
    /// The sum of their squares.
    pub squares: f64,
    /// (t, expected loss), about evenly spaced on a logarithmic axis.
    #[serde(skip)]
    pub losses: Vec<(usize, f64)>,
    /// The expected loss after a hundred steps.
    pub early: f64,
    /// After T.
    pub last: f64,
    /// The mean loss of the walks after T steps.
    pub measured: f64,
}

impl Config {
    fn schedules(&self) -> [(&'static str, [bool; 2], Box<dyn Schedule>); 6] {
        let Self { initial, steps, .. } = *self;
        let range = "the ranges of the settings";
        let over = PolynomialDecay::new(initial, 0.0, steps, 1.0).expect(range);
        [
            ("constant", [true, false], Box::new(Constant::new(initial).expect(range))),
            (
                "exponential, γ = 0.99",
                [false, true],
                Box::new(ExponentialDecay::per_step(initial, FACTOR).expect(range)),
            ),
            (
                "exponential, to η₀/1000 at T",
                [false, true],
                Box::new(ExponentialDecay::every(initial, FALL, steps).expect(range)),
            ),
            (
                "inverse time, k = η₀",
                [true, true],
                Box::new(InverseTimeDecay::new(initial, initial).expect(range)),
            ),
            (
                "inverse square root",
                [true, false],
                Box::new(InverseSquareRoot::new(initial, 1).expect(range)),
            ),
            ("linear, to 0 at T", [false, true], Box::new(over)),
        ]
    }

    /// The mean loss of the walks at the end, for each schedule; all see the same noise.
    fn walks(&self, rates: &[Vec<f64>], start: f64) -> Vec<f64> {
        let mut random = seeded(self.seed);
        let mut sums = vec![0.0; rates.len()];
        for _ in 0..WALKS {
            let mut thetas = vec![start; rates.len()];
            for step in 0..self.steps {
                let normal: f64 = StandardNormal.sample(&mut random);
                for (theta, rates) in thetas.iter_mut().zip(rates) {
                    *theta -= rates[step] * (*theta + self.deviation * normal);
                }
            }
            for (sum, theta) in sums.iter_mut().zip(thetas) {
                *sum += 0.5 * theta * theta / WALKS as f64;
            }
        }
        sums
    }
}

/// Steps 1, 2, … about evenly spaced on a logarithmic axis, the last included.
fn shown(last: usize) -> Vec<usize> {
    let mut shown = vec![1];
    while let Some(&step) = shown.last()
        && step < last
    {
        shown.push((step + (step / 8).max(1)).min(last));
    }
    shown
}

impl Experiment for Config {
    const NAME: &'static str = "exponential-robbins-monro";
    const QUESTION: &'static str =
        "Do the conditions of Robbins and Monro decide which schedule is best?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { initial, deviation, steps, seed } = self;
        vec![
            Setting::real("initial", "initial rate η₀", initial, 0.02..=1.0, 0.01)
                .logarithmic(),
            Setting::real("deviation", "noise σ", deviation, 0.0..=3.0, 0.1),
            Setting::count("steps", "steps T", steps, 100..=10_000).logarithmic(),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        let parabola =
            Parabola { curvature: 1.0, deviation: self.deviation, start: 10.0 };
        let schedules = self.schedules();
        let rates: Vec<Vec<f64>> = schedules
            .iter()
            .map(|(.., schedule)| {
                (0..self.steps).map(|step| schedule.rate(step)).collect()
            })
            .collect();
        let measured = self.walks(&rates, parabola.start);
        let shown = shown(self.steps);
        let rows: Vec<Row> = schedules
            .iter()
            .zip(&rates)
            .zip(measured)
            .map(|(((name, [reaches, quiet], schedule), rates), measured)| {
                let losses = parabola.expected_losses(schedule, self.steps);
                Row {
                    name,
                    reaches: *reaches,
                    quiet: *quiet,
                    sum: rates.iter().sum(),
                    squares: rates.iter().map(|rate| rate * rate).sum(),
                    losses: shown.iter().map(|&step| (step, losses[step])).collect(),
                    early: losses[100],
                    last: losses[self.steps],
                    measured,
                }
            })
            .collect();
        let best = rows.iter().min_by(|a, b| a.last.total_cmp(&b.last)).expect("six");
        Outcome {
            initial: self.initial,
            deviation: self.deviation,
            steps: self.steps,
            best: best.name,
            rows,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "A noisy parabola, η₀ = {}, σ = {}, T = {}; the mean is of {WALKS} walks",
            outcome.initial, outcome.deviation, outcome.steps
        );
        let headings = [
            "schedule",
            "Σ η = ∞",
            "Σ η² < ∞",
            "Σ η of T steps",
            "Σ η² of T steps",
            "expected loss after 100",
            "after T",
            "mean after T",
        ];
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            let word = |is: bool| Cell::from(if is { "yes" } else { "no" });
            let number = |value: f64| Cell::Number(written(value));
            table.row(vec![
                row.name.into(),
                word(row.reaches),
                word(row.quiet),
                number(row.sum),
                number(row.squares),
                number(row.early),
                number(row.last),
                number(row.measured),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_walks_have_the_expected_losses() {
        for seed in 1..=3 {
            let outcome = Config { seed, steps: 1000, ..Config::default() }.run();
            for row in &outcome.rows {
                // The mean of 100 squares of a normal: a relative error of √(2/100).
                let error = row.measured / row.last - 1.0;
                assert!(error.abs() < 4.0 * 0.02_f64.sqrt(), "{}: {error}", row.name);
            }
        }
    }

    #[test]
    fn the_sums_grow_or_stay_as_the_columns_say() {
        let at = |steps| Config { steps, ..Config::default() }.run().rows;
        for (short, long) in at(1000).iter().zip(at(10_000)) {
            // Those that know T are another schedule for another T.
            if short.name.contains('T') {
                continue;
            }
            // Ten times the steps: a sum that diverges like ln t grows by a third at
            // least, one that converges not by a hundredth.
            assert_eq!(long.sum > 1.2 * short.sum, short.reaches, "{}", short.name);
            assert_eq!(
                long.squares < 1.01 * short.squares,
                short.quiet,
                "{}",
                short.name
            );
        }
    }
}
