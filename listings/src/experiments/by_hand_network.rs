//! A network of two inputs, two rectified units and an output: every number of a forward
//! and a backward pass, and the loss after a step.

use super::by_hand_lines::{factor, short, table_of};
use super::{Experiment, Setting};
use crate::by_hand::{TwoLayer, TwoLayerPass, TwoLayerSlopes};
use crate::report::Table;
use serde::Serialize;

/// The reader's sample, weights and rate; the biases stay.
#[derive(Clone, Debug)]
pub struct Config {
    /// x.
    pub x: [f64; 2],
    /// y.
    pub target: f64,
    /// W and v, with the biases b and c.
    pub network: TwoLayer,
    /// η.
    pub rate: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            x: [1.0, 2.0],
            target: 3.0,
            network: TwoLayer {
                hidden_weights: [[1.0, -1.0], [0.5, 1.0]],
                hidden_biases: [0.0, -0.5],
                output_weights: [1.0, -2.0],
                output_bias: 0.5,
            },
            rate: 0.01,
        }
    }
}

/// Both passes, and what steps along the gradient lead to.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// x.
    pub x: [f64; 2],
    /// y.
    pub target: f64,
    /// The parameters.
    pub network: TwoLayer,
    /// The numbers of the forward pass.
    pub pass: TwoLayerPass,
    /// The numbers of the backward pass.
    pub slopes: TwoLayerSlopes,
    /// η.
    pub rate: f64,
    /// The parameters after a step.
    pub next: TwoLayer,
    /// The loss after a step.
    pub next_loss: f64,
    /// ‖g‖², the fall of the loss per rate that the gradient promises.
    pub squared_slope: f64,
    /// (η, loss after a step of that rate), along the axis of the picture.
    pub along: Vec<(f64, f64)>,
    /// How many units are on.
    pub on: usize,
}

/// The end of the axis of rates.
pub const LARGEST_RATE: f64 = 0.1;

