//! NAdam: Adam with Nesterov's look ahead.
//!
//! θ ← θ − η [μₜ₊₁ m / (1 − μ₁…μₜ₊₁) + (1 − μₜ) g / (1 − μ₁…μₜ)] / (√v̂ + ε),
//! with m, v and v̂ of Adam, and μₜ = β₁ (1 − 0.96^(tψ)/2), which rises from about β₁/2
//! to β₁.
//!
//! The momentum of the *next* step is applied already in this one, beside the fresh
//! gradient; Nesterov's look ahead, written at the point where the gradient was taken.
//!
//! **Convention.** μₜ with ψ = 0.004 is PyTorch's. Keras has ψ = 1: μ is β₁ after a
//! hundred steps, not after tens of thousands. optax's `nadam` has μ = β₁ throughout. The
//! paper multiplies v̂ by β₂ besides, which none of the three does.
//!
//! # Reference
//! T. Dozat, "Incorporating Nesterov momentum into Adam", *ICLR workshop* (2016),
//! algorithm 2.

use super::Optimizer;
use super::optimizer::{check_length, check_step};
use crate::error::{ParameterError, half_open_unit_interval, non_negative, positive};
use ndarray::{Array1, Zip};

// ANCHOR: nadam
/// Adam that steps along the mean it will have after the next step.
///
/// ```
/// use listings::optimizers::{NAdam, Optimizer};
/// use ndarray::array;
///
/// // Without memory in the first moment there is nothing to look ahead with: η g/|g|.
/// let mut theta = array![1.0, 1.0];
/// NAdam::new(0.0, 0.999, 1e-8)?.step(0.1, &mut theta, &array![3.0, -3.0]);
/// assert!((theta[0] - 0.9).abs() < 1e-8 && (theta[1] - 1.1).abs() < 1e-8);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct NAdam {
    beta1: f64,
    beta2: f64,
    epsilon: f64,
    momentum_decay: f64,
    l2: f64,
    first_moment: Array1<f64>,
    second_moment: Array1<f64>,
    momenta: f64,
    steps: i32,
}

impl NAdam {
    /// NAdam with the decays β₁ and β₂ of its two means, and ε in the denominator.
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

    /// How fast μₜ rises to β₁: ψ. With 0 it is β₁/2 for ever.
    ///
    /// # Errors
    /// [`ParameterError`] unless ψ is in [0, ∞).
    pub fn with_momentum_decay(
        mut self,
        momentum_decay: f64,
    ) -> Result<Self, ParameterError> {
        self.momentum_decay = non_negative("momentum_decay", momentum_decay)?;
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

    /// μₜ, for t from 1.
    fn momentum(&self, step: i32) -> f64 {
        let rise = 0.96_f64.powf(f64::from(step) * self.momentum_decay);
        self.beta1 * (1.0 - 0.5 * rise)
    }
}

/// β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, ψ = 0.004.
impl Default for NAdam {
    fn default() -> Self {
        Self {
            beta1: 0.9,
            beta2: 0.999,
            epsilon: 1e-8,
            momentum_decay: 0.004,
            l2: 0.0,
            first_moment: Array1::zeros(0),
            second_moment: Array1::zeros(0),
            momenta: 1.0,
            steps: 0,
        }
    }
}

impl Optimizer for NAdam {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        if self.steps == 0 {
            self.first_moment = Array1::zeros(theta.len());
            self.second_moment = Array1::zeros(theta.len());
        }
        check_length(theta, &self.first_moment, "moments");
        self.steps += 1;
        let now = self.momentum(self.steps);
        let next = self.momentum(self.steps + 1);
        self.momenta *= now;
        let fresh = rate * (1.0 - now) / (1.0 - self.momenta);
        let remembered = rate * next / (1.0 - self.momenta * next);
        let Self { beta1, beta2, epsilon, l2, .. } = *self;
        // One division for all parameters, not one for each.
        let second_scale = (1.0 - beta2.powi(self.steps)).sqrt().recip();
        Zip::from(theta)
            .and(gradient)
            .and(&mut self.first_moment)
            .and(&mut self.second_moment)
            .for_each(|theta, &gradient, m, v| {
                let gradient = gradient + l2 * *theta;
                *m = beta1 * *m + (1.0 - beta1) * gradient;
                *v = beta2 * *v + (1.0 - beta2) * gradient * gradient;
                let scale = v.sqrt() * second_scale + epsilon;
                *theta -= (fresh * gradient + remembered * *m) / scale;
            });
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        vec![("m", &self.first_moment), ("v", &self.second_moment)]
    }
}
// ANCHOR_END: nadam
