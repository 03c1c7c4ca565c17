//! Two passes of one network: the gradient of a loss of pairs.
//!
//! ∂L/∂θ = (∂f(θ, X₁)/∂θ)ᵀ ∂L/∂x₁ + (∂f(θ, X₂)/∂θ)ᵀ ∂L/∂x₂,   with the inputs X₁ and X₂ of
//! shape (n, k), and x₁ = f(θ, X₁), x₂ = f(θ, X₂) of shape (n, e).
//!
//! # Reference
//! J. Bromley, I. Guyon, Y. LeCun, E. Säckinger & R. Shah, "Signature verification using
//! a 'Siamese' time delay neural network", *Advances in Neural Information Processing
//! Systems* 6 (1993).

use crate::losses::Contrastive;
use crate::models::Model;
use ndarray::{Array1, Array2};

// ANCHOR: siamese
/// The contrastive loss of pairs of inputs under one θ, and its gradient.
///
/// θ is in both passes, so both give it a gradient, and the two add up.
///
/// # Panics
/// Shapes that do not fit together panic, naming both.
pub fn siamese_gradient(
    model: &dyn Model<Array2<f64>>,
    loss: &Contrastive,
    theta: &Array1<f64>,
    [first, second]: [&Array2<f64>; 2],
    similar: &Array1<bool>,
) -> (f64, Array1<f64>) {
    let [x1, x2] = [first, second].map(|inputs| model.predict(theta, inputs));
    let [of_x1, of_x2] = loss.gradients(&x1, &x2, similar);
    let gradient =
        model.backward(theta, first, &of_x1) + model.backward(theta, second, &of_x2);
    (loss.value(&x1, &x2, similar), gradient)
}
// ANCHOR_END: siamese

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    /// x = X W with W of shape (3, 2), the simplest embedding there is.
    struct Map;

    impl Map {
        fn matrix(theta: &Array1<f64>) -> Array2<f64> {
            theta.to_shape((3, 2)).expect("six parameters").to_owned()
        }
    }

    impl Model<Array2<f64>> for Map {
        fn parameters(&self) -> usize {
            6
        }

        fn predict(&self, theta: &Array1<f64>, inputs: &Array2<f64>) -> Array2<f64> {
            inputs.dot(&Self::matrix(theta))
        }

        fn backward(
            &self,
            _: &Array1<f64>,
            inputs: &Array2<f64>,
            output_gradient: &Array2<f64>,
        ) -> Array1<f64> {
            inputs.t().dot(output_gradient).flatten().to_owned()
        }
    }

    #[test]
    fn the_gradients_of_both_passes_add_up() {
        let theta = array![0.5, -0.2, 0.1, 0.9, -0.4, 0.3];
        let first = array![[1.0, 0.0, 2.0], [0.5, -1.0, 0.0], [0.0, 0.3, 0.1]];
        let second = array![[0.0, 1.0, 1.0], [0.4, -0.5, 0.2], [1.0, 1.0, 0.0]];
        let similar = array![true, false, false];
        let loss = Contrastive::new(2.0).unwrap();
        let at = |theta: &Array1<f64>| {
            siamese_gradient(&Map, &loss, theta, [&first, &second], &similar)
        };
        let (_, gradient) = at(&theta);
        // The error of a central difference with this step is about 1e-10 at values of
        // the order of one.
        let step = f64::EPSILON.cbrt();
        for i in 0..6 {
            let shifted = |by: f64| {
                let mut theta = theta.clone();
                theta[i] += by;
                at(&theta).0
            };
            let difference = (shifted(step) - shifted(-step)) / (2.0 * step);
            assert!((difference - gradient[i]).abs() < 1e-8, "{i}");
            assert!(gradient[i].abs() > 1e-3);
        }
    }
}
