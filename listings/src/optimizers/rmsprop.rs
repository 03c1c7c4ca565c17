//! RMSprop.
//!
//! v ← ρv + (1 − ρ)g²,   θ ← θ − η g / (√v + ε), entry by entry, v of the shape of θ and
//! at first 0.
//! Centered: a ← ρa + (1 − ρ)g, and v − a² in place of v below the root.
//! With momentum μ: b ← μb + g / (√v + ε),   θ ← θ − ηb.
//!
//! **Convention.** PyTorch's: ε beside the root, no bias correction, and the rate applied
//! after the momentum. Keras and optax add ε below the root, and accumulate ηg/√(v + ε),
//! so that there a change of rate reaches only the steps that are still to come. λ is
//! PyTorch's `weight_decay`: the gradient is g + λθ. Where rounding leaves v − a² below
//! zero it counts as zero; PyTorch takes its root, and gets NaN.
//!
//! # Reference
//! T. Tieleman & G. Hinton, lecture 6.5 of *Neural Networks for Machine Learning*,
//! Coursera, 2012; centered: A. Graves, "Generating sequences with recurrent neural
//! networks" (2013), equations 38–45.

use super::Optimizer;
use super::optimizer::{check_length, check_step};
use crate::error::{ParameterError, half_open_unit_interval, non_negative, positive};
use ndarray::{Array1, Zip};
use serde::{Deserialize, Serialize};

// ANCHOR: rmsprop
/// RMSprop: each coordinate's step is its gradient over the recent size of its gradients.
///
/// ```
/// use listings::optimizers::{Optimizer, RmsProp};
/// use ndarray::array;
///
/// // v starts at 0, so the first step is η/√(1 − ρ) whatever the gradient: 0.01/√0.01.
/// let mut theta = array![1.0, 1.0];
/// RmsProp::default().step(0.01, &mut theta, &array![1e-3, -1e3]);
/// assert!((theta[0] - 0.9).abs() < 1e-4 && (theta[1] - 1.1).abs() < 1e-4);
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct RmsProp {
    decay: f64,
    epsilon: f64,
    epsilon_inside: bool,
    centered: bool,
    momentum: f64,
    l2: f64,
    squares: Array1<f64>,
    mean: Array1<f64>,
    buffer: Array1<f64>,
    has_started: bool,
}

impl RmsProp {
    /// RMSprop with the decay ρ of its mean square, and ε in the denominator.
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

    /// Divides by the recent standard deviation of the gradient, not its mean square.
    #[must_use]
    pub fn centered(self) -> Self {
        Self { centered: true, ..self }
    }

    /// Adds momentum μ to the divided gradients.
    ///
    /// # Errors
    /// [`ParameterError`] unless μ is in [0, 1).
    pub fn with_momentum(mut self, momentum: f64) -> Result<Self, ParameterError> {
        self.momentum = half_open_unit_interval("momentum", momentum)?;
        Ok(self)
    }

    /// Puts ε below the root, √(v + ε), as Keras and optax do.
    #[must_use]
    pub fn with_epsilon_inside(self) -> Self {
        Self { epsilon_inside: true, ..self }
    }

    /// Adds λθ to the gradient: the gradient of λ/2 ‖θ‖².
    ///
    /// # Errors
    /// [`ParameterError`] unless λ is in [0, ∞).
    pub fn with_l2(mut self, lambda: f64) -> Result<Self, ParameterError> {
        self.l2 = non_negative("lambda", lambda)?;
        Ok(self)
    }

    /// What is kept only if it is used has no entries otherwise.
    fn start(&mut self, parameters: usize) {
        let zeros = |is_used| Array1::zeros(if is_used { parameters } else { 0 });
        self.squares = zeros(true);
        self.mean = zeros(self.centered);
        self.buffer = zeros(self.momentum > 0.0);
        self.has_started = true;
    }
}

/// ρ = 0.99, ε = 10⁻⁸, not centered, no momentum: PyTorch's values. The lecture has 0.9.
impl Default for RmsProp {
    fn default() -> Self {
        Self {
            decay: 0.99,
            epsilon: 1e-8,
            epsilon_inside: false,
            centered: false,
            momentum: 0.0,
            l2: 0.0,
            squares: Array1::zeros(0),
            mean: Array1::zeros(0),
            buffer: Array1::zeros(0),
            has_started: false,
        }
    }
}

impl Optimizer for RmsProp {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        if !self.has_started {
            self.start(theta.len());
        }
        check_length(theta, &self.squares, "mean squares");
        let Self { decay, epsilon, epsilon_inside, momentum, l2, .. } = *self;
        let slope = |theta: f64, gradient: f64| gradient + l2 * theta;
        let mean = |old: &mut f64, new: f64| {
            *old = decay * *old + (1.0 - decay) * new;
            *old
        };
        let variance = |v: &mut f64, a: &mut f64, g: f64| {
            let (square, mean) = (mean(v, g * g), mean(a, g));
            (square - mean * mean).max(0.0)
        };
        let (inside, beside) =
            if epsilon_inside { (epsilon, 0.0) } else { (0.0, epsilon) };
        let divided = |g: f64, square: f64| g / ((square + inside).sqrt() + beside);
        // A loop for each combination: none asks at every parameter which it is.
        let all = Zip::from(theta).and(gradient).and(&mut self.squares);
        match (self.centered, momentum > 0.0) {
            (false, false) => all.for_each(|theta, &gradient, v| {
                let g = slope(*theta, gradient);
                *theta -= rate * divided(g, mean(v, g * g));
            }),
            (true, false) => {
                all.and(&mut self.mean).for_each(|theta, &gradient, v, a| {
                    let g = slope(*theta, gradient);
                    *theta -= rate * divided(g, variance(v, a, g));
                })
            }
            (false, true) => {
                all.and(&mut self.buffer).for_each(|theta, &gradient, v, b| {
                    let g = slope(*theta, gradient);
                    *b = momentum * *b + divided(g, mean(v, g * g));
                    *theta -= rate * *b;
                })
            }
            (true, true) => all.and(&mut self.mean).and(&mut self.buffer).for_each(
                |theta, &gradient, v, a, b| {
                    let g = slope(*theta, gradient);
                    *b = momentum * *b + divided(g, variance(v, a, g));
                    *theta -= rate * *b;
                },
            ),
        }
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        let mut state = vec![("v", &self.squares)];
        if self.centered {
            state.push(("a", &self.mean));
        }
        if self.momentum > 0.0 {
            state.push(("b", &self.buffer));
        }
        state
    }
}
// ANCHOR_END: rmsprop
