//! AdaGrad.
//!
//! G ← G + g²,   θ ← θ − ηₜ g / (√G + ε),   ηₜ = η / (1 + δt) with t from 0; all products
//! and roots entry by entry, G of the shape of θ, at first the initial accumulator.
//!
//! **Convention.** ε is added to the root, as in the paper (its δ, figure 1) and PyTorch,
//! so it has the unit of a gradient. Keras and optax add it below the root, where it is a
//! squared gradient, and start G at 0.1. The δ here is PyTorch's `lr_decay`, and λ its
//! `weight_decay`: the gradient is g + λθ.
//!
//! # Reference
//! J. Duchi, E. Hazan & Y. Singer, "Adaptive subgradient methods for online learning and
//! stochastic optimization", *Journal of Machine Learning Research* 12 (2011) 2121–2159.

use super::Optimizer;
use super::optimizer::{check_length, check_step};
use crate::error::{ParameterError, non_negative, positive};
use ndarray::{Array1, Zip};
use serde::{Deserialize, Serialize};

// ANCHOR: adagrad
/// AdaGrad: for each coordinate a rate that falls with all the slope it has seen.
///
/// ```
/// use listings::optimizers::{AdaGrad, Optimizer};
/// use ndarray::array;
///
/// // Gradients 3, then 4: steps of 0.5 · 3/√9 and 0.5 · 4/√(9 + 16).
/// let (mut theta, mut adagrad) = (array![1.0], AdaGrad::default());
/// adagrad.step(0.5, &mut theta, &array![3.0]);
/// adagrad.step(0.5, &mut theta, &array![4.0]);
/// assert!((theta[0] - (1.0 - 0.5 - 0.4)).abs() < 1e-9);
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct AdaGrad {
    epsilon: f64,
    initial: f64,
    rate_decay: f64,
    l2: f64,
    squares: Array1<f64>,
    steps: usize,
}

impl AdaGrad {
    /// AdaGrad with ε beside the root, and G = 0 at the start.
    ///
    /// # Errors
    /// [`ParameterError`] unless ε is in (0, ∞).
    pub fn new(epsilon: f64) -> Result<Self, ParameterError> {
        Ok(Self { epsilon: positive("epsilon", epsilon)?, ..Self::default() })
    }

    /// Starts every entry of G at this value, a squared gradient.
    ///
    /// # Errors
    /// [`ParameterError`] unless it is in [0, ∞).
    pub fn with_initial_accumulator(
        mut self,
        initial: f64,
    ) -> Result<Self, ParameterError> {
        self.initial = non_negative("initial accumulator", initial)?;
        Ok(self)
    }

    /// Lets the rate itself fall, as η / (1 + δt).
    ///
    /// # Errors
    /// [`ParameterError`] unless δ is in [0, ∞).
    pub fn with_rate_decay(mut self, delta: f64) -> Result<Self, ParameterError> {
        self.rate_decay = non_negative("rate decay", delta)?;
        Ok(self)
    }

    /// Adds λθ to the gradient: the gradient of λ/2 ‖θ‖².
    ///
    /// # Errors
    /// [`ParameterError`] unless λ is in [0, ∞).
    pub fn with_l2(mut self, lambda: f64) -> Result<Self, ParameterError> {
        self.l2 = non_negative("lambda", lambda)?;
        Ok(self)
    }
}

/// ε = 10⁻¹⁰, G = 0 at the start, and no decay: PyTorch's values.
impl Default for AdaGrad {
    fn default() -> Self {
        Self {
            epsilon: 1e-10,
            initial: 0.0,
            rate_decay: 0.0,
            l2: 0.0,
            squares: Array1::zeros(0),
            steps: 0,
        }
    }
}

impl Optimizer for AdaGrad {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        if self.steps == 0 {
            self.squares = Array1::from_elem(theta.len(), self.initial);
        }
        check_length(theta, &self.squares, "accumulated squares");
        let Self { epsilon, l2, .. } = *self;
        let rate = rate / (1.0 + self.rate_decay * self.steps as f64);
        self.steps += 1;
        Zip::from(theta).and(gradient).and(&mut self.squares).for_each(
            |theta, &gradient, squares| {
                let gradient = gradient + l2 * *theta;
                *squares += gradient * gradient;
                *theta -= rate * gradient / (squares.sqrt() + epsilon);
            },
        );
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        vec![("G", &self.squares)]
    }
}
// ANCHOR_END: adagrad
