//! Two errors against the exponent of the weights of difficulty.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::difficulty::Config;
use listings::report::number;

/// Two curves over γ.
pub struct Difficulty;

impl Figure for Difficulty {
    const NAME: &'static str = "difficulty";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["hard", "shift", "steps"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Weights that go as the size of the residual to the power γ, after {} steps, mean of {} data sets with {} hard samples of a hundred. Where the hard samples are \
             mistakes, the fit of the others is off by {} at γ = −½, {} without weights and {} at γ = 1. Where they are right but rare, \
             their own fit is off by {}, {} and {}.",
            outcome.steps,
            outcome.seeds,
            outcome.hard,
            number(outcome.easy_first.wrong, 2),
            number(outcome.plain.wrong, 2),
            number(outcome.hard_first.wrong, 2),
            number(outcome.easy_first.rare, 2),
            number(outcome.plain.rare, 2),
            number(outcome.hard_first.rare, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let (first, last) = (0, outcome.exponents.len() - 1);
        format!(
            "Two curves against the exponent from −1 to 2. The error on the ordinary samples where the hard ones are wrong goes from {} to \
             {}; the error on the hard samples where they are right goes from {} to {}.",
            number(outcome.wrong[first], 2),
            number(outcome.wrong[last], 2),
            number(outcome.rare[first], 2),
            number(outcome.rare[last], 2),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let series = [
            (Ink::Two, "hard samples are wrong: error on the others", &outcome.wrong),
            (Ink::One, "hard samples are right: error on them", &outcome.rare),
        ];
        canvas.legend(&series.map(|(ink, name, _)| (ink, name)));
        let highest = series.iter().flat_map(|(.., errors)| errors.iter()).copied();
        let top = 1.08 * highest.fold(0.5, f64::max);
        let panel = Panel {
            title: "distance from the truth",
            x: Axis::linear("exponent γ: easy first < 0 < hard first", -1.05..2.05),
            y: Axis::linear("", 0.0..top),
            draw: Box::new(move |plot| {
                plot.line((0.0, 0.0), (0.0, top), Ink::Quiet);
                for (ink, _, errors) in series {
                    let points: Vec<_> = outcome
                        .exponents
                        .iter()
                        .copied()
                        .zip(errors.iter().copied())
                        .collect();
                    plot.curve(points.iter().copied(), ink);
                    plot.points(points, 3.5, ink);
                }
            }),
        };
        canvas.panels(300, vec![panel]);
    }
}
