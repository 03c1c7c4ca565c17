//! The models: linear, or with one hidden layer.

use listings::models::{Model, MultilayerPerceptron};
use ndarray::{Array1, Array2, Axis};

/// A network with one output, as a vector: without a hidden layer it is the linear model,
/// θ = (weights, intercept).
#[derive(Clone, Debug)]
pub(super) struct Regressor(pub(super) MultilayerPerceptron);

impl Regressor {
    pub(super) fn new(features: usize, hidden: usize) -> Self {
        let widths =
            if hidden == 0 { vec![features, 1] } else { vec![features, hidden, 1] };
        Self(MultilayerPerceptron::new(&widths))
    }
}

impl Model for Regressor {
    fn parameters(&self) -> usize {
        self.0.parameters()
    }

    fn predict(&self, theta: &Array1<f64>, inputs: &Array2<f64>) -> Array1<f64> {
        self.0.predict(theta, inputs).remove_axis(Axis(1))
    }

    fn backward(
        &self,
        theta: &Array1<f64>,
        inputs: &Array2<f64>,
        pull: &Array1<f64>,
    ) -> Array1<f64> {
        self.0.backward(theta, inputs, &pull.clone().insert_axis(Axis(1)))
    }
}
