//! A network whose activation, first weights and first biases can be chosen, and that
//! shows what its layers do.
//!
//! H₀ = X,   Z_l = H_{l−1} W_l + b_l,   H_l = m_l ⊙ h(Z_l), the last Z the logits.
//! Backward, G_{l−1} = (G_l W_lᵀ) ⊙ m_{l−1} ⊙ h'(Z_{l−1}): a product of as many factors
//! as there are layers above.
//!
//! # Reference
//! I. Goodfellow, Y. Bengio & A. Courville, *Deep Learning* (2016), §6.5.

use super::Activation;
use crate::data::gaussian;
use crate::models::{Dense, dropout_mask};
use ndarray::{Array1, Array2, ArrayView1, s};
use rand_pcg::Pcg64;
use std::ops::Range;

// ANCHOR: network
/// Affine layers with an activation between them.
#[derive(Clone, Debug)]
pub struct Network {
    layers: Vec<Dense>,
    activation: Activation,
}

/// What a forward pass leaves: all that a diagnosis looks at.
#[derive(Clone, Debug)]
pub struct Trace {
    /// H₀, H₁, …: what goes into each layer.
    pub inputs: Vec<Array2<f64>>,
    /// How each hidden unit answers to its Z: m_l ⊙ h'(Z_l).
    pub slopes: Vec<Array2<f64>>,
    /// Z of the last layer, of shape (n, classes).
    pub logits: Array2<f64>,
}

impl Trace {
    /// The share of silent units in the layer that has most of them. Silent is a unit
    /// whose slope is below 1/100 on every sample: no sample teaches it anything.
    pub fn silent_share(&self) -> f64 {
        let is_silent = |unit: &ArrayView1<f64>| unit.iter().all(|&slope| slope < 0.01);
        let share = |slopes: &Array2<f64>| {
            let silent = slopes.columns().into_iter().filter(is_silent).count();
            silent as f64 / slopes.ncols() as f64
        };
        self.slopes.iter().map(share).fold(0.0, f64::max)
    }
}

impl Network {
    /// A network of these widths.
    ///
    /// # Panics
    /// Panics unless there are at least three widths, all above zero: inputs, hidden
    /// units, outputs.
    pub fn new(widths: &[usize], activation: Activation) -> Self {
        assert!(
            widths.len() >= 3 && !widths.contains(&0),
            "widths {widths:?}: a network needs inputs, hidden units and outputs"
        );
        let dense = |pair: &[usize]| Dense { inputs: pair[0], outputs: pair[1] };
        Self { layers: widths.windows(2).map(dense).collect(), activation }
    }

    /// θ to start from: W ~ N(0, gain² c/inputs), hidden biases `bias`, the last ones 0.
    /// The last weights are a tenth of that: a fresh network should favor no class.
    pub fn initial(&self, gain: f64, bias: f64, random: &mut Pcg64) -> Array1<f64> {
        let mut theta = Vec::new();
        for (index, layer) in self.layers.iter().enumerate() {
            let variance = self.activation.variance() / layer.inputs as f64;
            let is_hidden = index + 1 < self.layers.len();
            let deviation = gain * variance.sqrt() * if is_hidden { 1.0 } else { 0.1 };
            theta.extend(gaussian(layer.inputs, layer.outputs, deviation, random));
            theta.extend(vec![if is_hidden { bias } else { 0.0 }; layer.outputs]);
        }
        Array1::from(theta)
    }

    /// Where the parameters of each layer are in θ: weights, then biases.
    pub fn ranges(&self) -> Vec<[Range<usize>; 2]> {
        let mut start = 0;
        let both = |layer: &Dense| {
            let border = start + layer.inputs * layer.outputs;
            let weights = start..border;
            start = border + layer.outputs;
            [weights, border..start]
        };
        self.layers.iter().map(both).collect()
    }

    /// The forward pass; with dropout where `dropout` gives its probability.
    pub fn forward(
        &self,
        theta: &Array1<f64>,
        inputs: &Array2<f64>,
        mut dropout: Option<(f64, &mut Pcg64)>,
    ) -> Trace {
        let (mut all, mut slopes) = (vec![inputs.clone()], Vec::new());
        let last = self.layers.len() - 1;
        for (index, [weights, biases]) in self.ranges().into_iter().enumerate() {
            let part = theta.slice(s![weights.start..biases.end]);
            let z = self.layers[index].forward(part, &all[index]);
            if index == last {
                return Trace { inputs: all, slopes, logits: z };
            }
            let mut hidden = self.activation.apply(&z);
            let mut slope = self.activation.slope(&hidden);
            if let Some((probability, random)) = &mut dropout {
                let mask = dropout_mask(z.dim(), *probability, *random);
                hidden *= &mask;
                slope *= &mask;
            }
            all.push(hidden);
            slopes.push(slope);
        }
        unreachable!("the last layer returns")
    }

    /// ∂L/∂θ from ∂L/∂logits.
    pub fn backward(
        &self,
        theta: &Array1<f64>,
        trace: &Trace,
        pull: &Array2<f64>,
    ) -> Array1<f64> {
        let mut gradient = Array1::zeros(theta.len());
        self.walk_back(theta, trace, pull, |layer, own, _| {
            gradient.slice_mut(s![layer]).assign(&own);
        });
        gradient
    }

