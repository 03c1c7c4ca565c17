//! The gradient of a network by backpropagation, with every multiplication counted.
//!
//! A product of an (n, k) and a (k, m) matrix takes nkm multiplications. Forward there
//! is one product a layer, Z = HW + b; backward there are two, ∂W = HᵀG and ∂H = GWᵀ,
//! and for the first layer only the one.
//!
//! # Reference
//! A. Griewank & A. Walther, *Evaluating Derivatives*, 2nd ed. (2008).

use crate::models::{Dense, rectifier_slope, rectify};
use ndarray::{Array1, Array2, Axis, s};

// ANCHOR: counted_gradient
/// A gradient, and what it cost.
#[derive(Clone, Debug, PartialEq)]
pub struct CountedGradient {
    /// The mean squared error.
    pub loss: f64,
    /// ∂L/∂θ.
    pub gradient: Array1<f64>,
    /// Multiplications of the forward pass.
    pub forward: usize,
    /// Multiplications of the backward pass.
    pub backward: usize,
}

/// AB, and its multiplications on the counter.
fn product(a: &Array2<f64>, b: &Array2<f64>, counter: &mut usize) -> Array2<f64> {
    *counter += a.nrows() * a.ncols() * b.ncols();
    a.dot(b)
}

/// A ⊙ B, entry by entry.
fn entrywise(a: Array2<f64>, b: &Array2<f64>, counter: &mut usize) -> Array2<f64> {
    *counter += a.len();
    a * b
}

/// The mean squared error of a network of these layers, with ReLU between them, and its
/// gradient. X is of shape (n, inputs), the targets of shape (n, outputs).
pub fn counted_gradient(
    layers: &[Dense],
    theta: &Array1<f64>,
    inputs: &Array2<f64>,
    targets: &Array2<f64>,
) -> CountedGradient {
    let (mut forward, mut backward, mut start) = (0, 0, 0);
    // What goes into each layer, its Z, and where its parameters are.
    let (mut into, mut z_of, mut ranges) = (vec![inputs.clone()], vec![], vec![]);
    for layer in layers {
        let range = start..start + layer.parameters();
        start = range.end;
        let part = theta.slice(s![range.clone()]);
        let weights = layer.weights(part).to_owned();
        let h = into.last().expect("the inputs");
        let z = product(h, &weights, &mut forward) + layer.biases(part);
        into.push(rectify(&z));
        z_of.push(z);
        ranges.push(range);
    }

    let residual = z_of.last().expect("a layer") - targets;
    let count = residual.len() as f64;
    forward += residual.len(); // the squares
    let loss = residual.mapv(|r| r * r).sum() / count;

    let mut gradient = Array1::zeros(theta.len());
    backward += residual.len(); // times 2/n
    let mut upstream = residual * (2.0 / count);
    for (index, layer) in layers.iter().enumerate().rev() {
        let weights = product(&into[index].t().to_owned(), &upstream, &mut backward);
        let own = weights.iter().copied().chain(upstream.sum_axis(Axis(0)));
        gradient
            .slice_mut(s![ranges[index].clone()])
            .assign(&own.collect::<Array1<f64>>());
        if index > 0 {
            let part = theta.slice(s![ranges[index].clone()]);
            let transposed = layer.weights(part).t().to_owned();
            let before = product(&upstream, &transposed, &mut backward);
            let slope = rectifier_slope(&z_of[index - 1]);
            upstream = entrywise(before, &slope, &mut backward);
        }
    }
    CountedGradient { loss, gradient, forward, backward }
}
// ANCHOR_END: counted_gradient

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;
    use crate::models::{Model, MultilayerPerceptron};

    #[test]
    fn the_gradient_is_that_of_the_network_and_the_count_that_of_the_formula() {
        let layers =
            [(3, 5), (5, 4), (4, 2)].map(|(inputs, outputs)| Dense { inputs, outputs });
        let network = MultilayerPerceptron::new(&[3, 5, 4, 2]);
        let theta = network.initial(&mut seeded(1));
        let inputs = Array2::from_shape_fn((6, 3), |(i, j)| {
            (i as f64 - 2.5) * (1.0 - j as f64) + 0.3
        });
        let targets = Array2::from_elem((6, 2), 0.7);
        let counted = counted_gradient(&layers, &theta, &inputs, &targets);
        let pull = (network.predict(&theta, &inputs) - &targets) * (2.0 / 12.0);
        let expected = network.backward(&theta, &inputs, &pull);
        let worst = (&counted.gradient - &expected).mapv(f64::abs);
        // The same sums, and 2/12 once.
        assert!(worst.iter().all(|&error| error < 1e-14), "{worst}");
        // 15 + 20 + 8 weights, 12 outputs; backward twice but for the first layer, and
        // the slopes of 4 and 5 units, for 6 samples.
        assert_eq!(counted.forward, 6 * 43 + 12);
        assert_eq!(counted.backward, 6 * (8 + 8 + 20 + 20 + 15) + 6 * (4 + 5) + 12);
    }
}
