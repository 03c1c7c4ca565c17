//! How fast a weight decays, against the size of its gradients, in four methods.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::optimizers::{Adam, AdamW, Optimizer};
use crate::report::{Cell, Table};
use ndarray::Array1;
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// Sizes of gradients, half a decade apart.
pub const SIZES: [f64; 9] = [0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0];

/// Weights of each size, half of them with the opposite noise.
const COPIES: usize = 200;

/// Weights that start at 1, and whose gradients are noise.
#[derive(Clone, Debug)]
pub struct Config {
    /// λ.
    pub decay: f64,
    /// η.
    pub rate: f64,
    /// Steps.
    pub steps: usize,
    /// The seed of the noise.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { decay: 0.1, rate: 0.001, steps: 1000, seed: 1 }
    }
}

/// The decay that a weight really has, over λ.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// λ.
    pub decay: f64,
    /// η.
    pub rate: f64,
    /// Steps.
    pub steps: usize,
    /// The sizes of the gradients.
    pub sizes: Vec<f64>,
    /// Adam with λw in the gradient.
    pub l2: Vec<f64>,
    /// AdamW.
    pub adamw: Vec<f64>,
    /// 1/√(σ² + λ²): what L2 in Adam should give where the weight is 1.
    pub expected: Vec<f64>,
    /// The greatest over the least of L2 in Adam.
    pub spread: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "decay-per-coordinate";
    const QUESTION: &'static str =
        "Which decay does a weight get, given the size of its gradients?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("decay", "strength λ", &mut self.decay, 0.01..=1.0, 0.01)
                .logarithmic(),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let expect = "the settings keep λ above zero";
        let l2 = self.decays(Adam::default().with_l2(self.decay).expect(expect));
        let adamw = AdamW::new(Adam::default(), self.decay).expect(expect);
        let bounds = l2.iter().fold((f64::MAX, 0.0_f64), |(least, most), &share| {
            (least.min(share), most.max(share))
        });
        Outcome {
            decay: self.decay,
            rate: self.rate,
            steps: self.steps,
            sizes: SIZES.to_vec(),
            adamw: self.decays(adamw),
            expected: SIZES.iter().map(|size| 1.0 / size.hypot(self.decay)).collect(),
            spread: bounds.1 / bounds.0,
            l2,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("The decay of a weight over λ = {}", outcome.decay),
            &["size of the gradients", "L2 in Adam", "AdamW", "1/√(σ² + λ²)"],
        );
        for (index, size) in outcome.sizes.iter().enumerate() {
            table.row(vec![
                Cell::Text(format!("{size}")),
                Cell::number(outcome.l2[index], 3),
                Cell::number(outcome.adamw[index], 3),
                Cell::number(outcome.expected[index], 3),
            ]);
        }
        table
    }
}

impl Config {
    /// The decay of each size over λ: −ln(w_T/w₀)/(ηλT), with w the mean of its weights
    /// where λ works, and 1 more than its mean where it does not.
    fn decays(&self, optimizer: impl Optimizer) -> Vec<f64> {
        let weights = self.walk(optimizer);
        let free = self.walk(Adam::default());
        let total = self.rate * self.decay * self.steps as f64;
        (0..SIZES.len())
            .map(|group| {
                let range = group * COPIES..(group + 1) * COPIES;
                let moved: f64 = range.map(|index| weights[index] - free[index]).sum();
                -(moved / COPIES as f64).ln_1p() / total
            })
            .collect()
    }

    /// The weights after all steps. The same noise comes whatever the optimizer.
    fn walk(&self, mut optimizer: impl Optimizer) -> Array1<f64> {
        let mut random = seeded(self.seed);
        let mut theta = Array1::from_elem(SIZES.len() * COPIES, 1.0);
        for _ in 0..self.steps {
            let noise: Vec<f64> =
                (0..COPIES / 2).map(|_| StandardNormal.sample(&mut random)).collect();
            let gradient = Array1::from_shape_fn(theta.len(), |index| {
                let (group, copy) = (index / COPIES, index % COPIES);
                let sign = if copy < COPIES / 2 { 1.0 } else { -1.0 };
                sign * SIZES[group] * noise[copy % (COPIES / 2)]
            });
            optimizer.step(self.rate, &mut theta, &gradient);
        }
        theta
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adamw_decays_all_alike_and_l2_in_adam_by_the_size_of_the_gradients() {
        for seed in 1..=3 {
            let outcome = Config { seed, ..Config::default() }.run();
            for (index, size) in outcome.sizes.iter().enumerate() {
                // ln(1 − ηλ) is −ηλ to 5e-5 of it; the weights of a pair wander apart by
                // less than a hundredth, and its square moves the mean.
                assert!((outcome.adamw[index] - 1.0).abs() < 0.01, "{outcome:?}");
                // v is not yet the mean square in the first steps, and w falls: a tenth
                // of the number where gradients are large, a third at most.
                let ratio = outcome.l2[index] / outcome.expected[index];
                assert!((0.6..1.4).contains(&ratio), "{size}: {ratio}");
            }
        }
    }
}
