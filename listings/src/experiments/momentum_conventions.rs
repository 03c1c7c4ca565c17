//! Momentum as the frameworks write it, on a constant slope: how it starts, and what it
//! does when the rate falls.

use super::{Experiment, Setting};
use crate::optimizers::{Momentum, MovingAverage, Optimizer};
use crate::report::{Cell, Table};
use ndarray::array;
use serde::Serialize;

/// Steps in all.
const STEPS: usize = 80;

/// The step at which the rate falls.
const FALL: usize = 40;

/// A slope of 1, and a rate that falls once.
#[derive(Clone, Debug)]
pub struct Config {
    /// β.
    pub beta: f64,
    /// By what the rate is divided.
    pub fall: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { beta: 0.9, fall: 10.0 }
    }
}

/// The lengths of the steps.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// β.
    pub beta: f64,
    /// By what the rate is divided.
    pub fall: f64,
    /// The step at which it falls.
    pub at: usize,
    /// v ← βv + g, θ ← θ − (1 − β)ηv.
    pub sum: Vec<f64>,
    /// v ← βv + (1 − β)g, θ ← θ − ηv.
    pub average: Vec<f64>,
    /// The same but for the first step, v ← g: dampening β.
    pub dampened: Vec<f64>,
    /// v ← βv − (1 − β)ηg, θ ← θ + v.
    pub rate_inside: Vec<f64>,
    /// How much farther the form with the rate inside goes after the fall.
    pub farther: f64,
    /// The largest difference between sum and average.
    pub apart: f64,
    /// θ of the dampened form less that of the average, after the first half.
    pub head_start: f64,
}

/// The rate in force at a step, in units in which a steady step is 1 long at first.
fn rate(step: usize, fall: f64) -> f64 {
    if step < FALL { 1.0 } else { 1.0 / fall }
}

/// The lengths of the steps of an optimizer, at a share of the rate.
fn lengths(optimizer: &mut dyn Optimizer, share: f64, fall: f64) -> Vec<f64> {
    let mut theta = array![0.0];
    (0..STEPS)
        .map(|step| {
            let before = theta[0];
            optimizer.step(share * rate(step, fall), &mut theta, &array![1.0]);
            before - theta[0]
        })
        .collect()
}

// ANCHOR: rate_inside
/// v ← βv − ηg, θ ← θ + v: the velocity contains the rate, as in Keras.
fn step_with_the_rate_inside(
    theta: &mut f64,
    velocity: &mut f64,
    gradient: f64,
    rate: f64,
    beta: f64,
) {
    *velocity = beta * *velocity - rate * gradient;
    *theta += *velocity;
}
// ANCHOR_END: rate_inside

fn lengths_with_the_rate_inside(beta: f64, fall: f64) -> Vec<f64> {
    let (mut theta, mut velocity) = (0.0, 0.0);
    (0..STEPS)
        .map(|step| {
            let (before, rate) = (theta, (1.0 - beta) * rate(step, fall));
            step_with_the_rate_inside(&mut theta, &mut velocity, 1.0, rate, beta);
            before - theta
        })
        .collect()
}

impl Experiment for Config {
    const NAME: &'static str = "momentum-conventions";
    const QUESTION: &'static str = "Where do the conventions of momentum part?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { beta, fall } = self;
        vec![
            Setting::real("beta", "momentum β", beta, 0.0..=0.99, 0.01),
            Setting::real("fall", "rate divided by", fall, 1.0..=100.0, 0.5)
                .logarithmic(),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { beta, fall } = *self;
        let momentum = Momentum::new(beta).expect("the range of the setting");
        let dampened = momentum.clone().with_dampening(beta).expect("β is in [0, 1]");
        let sum = lengths(&mut momentum.clone(), 1.0 - beta, fall);
        let mut average = MovingAverage::new(beta).expect("the range of the setting");
        let average = lengths(&mut average, 1.0, fall);
        let dampened = lengths(&mut dampened.clone(), 1.0, fall);
        let rate_inside = lengths_with_the_rate_inside(beta, fall);
        let total = |lengths: &[f64]| lengths.iter().sum::<f64>();
        let apart = sum.iter().zip(&average).map(|(sum, average)| (sum - average).abs());
        Outcome {
            beta,
            fall,
            at: FALL,
            farther: total(&rate_inside[FALL..]) - total(&sum[FALL..]),
            apart: apart.fold(0.0, f64::max),
            head_start: total(&dampened[..FALL]) - total(&average[..FALL]),
            sum,
            average,
            dampened,
            rate_inside,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings =
            ["step", "sum", "moving average", "dampening β", "rate inside the velocity"];
        let title = "The length of a step down a constant slope";
        let mut table = Table::new(title, &headings);
        for step in [0, 1, 2, 10, FALL - 1, FALL, FALL + 1, FALL + 10, STEPS - 1] {
            let mut cells = vec![Cell::Text(step.to_string())];
            for lengths in
                [&outcome.sum, &outcome.average, &outcome.dampened, &outcome.rate_inside]
            {
                cells.push(Cell::number(lengths[step], 3));
            }
            table.row(cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_agree_while_the_rate_stays() {
        let outcome = Config::default().run();
        assert!(outcome.apart < 1e-14, "{}", outcome.apart);
        for step in 0..FALL {
            assert!((outcome.rate_inside[step] - outcome.sum[step]).abs() < 1e-14);
        }
        assert!((outcome.rate_inside[FALL] - outcome.sum[FALL]).abs() > 0.5);
    }

    #[test]
    fn a_rate_inside_coasts_and_a_dampened_start_jumps() {
        let outcome = Config { beta: 0.5, fall: 10.0 }.run();
        // 0.9 (β + β² + …) = 0.9, and β + β² + … = 1 up to 2⁻⁴⁰.
        assert!((outcome.farther - 0.9).abs() < 1e-11, "{}", outcome.farther);
        assert!((outcome.head_start - 1.0).abs() < 1e-11);
        assert!(outcome.dampened[..FALL].iter().all(|&length| length == 1.0));
    }
}
