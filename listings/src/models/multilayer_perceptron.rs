//! The multilayer perceptron: affine layers with ReLU between them.
//!
//! H₀ = X,   Z_l = H_{l−1} W_l + b_l,   H_l = m_l ⊙ max(0, Z_l) for every layer but the
//! last, whose Z is the output; m_l is a dropout mask in training and 1 otherwise.
//! Backward, with G_l = ∂L/∂Z_l:   ∂L/∂W_l = H_{l−1}ᵀ G_l,   G_{l−1} = (G_l W_lᵀ) ⊙
//! m_{l−1} ⊙ 1[Z_{l−1} > 0].
//!
//! **Convention.** The weights start as He's: W ~ N(0, 2/inputs), b = 0. PyTorch's
//! `Linear` starts from U(−1/√inputs, 1/√inputs), biases too.
//!
//! # Reference
//! D. E. Rumelhart, G. E. Hinton & R. J. Williams, "Learning representations by
//! back-propagating errors", *Nature* 323 (1986) 533–536. Start: K. He et al., "Delving
//! deep into rectifiers", *ICCV* (2015), eq. 10.

use super::Model;
use super::dense::Dense;
use super::dropout::dropout_mask;
use super::rectifier::{rectifier_slope, rectify};
use crate::error::{ParameterError, half_open_unit_interval};
use ndarray::{Array1, Array2, ArrayView1, s};
use rand::Rng;
use rand_distr::{Distribution, StandardNormal};
use std::ops::Range;

// ANCHOR: multilayer_perceptron
/// A network of affine layers with ReLU between them, of these widths: `[2, 16, 8, 2]`
/// takes 2 features, has hidden layers of 16 and 8, and gives 2 outputs.
///
/// ```
/// use listings::models::{Model, MultilayerPerceptron};
///
/// let network = MultilayerPerceptron::new(&[2, 16, 8, 2]);
/// assert_eq!(network.parameters(), (2 + 1) * 16 + (16 + 1) * 8 + (8 + 1) * 2);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct MultilayerPerceptron {
    layers: Vec<Dense>,
    dropout: f64,
}

/// What a forward pass leaves for the backward pass.
#[derive(Clone, Debug, PartialEq)]
pub struct Pass {
    /// H₀, H₁, …: what goes into each layer.
    inputs: Vec<Array2<f64>>,
    /// m_l ⊙ 1[Z_l > 0]: how each hidden unit answers to its Z.
    slopes: Vec<Array2<f64>>,
    output: Array2<f64>,
}

impl Pass {
    /// The output of the last layer, of shape (n, outputs).
    pub fn output(&self) -> &Array2<f64> {
        &self.output
    }
}

impl MultilayerPerceptron {
    /// A network without dropout.
    ///
    /// # Panics
    /// Panics unless there are at least two widths, all above zero.
    pub fn new(widths: &[usize]) -> Self {
        assert!(
            widths.len() >= 2 && !widths.contains(&0),
            "widths {widths:?}: a network needs its inputs and outputs, all above zero"
        );
        let dense = |pair: &[usize]| Dense { inputs: pair[0], outputs: pair[1] };
        Self { layers: widths.windows(2).map(dense).collect(), dropout: 0.0 }
    }

    /// The same network, with dropout after each hidden layer in training.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 ≤ probability < 1.
    pub fn with_dropout(mut self, probability: f64) -> Result<Self, ParameterError> {
        self.dropout = half_open_unit_interval("dropout", probability)?;
        Ok(self)
    }

    /// θ to start from: W ~ N(0, 2/inputs), b = 0.
    pub fn initial(&self, random: &mut impl Rng) -> Array1<f64> {
        let mut theta = Array1::zeros(self.parameters());
        for (layer, range) in self.layers.iter().zip(self.ranges()) {
            let weights = range.start..range.start + layer.inputs * layer.outputs;
            let deviation = (2.0 / layer.inputs as f64).sqrt();
            theta.slice_mut(s![weights]).mapv_inplace(|_| {
                let normal: f64 = StandardNormal.sample(random);
                deviation * normal
            });
        }
        theta
    }

