//! The linear model.
//!
//! ŷ = Xw + b,   ∂L/∂w = Xᵀ ∂L/∂ŷ,   ∂L/∂b = Σᵢ ∂L/∂ŷᵢ,
//! with θ = (w₁, …, w_k, b) and X of shape (n, k).

use super::Model;
use ndarray::{Array1, Array2, s};

// ANCHOR: linear
/// ŷ = Xw + b, with θ = (w, b) of shape (features + 1).
///
/// # Panics
/// Panics when θ or X does not have the shape that `features` says.
///
/// ```
/// use listings::models::{Linear, Model};
/// use ndarray::array;
///
/// let line = Linear { features: 1 };
/// let theta = array![2.0, 1.0]; // slope 2, intercept 1
/// assert_eq!(line.predict(&theta, &array![[0.0], [3.0]]), array![1.0, 7.0]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    /// k, the number of columns of X.
    pub features: usize,
}

impl Linear {
    fn assert_shapes(&self, theta: &Array1<f64>, inputs: &Array2<f64>) {
        let (features, parameters) = (self.features, self.parameters());
        let (entries, columns) = (theta.len(), inputs.ncols());
        assert_eq!(entries, parameters, "θ of {entries} entries: {parameters} is valid");
        assert_eq!(columns, features, "X of {columns} columns: {features} is valid");
    }
}

impl Model for Linear {
    fn parameters(&self) -> usize {
        self.features + 1
    }

    fn predict(&self, theta: &Array1<f64>, inputs: &Array2<f64>) -> Array1<f64> {
        self.assert_shapes(theta, inputs);
        let weights = theta.slice(s![..self.features]);
        inputs.dot(&weights) + theta[self.features]
    }

    fn backward(
        &self,
        theta: &Array1<f64>,
        inputs: &Array2<f64>,
        output_gradient: &Array1<f64>,
    ) -> Array1<f64> {
        self.assert_shapes(theta, inputs);
        let mut gradient = Array1::zeros(self.parameters());
        let mut weights = gradient.slice_mut(s![..self.features]);
        weights.assign(&inputs.t().dot(output_gradient));
        gradient[self.features] = output_gradient.sum();
        gradient
    }
}
// ANCHOR_END: linear

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_abs_diff_eq;
    use ndarray::array;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    #[test]
    fn backward_is_the_transpose_of_predict() {
        // The model is linear in θ, so ⟨u, f(θ)⟩ = ⟨backward(u), θ⟩ exactly, up to
        // rounding of a few sums of size ten.
        let line = Linear { features: 2 };
        let inputs = array![[1.0, 2.0], [-3.0, 0.5], [4.0, -1.0]];
        let theta = array![0.3, -1.2, 0.7];
        let upstream = array![1.0, -2.0, 0.5];
        let forward = upstream.dot(&line.predict(&theta, &inputs));
        let backward = line.backward(&theta, &inputs, &upstream).dot(&theta);
        assert_abs_diff_eq!(forward, backward, epsilon = 1e-14);
    }

    #[test]
    fn another_shape_is_refused_with_both_numbers() {
        let line = Linear { features: 2 };
        let one = array![1.0];
        for (parameters, columns, expected) in [
            (2, 2, "θ of 2 entries: 3 is valid"),
            (4, 2, "θ of 4 entries: 3 is valid"),
            (3, 1, "X of 1 columns: 2 is valid"),
            (3, 3, "X of 3 columns: 2 is valid"),
        ] {
            let theta = Array1::zeros(parameters);
            let inputs = Array2::zeros((1, columns));
            let predict = || drop(line.predict(&theta, &inputs));
            let backward = || drop(line.backward(&theta, &inputs, &one));
            for call in [&predict as &dyn Fn(), &backward] {
                let panic = catch_unwind(AssertUnwindSafe(call)).unwrap_err();
                let message = panic.downcast::<String>().expect("a panic with a text");
                assert!(message.contains(expected), "{message}");
            }
        }
    }
}
