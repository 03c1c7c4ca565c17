//! Softmax and cross-entropy of one sample, as two links of the chain.
//!
//! p = softmax(z),   L = −ln p_t,
//! ∂L/∂p_j = −1/p_t for j = t, else 0,   ∂p_i/∂z_j = p_i (δ_ij − p_j),
//! ∂L/∂z = Jᵀ ∂L/∂p = p − y, with y = 1 at the class t, and z, p, y of shape (k), J of
//! shape (k, k).

use crate::losses::softmax;
use ndarray::{Array1, Array2};
use serde::Serialize;

// ANCHOR: softmax_slope
/// The chain from the logits of one sample to its cross-entropy, and back.
///
/// ```
/// use listings::by_hand::SoftmaxSlope;
/// use ndarray::array;
///
/// // Logits 0, ln 2, 0, and the last class is the true one.
/// let chain = SoftmaxSlope::at(&array![0.0, 2.0_f64.ln(), 0.0], 2);
/// let near = |a: f64, b: f64| (a - b).abs() < 1e-15; // ln 2 is rounded
/// assert!(near(chain.probabilities[1], 0.5)); // 2/(1 + 2 + 1)
/// assert!(near(chain.loss, 4.0_f64.ln())); // −ln ¼
/// assert!(near(chain.probability_slopes[2], -4.0)); // −1/¼
/// assert!(near(chain.jacobian[2][2], 3.0 / 16.0)); // ¼ · (1 − ¼)
/// assert!(near(chain.jacobian[1][2], -2.0 / 16.0)); // −½ · ¼
/// assert!(near(chain.logit_slopes[0], 0.25)); // −1/16 · (−4)
/// assert!(near(chain.logit_slopes[1], 0.5)); // −2/16 · (−4)
/// assert!(near(chain.logit_slopes[2], -0.75)); // 3/16 · (−4): p − y
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SoftmaxSlope {
    /// z.
    pub logits: Vec<f64>,
    /// p.
    pub probabilities: Vec<f64>,
    /// L.
    pub loss: f64,
    /// ∂L/∂p.
    pub probability_slopes: Vec<f64>,
    /// J: row i holds ∂p_i/∂z.
    pub jacobian: Vec<Vec<f64>>,
    /// ∂L/∂z = Jᵀ ∂L/∂p.
    pub logit_slopes: Vec<f64>,
}

impl SoftmaxSlope {
    /// At the logits z of shape (k), with the true class t.
    ///
    /// # Panics
    /// Panics unless t < k.
    pub fn at(logits: &Array1<f64>, class: usize) -> Self {
        let k = logits.len();
        assert!(class < k, "class {class} of {k} classes; valid are those below {k}");
        let p = softmax(logits.view());
        let one = |i: usize, j: usize| if i == j { 1.0 } else { 0.0 };
        let upstream = Array1::from_shape_fn(k, |j| -one(j, class) / p[j]);
        let jacobian = Array2::from_shape_fn((k, k), |(i, j)| p[i] * (one(i, j) - p[j]));
        Self {
            logits: logits.to_vec(),
            loss: -p[class].ln(),
            logit_slopes: jacobian.t().dot(&upstream).to_vec(),
            probability_slopes: upstream.to_vec(),
            jacobian: jacobian.outer_iter().map(|row| row.to_vec()).collect(),
            probabilities: p.to_vec(),
        }
    }
}
// ANCHOR_END: softmax_slope

#[cfg(test)]
mod tests {
    use super::*;
    use crate::losses::{CrossEntropy, Loss};
    use ndarray::{Axis, array};

    #[test]
    fn the_product_of_the_chain_is_probabilities_less_targets() {
        for class in 0..4 {
            let logits = array![0.3, -1.2, 2.0, 0.0];
            let chain = SoftmaxSlope::at(&logits, class);
            let batch = logits.insert_axis(Axis(0));
            let expected = CrossEntropy::default().gradient(&batch, &array![class]);
            for (slope, expected) in chain.logit_slopes.iter().zip(&expected) {
                // Products and quotients of a few numbers below 20.
                assert!((slope - expected).abs() < 1e-14);
            }
            // Logits that all move by the same amount change nothing.
            assert!(
                chain
                    .jacobian
                    .iter()
                    .all(|row| { row.iter().sum::<f64>().abs() < 1e-15 })
            );
        }
    }

    #[test]
    #[should_panic(expected = "class 2 of 2 classes")]
    fn a_class_that_does_not_exist_is_refused() {
        SoftmaxSlope::at(&array![0.0, 1.0], 2);
    }
}
