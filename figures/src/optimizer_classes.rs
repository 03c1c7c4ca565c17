//! Five optimizers on one network: training and test loss.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::optimizer_classes::{Config, EVERY, Trained};
use listings::report::{Format, number};

/// Two panels: training and test loss.
pub struct OptimizerClasses;

/// Adam is drawn last: AdamW with little decay hides below it.
const INKS: [Ink; 5] = [Ink::One, Ink::Two, Ink::Three, Ink::Text, Ink::Four];

impl Figure for OptimizerClasses {
    const NAME: &'static str = "optimizer-classes";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["factor", "decay", "dropout", "samples", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let part = |trained: &Trained| match trained.diverged {
            true => format!("{} has diverged", trained.name),
            false => format!("{} {}", trained.name, number(trained.test_loss, 2)),
        };
        let parts: Vec<String> = outcome.trained.iter().map(part).collect();
        let rates = match outcome.factor {
            1.0 => "the rates of the lecture".to_string(),
            factor => {
                format!(
                    "{} times the rates of the lecture",
                    Format::default().apply(factor)
                )
            }
        };
        format!(
            "{} of {} full-batch epochs of {} samples, at {rates}. Test losses: {}.",
            outcome.epoch,
            outcome.epochs,
            outcome.samples,
            parts.join(", "),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let part = |trained: &Trained| {
            format!(
                "{} at {}: {} in training, {} in testing",
                trained.name,
                number(trained.rate, 4),
                number(trained.train_loss, 2),
                number(trained.test_loss, 2)
            )
        };
        let parts: Vec<String> = outcome.trained.iter().map(part).collect();
        format!(
            "Two plots of the loss of five optimizers against epochs. After {} epochs: {}.",
            outcome.epoch,
            parts.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let entries: Vec<(Ink, &str)> =
            INKS.into_iter().zip(outcome.trained.iter().map(|t| t.name)).collect();
        canvas.legend(&entries);
        let panel = |title, losses: fn(&Trained) -> &[f64]| Panel {
            title,
            x: Axis::linear("epoch", 0.0..outcome.epochs as f64),
            y: Axis::linear("", 0.0..2.0),
            draw: Box::new(move |plot: &crate::Plot| {
                for (ink, trained) in INKS.into_iter().zip(&outcome.trained) {
                    let points = losses(trained).iter().enumerate();
                    plot.curve(points.map(|(i, &loss)| ((i * EVERY) as f64, loss)), ink);
                }
            }),
        };
        canvas.panels(
            300,
            vec![
                panel("training loss", |trained| &trained.train_losses),
                panel("test loss", |trained| &trained.test_losses),
            ],
        );
    }
}
