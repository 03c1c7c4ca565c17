//! A rate that falls too fast: the sum of all rates is finite, and what lies beyond it is
//! out of reach. Without noise.

use super::schedule_curve::written;
use super::{Experiment, Setting};
use crate::optimizers::{Adam, GradientDescent, Optimizer};
use crate::report::{Cell, Table};
use crate::schedules::{Constant, ExponentialDecay, InverseTimeDecay, Schedule};
use ndarray::array;
use serde::Serialize;

/// Points of a curve.
const POINTS: usize = 120;

/// Within this share of the start counts as arrived.
const ARRIVED: f64 = 0.01;

/// γ, the start and the length of the run, on ½θ².
#[derive(Clone, Debug)]
pub struct Config {
    /// η₀.
    pub initial: f64,
    /// γ, the factor of one step.
    pub factor: f64,
    /// θ at step 0.
    pub start: f64,
    /// T.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { initial: 0.1, factor: 0.95, start: 10.0, steps: 400 }
    }
}

/// Three schedules under gradient descent and under Adam.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η₀.
    pub initial: f64,
    /// γ.
    pub factor: f64,
    /// θ at step 0.
    pub start: f64,
    /// T.
    pub steps: usize,
    /// η₀/(1 − γ): the sum of all rates of the exponential decay.
    pub reach: f64,
    /// The product of 1 − η(t) over all t: what gradient descent leaves for ever.
    pub left: f64,
    /// Gradient descent: constant, exponential, inverse time.
    pub descent: [Course; 3],
    /// Adam: the same.
    pub adam: [Course; 3],
}

/// θ under one optimizer and schedule.
#[derive(Clone, Debug, Serialize)]
pub struct Course {
    /// The schedule.
    pub name: &'static str,
    /// (t, θ) every few steps.
    #[serde(skip)]
    pub path: Vec<(usize, f64)>,
    /// θ in the end.
    pub last: f64,
    /// How far it has gone at most.
    pub gone: f64,
    /// The first step with |θ| below a hundredth of the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrived: Option<usize>,
}

impl Config {
    fn course(
        &self,
        name: &'static str,
        schedule: &dyn Schedule,
        optimizer: &mut dyn Optimizer,
    ) -> Course {
        let every = self.steps.div_ceil(POINTS).max(1);
        let mut theta = array![self.start];
        let (mut path, mut gone, mut arrived) = (Vec::new(), 0.0_f64, None);
        for step in 0..=self.steps {
            if step.is_multiple_of(every) || step == self.steps {
                path.push((step, theta[0]));
            }
            gone = gone.max((theta[0] - self.start).abs());
            if arrived.is_none() && theta[0].abs() < ARRIVED * self.start {
                arrived = Some(step);
            }
            if step < self.steps {
                let gradient = theta.clone();
                optimizer.step(schedule.rate(step), &mut theta, &gradient);
            }
        }
        Course { name, path, last: theta[0], gone, arrived }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "exponential-reach";
    const QUESTION: &'static str = "How far does a rate that falls exponentially reach?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { initial, factor, start, steps } = self;
        vec![
            Setting::real("factor", "factor γ of a step", factor, 0.8..=0.999, 0.001),
            Setting::real("initial", "initial rate η₀", initial, 0.01..=1.0, 0.01)
                .logarithmic(),
            Setting::real("start", "start θ", start, 1.0..=20.0, 0.5),
            Setting::count("steps", "steps T", steps, 50..=2000).logarithmic(),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { initial, factor, start, steps } = *self;
        let range = "the ranges of the settings";
        let exponential = ExponentialDecay::per_step(initial, factor).expect(range);
        // The same slope at step 0.
        let constant = exponential.constant();
        let inverse = InverseTimeDecay::new(initial, constant).expect(range);
        let schedules: [(&str, Box<dyn Schedule>); 3] = [
            ("constant", Box::new(Constant::new(initial).expect(range))),
            ("exponential", Box::new(exponential)),
            ("inverse time", Box::new(inverse)),
        ];
        let courses = |optimizer: &dyn Fn() -> Box<dyn Optimizer>| {
            schedules.each_ref().map(|(name, schedule)| {
                self.course(name, schedule.as_ref(), optimizer().as_mut())
            })
        };
        let mut left = 1.0;
        // What comes after 20 000 steps at γ = 0.999 adds a rate below 1e-8.
        for step in 0..20_000 {
            left *= 1.0 - exponential.rate(step);
        }
        Outcome {
            initial,
            factor,
            start,
            steps,
            reach: initial / (1.0 - factor),
            left,
            descent: courses(&|| Box::new(GradientDescent)),
            adam: courses(&|| Box::new(Adam::default())),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "Half of θ squared from {} after {} steps, η₀ = {}, γ = {}",
            outcome.start, outcome.steps, outcome.initial, outcome.factor
        );
        let headings = [
            "schedule",
            "gradient descent: θ",
            "a hundredth at step",
            "Adam: θ",
            "a hundredth at step",
        ];
        let mut table = Table::new(title, &headings);
        for (descent, adam) in outcome.descent.iter().zip(&outcome.adam) {
            let step = |arrived: Option<usize>| {
                Cell::Number(arrived.map_or("–".to_string(), |step| step.to_string()))
            };
            table.row(vec![
                descent.name.into(),
                Cell::Number(written(descent.last)),
                step(descent.arrived),
                Cell::Number(written(adam.last)),
                step(adam.arrived),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_goes_farther_than_the_sum_of_its_rates() {
        for factor in [0.9, 0.95, 0.99] {
            let outcome = Config { factor, ..Config::default() }.run();
            let [_, descent, _] = &outcome.descent;
            let [_, adam, _] = &outcome.adam;
            // The gradient is never longer than at the start; a step of Adam hardly
            // longer than its rate while gradients fall slowly.
            assert!(descent.gone <= outcome.start * outcome.reach, "{factor}");
            assert!(adam.gone < 1.05 * outcome.reach, "{factor}");
        }
    }

    #[test]
    fn the_share_that_is_left_is_the_infinite_product() {
        let outcome = Config { steps: 2000, ..Config::default() }.run();
        // 0.95²⁰⁰⁰ is nothing: both are the same product.
        assert!((outcome.descent[1].last / outcome.start - outcome.left).abs() < 1e-12);
        // e^(−2) bounds it from above, since 1 − x < e^(−x).
        assert!(outcome.left < (-outcome.reach).exp() && outcome.left > 0.1);
        assert!(outcome.descent[1].arrived.is_none());
        assert!(outcome.descent[2].arrived.is_some());
    }
}
