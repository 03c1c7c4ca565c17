//! Muon: momentum, orthogonalized; the rule of one matrix.
//!
//! B ← βB + G,   θ ← θ − η √max(1, outputs/inputs) · O(G + βB), where O makes all singular
//! values about one ([`orthogonalize`]); G, B and θ of shape (inputs, outputs).
//!
//! A step is about η long along *every* singular direction of the momentum, the weak ones
//! too. Biases, and the first and last layer of large models, are left to another
//! optimizer: [`ParameterGroups`](super::ParameterGroups) puts them together.
//!
//! **Convention.** The author's code has a mean, B ← βB + (1 − β)G, PyTorch and Keras a
//! sum: the same, because O forgets the scale. The author and PyTorch have outputs in the
//! rows of θ and the factor √max(1, rows/columns). Here inputs are in the rows, so it is
//! √max(1, columns/rows), as in optax. Keras multiplies by 0.2 √max(rows, columns) instead,
//! after Liu et al., "Muon is scalable for LLM training" (2025).
//!
//! # Reference
//! K. Jordan et al., "Muon: an optimizer for hidden layers in neural networks" (2024),
//! kellerjordan.github.io/posts/muon, and its code, github.com/KellerJordan/Muon.

use super::Optimizer;
use super::newton_schulz::orthogonalize;
use super::optimizer::{check_length, check_step};
use crate::error::{ParameterError, half_open_unit_interval};
use ndarray::Array1;

// ANCHOR: muon
/// Muon on one matrix, which θ holds row by row.
///
/// ```
/// use listings::optimizers::{Muon, Optimizer};
/// use ndarray::array;
///
/// // A gradient with singular values 300 and 4: both directions move alike.
/// let mut theta = array![0.0, 0.0, 0.0, 0.0];
/// Muon::new(2, 2, 0.95)?.step(1.0, &mut theta, &array![300.0, 0.0, 0.0, 4.0]);
/// assert!(theta[0] < -0.6 && theta[3] < -0.6 && theta[1] == 0.0);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Muon {
    inputs: usize,
    outputs: usize,
    beta: f64,
    iterations: usize,
    momentum: Array1<f64>,
}

impl Muon {
    /// Muon for a matrix of shape (inputs, outputs), with momentum β, 0.95 in the
    /// author's code, and five iterations.
    ///
    /// # Errors
    /// [`ParameterError`] unless β is in [0, 1).
    pub fn new(inputs: usize, outputs: usize, beta: f64) -> Result<Self, ParameterError> {
        let beta = half_open_unit_interval("beta", beta)?;
        Ok(Self { inputs, outputs, beta, iterations: 5, momentum: Array1::zeros(0) })
    }

    /// Another number of iterations; with none it is momentum of a fixed length.
    #[must_use]
    pub fn with_iterations(self, iterations: usize) -> Self {
        Self { iterations, ..self }
    }
}

impl Optimizer for Muon {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        let (parameters, inputs, outputs) = (theta.len(), self.inputs, self.outputs);
        assert_eq!(
            parameters,
            inputs * outputs,
            "{parameters} parameters, but a matrix of shape ({inputs}, {outputs})"
        );
        if self.momentum.is_empty() {
            self.momentum = Array1::zeros(parameters);
        }
        check_length(theta, &self.momentum, "a momentum");
        self.momentum *= self.beta;
        self.momentum += gradient;
        // Nesterov's look ahead, as the author's code has it.
        let ahead = gradient + &(&self.momentum * self.beta);
        let matrix = ahead.into_shape_with_order((inputs, outputs)).expect("checked");
        let step = orthogonalize(&matrix, self.iterations);
        let scale = (outputs as f64 / inputs as f64).max(1.0).sqrt();
        for (theta, step) in theta.iter_mut().zip(&step) {
            *theta -= rate * scale * step;
        }
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        vec![("B", &self.momentum)]
    }
}
// ANCHOR_END: muon