    /// Where each layer's parameters are in θ.
    pub fn ranges(&self) -> Vec<Range<usize>> {
        let mut end = 0;
        let range = |layer: &Dense| {
            let start = end;
            end += layer.parameters();
            start..end
        };
        self.layers.iter().map(range).collect()
    }

    /// The forward pass as the network is used: without dropout.
    pub fn forward(&self, theta: &Array1<f64>, inputs: &Array2<f64>) -> Pass {
        self.pass(theta, inputs, |_| None)
    }

    /// The forward pass as the network is trained: with fresh dropout masks.
    pub fn forward_training(
        &self,
        theta: &Array1<f64>,
        inputs: &Array2<f64>,
        random: &mut impl Rng,
    ) -> Pass {
        self.pass(theta, inputs, |shape| {
            (self.dropout > 0.0).then(|| dropout_mask(shape, self.dropout, random))
        })
    }

    fn pass(
        &self,
        theta: &Array1<f64>,
        inputs: &Array2<f64>,
        mut mask: impl FnMut((usize, usize)) -> Option<Array2<f64>>,
    ) -> Pass {
        self.assert_fits(theta, inputs);
        let mut pass = Pass {
            inputs: vec![inputs.clone()],
            slopes: Vec::new(),
            output: Array2::zeros((0, 0)),
        };
        for (index, (layer, part)) in self.parts(theta).enumerate() {
            let z = layer.forward(part, &pass.inputs[index]);
            if index + 1 == self.layers.len() {
                pass.output = z;
                break;
            }
            let (mut hidden, mut slope) = (rectify(&z), rectifier_slope(&z));
            if let Some(mask) = mask(z.dim()) {
                hidden *= &mask;
                slope *= &mask;
            }
            pass.inputs.push(hidden);
            pass.slopes.push(slope);
        }
        pass
    }

    /// ∂L/∂θ from ∂L/∂output, through the pass that gave the output.
    pub fn backward_through(
        &self,
        theta: &Array1<f64>,
        pass: &Pass,
        output_gradient: &Array2<f64>,
    ) -> Array1<f64> {
        let mut gradient = Array1::zeros(self.parameters());
        let mut upstream = output_gradient.clone();
        let layers: Vec<_> = self.parts(theta).zip(self.ranges()).collect();
        for (index, ((layer, part), range)) in layers.into_iter().enumerate().rev() {
            let (own, before) = layer.backward(part, &pass.inputs[index], &upstream);
            gradient.slice_mut(s![range]).assign(&own);
            if index > 0 {
                upstream = before * &pass.slopes[index - 1];
            }
        }
        gradient
    }

    /// Each layer with its part of θ.
    fn parts<'t>(
        &'t self,
        theta: &'t Array1<f64>,
    ) -> impl Iterator<Item = (&'t Dense, ArrayView1<'t, f64>)> {
        let part = |range| theta.slice(s![range]);
        self.layers.iter().zip(self.ranges().into_iter().map(part))
    }

    fn assert_fits(&self, theta: &Array1<f64>, inputs: &Array2<f64>) {
        let (parameters, features) = (self.parameters(), self.layers[0].inputs);
        assert_eq!(
            (theta.len(), inputs.ncols()),
            (parameters, features),
            "{} parameters and inputs of shape {:?} for a network of {parameters} \
             parameters and {features} features",
            theta.len(),
            inputs.shape()
        );
    }
}

impl Model<Array2<f64>> for MultilayerPerceptron {
    fn parameters(&self) -> usize {
        self.layers.iter().map(Dense::parameters).sum()
    }

    fn predict(&self, theta: &Array1<f64>, inputs: &Array2<f64>) -> Array2<f64> {
        self.forward(theta, inputs).output
    }

    fn backward(
        &self,
        theta: &Array1<f64>,
        inputs: &Array2<f64>,
        output_gradient: &Array2<f64>,
    ) -> Array1<f64> {
        self.backward_through(theta, &self.forward(theta, inputs), output_gradient)
    }
}
// ANCHOR_END: multilayer_perceptron

