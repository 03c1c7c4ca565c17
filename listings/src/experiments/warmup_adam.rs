//! How long Adam's steps are while its means are young.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::optimizers::{Adam, Optimizer, RAdam};
use crate::report::{Cell, Table};
use ndarray::Array1;
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// Parameters, each with a noise of its own: their steps are averaged.
const PARAMETERS: usize = 300;

/// Steps looked at, the last of them.
pub const STEPS: usize = 1000;

/// The gradients: μ + σz.
#[derive(Clone, Debug)]
pub struct Config {
    /// μ/σ, signal over noise.
    pub signal: f64,
    /// β₁.
    pub beta1: f64,
    /// β₂.
    pub beta2: f64,
    /// The seed of the noise.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { signal: 0.0, beta1: 0.9, beta2: 0.999, seed: 1 }
    }
}

/// Lengths over the rate, and two factors.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// μ/σ.
    pub signal: f64,
    /// Step, counted from 1, and the mean of |Δθ|/η there.
    #[serde(skip)]
    pub lengths: Vec<(f64, f64)>,
    /// Step and RAdam's r; 0 where it takes a step of momentum.
    #[serde(skip)]
    pub rectified: Vec<(f64, f64)>,
    /// Step and min(1, t/W) with W = 2/(1 − β₂).
    #[serde(skip)]
    pub ramp: Vec<(f64, f64)>,
    /// The mean of |Δθ|/η at the first step.
    pub first: f64,
    /// At the tenth.
    pub tenth: f64,
    /// The mean over steps 501 … 1000.
    pub late: f64,
    /// √(2/π) √((1 − β₁)/(1 + β₁)): what it comes to where there is no signal.
    pub noise_only: f64,
    /// W = 2/(1 − β₂).
    pub rule: f64,
    /// The first step that RAdam divides, and its r.
    pub first_divided: (usize, f64),
}

/// Whether a step is drawn: all up to 30, then ever fewer.
fn is_drawn(step: usize) -> bool {
    step <= 30 || (step <= 100 && step.is_multiple_of(5)) || step.is_multiple_of(25)
}

impl Experiment for Config {
    const NAME: &'static str = "warmup-adam";
    const QUESTION: &'static str =
        "How long are Adam's first steps when gradients are noise?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "signal",
                "signal over noise",
                &mut self.signal,
                0.0..=3.0,
                0.1,
            ),
            Setting::real("beta1", "β₁", &mut self.beta1, 0.0..=0.98, 0.01),
            Setting::real("beta2", "β₂", &mut self.beta2, 0.9..=0.999, 0.001),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { signal, beta1, beta2, .. } = *self;
        let mut adam = Adam::new(beta1, beta2, 1e-8).expect("settings in range");
        let radam = RAdam::new(beta1, beta2, 1e-8).expect("settings in range");
        let mut random = seeded(self.seed);
        let mut lengths = Vec::with_capacity(STEPS);
        for _ in 0..STEPS {
            let gradient = Array1::from_shape_simple_fn(PARAMETERS, || {
                let z: f64 = StandardNormal.sample(&mut random);
                signal + z
            });
            let mut step = Array1::zeros(PARAMETERS);
            adam.step(1.0, &mut step, &gradient);
            lengths.push(step.iter().map(|way: &f64| way.abs()).sum::<f64>());
        }
        lengths.iter_mut().for_each(|length| *length /= PARAMETERS as f64);
        let drawn: Vec<usize> = (1..=STEPS).filter(|&step| is_drawn(step)).collect();
        let curve = |value: &dyn Fn(usize) -> f64| -> Vec<(f64, f64)> {
            drawn.iter().map(|&step| (step as f64, value(step))).collect()
        };
        let rectification = |step: usize| radam.rectification(step as i32);
        let rule = 2.0 / (1.0 - beta2);
        let first_divided = (1..=STEPS)
            .find_map(|step| rectification(step).map(|share| (step, share)))
            .expect("v has seen enough long before the last step");
        Outcome {
            signal,
            first: lengths[0],
            tenth: lengths[9],
            late: lengths[STEPS / 2..].iter().sum::<f64>() / (STEPS / 2) as f64,
            noise_only: std::f64::consts::FRAC_2_PI.sqrt()
                * ((1.0 - beta1) / (1.0 + beta1)).sqrt(),
            lengths: curve(&|step| lengths[step - 1]),
            rectified: curve(&|step| rectification(step).unwrap_or(0.0)),
            ramp: curve(&|step| (step as f64 / rule).min(1.0)),
            rule,
            first_divided,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("Steps of Adam, μ/σ = {}", outcome.signal);
        let headings = ["step", "mean |Δθ| over η", "r of RAdam", "ramp t(1 − β₂)/2"];
        let mut table = Table::new(title, &headings);
        for wanted in [1.0, 2.0, 5.0, 10.0, 30.0, 100.0, 300.0, 1000.0] {
            let at = |points: &[(f64, f64)]| {
                let point = points.iter().find(|(step, _)| *step == wanted);
                point.map_or(0.0, |(_, value)| *value)
            };
            table.row(vec![
                Cell::Text(format!("{wanted}")),
                Cell::number(at(&outcome.lengths), 2),
                Cell::number(at(&outcome.rectified), 3),
                Cell::number(at(&outcome.ramp), 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_step_is_the_rate_and_noise_shortens_the_later_ones() {
        for seed in 1..=5 {
            let outcome = Config { seed, ..Config::default() }.run();
            // |g| / (|g| + ε), and a gradient of 1e-4 among 300 is rare.
            assert!((outcome.first - 1.0).abs() < 1e-5, "{}", outcome.first);
            // The mean of 500 steps, about ten of them independent, of 300 parameters: a
            // standard error of 0.6/√3000 of it. v looks back over a thousand steps, of
            // which there were 500 to 1000: another 1e-3.
            let share = outcome.late / outcome.noise_only;
            assert!((share - 1.0).abs() < 0.05, "{share}");
        }
    }

    #[test]
    fn where_the_sign_is_sure_all_steps_are_the_rate() {
        let outcome = Config { signal: 3.0, ..Config::default() }.run();
        // 1/√(1 + 1/9) = 0.95.
        assert!(outcome.first > 0.999 && outcome.late > 0.9, "{}", outcome.late);
    }
}
