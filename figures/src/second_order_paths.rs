//! Four walks down Rosenbrock's valley, and how near each has come.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::second_order_paths::{Config, Path};
use listings::report::{Format, number};

/// Two panels: the walks, and the distance to the minimum at each step.
pub struct SecondOrderPaths;

fn walks(outcome: &Outcome<SecondOrderPaths>) -> [(Ink, &'static str, &Path); 4] {
    [
        (Ink::Two, "gradient descent", &outcome.descent),
        (Ink::Three, "Newton, damped", &outcome.newton),
        (Ink::Four, "BFGS", &outcome.bfgs),
        (Ink::One, "L-BFGS", &outcome.lbfgs),
    ]
}

fn distance(value: f64) -> String {
    if value < 1e-10 {
        return "less than 10⁻¹⁰".to_string();
    }
    ".0e".parse::<Format>().expect("a format").apply(value)
}

impl Figure for SecondOrderPaths {
    const NAME: &'static str = "second-order-paths";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["steps", "memory", "x", "y"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "At most {} steps from ({}, {}); drag the start. Newton took {} steps and {} evaluations and ends {} from the minimum, L-BFGS with \
             m = {} took {} and {} and ends {} from it. Gradient descent, at the rate 0.001, is still {} away. Second panel: a straight line \
             gains as many digits at each step; a curve that bends up gains ever more.",
            outcome.steps,
            number(outcome.start[0], 1),
            number(outcome.start[1], 1),
            outcome.newton.steps,
            outcome.newton.evaluations,
            distance(outcome.newton.last_distance),
            outcome.memory,
            outcome.lbfgs.steps,
            outcome.lbfgs.evaluations,
            distance(outcome.lbfgs.last_distance),
            number(outcome.descent.last_distance, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let ends = walks(outcome).map(|(_, name, path)| {
            format!(
                "{name}: {} steps, {} from the minimum",
                path.steps,
                distance(path.last_distance)
            )
        });
        format!(
            "Contours of Rosenbrock's valley with four walks, and a plot of right digits against steps. {}.",
            ends.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&walks(outcome).map(|(ink, name, _)| (ink, name)));
        let [x, y] = outcome.start;
        let valley = Panel {
            title: "y",
            x: Axis::linear("x", -2.0..2.0),
            y: Axis::linear("", -2.0..3.0),
            draw: Box::new(move |plot| {
                plot.landscape(&outcome.landscape);
                for (ink, _, path) in walks(outcome) {
                    plot.walk(&path.points, ink);
                }
                plot.handle(Handle { at: (x, y), x: Some("x"), y: Some("y") });
            }),
        };
        let digits = Panel {
            title: "right digits: −log₁₀ of the distance",
            x: Axis::linear("step", 0.0..60.0),
            y: Axis::linear("", -1.0..10.0),
            draw: Box::new(|plot| {
                for (ink, _, path) in walks(outcome) {
                    let points = path.distances.iter().enumerate();
                    plot.curve(points.map(|(step, &d)| (step as f64, -d.log10())), ink);
                }
            }),
        };
        canvas.panels(340, vec![valley, digits]);
    }
}
