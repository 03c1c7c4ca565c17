//! How the gradient changes on its way through many layers, before any training.

use super::{Experiment, Setting};
use crate::data::{gaussian, seeded};
use crate::diagnosing::{Activation, Network};
use crate::report::{Cell, Format, Table};
use ndarray::Array1;
use serde::Serialize;

/// Units of every layer, and samples.
const WIDTH: usize = 16;

/// The largest number of hidden layers.
pub const DEEPEST: usize = 20;

/// Depth, first weights and a seed.
#[derive(Clone, Debug)]
pub struct Config {
    /// Hidden layers.
    pub depth: usize,
    /// The first weights in units of their recommended size.
    pub gain: f64,
    /// The seed of inputs and weights.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { depth: 10, gain: 1.0, seed: 1 }
    }
}

/// Three activations.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Hidden layers.
    pub depth: usize,
    /// The gain.
    pub gain: f64,
    /// Sigmoid, tanh and ReLU.
    pub rows: Vec<Row>,
}

/// One activation.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// log₁₀ of the size of ∂L/∂Z of each hidden layer over the last one's.
    pub layers: Vec<f64>,
    /// log₁₀ of the first layer's over the last hidden one's for 2 to 20 of them.
    pub depths: Vec<f64>,
    /// The first layer's over the last one's at the depth.
    pub ratio: f64,
    /// The factor on the way from a layer to the one before it, on geometric average.
    pub factor: f64,
}

/// A logarithm that can be drawn.
fn exponent(ratio: f64) -> f64 {
    ratio.max(1e-30).log10()
}

/// The sizes of ∂L/∂Z of the hidden layers over the last one's.
fn sizes(activation: Activation, depth: usize, gain: f64, seed: u64) -> Vec<f64> {
    let network = Network::new(&vec![WIDTH; depth + 2], activation);
    let mut random = seeded(seed);
    let inputs = gaussian(WIDTH, WIDTH, 1.0, &mut random);
    let pull = gaussian(WIDTH, WIDTH, 1.0, &mut random);
    let theta: Array1<f64> = network.initial(gain, 0.0, &mut random);
    let trace = network.forward(&theta, &inputs, None);
    let mut sizes = network.signal_sizes(&theta, &trace, &pull);
    sizes.truncate(depth); // The layer of the logits has no activation.
    let last = sizes[depth - 1];
    sizes.into_iter().map(|size| if last > 0.0 { size / last } else { 0.0 }).collect()
}

impl Experiment for Config {
    const NAME: &'static str = "diagnosing-depth";
    const QUESTION: &'static str = "What is left of a gradient after many layers?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { depth, gain, seed } = self;
        vec![
            Setting::count("depth", "hidden layers", depth, 2..=DEEPEST),
            Setting::real("gain", "first weights ×", gain, 0.25..=4.0, 0.05)
                .logarithmic(),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { depth, gain, seed } = *self;
        let row = |activation: Activation| {
            let layers = sizes(activation, depth, gain, seed);
            let ratio = layers[0];
            let at = |depth: usize| exponent(sizes(activation, depth, gain, seed)[0]);
            Row {
                name: activation.name(),
                layers: layers.into_iter().map(exponent).collect(),
                depths: (2..=DEEPEST).map(at).collect(),
                ratio,
                factor: ratio.powf(1.0 / (depth - 1) as f64),
            }
        };
        let all = [Activation::Sigmoid, Activation::Tanh, Activation::Rectifier];
        Outcome { depth, gain, rows: all.into_iter().map(row).collect() }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "∂L/∂Z of the first layer over that of the last, {} hidden layers",
            outcome.depth
        );
        let mut table = Table::new(title, &["units", "ratio", "factor a layer"]);
        let format: Format = ".1e".parse().expect("a format");
        for row in &outcome.rows {
            table.row(vec![
                row.name.into(),
                Cell::Number(format.apply(row.ratio)),
                Cell::number(row.factor, 2),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_layer_is_the_measure_and_a_depth_is_a_network() {
        let outcome = Config { depth: 5, ..Config::default() }.run();
        for row in &outcome.rows {
            assert_eq!(row.layers.len(), 5);
            assert_eq!(row.layers[4], 0.0);
            assert_eq!(row.layers[0], row.depths[3]);
        }
    }

    #[test]
    fn sigmoids_lose_the_gradient_and_rectified_units_keep_it() {
        for seed in 1..=10 {
            let outcome = Config { seed, ..Config::default() }.run();
            let [sigmoid, _, rectified] = &outcome.rows[..] else { unreachable!() };
            // At most a quarter a layer from the slopes, and weights that neither shrink
            // nor stretch on average.
            assert!(sigmoid.factor < 0.35, "{seed}: {}", sigmoid.factor);
            assert!((0.5..1.5).contains(&rectified.factor), "{seed}: {rectified:?}");
        }
    }

    #[test]
    fn twice_the_weights_double_the_factor_of_rectified_units() {
        let factor =
            |gain: f64| Config { gain, ..Config::default() }.run().rows[2].factor;
        // Biases are zero: twice the weights switch on the same units, and each layer
        // passes on twice the signal, but for rounding.
        let ratio = factor(2.0) / factor(1.0);
        assert!((ratio - 2.0).abs() < 1e-9, "{ratio}");
    }
}
