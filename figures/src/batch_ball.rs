//! The ball that a constant rate does not leave, and its size against the rate.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::batch_ball::{
    Config, RATES, SHOWN, SIZES, stationary_variance,
};
use listings::report::number;

/// Two panels: two walks, and the stationary variance.
pub struct BatchBall;

impl Figure for BatchBall {
    const NAME: &'static str = "batch-ball";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["rate", "batch", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "First panel: θ at the constant rate {} and at a rate that falls from there, with the same noise, batch size {}; the band is one standard deviation of the \
             formula, {}. Second panel: the variance of many steps for batches of 1, 4 and 16, and the formula as lines. At your setting it is {} against {}.",
            number(outcome.rate, 2),
            outcome.batch,
            number(outcome.radius, 2),
            number(outcome.measured, 3),
            number(outcome.formula, 3),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Two noisy walks from 10 to the minimum at 0. At the constant rate the mean square of the second half is {}, at the falling rate {}. Beside it the \
             stationary variance grows with the rate and falls with the batch size.",
            number(outcome.constant_late, 3),
            number(outcome.falling_late, 3),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::Two, "constant rate"),
            (Sample::Line, Ink::One, "falling rate"),
            (Sample::Mark(Shape::Circle), Ink::Three, "b = 1"),
            (Sample::Mark(Shape::Square), Ink::Four, "b = 4"),
            (Sample::Mark(Shape::Triangle), Ink::Five, "b = 16"),
        ]);
        let last = SHOWN as f64;
        let walks = Panel {
            title: "θ",
            x: Axis::linear("step", 0.0..last),
            y: Axis::linear("", -6.0..11.0),
            draw: Box::new(move |plot| {
                let radius = outcome.radius.min(6.0);
                plot.rectangle((0.0, -radius), (last, radius), Ink::Two, 0.12);
                for (walk, ink) in
                    [(&outcome.constant, Ink::Two), (&outcome.falling, Ink::One)]
                {
                    let points = walk.iter().enumerate();
                    plot.curve(points.map(|(t, &theta)| (3.0 * t as f64, theta)), ink);
                }
            }),
        };
        let variance = Panel {
            title: "variance of θ",
            x: Axis::logarithmic("rate η", 0.015..2.0),
            y: Axis::logarithmic("", 1e-3..20.0),
            draw: Box::new(|plot| {
                let looks = [
                    (Shape::Circle, Ink::Three),
                    (Shape::Square, Ink::Four),
                    (Shape::Triangle, Ink::Five),
                ];
                for ((size, measured), (shape, ink)) in
                    SIZES.iter().zip(&outcome.sweep).zip(looks)
                {
                    let grid = (0..=40).map(|i| 0.02 * 75_f64.powf(f64::from(i) / 40.0));
                    let line = grid.map(|rate| (rate, stationary_variance(rate, *size)));
                    plot.curve(line, Ink::Gray);
                    let points = RATES.iter().copied().zip(measured.iter().copied());
                    plot.marks(points, shape, 4.0, ink);
                }
                plot.rings([(outcome.rate, outcome.measured)], 7.0, Ink::Accent);
            }),
        };
        canvas.panels(310, vec![walks, variance]);
    }
}
