//! The Iris pipeline over seeds: a curve each, and what they come to.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::loop_iris_seeds::{Config, Row};
use listings::report::number;

/// Validation losses by epoch beside test accuracies by seed.
pub struct LoopIrisSeeds;

fn said(outcome: &Outcome<LoopIrisSeeds>) -> String {
    let with_error =
        |(mean, error): (f64, f64)| format!("{} ± {}", number(mean, 3), number(error, 3));
    format!(
        "Test accuracy with the weights of the best epochs {}, with the last ones {} (means of {} seeds and their standard errors); {} \
         stopped early.",
        with_error(outcome.best),
        with_error(outcome.last),
        outcome.seeds,
        outcome.stopped_early
    )
}

impl Figure for LoopIrisSeeds {
    const NAME: &'static str = "loop-iris-seeds";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["patience"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!("The same pipeline from {} seeds. {}", outcome.seeds, said(outcome))
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let curves =
            "Validation loss by epoch, a curve and a dot at its best epoch for each seed";
        format!("{curves}; beside it the test accuracy of each seed. {}", said(outcome))
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::One, "validation loss of a seed"),
            (Sample::Mark(Shape::Circle), Ink::Accent, "its best epoch"),
            (Sample::Mark(Shape::Square), Ink::Three, "its last epoch"),
        ]);
        let losses = Panel {
            title: "validation loss",
            x: Axis::linear("epoch", 0.0..100.0),
            y: Axis::logarithmic("", 0.005..2.0),
            draw: Box::new(move |plot| {
                for row in &outcome.rows {
                    let points = row.validation.iter().enumerate();
                    plot.curve(
                        points.map(|(epoch, &loss)| (epoch as f64 + 1.0, loss)),
                        Ink::One,
                    );
                }
                let best = outcome.rows.iter();
                let best = best.map(|row| (row.best_epoch as f64, row.validation_loss));
                plot.points(best, 4.0, Ink::Accent);
            }),
        };
        let accuracies = Panel {
            title: "test accuracy",
            x: Axis::linear("seed", 0.0..outcome.seeds as f64 + 1.0),
            y: Axis::linear("", 0.8..1.02),
            draw: Box::new(move |plot| {
                let of = |value: fn(&Row) -> f64| {
                    outcome.rows.iter().map(move |row| (row.seed as f64, value(row)))
                };
                plot.marks(of(|row| row.last_accuracy), Shape::Square, 5.5, Ink::Three);
                plot.marks(of(|row| row.test_accuracy), Shape::Circle, 4.0, Ink::Accent);
            }),
        };
        canvas.panels(300, vec![losses, accuracies]);
    }
}
