//! Momentum whose β is a function of the step, as a cycle of the momentum needs it.
//!
//! v ← β(t) v + g,   θ ← θ − ηv; v of the shape of θ, zero at first, t from 0.
//!
//! **Convention.** PyTorch's `SGD`, whose momentum `OneCycleLR` and `CyclicLR` set before
//! every step: both η and β of a step are those of now.
//!
//! # Reference
//! L. N. Smith, "A disciplined approach to neural network hyper-parameters: part 1", 2018,
//! [arXiv](https://arxiv.org/abs/1803.09820), §4.3: cyclical momentum.

use super::Optimizer;
use super::optimizer::{check_length, check_step};
use crate::error::half_open_unit_interval;
use ndarray::{Array1, Zip};

// ANCHOR: cycled_momentum
/// Momentum with the β of each step.
///
/// ```
/// use listings::optimizers::{CycledMomentum, Optimizer};
/// use listings::schedules::{OneCycle, Schedule};
/// use ndarray::array;
///
/// let cycle = OneCycle::new(0.1, 100)?;
/// let mut momentum = CycledMomentum::new(move |t| cycle.momentum(t, 0.85, 0.95));
/// let mut theta = array![1.0];
/// for step in 0..100 {
///     let gradient = theta.clone(); // of ½θ²
///     momentum.step(cycle.rate(step), &mut theta, &gradient);
/// }
/// assert!(theta[0].abs() < 0.01);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Debug)]
pub struct CycledMomentum<B> {
    beta: B,
    step: usize,
    velocity: Array1<f64>,
}

impl<B: Fn(usize) -> f64> CycledMomentum<B> {
    /// Momentum that keeps the share β(t) of its velocity at step t; its first step is 0.
    pub fn new(beta: B) -> Self {
        Self { beta, step: 0, velocity: Array1::zeros(0) }
    }
}

/// Besides the panics of every [`Optimizer`]: a β outside [0, 1) panics with its value.
impl<B: Fn(usize) -> f64> Optimizer for CycledMomentum<B> {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        let beta = half_open_unit_interval("beta", (self.beta)(self.step));
        let beta = beta.unwrap_or_else(|error| panic!("step {}: {error}", self.step));
        if self.velocity.is_empty() {
            self.velocity = Array1::zeros(theta.len());
        }
        check_length(theta, &self.velocity, "a velocity");
        Zip::from(theta).and(gradient).and(&mut self.velocity).for_each(
            |theta, &gradient, velocity| {
                *velocity = beta * *velocity + gradient;
                *theta -= rate * *velocity;
            },
        );
        self.step += 1;
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        vec![("v", &self.velocity)]
    }
}
// ANCHOR_END: cycled_momentum

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optimizers::Momentum;
    use ndarray::array;

    #[test]
    fn with_one_beta_for_all_steps_it_is_momentum() {
        let mut cycled = CycledMomentum::new(|_| 0.9);
        let mut momentum = Momentum::new(0.9).unwrap();
        let (mut one, mut other) = (array![1.0, -2.0], array![1.0, -2.0]);
        for step in 0..20 {
            let gradient = array![f64::from(step) - 7.0, 0.5];
            cycled.step(0.1, &mut one, &gradient);
            momentum.step(0.1, &mut other, &gradient);
        }
        assert_eq!(one, other);
        assert_eq!(cycled.state(), momentum.state());
    }

    #[test]
    fn each_step_has_its_own_beta() {
        // v = 2, then 0.5 · 2 + 2 = 3, then 0.25 · 3 + 2 = 2.75.
        let mut cycled = CycledMomentum::new(|step| [0.0, 0.5, 0.25][step]);
        let mut theta = array![0.0];
        for velocity in [2.0, 3.0, 2.75] {
            cycled.step(1.0, &mut theta, &array![2.0]);
            assert_eq!(cycled.state()[0].1, &array![velocity]);
        }
        assert_eq!(theta, array![-7.75]);
    }

    #[test]
    #[should_panic(expected = "step 1: beta = 1 is outside [0, 1)")]
    fn a_beta_that_never_forgets_is_refused() {
        let mut cycled = CycledMomentum::new(|step| step as f64);
        let mut theta = array![0.0];
        cycled.step(0.1, &mut theta, &array![1.0]);
        cycled.step(0.1, &mut theta, &array![1.0]);
    }
}