impl Experiment for Config {
    const NAME: &'static str = "by-hand-network";
    const QUESTION: &'static str =
        "What are the numbers of a forward and a backward pass of a small network?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { x: [x1, x2], target, network, rate } = self;
        let [[w11, w12], [w21, w22]] = &mut network.hidden_weights;
        let [v1, v2] = &mut network.output_weights;
        vec![
            Setting::real("x1", "input x₁", x1, -3.0..=3.0, 0.5),
            Setting::real("x2", "input x₂", x2, -3.0..=3.0, 0.5),
            Setting::real("target", "target y", target, -3.0..=6.0, 0.5),
            Setting::real("w11", "x₁ to unit 1", w11, -2.0..=2.0, 0.25),
            Setting::real("w12", "x₁ to unit 2", w12, -2.0..=2.0, 0.25),
            Setting::real("w21", "x₂ to unit 1", w21, -2.0..=2.0, 0.25),
            Setting::real("w22", "x₂ to unit 2", w22, -2.0..=2.0, 0.25),
            Setting::real("v1", "unit 1 to ŷ", v1, -2.0..=2.0, 0.25),
            Setting::real("v2", "unit 2 to ŷ", v2, -2.0..=2.0, 0.25),
            Setting::real("rate", "rate η", rate, 0.002..=LARGEST_RATE, 0.002),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { x, target, network, rate } = *self;
        let pass = network.forward(x, target);
        let slopes = network.backward(x, &pass);
        let after = |rate: f64| network.step(rate, &slopes).forward(x, target).loss;
        let all = slopes
            .hidden_weights
            .concat()
            .into_iter()
            .chain(slopes.hidden_biases)
            .chain(slopes.output_weights)
            .chain([slopes.output_bias]);
        let rates = (0..=100).map(|index| LARGEST_RATE * f64::from(index) / 100.0);
        Outcome {
            x,
            target,
            network,
            pass,
            slopes,
            rate,
            next: network.step(rate, &slopes),
            next_loss: after(rate),
            squared_slope: all.map(|slope| slope * slope).sum(),
            along: rates.map(|rate| (rate, after(rate))).collect(),
            on: pass.z.iter().filter(|&&z| z > 0.0).count(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let Outcome { x, target, network, pass, slopes, .. } = outcome;
        let TwoLayer { hidden_weights, hidden_biases, output_weights, output_bias } =
            network;
        let [fx1, fx2] = x.map(factor);
        let z = |j: usize| {
            let [w1, w2] = [hidden_weights[0][j], hidden_weights[1][j]].map(factor);
            format!(
                "{} · {w1} + {fx2} · {w2} + {}",
                short(x[0]),
                factor(hidden_biases[j])
            )
        };
        let hidden = |j: usize| format!("max(0, {})", short(pass.z[j]));
        let times = |a: f64, b: f64| format!("{} · {}", short(a), factor(b));
        let gate = |j: usize| {
            let is_on = if pass.z[j] > 0.0 { "1" } else { "0" };
            format!("{} · {is_on}", short(slopes.hidden[j]))
        };
        let output = format!(
            "{} · {} + {} · {} + {}",
            short(output_weights[0]),
            factor(pass.hidden[0]),
            factor(output_weights[1]),
            factor(pass.hidden[1]),
            factor(*output_bias)
        );
        let lines = [
            ("z₁", "x₁w₁₁ + x₂w₂₁ + b₁", z(0), pass.z[0]),
            ("z₂", "x₁w₁₂ + x₂w₂₂ + b₂", z(1), pass.z[1]),
            ("h₁", "max(0, z₁)", hidden(0), pass.hidden[0]),
            ("h₂", "max(0, z₂)", hidden(1), pass.hidden[1]),
            ("ŷ", "v₁h₁ + v₂h₂ + c", output, pass.output),
            (
                "r",
                "ŷ − y",
                format!("{} − {}", short(pass.output), factor(*target)),
                pass.residual,
            ),
            ("L", "r²", format!("{}²", factor(pass.residual)), pass.loss),
            ("∂L/∂ŷ", "2r", times(2.0, pass.residual), slopes.output),
            (
                "∂L/∂v₁",
                "∂L/∂ŷ · h₁",
                times(slopes.output, pass.hidden[0]),
                slopes.output_weights[0],
            ),
            (
                "∂L/∂v₂",
                "∂L/∂ŷ · h₂",
                times(slopes.output, pass.hidden[1]),
                slopes.output_weights[1],
            ),
            ("∂L/∂c", "∂L/∂ŷ · 1", times(slopes.output, 1.0), slopes.output_bias),
            (
                "∂L/∂h₁",
                "∂L/∂ŷ · v₁",
                times(slopes.output, output_weights[0]),
                slopes.hidden[0],
            ),
            (
                "∂L/∂h₂",
                "∂L/∂ŷ · v₂",
                times(slopes.output, output_weights[1]),
                slopes.hidden[1],
            ),
            ("δ₁ = ∂L/∂z₁ = ∂L/∂b₁", "∂L/∂h₁ · 1[z₁ > 0]", gate(0), slopes.z[0]),
            ("δ₂ = ∂L/∂z₂ = ∂L/∂b₂", "∂L/∂h₂ · 1[z₂ > 0]", gate(1), slopes.z[1]),
            (
                "∂L/∂w₁₁",
                "x₁δ₁",
                format!("{fx1} · {}", factor(slopes.z[0])),
                slopes.hidden_weights[0][0],
            ),
            (
                "∂L/∂w₁₂",
                "x₁δ₂",
                format!("{fx1} · {}", factor(slopes.z[1])),
                slopes.hidden_weights[0][1],
            ),
            (
                "∂L/∂w₂₁",
                "x₂δ₁",
                format!("{fx2} · {}", factor(slopes.z[0])),
                slopes.hidden_weights[1][0],
            ),
            (
                "∂L/∂w₂₂",
                "x₂δ₂",
                format!("{fx2} · {}", factor(slopes.z[1])),
                slopes.hidden_weights[1][1],
            ),
        ];
        table_of("Forward, then backward, through two layers", &lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gradient_promises_the_first_fall_of_the_loss() {
        let outcome = Config::default().run();
        // ∂W: 9 + 36 + 36 + 144, ∂b: 9 + 36, ∂v: 36 + 2.25, ∂c: 9.
        assert_eq!(outcome.squared_slope, 317.25);
        let tiny = Config { rate: 0.002, ..Config::default() }.run();
        let small = Config::default().network.step(1e-7, &outcome.slopes);
        let fall = outcome.pass.loss - small.forward([1.0, 2.0], 3.0).loss;
        // The curvature along the gradient is below 10⁵ times ‖g‖².
        assert!((fall / 1e-7 / outcome.squared_slope - 1.0).abs() < 0.01);
        assert!(tiny.next_loss < tiny.pass.loss);
    }

    #[test]
    fn a_unit_that_is_off_learns_nothing() {
        let mut config = Config::default();
        config.network.hidden_weights[1][1] = 0.5;
        let outcome = config.run();
        assert_eq!((outcome.on, outcome.pass.hidden[1]), (1, 0.0));
        let slopes = outcome.slopes;
        let column = [slopes.hidden_weights[0][1], slopes.hidden_weights[1][1]];
        assert_eq!((column, slopes.output_weights[1]), ([0.0, 0.0], 0.0));
    }
}
