//! Lab 1: validation errors by epoch, and by rate.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::lab_housing_training::Config;
use listings::labs::housing::Training;
use listings::report::number;

/// Two panels, a curve a loss in each.
pub struct LabHousingTraining;

const INKS: [Ink; 3] = [Ink::One, Ink::Two, Ink::Three];

fn said(outcome: &Outcome<LabHousingTraining>) -> String {
    let one = |of: &Training| {
        let last = of.epochs.last().copied().unwrap_or(f64::NAN);
        format!("{} {} at the rate {}", of.name, number(last, 3), of.rate)
    };
    outcome.losses.iter().map(one).collect::<Vec<_>>().join("; ")
}

impl Figure for LabHousingTraining {
    const NAME: &'static str = "lab-housing-training";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["wrong", "network"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "The {} {}: validation MAE after each epoch at the best rate of each loss, and at the end by rate (means of the seeds). At \
             the end: {}.",
            if outcome.network { "network" } else { "linear model" },
            if outcome.wrong { "with wrong prices" } else { "on right prices" },
            said(outcome)
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Validation error by epoch, and beside it by peak rate, for three losses. {}.",
            said(outcome)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let legend: Vec<(Ink, &str)> = INKS
            .into_iter()
            .zip(outcome.losses.iter().map(|l| l.name.as_str()))
            .collect();
        canvas.legend(&legend);
        let count = outcome.losses.iter().map(|l| l.epochs.len()).max().unwrap_or(1);
        let epochs = Panel {
            title: "validation MAE by epoch",
            x: Axis::linear("epoch", 1.0..count as f64),
            y: Axis::linear("", 0.3..1.2),
            draw: Box::new(move |plot| {
                for (losses, ink) in outcome.losses.iter().zip(INKS) {
                    let points = losses.epochs.iter().enumerate();
                    plot.curve(
                        points.map(|(epoch, &mae)| (epoch as f64 + 1.0, mae)),
                        ink,
                    );
                }
            }),
        };
        let rates = Panel {
            title: "at the end, by rate",
            x: Axis::logarithmic("peak rate η₀", 0.0008..0.125),
            y: Axis::linear("", 0.3..1.2),
            draw: Box::new(move |plot| {
                for (losses, ink) in outcome.losses.iter().zip(INKS) {
                    let points =
                        losses.rates.iter().map(|p| (p.rate, p.mae.unwrap_or(f64::NAN)));
                    plot.curve(points, ink);
                    let chosen = losses.rates.iter().filter(|p| p.rate == losses.rate);
                    plot.points(chosen.filter_map(|p| Some((p.rate, p.mae?))), 4.5, ink);
                }
            }),
        };
        canvas.panels(280, vec![epochs, rates]);
    }
}
