//! AMSGrad.
//!
//! Adam, with the largest v so far under the root:
//!
//! u ← max(u, v),   θ ← θ − η m̂ / (√(u/(1 − β₂ᵗ)) + ε),
//!
//! so that v cannot forget a large gradient before its step is paid for.
//!
//! **Convention.** u is the maximum of the uncorrected v, and corrected after, as in
//! PyTorch; optax takes the maximum of the corrected v̂. The paper corrects nothing.
//!
//! # Reference
//! S. J. Reddi, S. Kale & S. Kumar, "On the convergence of Adam and beyond", *ICLR*
//! (2018), algorithm 2.

use super::Optimizer;
use super::optimizer::{check_length, check_step};
use crate::error::{ParameterError, half_open_unit_interval, non_negative, positive};
use ndarray::{Array1, Zip};
use serde::{Deserialize, Serialize};

// ANCHOR: amsgrad
/// Adam whose denominator, but for its correction, never falls.
///
/// ```
/// use listings::optimizers::{Adam, AmsGrad, Optimizer};
/// use ndarray::array;
///
/// // One gradient of 100, then a thousand of 1, without memory in the first moment.
/// let walk = |optimizer: &mut dyn Optimizer| {
///     let mut theta = array![0.0];
///     optimizer.step(0.01, &mut theta, &array![100.0]);
///     let start = theta[0];
///     (0..1000).for_each(|_| optimizer.step(0.01, &mut theta, &array![1.0]));
///     start - theta[0]
/// };
/// let adam = walk(&mut Adam::new(0.0, 0.9, 1e-8)?);
/// let amsgrad = walk(&mut AmsGrad::new(0.0, 0.9, 1e-8)?);
/// // Adam forgets the 100, and steps by the rate; AMSGrad's 1 stays small beside it.
/// assert!(adam > 9.0 && amsgrad < 0.5);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct AmsGrad {
    beta1: f64,
    beta2: f64,
    epsilon: f64,
    l2: f64,
    first_moment: Array1<f64>,
    second_moment: Array1<f64>,
    largest: Array1<f64>,
    steps: i32,
}

impl AmsGrad {
    /// AMSGrad with the decays β₁ and β₂ of its two means, and ε in the denominator.
    ///
    /// # Errors
    /// [`ParameterError`] unless β₁ and β₂ are in [0, 1) and ε in (0, ∞).
    pub fn new(beta1: f64, beta2: f64, epsilon: f64) -> Result<Self, ParameterError> {
        Ok(Self {
            beta1: half_open_unit_interval("beta1", beta1)?,
            beta2: half_open_unit_interval("beta2", beta2)?,
            epsilon: positive("epsilon", epsilon)?,
            ..Self::default()
        })
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

/// β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸: the values of [`Adam`](super::Adam).
impl Default for AmsGrad {
    fn default() -> Self {
        Self {
            beta1: 0.9,
            beta2: 0.999,
            epsilon: 1e-8,
            l2: 0.0,
            first_moment: Array1::zeros(0),
            second_moment: Array1::zeros(0),
            largest: Array1::zeros(0),
            steps: 0,
        }
    }
}

impl Optimizer for AmsGrad {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        if self.steps == 0 {
            self.first_moment = Array1::zeros(theta.len());
            self.second_moment = Array1::zeros(theta.len());
            self.largest = Array1::zeros(theta.len());
        }
        check_length(theta, &self.first_moment, "moments");
        self.steps += 1;
        let Self { beta1, beta2, epsilon, l2, .. } = *self;
        let step = rate / (1.0 - beta1.powi(self.steps));
        // One division for all parameters, not one for each.
        let second_scale = (1.0 - beta2.powi(self.steps)).sqrt().recip();
        Zip::from(theta)
            .and(gradient)
            .and(&mut self.first_moment)
            .and(&mut self.second_moment)
            .and(&mut self.largest)
            .for_each(|theta, &gradient, m, v, largest| {
                let gradient = gradient + l2 * *theta;
                *m = beta1 * *m + (1.0 - beta1) * gradient;
                *v = beta2 * *v + (1.0 - beta2) * gradient * gradient;
                *largest = largest.max(*v);
                *theta -= step * *m / (largest.sqrt() * second_scale + epsilon);
            });
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        vec![("m", &self.first_moment), ("v", &self.second_moment), ("u", &self.largest)]
    }
}
// ANCHOR_END: amsgrad
