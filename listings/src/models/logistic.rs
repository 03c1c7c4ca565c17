//! Logistic regression: a linear model of the log-odds.
//!
//! z = Xw + b,   p = σ(z), with X of shape (n, k) and θ = (w₁, …, w_k, b).
//!
//! The model gives the logits z, and the losses take logits: the composition −ln σ(z)
//! is computed in one piece, where p alone would round to 0 or 1.
//!
//! # Reference
//! D. R. Cox, "The regression analysis of binary sequences", *Journal of the Royal
//! Statistical Society B* 20 (1958) 215–242.

use super::{Linear, Model};
use crate::losses::sigmoid;
use ndarray::{Array1, Array2};

// ANCHOR: logistic
/// z = Xw + b, the log-odds of class 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Logistic {
    /// k, the number of features.
    pub features: usize,
}

impl Logistic {
    /// p = σ(z), the probability of class 1.
    pub fn probability(&self, theta: &Array1<f64>, inputs: &Array2<f64>) -> Array1<f64> {
        self.predict(theta, inputs).mapv(sigmoid)
    }

    fn logit(&self) -> Linear {
        Linear { features: self.features }
    }
}

impl Model for Logistic {
    fn parameters(&self) -> usize {
        self.logit().parameters()
    }

    fn predict(&self, theta: &Array1<f64>, inputs: &Array2<f64>) -> Array1<f64> {
        self.logit().predict(theta, inputs)
    }

    fn backward(
        &self,
        theta: &Array1<f64>,
        inputs: &Array2<f64>,
        output_gradient: &Array1<f64>,
    ) -> Array1<f64> {
        self.logit().backward(theta, inputs, output_gradient)
    }
}
// ANCHOR_END: logistic

#[cfg(test)]
mod tests {
    use super::*;
    use crate::losses::{BinaryCrossEntropy, Loss};
    use ndarray::array;

    #[test]
    fn one_step_is_the_one_worked_by_hand() {
        // x = 1, y = 1, w = b = 0: p = 1/2, and both gradients are p − y = −1/2.
        let (model, theta) = (Logistic { features: 1 }, array![0.0, 0.0]);
        let inputs = array![[1.0]];
        assert_eq!(model.probability(&theta, &inputs), array![0.5]);
        let logits = model.predict(&theta, &inputs);
        let pull = BinaryCrossEntropy::default().gradient(&logits, &array![1.0]);
        assert_eq!(model.backward(&theta, &inputs, &pull), array![-0.5, -0.5]);
    }
}
