//! Two crowds of balls in two wells, their rates, and how many have escaped.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::cyclical_balls::{BALLS, Balls, Config, STEPS};
use listings::report::number;

/// Wells above, rates and shares below.
pub struct CyclicalBalls;

const INKS: [Ink; 3] = [Ink::One, Ink::Two, Ink::Three];

impl Figure for CyclicalBalls {
    const NAME: &'static str = "cyclical-balls";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["most", "half", "noise", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "{BALLS} balls from the shallow well, after {} of {STEPS} steps with noise of σ = {}; the ring is one of them. The rate cycles between 0 and {}, or falls from {} to \
             0, or is {} throughout: one mean for all three. In the deep well are {} of the balls under cycles, {} under the fall, and {} at the constant rate.",
            outcome.step,
            number(outcome.noise, 1),
            number(outcome.most, 2),
            number(outcome.most, 2),
            number(0.5 * outcome.most, 3),
            outcome.cycles.deep,
            outcome.fall.deep,
            outcome.constant.deep,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Two copies of a curve with a deep valley near −1 and a shallow one near 0.9, with {BALLS} balls each, after {} of {STEPS} steps: {} of them are in the deep valley \
             under a cyclic rate, {} under a falling one. Below, three rates by step, and the shares that have escaped; at the constant rate it is {}.",
            outcome.step, outcome.cycles.deep, outcome.fall.deep, outcome.constant.deep,
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, INKS[0], "cycles"),
            (Sample::Line, INKS[1], "fall"),
            (Sample::Line, INKS[2], "constant, the same mean"),
            (Sample::Mark(Shape::Circle), Ink::Accent, "one ball"),
        ]);
        let wells = |title, balls: &Balls, ink| {
            let (landscape, places) = (outcome.landscape.clone(), balls.places.clone());
            Panel {
                title,
                x: Axis::linear("θ", -1.8..1.7),
                y: Axis::linear("", -0.55..0.45),
                draw: Box::new(move |plot: &crate::Plot| {
                    plot.curve(landscape.iter().copied(), Ink::Gray);
                    plot.marks(places.iter().copied(), Shape::Circle, 2.5, ink);
                    plot.rings(places.first().copied(), 6.0, Ink::Accent);
                }),
            }
        };
        let steps = || Axis::linear("step", 0.0..STEPS as f64);
        let now = outcome.step as f64;
        let rates = Panel {
            title: "rate η",
            x: steps(),
            y: Axis::linear("", 0.0..1.05 * outcome.most),
            draw: Box::new(move |plot| {
                plot.line((now, 0.0), (now, 1.05 * outcome.most), Ink::Accent);
                for (balls, ink) in outcome.all().into_iter().zip(INKS) {
                    plot.curve(balls.rates.iter().copied(), ink);
                }
            }),
        };
        let shares = Panel {
            title: "share in the deep well",
            x: steps(),
            y: Axis::linear("", 0.0..1.0),
            draw: Box::new(|plot| {
                for (balls, ink) in outcome.all().into_iter().zip(INKS) {
                    plot.curve(balls.shares.iter().copied(), ink);
                }
            }),
        };
        let above = [
            wells("loss, under cycles", &outcome.cycles, INKS[0]),
            wells("loss, under the fall", &outcome.fall, INKS[1]),
        ];
        canvas.grid(230, 2, above.into_iter().chain([rates, shares]).collect());
    }
}
