//! The smallest network with a hidden layer to speak of: 2 inputs, 2 rectified units,
//! 1 output, the squared error of one sample. Every number of both passes.
//!
//! z_j = x₁ w₁ⱼ + x₂ w₂ⱼ + b_j,   h_j = max(0, z_j),   ŷ = v₁h₁ + v₂h₂ + c,
//! L = (ŷ − y)².   Backward, with δ = ∂L/∂z:
//! ∂L/∂ŷ = 2(ŷ − y),   ∂L/∂v_j = ∂L/∂ŷ · h_j,   ∂L/∂c = ∂L/∂ŷ,
//! ∂L/∂h_j = ∂L/∂ŷ · v_j,   δ_j = ∂L/∂h_j · 1[z_j > 0],
//! ∂L/∂w_ij = x_i δ_j,   ∂L/∂b_j = δ_j.
//!
//! # Reference
//! D. E. Rumelhart, G. E. Hinton & R. J. Williams, "Learning representations by
//! back-propagating errors", *Nature* 323 (1986) 533–536.

use serde::Serialize;

// ANCHOR: two_layer
/// The parameters of the network.
///
/// ```
/// use listings::by_hand::TwoLayer;
///
/// let network = TwoLayer {
///     hidden_weights: [[1.0, -1.0], [0.5, 1.0]], // a row for each input
///     hidden_biases: [0.0, -0.5],
///     output_weights: [1.0, -2.0],
///     output_bias: 0.5,
/// };
/// let pass = network.forward([1.0, 2.0], 3.0);
/// assert_eq!(pass.z, [2.0, 0.5]); // 1·1 + 2·½ + 0 and 1·(−1) + 2·1 − ½
/// assert_eq!(pass.hidden, [2.0, 0.5]); // both units are on
/// assert_eq!(pass.output, 1.5); // 1·2 − 2·½ + ½
/// assert_eq!(pass.residual, -1.5); // 1.5 − 3
/// assert_eq!(pass.loss, 2.25);
///
/// let slopes = network.backward([1.0, 2.0], &pass);
/// assert_eq!(slopes.output, -3.0); // 2 · (−1.5)
/// assert_eq!(slopes.output_weights, [-6.0, -1.5]); // −3·2 and −3·½
/// assert_eq!(slopes.output_bias, -3.0);
/// assert_eq!(slopes.hidden, [-3.0, 6.0]); // −3·1 and −3·(−2)
/// assert_eq!(slopes.z, [-3.0, 6.0]); // both units are on
/// assert_eq!(slopes.hidden_weights, [[-3.0, 6.0], [-6.0, 12.0]]); // x₁δ, x₂δ
/// assert_eq!(slopes.hidden_biases, [-3.0, 6.0]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TwoLayer {
    /// W: a row for each input, a column for each unit.
    pub hidden_weights: [[f64; 2]; 2],
    /// b.
    pub hidden_biases: [f64; 2],
    /// v.
    pub output_weights: [f64; 2],
    /// c.
    pub output_bias: f64,
}

/// What the forward pass computes, and the backward pass needs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TwoLayerPass {
    /// z.
    pub z: [f64; 2],
    /// h.
    pub hidden: [f64; 2],
    /// ŷ.
    pub output: f64,
    /// r = ŷ − y.
    pub residual: f64,
    /// L.
    pub loss: f64,
}

/// The derivatives of L, in the order in which the backward pass finds them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TwoLayerSlopes {
    /// ∂L/∂ŷ.
    pub output: f64,
    /// ∂L/∂v.
    pub output_weights: [f64; 2],
    /// ∂L/∂c.
    pub output_bias: f64,
    /// ∂L/∂h.
    pub hidden: [f64; 2],
    /// δ = ∂L/∂z.
    pub z: [f64; 2],
    /// ∂L/∂W, of the shape of W.
    pub hidden_weights: [[f64; 2]; 2],
    /// ∂L/∂b.
    pub hidden_biases: [f64; 2],
}

impl TwoLayer {
    /// From the inputs x and the target y to the loss.
    pub fn forward(&self, x: [f64; 2], target: f64) -> TwoLayerPass {
        let [from_first, from_second] = self.hidden_weights;
        let z = [0, 1].map(|j| {
            x[0] * from_first[j] + x[1] * from_second[j] + self.hidden_biases[j]
        });
        let hidden = z.map(|z| if z < 0.0 { 0.0 } else { z });
        let [v1, v2] = self.output_weights;
        let output = v1 * hidden[0] + v2 * hidden[1] + self.output_bias;
        let residual = output - target;
        TwoLayerPass { z, hidden, output, residual, loss: residual * residual }
    }

    /// From the loss back to every parameter.
    pub fn backward(&self, x: [f64; 2], pass: &TwoLayerPass) -> TwoLayerSlopes {
        let output = 2.0 * pass.residual;
        let hidden = self.output_weights.map(|v| output * v);
        let z = [0, 1].map(|j| if pass.z[j] > 0.0 { hidden[j] } else { 0.0 });
        TwoLayerSlopes {
            output,
            output_weights: pass.hidden.map(|h| output * h),
            output_bias: output,
            hidden,
            z,
            hidden_weights: x.map(|x| z.map(|delta| x * delta)),
            hidden_biases: z,
        }
    }

    /// The parameters after a step at the rate η.
    pub fn step(&self, rate: f64, slopes: &TwoLayerSlopes) -> Self {
        let moved = |a: [f64; 2], g: [f64; 2]| [0, 1].map(|i| a[i] - rate * g[i]);
        Self {
            hidden_weights: [0, 1]
                .map(|i| moved(self.hidden_weights[i], slopes.hidden_weights[i])),
            hidden_biases: moved(self.hidden_biases, slopes.hidden_biases),
            output_weights: moved(self.output_weights, slopes.output_weights),
            output_bias: self.output_bias - rate * slopes.output_bias,
        }
    }
}
// ANCHOR_END: two_layer

#[cfg(test)]
mod tests {
    use super::*;
    use crate::losses::{Loss, MeanSquaredError};
    use crate::models::{Model, MultilayerPerceptron};
    use ndarray::{Array1, Axis, array};

    fn flat(network: &TwoLayer) -> Array1<f64> {
        let weights = network.hidden_weights.concat();
        let parts = [
            &weights[..],
            &network.hidden_biases,
            &network.output_weights,
            &[network.output_bias],
        ];
        Array1::from(parts.concat())
    }

    #[test]
    fn it_is_the_multilayer_perceptron_of_these_widths() {
        let model = MultilayerPerceptron::new(&[2, 2, 1]);
        // The chapter's network and sample; and with the second unit off.
        for second in [1.0, -1.0] {
            let network = TwoLayer {
                hidden_weights: [[1.0, -1.0], [0.5, second]],
                hidden_biases: [0.0, -0.5],
                output_weights: [1.0, -2.0],
                output_bias: 0.5,
            };
            let (x, y) = ([1.0, 2.0], 3.0);
            let pass = network.forward(x, y);
            let slopes = network.backward(x, &pass);
            assert_eq!(slopes.z[1] == 0.0, second < 0.0);
            let (theta, inputs) = (flat(&network), array![[1.0, 2.0]]);
            let output = model.predict(&theta, &inputs).remove_axis(Axis(1));
            // Short binary fractions throughout.
            assert_eq!(array![pass.output], output);
            let pull = MeanSquaredError.gradient(&output, &array![y]);
            let gradient = model.backward(&theta, &inputs, &pull.insert_axis(Axis(1)));
            let moved = flat(&network.step(0.25, &slopes));
            assert_eq!(moved, theta - 0.25 * gradient);
        }
    }
}
