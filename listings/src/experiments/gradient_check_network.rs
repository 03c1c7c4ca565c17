//! A network with two hidden layers whose backward pass can be given the usual mistakes.

use crate::data::seeded;
use crate::models::{Dense, rectifier_slope, rectify};
use ndarray::{Array1, Array2, Axis, concatenate, s};
use rand_distr::{Distribution, StandardNormal};

// ANCHOR: mistakes
/// What may be wrong with a backward pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// Nothing.
    None,
    /// y − ŷ for ŷ − y.
    Sign,
    /// r for 2r.
    Factor,
    /// The gradient of the sum, of a value that is the mean.
    Sum,
    /// The slope of the first hidden layer's units left out.
    Slope,
    /// W in place of Wᵀ, through the square layer in the middle.
    Transposed,
    /// The bias gradient of the first sample in place of the sum over the batch.
    Bias,
}

/// 2 inputs, hidden layers of 3 and 3 rectified units, 1 output.
const LAYERS: [Dense; 3] = [
    Dense { inputs: 2, outputs: 3 },
    Dense { inputs: 3, outputs: 3 },
    Dense { inputs: 3, outputs: 1 },
];

/// A place at which a gradient is checked: θ of shape (25), X of shape (n, 2), targets
/// of shape (n, 1).
#[derive(Clone, Debug)]
pub struct Place {
    /// θ.
    pub theta: Array1<f64>,
    /// X.
    pub inputs: Array2<f64>,
    /// y.
    pub targets: Array2<f64>,
}

impl Place {
    /// The mean squared error at parameters θ.
    pub fn loss(&self, theta: &Array1<f64>) -> f64 {
        let [.., output] = self.forward(theta);
        (output - &self.targets).mapv(|r| r * r).mean().expect("there are samples")
    }

    /// Z of each layer.
    fn forward(&self, theta: &Array1<f64>) -> [Array2<f64>; 3] {
        let [first, second, third] = parts(theta);
        let z1 = LAYERS[0].forward(first.view(), &self.inputs);
        let z2 = LAYERS[1].forward(second.view(), &rectify(&z1));
        let z3 = LAYERS[2].forward(third.view(), &rectify(&z2));
        [z1, z2, z3]
    }

    /// The gradient of the loss, but for the mistake.
    pub fn gradient(&self, mistake: Mistake) -> Array1<f64> {
        let [first, second, third] = parts(&self.theta);
        let [z1, z2, output] = self.forward(&self.theta);
        let n = self.targets.len() as f64;
        let scale = match mistake {
            Mistake::Sign => -2.0 / n,
            Mistake::Factor => 1.0 / n,
            Mistake::Sum => 2.0,
            _ => 2.0 / n,
        };
        let g3 = (output - &self.targets) * scale;
        let (own3, back) = LAYERS[2].backward(third.view(), &rectify(&z2), &g3);
        let g2 = back * rectifier_slope(&z2);
        let (own2, mut back) = LAYERS[1].backward(second.view(), &rectify(&z1), &g2);
        if mistake == Mistake::Transposed {
            back = g2.dot(&LAYERS[1].weights(second.view()));
        }
        let g1 =
            if mistake == Mistake::Slope { back } else { back * rectifier_slope(&z1) };
        let (mut own1, _) = LAYERS[0].backward(first.view(), &self.inputs, &g1);
        if mistake == Mistake::Bias {
            own1.slice_mut(s![6..]).assign(&g1.row(0));
        }
        concatenate(Axis(0), &[own1.view(), own2.view(), own3.view()]).expect("vectors")
    }
}
// ANCHOR_END: mistakes

impl Mistake {
    /// Every backward pass there is, in words; the right one is the first.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::None, "no mistake"),
        (Self::Sign, "sign: y − ŷ"),
        (Self::Factor, "factor 2 forgotten"),
        (Self::Sum, "gradient of the sum"),
        (Self::Slope, "ReLU slope forgotten"),
        (Self::Transposed, "W for Wᵀ"),
        (Self::Bias, "bias not summed"),
    ];
}

/// θ layer by layer.
fn parts(theta: &Array1<f64>) -> [Array1<f64>; 3] {
    [0..9, 9..21, 21..25].map(|range| theta.slice(s![range]).to_owned())
}

/// Normal numbers of a seed.
fn normal(count: usize, seed: u64) -> Array1<f64> {
    let mut random = seeded(seed);
    Array1::from_shape_simple_fn(count, || StandardNormal.sample(&mut random))
}

impl Place {
    /// Normal parameters, n normal inputs and targets: some units are on, some off.
    pub fn ordinary(samples: usize, seed: u64) -> Self {
        let column = |count, seed| normal(count, 1000 + seed).insert_axis(Axis(1));
        let inputs = normal(2 * samples, 2000 + seed);
        Self {
            theta: normal(25, seed),
            inputs: inputs.into_shape_with_order((samples, 2)).expect("pairs"),
            targets: column(samples, seed),
        }
    }

    /// The same with targets that there is something to learn from: the larger of the
    /// two inputs.
    pub fn with_larger_input(mut self) -> Self {
        let larger = self.inputs.map_axis(Axis(1), |x| x[0].max(x[1]));
        self.targets = larger.insert_axis(Axis(1));
        self
    }

    /// The same with other biases of both hidden layers.
    pub fn with_hidden_biases(mut self, bias: f64) -> Self {
        self.theta.slice_mut(s![6..9]).fill(bias);
        self.theta.slice_mut(s![18..21]).fill(bias);
        self
    }

    /// The same with a matrix in the middle that has no negative entry.
    pub fn with_positive_middle(mut self) -> Self {
        self.theta.slice_mut(s![9..18]).mapv_inplace(f64::abs);
        self
    }

    /// The same with a symmetric matrix in the middle.
    pub fn with_symmetric_weights(mut self) -> Self {
        for (row, column) in [(0, 1), (0, 2), (1, 2)] {
            self.theta[9 + 3 * column + row] = self.theta[9 + 3 * row + column];
        }
        self
    }

    /// The same with targets that the network hits.
    pub fn with_perfect_fit(mut self) -> Self {
        let [.., output] = self.forward(&self.theta);
        self.targets = output;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::{Model, MultilayerPerceptron};

    #[test]
    fn without_a_mistake_it_is_the_gradient_of_the_multilayer_perceptron() {
        let network = MultilayerPerceptron::new(&[2, 3, 3, 1]);
        for seed in 1..=5 {
            let place = Place::ordinary(6, seed);
            let output = network.predict(&place.theta, &place.inputs);
            let pull = (output - &place.targets) * (2.0 / 6.0);
            let expected = network.backward(&place.theta, &place.inputs, &pull);
            assert_eq!(place.gradient(Mistake::None), expected);
        }
    }
}