    /// The root of the mean square of G_l = ∂L/∂Z_l, from the first layer to the last.
    pub fn signal_sizes(
        &self,
        theta: &Array1<f64>,
        trace: &Trace,
        pull: &Array2<f64>,
    ) -> Vec<f64> {
        let mut sizes = Vec::new();
        self.walk_back(theta, trace, pull, |_, _, signal| {
            let squares: f64 = signal.iter().map(|g| g * g).sum();
            sizes.push((squares / signal.len() as f64).sqrt());
        });
        sizes.reverse();
        sizes
    }

    /// From the last layer to the first: where the layer is in θ, its gradient, and G_l.
    fn walk_back(
        &self,
        theta: &Array1<f64>,
        trace: &Trace,
        pull: &Array2<f64>,
        mut at: impl FnMut(Range<usize>, Array1<f64>, &Array2<f64>),
    ) {
        let mut upstream = pull.clone();
        for (index, [weights, biases]) in self.ranges().into_iter().enumerate().rev() {
            let layer = weights.start..biases.end;
            let part = theta.slice(s![layer.clone()]);
            let (own, before) =
                self.layers[index].backward(part, &trace.inputs[index], &upstream);
            at(layer, own, &upstream);
            if index > 0 {
                upstream = before * &trace.slopes[index - 1];
            }
        }
    }

    /// The root of the mean square of a layer's gradient of weights, layer by layer.
    pub fn gradient_sizes(&self, gradient: &Array1<f64>) -> Vec<f64> {
        let size = |[weights, _]: [Range<usize>; 2]| {
            let part = gradient.slice(s![weights]);
            (part.dot(&part) / part.len() as f64).sqrt()
        };
        self.ranges().into_iter().map(size).collect()
    }
}
// ANCHOR_END: network

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;
    use crate::losses::{CrossEntropy, Loss};
    use crate::models::{Model, MultilayerPerceptron};
    use ndarray::array;

    fn inputs() -> Array2<f64> {
        gaussian(7, 2, 1.0, &mut seeded(3))
    }

    #[test]
    fn with_rectified_units_it_is_the_perceptron() {
        let widths = [2, 5, 4, 3];
        let network = Network::new(&widths, Activation::Rectifier);
        let perceptron = MultilayerPerceptron::new(&widths);
        let theta = network.initial(1.0, 0.1, &mut seeded(1));
        let trace = network.forward(&theta, &inputs(), None);
        assert_eq!(trace.logits, perceptron.predict(&theta, &inputs()));
        let pull = trace.logits.mapv(|z| z + 0.5);
        assert_eq!(
            network.backward(&theta, &trace, &pull),
            perceptron.backward(&theta, &inputs(), &pull)
        );
    }

    #[test]
    fn the_gradient_of_smooth_units_is_that_of_central_differences() {
        let classes = array![0, 1, 2, 2, 1, 0, 1];
        let loss = CrossEntropy::default();
        for activation in [Activation::Sigmoid, Activation::Tanh] {
            let network = Network::new(&[2, 4, 4, 3], activation);
            let theta = network.initial(1.5, 0.2, &mut seeded(2));
            let value = |theta: &Array1<f64>| {
                loss.value(&network.forward(theta, &inputs(), None).logits, &classes)
            };
            let trace = network.forward(&theta, &inputs(), None);
            let pull = loss.gradient(&trace.logits, &classes);
            let gradient = network.backward(&theta, &trace, &pull);
            for index in 0..theta.len() {
                let moved = |by: f64| {
                    let mut theta = theta.clone();
                    theta[index] += by;
                    value(&theta)
                };
                // Truncation and rounding are both near 1e-10 at h = 1e-5.
                let error = (moved(1e-5) - moved(-1e-5)) / 2e-5 - gradient[index];
                assert!(error.abs() < 1e-9, "{activation:?}, {index}: {error}");
            }
        }
    }

    #[test]
    fn a_signal_goes_through_weights_and_slopes() {
        // Z₁ = 2x, h = tanh Z₁, Z₂ = 3h: G₂ = 1 and G₁ = 3 (1 − h²).
        let network = Network::new(&[1, 1, 1], Activation::Tanh);
        let theta = array![2.0, 0.0, 3.0, 0.0];
        let trace = network.forward(&theta, &array![[0.5]], None);
        let sizes = network.signal_sizes(&theta, &trace, &array![[1.0]]);
        let slope = 1.0 - 1.0_f64.tanh().powi(2);
        assert_eq!(sizes.len(), 2);
        assert!((sizes[0] - 3.0 * slope).abs() < 1e-15 && sizes[1] == 1.0, "{sizes:?}");
    }

    #[test]
    fn units_that_are_off_on_every_sample_are_silent() {
        let network = Network::new(&[2, 6, 3], Activation::Rectifier);
        let on = network.initial(1.0, 0.0, &mut seeded(1));
        let off = network.initial(1.0, -100.0, &mut seeded(1));
        assert_eq!(network.forward(&off, &inputs(), None).silent_share(), 1.0);
        assert!(network.forward(&on, &inputs(), None).silent_share() < 0.5);
        let gradient = Array1::ones(on.len());
        assert_eq!(network.gradient_sizes(&gradient), [1.0, 1.0]);
    }
}
