//! One layer of a network: an affine map.
//!
//! Z = XW + b,   ∂L/∂W = Xᵀ ∂L/∂Z,   ∂L/∂b = Σ over the samples of ∂L/∂Z,   ∂L/∂X =
//! ∂L/∂Z Wᵀ, with X of shape (n, inputs), W of shape (inputs, outputs), b of shape
//! (outputs).
//!
//! **Convention.** W has inputs in its rows, as in Keras. PyTorch's `Linear` keeps the
//! transpose.
//!
//! # Reference
//! I. Goodfellow, Y. Bengio & A. Courville, *Deep Learning* (2016), §6.5.

use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis, s};

// ANCHOR: dense
/// An affine layer, whose parameters are a part of θ: W row by row, then b.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dense {
    /// Features of a sample that goes in.
    pub inputs: usize,
    /// Features of a sample that comes out.
    pub outputs: usize,
}

impl Dense {
    /// inputs · outputs weights and as many biases as outputs.
    pub fn parameters(&self) -> usize {
        (self.inputs + 1) * self.outputs
    }

    /// W, of shape (inputs, outputs).
    pub fn weights<'t>(&self, theta: ArrayView1<'t, f64>) -> ArrayView2<'t, f64> {
        theta
            .slice_move(s![..self.inputs * self.outputs])
            .into_shape_with_order((self.inputs, self.outputs))
            .expect("a layer's parameters are contiguous")
    }

    /// b, of shape (outputs).
    pub fn biases<'t>(&self, theta: ArrayView1<'t, f64>) -> ArrayView1<'t, f64> {
        theta.slice_move(s![self.inputs * self.outputs..])
    }

    /// Z = XW + b.
    pub fn forward(&self, theta: ArrayView1<f64>, inputs: &Array2<f64>) -> Array2<f64> {
        inputs.dot(&self.weights(theta)) + self.biases(theta)
    }

    /// ∂L/∂(W, b), and ∂L/∂X for the layer before, from ∂L/∂Z.
    pub fn backward(
        &self,
        theta: ArrayView1<f64>,
        inputs: &Array2<f64>,
        output_gradient: &Array2<f64>,
    ) -> (Array1<f64>, Array2<f64>) {
        let weights = inputs.t().dot(output_gradient);
        let biases = output_gradient.sum_axis(Axis(0));
        let input_gradient = output_gradient.dot(&self.weights(theta).t());
        (weights.iter().chain(&biases).copied().collect(), input_gradient)
    }
}
// ANCHOR_END: dense

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn a_layer_by_hand() {
        // W = [[1, 2], [3, 4]], b = [10, 20]; x = (1, −1).
        let (layer, theta) =
            (Dense { inputs: 2, outputs: 2 }, array![1.0, 2.0, 3.0, 4.0, 10.0, 20.0]);
        let inputs = array![[1.0, -1.0]];
        assert_eq!(layer.forward(theta.view(), &inputs), array![[8.0, 18.0]]);
        let (parameters, back) =
            layer.backward(theta.view(), &inputs, &array![[1.0, -2.0]]);
        assert_eq!(parameters, array![1.0, -2.0, -1.0, 2.0, 1.0, -2.0]);
        assert_eq!(back, array![[-3.0, -5.0]]);
    }
}
