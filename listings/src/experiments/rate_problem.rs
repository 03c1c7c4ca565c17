//! The regression that the experiments on rates share, and a network of one output for it.

use crate::data::{Standardization, gaussian, seeded};
use crate::models::{Model, MultilayerPerceptron};
use ndarray::{Array1, Array2, Axis};
use rand::RngExt;

/// Features.
pub const FEATURES: usize = 10;

/// The standard deviation of the noise in a target, in the lecture's problem.
pub const NOISE: f64 = 10.0;

/// Inputs of shape (n, 10) and targets of shape (n).
pub type Samples = (Array2<f64>, Array1<f64>);

/// y = Xw + N(0, noise²), with X ~ N(0, 1) and w ~ U(0, 100), as scikit-learn's
/// `make_regression` draws them.
pub fn regression(samples: usize, noise: f64, seed: u64) -> Samples {
    let mut random = seeded(seed);
    let weights: Array1<f64> =
        (0..FEATURES).map(|_| random.random_range(0.0..100.0)).collect();
    let inputs = gaussian(samples, FEATURES, 1.0, &mut random);
    let errors = gaussian(1, samples, noise, &mut random).row(0).to_owned();
    let targets = inputs.dot(&weights) + errors;
    (inputs, targets)
}

/// Inputs and targets standardized by the first `training` samples.
pub fn standardized((inputs, targets): &Samples, training: usize) -> Samples {
    let indices: Vec<usize> = (0..training).collect();
    let inputs = Standardization::fit(&inputs.select(Axis(0), &indices)).apply(inputs);
    let column = targets.clone().insert_axis(Axis(1));
    let targets = Standardization::fit(&column.select(Axis(0), &indices)).apply(&column);
    (inputs, targets.column(0).to_owned())
}

/// The samples of an interval.
pub fn part((inputs, targets): &Samples, range: std::ops::Range<usize>) -> Samples {
    let indices: Vec<usize> = range.collect();
    (inputs.select(Axis(0), &indices), targets.select(Axis(0), &indices))
}

/// The mean square of what deviates from the mean.
pub fn variance(values: &Array1<f64>) -> f64 {
    let n = values.len() as f64;
    let mean = values.sum() / n;
    values.mapv(|value| (value - mean).powi(2)).sum() / n
}

/// A perceptron of one output, as a model of numbers.
pub struct Regressor(pub MultilayerPerceptron);

impl Regressor {
    /// A network of these widths, the last of them 1.
    pub fn new(widths: &[usize]) -> Self {
        assert_eq!(widths.last(), Some(&1), "a regression has one output");
        Self(MultilayerPerceptron::new(widths))
    }
}

impl Model for Regressor {
    fn parameters(&self) -> usize {
        self.0.parameters()
    }

    fn predict(&self, theta: &Array1<f64>, inputs: &Array2<f64>) -> Array1<f64> {
        self.0.predict(theta, inputs).column(0).to_owned()
    }

    fn backward(
        &self,
        theta: &Array1<f64>,
        inputs: &Array2<f64>,
        output_gradient: &Array1<f64>,
    ) -> Array1<f64> {
        let pull = output_gradient.clone().insert_axis(Axis(1));
        self.0.backward(theta, inputs, &pull)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn training_samples_get_mean_zero_and_variance_one_and_the_noise_is_what_it_is() {
        let raw = regression(500, NOISE, 1);
        let scaled = standardized(&raw, 400);
        let training = part(&scaled, 0..400).1;
        assert!(
            training.sum().abs() < 1e-10 && (variance(&training) - 1.0).abs() < 1e-12
        );
        // Ten weights of mean square 100²/3: a variance of 33 333, give or take as much
        // again as ten squares of uniform numbers vary, a standard deviation of 9400.
        assert!((5e3..7e4).contains(&variance(&raw.1)), "{}", variance(&raw.1));
    }

    #[test]
    fn a_regressor_is_its_network() {
        let network = Regressor::new(&[FEATURES, 4, 1]);
        let (inputs, _) = regression(6, NOISE, 1);
        let theta = network.0.initial(&mut seeded(1));
        let output = network.0.predict(&theta, &inputs);
        assert_eq!(network.predict(&theta, &inputs), output.column(0));
        let pull = Array1::linspace(-1.0, 1.0, 6);
        let expected =
            network.0.backward(&theta, &inputs, &pull.clone().insert_axis(Axis(1)));
        assert_eq!(network.backward(&theta, &inputs, &pull), expected);
    }
}
