//! Lab 1: three losses along the weight of the income.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::lab_housing_slice::{Config, Minima};
use listings::report::number;

/// A curve a loss.
pub struct LabHousingSlice;

const INKS: [Ink; 3] = [Ink::One, Ink::Two, Ink::Three];

fn said(outcome: &Outcome<LabHousingSlice>) -> String {
    let Minima { squared, absolute, huber } =
        if outcome.wrong { outcome.wrong_minima } else { outcome.right_minima };
    let of = |value| number(value, 1);
    format!(
        "The lowest points are at {} (MSE), {} (MAE) and {} (Huber)",
        of(squared),
        of(absolute),
        of(huber)
    )
}

impl Figure for LabHousingSlice {
    const NAME: &'static str = "lab-housing-slice";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["wrong"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let prices = if outcome.wrong {
            format!("{} % of them wrong", outcome.percent)
        } else {
            "all of them right".to_string()
        };
        format!(
            "The losses of the training prices, {prices}, over their least values, as the weight of the median income moves away from the \
             least squares of right prices. {}.",
            said(outcome)
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!("Three valleys of loss along one weight. {}.", said(outcome))
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let legend: Vec<(Ink, &str)> = INKS
            .into_iter()
            .zip(outcome.slices.iter().map(|s| s.name.as_str()))
            .collect();
        canvas.legend(&legend);
        let panel = Panel {
            title: "",
            x: Axis::linear("change of the weight of income", -1.0..3.0),
            y: Axis::linear("loss over its least", 1.0..3.0),
            draw: Box::new(move |plot| {
                for (slice, ink) in outcome.slices.iter().zip(INKS) {
                    plot.curve(slice.points.iter().copied(), ink);
                    let lowest =
                        slice.points.iter().copied().filter(|point| point.1 == 1.0);
                    plot.points(lowest, 4.5, ink);
                }
            }),
        };
        canvas.panels(280, vec![panel]);
    }
}
