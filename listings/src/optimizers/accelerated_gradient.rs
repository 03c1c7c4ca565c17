//! Nesterov's accelerated gradient of 1983: momentum that grows towards one.
//!
//! x ← θ − ηg,   θ ← x + (t − 1)/t′ · (x − the x before),   t ← t′ = (1 + √(1 + 4t²))/2,
//! from t = 1 and x = θ; x of the shape of θ.
//!
//! **Convention.** The gradients are taken at θ (the paper's y), and the guarantee
//! L(x) − L* ≤ 2‖x₀ − x*‖²/(η(k + 1)²) after k steps of η ≤ 1/λ_max is for x. The form is
//! that of Beck & Teboulle, with nothing but a smooth convex L.
//!
//! # Reference
//! Y. Nesterov, "A method of solving a convex programming problem with convergence rate
//! O(1/k²)", *Soviet Mathematics Doklady* 27 (1983) 372–376; A. Beck & M. Teboulle, "A
//! fast iterative shrinkage-thresholding algorithm for linear inverse problems", *SIAM
//! Journal on Imaging Sciences* 2 (2009) 183–202, equations 4.1–4.3 and theorem 4.4.

use super::Optimizer;
use super::optimizer::{check_length, check_step};
use ndarray::{Array1, Zip};

// ANCHOR: accelerated_gradient
/// Nesterov's method of 1983: no β to choose, as it follows from the number of the step.
///
/// ```
/// use listings::optimizers::{AcceleratedGradient, Optimizer};
/// use ndarray::array;
///
/// // Its first step is gradient descent's: (t − 1)/t′ = 0.
/// let mut theta = array![1.0];
/// AcceleratedGradient::default().step(0.1, &mut theta, &array![2.0]);
/// assert!((theta[0] - 0.8).abs() < 1e-15);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct AcceleratedGradient {
    t: f64,
    descended: Array1<f64>,
}

/// t = 1 before the first step.
impl Default for AcceleratedGradient {
    fn default() -> Self {
        Self { t: 1.0, descended: Array1::zeros(0) }
    }
}

impl AcceleratedGradient {
    /// x, the point of which the guarantee speaks; empty before the first step.
    pub fn descended(&self) -> &Array1<f64> {
        &self.descended
    }
}

impl Optimizer for AcceleratedGradient {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        if self.descended.is_empty() {
            self.descended = theta.clone();
        }
        check_length(theta, &self.descended, "a point before");
        let next = 0.5 * (1.0 + (1.0 + 4.0 * self.t * self.t).sqrt());
        let beta = (self.t - 1.0) / next;
        self.t = next;
        Zip::from(theta).and(gradient).and(&mut self.descended).for_each(
            |theta, &gradient, before| {
                let descended = *theta - rate * gradient;
                *theta = descended + beta * (descended - *before);
                *before = descended;
            },
        );
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        vec![("x", &self.descended)]
    }
}
// ANCHOR_END: accelerated_gradient
