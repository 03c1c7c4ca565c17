//! A small network drawn twice, with its forward values and its backward slopes, and the loss after a step.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::plot::Plot;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::by_hand_network::{Config, LARGEST_RATE};
use listings::report::{Format, number};
use plotters::style::text_anchor::HPos;

/// Two diagrams and a curve.
pub struct ByHandNetwork;

/// Where the nodes are: inputs, units, output.
const INPUTS: [(f64, f64); 2] = [(0.0, 1.0), (0.0, -1.0)];
const UNITS: [(f64, f64); 2] = [(1.5, 1.0), (1.5, -1.0)];
const OUTPUT: (f64, f64) = (2.75, 0.0);

/// What stands in a diagram: in the nodes, beside them, and on the edges.
struct Diagram {
    inputs: [String; 2],
    units: [String; 2],
    /// Above the first unit and below the second.
    beside_units: [String; 2],
    output: String,
    /// Below the output.
    below_output: String,
    hidden_edges: [[f64; 2]; 2],
    output_edges: [f64; 2],
    /// Whether a unit is on.
    on: [bool; 2],
}

/// At most two decimals, without zeros at the end.
fn short(value: f64) -> String {
    Format::default().apply((value * 100.0).round() / 100.0)
}

fn along(from: (f64, f64), to: (f64, f64), part: f64) -> (f64, f64) {
    (from.0 + part * (to.0 - from.0), from.1 + part * (to.1 - from.1))
}

impl Diagram {
    fn draw(&self, plot: &Plot, ink: Ink) {
        let edge = |from: (f64, f64), to: (f64, f64), on: bool| {
            plot.line(from, to, if on { ink } else { Ink::Gray });
        };
        for (i, input) in INPUTS.into_iter().enumerate() {
            for (j, unit) in UNITS.into_iter().enumerate() {
                edge(input, unit, self.on[j]);
                // The crossing edges are labeled where they are apart.
                let part = if i == j { 0.5 } else { 0.3 };
                tag(plot, along(input, unit, part), self.hidden_edges[i][j]);
            }
        }
        for (j, unit) in UNITS.into_iter().enumerate() {
            edge(unit, OUTPUT, self.on[j]);
            tag(plot, along(unit, OUTPUT, 0.5), self.output_edges[j]);
        }
        let inputs = INPUTS.into_iter().zip(&self.inputs);
        let nodes = inputs.chain(UNITS.into_iter().zip(&self.units));
        for (at, words) in nodes.chain([(OUTPUT, &self.output)]) {
            plot.points([at], 20.0, Ink::Page);
            plot.rings([at], 20.0, Ink::Text);
            plot.label(at, words, HPos::Center, Ink::Text);
        }
        for ((x, y), words) in UNITS.into_iter().zip(&self.beside_units) {
            plot.label((x, y + 0.5 * y.signum()), words, HPos::Center, Ink::Text);
        }
        for (name, (x, y)) in ["x₁", "x₂"].into_iter().zip(INPUTS) {
            plot.label((x, y + 0.5 * y.signum()), name, HPos::Center, Ink::Text);
        }
        plot.label((OUTPUT.0, -0.55), &self.below_output, HPos::Center, Ink::Text);
    }
}

/// A number on an edge, on a piece of page.
fn tag(plot: &Plot, (x, y): (f64, f64), value: f64) {
    let words = short(value);
    let half = 0.045 * words.chars().count() as f64 + 0.03;
    plot.rectangle((x - half, y - 0.13), (x + half, y + 0.13), Ink::Page, 1.0);
    plot.label((x, y), &words, HPos::Center, Ink::Text);
}

impl Figure for ByHandNetwork {
    const NAME: &'static str = "by-hand-network";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["x1", "x2", "target", "w11", "w12", "w21", "w22", "v1", "v2", "rate"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let on = match outcome.on {
            2 => "Both units are on.",
            1 => {
                "One unit is off: what leads to it learns nothing, and what leads from it neither."
            }
            _ => "Both units are off: only the last bias learns.",
        };
        format!(
            "Forward: weights on the edges, inputs x, hidden values h and the output ŷ in the nodes. Backward: ∂L/∂w on the edges, ∂L/∂h and \
             ∂L/∂ŷ in the nodes. {on} The loss is {}; after a step at the rate {} it is {}. The line below falls as the gradient promises, by \
             ‖g‖² = {} per rate.",
            number(outcome.pass.loss, 2),
            number(outcome.rate, 3),
            number(outcome.next_loss, 2),
            number(outcome.squared_slope, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let two = |[a, b]: [f64; 2]| format!("{} and {}", short(a), short(b));
        format!(
            "A network of two inputs, {}, two units with values {}, and an output of {} for a target of {}. Backward, the slope at the output is \
             {}, at the units {}. A curve of the loss over the rate starts at {} and is {} at the rate {}.",
            two(outcome.x),
            two(outcome.pass.hidden),
            short(outcome.pass.output),
            short(outcome.target),
            short(outcome.slopes.output),
            two(outcome.slopes.z),
            number(outcome.pass.loss, 2),
            number(outcome.next_loss, 2),
            number(outcome.rate, 3),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "forward: values and weights"),
            (Ink::Two, "backward: slopes"),
            (Ink::Gray, "through a unit that is off"),
        ]);
        let (pass, slopes) = (&outcome.pass, &outcome.slopes);
        let on = pass.z.map(|z| z > 0.0);
        let z = |j: usize| format!("z = {}", short(pass.z[j]));
        let forward = Diagram {
            inputs: outcome.x.map(short),
            units: pass.hidden.map(short),
            beside_units: [z(0), z(1)],
            output: short(pass.output),
            below_output: format!("ŷ, y = {}", short(outcome.target)),
            hidden_edges: outcome.network.hidden_weights,
            output_edges: outcome.network.output_weights,
            on,
        };
        let delta = |j: usize| format!("δ = {}", short(slopes.z[j]));
        let backward = Diagram {
            inputs: outcome.x.map(short),
            units: slopes.hidden.map(short),
            beside_units: [delta(0), delta(1)],
            output: short(slopes.output),
            below_output: "∂L/∂ŷ".to_string(),
            hidden_edges: slopes.hidden_weights,
            output_edges: slopes.output_weights,
            on,
        };
        let panel = |title, diagram: Diagram, ink| Panel {
            title,
            x: Axis::linear("", -0.3..3.05).bare(),
            y: Axis::linear("", -1.75..1.75).bare(),
            draw: Box::new(move |plot| diagram.draw(plot, ink)),
        };
        canvas.panels(
            270,
            vec![
                panel("forward", forward, Ink::One),
                panel("backward", backward, Ink::Two),
            ],
        );
        let top = (1.3 * pass.loss).max(0.01);
        let curve = Panel {
            title: "loss after a step",
            x: Axis::linear("rate η", 0.0..LARGEST_RATE),
            y: Axis::linear("", 0.0..top),
            draw: Box::new(move |plot| {
                let promised = pass.loss - LARGEST_RATE * outcome.squared_slope;
                plot.curve([(0.0, pass.loss), (LARGEST_RATE, promised)], Ink::Gray);
                plot.curve(outcome.along.iter().copied(), Ink::One);
                plot.points([(outcome.rate, outcome.next_loss)], 5.0, Ink::Accent);
            }),
        };
        canvas.panels(220, vec![curve]);
    }
}
