//! Schedule-free learning: an average of the walk in place of a falling rate.
//!
//! y = (1 − β)z + βx,   z ← a step of the base optimizer at z, from the gradient at y,
//! x ← (1 − c)x + cz with c = η² / (the sum of η² so far): at a constant rate x is the mean
//! of all z. All three have the shape of θ.
//!
//! The gradient is taken at y, so **θ is y while you train**, and x is what you use:
//! [`average`](ScheduleFree::average). Around [`GradientDescent`](super::GradientDescent)
//! it is schedule-free SGD, around an [`Adam`](super::Adam) with β₁ = 0 schedule-free
//! AdamW. The base must have no momentum: β is the momentum.
//!
//! Weight decay goes around the base, where it shrinks z:
//! `ScheduleFree::new(DecoupledDecay::new(GradientDescent, decay)?, beta)`. Around the
//! whole it is lost, because θ is made anew from z and x at every step.
//!
//! **Convention.** z and x are kept, for clarity. The authors' code and optax keep z only,
//! and compute x = (y − (1 − β)z)/β when it is asked for. They weight by the largest η² so
//! far; the same unless the rate falls.
//!
//! # Reference
//! A. Defazio et al., "The road less scheduled", *NeurIPS* (2024), equations 2 to 4 and
//! algorithm 1.

use super::Optimizer;
use super::optimizer::{check_length, check_step};
use crate::error::{ParameterError, half_open_unit_interval};
use ndarray::{Array1, Zip};

// ANCHOR: schedule_free
/// A base optimizer, made schedule-free.
///
/// ```
/// use listings::optimizers::{GradientDescent, Optimizer, ScheduleFree};
/// use ndarray::array;
///
/// let mut optimizer = ScheduleFree::new(GradientDescent, 0.5)?;
/// let mut y = array![1.0];
/// optimizer.step(0.2, &mut y, &array![1.0]); // z = 0.8, and x is the mean of it: 0.8
/// optimizer.step(0.2, &mut y, &array![1.0]); // z = 0.6, x = 0.7, y = 0.65
/// assert!((optimizer.average()[0] - 0.7).abs() < 1e-15);
/// assert!((y[0] - 0.65).abs() < 1e-15);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ScheduleFree<O> {
    base: O,
    beta: f64,
    walk: Array1<f64>,
    average: Array1<f64>,
    weight: f64,
}

impl<O: Optimizer> ScheduleFree<O> {
    /// `base`, which has no momentum of its own, with gradients at the share β of the
    /// way from z to x; 0.9 in the paper.
    ///
    /// # Errors
    /// [`ParameterError`] unless β is in [0, 1).
    pub fn new(base: O, beta: f64) -> Result<Self, ParameterError> {
        Ok(Self {
            base,
            beta: half_open_unit_interval("beta", beta)?,
            walk: Array1::zeros(0),
            average: Array1::zeros(0),
            weight: 0.0,
        })
    }

    /// x, the parameters to evaluate and to keep; empty before the first step.
    pub fn average(&self) -> &Array1<f64> {
        &self.average
    }
}

impl<O: Optimizer> Optimizer for ScheduleFree<O> {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        if self.walk.is_empty() {
            self.walk = theta.clone();
            self.average = theta.clone();
        }
        check_length(theta, &self.walk, "a walk");
        self.base.step(rate, &mut self.walk, gradient);
        self.weight += rate * rate;
        // Before the first rate above zero there is nothing to weigh.
        let share = if self.weight == 0.0 { 0.0 } else { rate * rate / self.weight };
        let beta = self.beta;
        Zip::from(theta).and(&self.walk).and(&mut self.average).for_each(
            |theta, &walk, average| {
                *average = (1.0 - share) * *average + share * walk;
                *theta = (1.0 - beta) * walk + beta * *average;
            },
        );
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        let mut state = self.base.state();
        state.extend([("z", &self.walk), ("x", &self.average)]);
        state
    }
}
// ANCHOR_END: schedule_free