// ANCHOR: blocks
/// The weights or the biases of a layer: where they are in θ, and their shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where they are.
    pub range: Range<usize>,
    /// (inputs, outputs) of a matrix of weights, row by row; none for biases.
    pub matrix: Option<(usize, usize)>,
}

impl MultilayerPerceptron {
    /// W and b of every layer, in the order of θ: what parameter groups are made of.
    ///
    /// ```
    /// use listings::models::MultilayerPerceptron;
    ///
    /// let blocks = MultilayerPerceptron::new(&[2, 3, 1]).blocks();
    /// let ranges: Vec<_> = blocks.iter().map(|block| block.range.clone()).collect();
    /// assert_eq!(ranges, [0..6, 6..9, 9..12, 12..13]);
    /// assert_eq!(blocks[0].matrix, Some((2, 3)));
    /// ```
    pub fn blocks(&self) -> Vec<Block> {
        let both = |(layer, range): (&Dense, Range<usize>)| {
            let border = range.start + layer.inputs * layer.outputs;
            let shape = (layer.inputs, layer.outputs);
            let weights = Block { range: range.start..border, matrix: Some(shape) };
            [weights, Block { range: border..range.end, matrix: None }]
        };
        self.layers.iter().zip(self.ranges()).flat_map(both).collect()
    }
}
// ANCHOR_END: blocks

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;
    use crate::losses::{CrossEntropy, Loss};
    use approx::assert_abs_diff_eq;
    use ndarray::array;

    fn inputs(samples: usize, features: usize, seed: u64) -> Array2<f64> {
        let mut random = seeded(seed);
        Array2::from_shape_simple_fn((samples, features), || {
            StandardNormal.sample(&mut random)
        })
    }

    #[test]
    fn a_network_by_hand() {
        // One hidden unit for each sign of x: the network computes |x|.
        let network = MultilayerPerceptron::new(&[1, 2, 1]);
        let theta = array![1.0, -1.0, 0.0, 0.0, 1.0, 1.0, 0.0];
        let inputs = array![[-3.0], [0.0], [2.0]];
        assert_eq!(network.predict(&theta, &inputs), array![[3.0], [0.0], [2.0]]);
        // Only the unit that is on learns: at x = 2 the first.
        let gradient = network.backward(&theta, &array![[2.0]], &array![[1.0]]);
        assert_eq!(gradient, array![2.0, 0.0, 1.0, 0.0, 2.0, 0.0, 1.0]);
    }

    #[test]
    fn the_gradient_of_every_layer_is_that_of_central_differences() {
        let network = MultilayerPerceptron::new(&[3, 5, 4, 3]);
        let (inputs, classes) = (inputs(7, 3, 1), array![0, 1, 2, 2, 1, 0, 1]);
        let loss = CrossEntropy::default();
        for seed in 1..=5 {
            // At b = 0 a sample that turns off a whole layer is on the kinks of the next.
            let theta = network.initial(&mut seeded(seed)) + 0.1;
            let at = |theta: &Array1<f64>| {
                loss.value(&network.predict(theta, &inputs), &classes)
            };
            let pull = loss.gradient(&network.predict(&theta, &inputs), &classes);
            let gradient = network.backward(&theta, &inputs, &pull);
            for (layer, range) in network.ranges().into_iter().enumerate() {
                let moved = |index: usize, by: f64| {
                    let mut theta = theta.clone();
                    theta[index] += by;
                    at(&theta)
                };
                for index in range {
                    // The truncation error is about h² and the rounding error ε/h: both
                    // near 1e-10 at h = 1e-5. No unit of these seeds is within h of its
                    // kink.
                    let (up, down) = (moved(index, 1e-5), moved(index, -1e-5));
                    let slope = (up - down) / 2e-5;
                    let error = (slope - gradient[index]).abs();
                    assert!(error < 1e-9, "seed {seed}, layer {layer}: {error}");
                }
            }
        }
    }

    #[test]
    fn a_dropped_unit_neither_speaks_nor_learns() {
        let network = MultilayerPerceptron::new(&[2, 6, 2]).with_dropout(0.5).unwrap();
        // Positive weights and inputs: without dropout, every unit is on.
        let theta = network.initial(&mut seeded(1)).mapv(f64::abs) + 0.1;
        let inputs = array![[1.0, 2.0]];
        let pass = network.forward_training(&theta, &inputs, &mut seeded(3));
        let gradient = network.backward_through(&theta, &pass, &array![[1.0, -1.0]]);
        let first = Dense { inputs: 2, outputs: 6 };
        let range = network.ranges()[0].clone();
        let weights = gradient.slice(s![range]);
        let dropped: Vec<usize> =
            (0..6).filter(|&unit| pass.slopes[0][[0, unit]] == 0.0).collect();
        assert!(!dropped.is_empty() && dropped.len() < 6, "{dropped:?}");
        for unit in 0..6 {
            let learns = first.weights(weights).column(unit).iter().any(|&g| g != 0.0);
            assert_eq!(learns, !dropped.contains(&unit), "unit {unit}");
            assert_eq!(pass.inputs[1][[0, unit]] == 0.0, dropped.contains(&unit));
        }
    }

    #[test]
    fn dropout_is_for_training_and_is_one_on_average() {
        let network = MultilayerPerceptron::new(&[2, 40, 1]).with_dropout(0.4).unwrap();
        let theta = network.initial(&mut seeded(1));
        let inputs = inputs(1, 2, 4);
        let used = network.predict(&theta, &inputs)[[0, 0]];
        let mut random = seeded(5);
        let outputs: Vec<f64> = (0..4000)
            .map(|_| {
                network.forward_training(&theta, &inputs, &mut random).output[[0, 0]]
            })
            .collect();
        let count = outputs.len() as f64;
        let mean = outputs.iter().sum::<f64>() / count;
        let variance = outputs.iter().map(|o| (o - mean).powi(2)).sum::<f64>() / count;
        // Four standard errors of the mean.
        assert_abs_diff_eq!(mean, used, epsilon = 4.0 * (variance / count).sqrt());
        assert!(variance > 0.01, "{variance}");
    }

    #[test]
    fn the_start_has_the_stated_spread_and_no_bias() {
        let network = MultilayerPerceptron::new(&[50, 400]);
        let theta = network.initial(&mut seeded(1));
        let layer = Dense { inputs: 50, outputs: 400 };
        let weights = layer.weights(theta.view());
        let variance = weights.mapv(|w| w * w).mean().unwrap();
        // 2/50, with four standard errors: 0.04 · √(2/20 000).
        assert_abs_diff_eq!(variance, 0.04, epsilon = 0.0016);
        assert!(layer.biases(theta.view()).iter().all(|&b| b == 0.0));
    }

    #[test]
    fn no_sample_gives_no_output_and_no_gradient() {
        let network = MultilayerPerceptron::new(&[2, 3, 2]);
        let theta = network.initial(&mut seeded(1));
        let empty = Array2::zeros((0, 2));
        assert_eq!(network.predict(&theta, &empty), empty);
        assert_eq!(network.backward(&theta, &empty, &empty), Array1::<f64>::zeros(17));
    }

    #[test]
    fn a_nan_in_a_sample_stays_in_its_row() {
        let network = MultilayerPerceptron::new(&[2, 3, 1]);
        let theta = network.initial(&mut seeded(1));
        let output = network.predict(&theta, &array![[f64::NAN, 1.0], [0.5, 1.0]]);
        assert!(output[[0, 0]].is_nan() && output[[1, 0]].is_finite());
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let error = MultilayerPerceptron::new(&[2, 3]).with_dropout(1.0).unwrap_err();
        assert_eq!(error.to_string(), "dropout = 1 is outside [0, 1)");
    }

    #[test]
    #[should_panic(
        expected = "4 parameters and inputs of shape [1, 2] for a network of 9"
    )]
    fn parameters_of_another_network_are_refused() {
        MultilayerPerceptron::new(&[2, 3])
            .predict(&Array1::zeros(4), &Array2::zeros((1, 2)));
    }

    #[test]
    #[should_panic(expected = "widths [3]: a network needs its inputs and outputs")]
    fn one_width_is_no_network() {
        MultilayerPerceptron::new(&[3]);
    }
}
