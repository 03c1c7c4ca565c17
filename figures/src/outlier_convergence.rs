//! Distance to the true line along gradient descent, with and without outliers.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::outlier_convergence::{Config, Race, Runs};
use listings::report::number;

/// Two panels, clean and contaminated, three curves each.
pub struct OutlierConvergence;

fn curves<'a>(
    outcome: &Outcome<OutlierConvergence>,
    race: &'a Race,
) -> [(Ink, String, &'a Runs); 3] {
    [
        (Ink::One, "MSE".to_string(), &race.mse),
        (Ink::Two, "MAE".to_string(), &race.mae),
        (Ink::Three, format!("Huber, δ = {}", number(outcome.delta, 1)), &race.huber),
    ]
}

impl Figure for OutlierConvergence {
    const NAME: &'static str = "outlier-convergence";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["rate", "delta", "outliers", "spread"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Root mean square distance to the true line along gradient descent at η = {}, mean of {} data sets. With outliers \
             the last distances are {} (MSE), {} (MAE) and {} (Huber); Huber ends nearer than MSE on {} of {} data sets.",
            number(outcome.rate, 3),
            outcome.seeds,
            number(outcome.contaminated.mse.last, 3),
            number(outcome.contaminated.mae.last, 3),
            number(outcome.contaminated.huber.last, 3),
            outcome.contaminated.huber_beats_mse,
            outcome.seeds,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let part = |data: &str, race: &Race| {
            let ends = curves(outcome, race).map(|(_, name, runs)| {
                format!(
                    "{name} settles at step {} at {}",
                    runs.settled,
                    number(runs.last, 3)
                )
            });
            format!("{data}: {}", ends.join(", "))
        };
        format!(
            "Two plots of distance to the true line against steps. {}. {}.",
            part("Clean data", &outcome.clean),
            part("With outliers", &outcome.contaminated)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let names = curves(outcome, &outcome.clean);
        canvas.legend(&names.each_ref().map(|(ink, name, _)| (*ink, name.as_str())));
        let panel = |title, race| Panel {
            title,
            x: Axis::linear("step t", 0.0..outcome.steps as f64),
            y: Axis::logarithmic("", 0.03..10.0),
            draw: Box::new(move |plot| {
                for (ink, _, runs) in curves(outcome, race) {
                    let points = runs.distance.iter().enumerate();
                    plot.curve(
                        points.map(|(step, &distance)| (step as f64, distance)),
                        ink,
                    );
                }
            }),
        };
        canvas.panels(
            300,
            vec![
                panel("distance, clean data", &outcome.clean),
                panel("distance, with outliers", &outcome.contaminated),
            ],
        );
    }
}
