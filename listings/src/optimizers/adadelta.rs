//! AdaDelta.
//!
//! v ← ρv + (1 − ρ)g²,   Δ = g √(u + ε) / √(v + ε),   u ← ρu + (1 − ρ)Δ²,
//! θ ← θ − ηΔ, entry by entry, u and v of the shape of θ and at first 0.
//!
//! The root of u is in units of θ, the root of v in units of g: Δ is in units of θ, and
//! the rate is a pure number, 1 in the paper. ε below both roots is what starts it: as u
//! is 0, the first Δ is about √ε.
//!
//! **Convention.** As in the paper, PyTorch, Keras and optax. PyTorch's rate is 1 by
//! default, that of Keras 0.001.
//!
//! # Reference
//! M. D. Zeiler, "ADADELTA: an adaptive learning rate method" (2012), algorithm 1.

use super::Optimizer;
use super::optimizer::{check_length, check_step};
use crate::error::{ParameterError, half_open_unit_interval, positive};
use ndarray::{Array1, Zip};

// ANCHOR: adadelta
/// AdaDelta: the step is as large as recent steps, for a gradient as large as recent ones.
///
/// ```
/// use listings::optimizers::{AdaDelta, Optimizer};
/// use ndarray::array;
///
/// // The first step does not know the size of θ: √ε/√(1 − ρ) = 0.001/√0.1.
/// let mut theta = array![1000.0];
/// AdaDelta::default().step(1.0, &mut theta, &array![50.0]);
/// assert!((theta[0] - (1000.0 - 0.001 / 0.1_f64.sqrt())).abs() < 1e-9);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct AdaDelta {
    decay: f64,
    epsilon: f64,
    squares: Array1<f64>,
    squared_steps: Array1<f64>,
    has_started: bool,
}

impl AdaDelta {
    /// AdaDelta with the decay ρ of both means, and ε below both roots.
    ///
    /// # Errors
    /// [`ParameterError`] unless ρ is in [0, 1) and ε in (0, ∞).
    pub fn new(rho: f64, epsilon: f64) -> Result<Self, ParameterError> {
        Ok(Self {
            decay: half_open_unit_interval("rho", rho)?,
            epsilon: positive("epsilon", epsilon)?,
            ..Self::default()
        })
    }
}

/// ρ = 0.9 and ε = 10⁻⁶, as in PyTorch.
impl Default for AdaDelta {
    fn default() -> Self {
        Self {
            decay: 0.9,
            epsilon: 1e-6,
            squares: Array1::zeros(0),
            squared_steps: Array1::zeros(0),
            has_started: false,
        }
    }
}

impl Optimizer for AdaDelta {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        if !self.has_started {
            self.squares = Array1::zeros(theta.len());
            self.squared_steps = Array1::zeros(theta.len());
            self.has_started = true;
        }
        check_length(theta, &self.squares, "mean squares");
        let Self { decay, epsilon, .. } = *self;
        Zip::from(theta)
            .and(gradient)
            .and(&mut self.squares)
            .and(&mut self.squared_steps)
            .for_each(|theta, &gradient, v, u| {
                *v = decay * *v + (1.0 - decay) * gradient * gradient;
                let step = gradient * ((*u + epsilon) / (*v + epsilon)).sqrt();
                *u = decay * *u + (1.0 - decay) * step * step;
                *theta -= rate * step;
            });
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        vec![("v", &self.squares), ("u", &self.squared_steps)]
    }
}
// ANCHOR_END: adadelta
