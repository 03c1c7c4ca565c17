//! Two networks in training, each by an optimizer of the reader's choice.

use crate::canvas::Panel;
use crate::contours::contours;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::newer_moons::{Config, EVERY, PLANE, STEPS, Trained};
use listings::report::{Format, number};

/// Boundaries beside losses.
pub struct NewerMoons;

const INKS: [Ink; 2] = [Ink::One, Ink::Two];

fn stand(trained: &Trained) -> String {
    let rate = Format::default().apply(trained.rate);
    let percent = Format::percent(1).apply(trained.accuracy);
    let end = if trained.diverged { ", then it diverged" } else { "" };
    let steps = if trained.step_size > 0.0 {
        format!(", steps of {} rates an entry", number(trained.step_size, 2))
    } else {
        String::new()
    };
    let loss = number(trained.loss, 3);
    format!("{} (η = {rate}): loss {loss}, {percent}{steps}{end}", trained.name)
}

impl Figure for NewerMoons {
    const NAME: &'static str = "newer-moons";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["first", "first_rate", "second", "second_rate", "batch", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "After {} of {STEPS} steps, {} of 200 points a step: training loss, the share of 200 test points (drawn) on the right side, and \
             the root mean square step of a parameter. {}; {}. Optimizers: 1 momentum, 2 AdamW, 3 LARS, 4 LAMB, 5 Lion, \
             6 schedule-free SGD, 7 Muon.",
            outcome.step,
            outcome.batch,
            stand(&outcome.first),
            stand(&outcome.second),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Two moons of points with the boundaries of two networks, and a plot of their training losses by step, after {} steps. {}; {}.",
            outcome.step,
            stand(&outcome.first),
            stand(&outcome.second)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let trained = [&outcome.first, &outcome.second];
        let names = ["first: ", "second: "].map(str::to_string);
        let names: Vec<String> =
            names.into_iter().zip(trained).map(|(place, t)| place + t.name).collect();
        canvas.legend_of(&[
            (Sample::Line, INKS[0], &names[0]),
            (Sample::Line, INKS[1], &names[1]),
            (Sample::Mark(Shape::Circle), Ink::Gray, "first moon"),
            (Sample::Mark(Shape::Triangle), Ink::Gray, "second moon"),
        ]);
        let [x, y] = PLANE;
        let boundaries = Panel {
            title: "x₂",
            x: Axis::linear("x₁", x.0..x.1),
            y: Axis::linear("", y.0..y.1),
            draw: Box::new(move |plot| {
                for (class, shape) in [(0, Shape::Circle), (1, Shape::Triangle)] {
                    let own = outcome.points.iter().filter(|(_, moon)| *moon == class);
                    plot.marks(own.map(|(at, _)| *at), shape, 2.0, Ink::Gray);
                }
                for (ink, trained) in INKS.into_iter().zip(trained) {
                    for line in contours(&trained.margin, 0.0) {
                        plot.curve(line, ink);
                    }
                }
            }),
        };
        let losses = Panel {
            title: "training loss",
            x: Axis::linear("step", 0.0..STEPS as f64),
            y: Axis::logarithmic("", 0.01..2.0),
            draw: Box::new(move |plot| {
                for (ink, trained) in INKS.into_iter().zip(trained) {
                    let points = trained.losses.iter().enumerate();
                    let point = |(at, &loss): (usize, &f64)| {
                        ((at * EVERY) as f64, loss.max(1e-9))
                    };
                    plot.curve(points.map(point), ink);
                }
            }),
        };
        canvas.panels(330, vec![boundaries, losses]);
    }
}
