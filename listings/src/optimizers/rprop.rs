//! Rprop: only the sign of the gradient counts.
//!
//! For each coordinate a step s, at first η. With the gradient g and the one before, p:
//! s ← min(1.2 s, 50) where gp > 0,   s ← max(0.5 s, 10⁻⁶) where gp < 0,
//! θ ← θ − s sign(g),   p ← g; where gp < 0, θ stays and p ← 0.
//!
//! **Convention.** PyTorch's `Rprop`, which does not take back the step that went too far
//! (iRprop⁻ of Igel and Hüsken, 2000); the paper's algorithm does. The rate is
//! the size of the first steps, and is not looked at again.
//!
//! # Reference
//! M. Riedmiller & H. Braun, "A direct adaptive method for faster backpropagation
//! learning: the RPROP algorithm", *IEEE International Conference on Neural Networks*
//! (1993) 586–591.

use super::Optimizer;
use super::lion::sign;
use super::optimizer::{check_length, check_step};
use ndarray::{Array1, Zip};

/// What a step grows by while the slope keeps its sign, and shrinks by when it does not.
const GROWTH: (f64, f64) = (1.2, 0.5);

/// The least and the largest step.
const STEPS: (f64, f64) = (1e-6, 50.0);

// ANCHOR: rprop
/// Rprop: for each coordinate a step that grows while its slope keeps its sign.
///
/// ```
/// use listings::optimizers::{Optimizer, Rprop};
/// use ndarray::array;
///
/// // The same sign twice: 0.1, then 0.12, however large the gradients.
/// let (mut theta, mut rprop) = (array![1.0], Rprop::default());
/// rprop.step(0.1, &mut theta, &array![1e-3]);
/// rprop.step(0.1, &mut theta, &array![1e3]);
/// assert!((theta[0] - (1.0 - 0.1 - 0.12)).abs() < 1e-15);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rprop {
    steps: Array1<f64>,
    previous: Array1<f64>,
    has_started: bool,
}

impl Optimizer for Rprop {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        if !self.has_started {
            self.steps = Array1::from_elem(theta.len(), rate);
            self.previous = Array1::zeros(theta.len());
            self.has_started = true;
        }
        check_length(theta, &self.steps, "steps");
        Zip::from(theta)
            .and(gradient)
            .and(&mut self.steps)
            .and(&mut self.previous)
            .for_each(|theta, &gradient, step, previous| {
                let agreement = gradient * *previous;
                // A gradient that is not finite does not wait for the next step.
                if agreement < 0.0 && gradient.is_finite() {
                    *step = (*step * GROWTH.1).max(STEPS.0);
                    *previous = 0.0;
                    return;
                }
                if agreement > 0.0 {
                    *step = (*step * GROWTH.0).min(STEPS.1);
                }
                *theta -= *step * sign(gradient);
                *previous = gradient;
            });
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        vec![("s", &self.steps), ("p", &self.previous)]
    }
}
// ANCHOR_END: rprop
