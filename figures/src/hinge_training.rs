//! Two linear classifiers in training: their lines, and how far they still have to go.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::hinge_training::{Config, HALF_SIDE, Training};
use listings::report::number;

/// Two panels: the lines now, and the excess of each objective.
pub struct HingeTraining;

fn both(outcome: &Outcome<HingeTraining>) -> [(Ink, &'static str, &Training); 2] {
    [
        (Ink::Four, "support vector machine", &outcome.svm),
        (Ink::Three, "logistic regression", &outcome.logistic),
    ]
}

impl Figure for HingeTraining {
    const NAME: &'static str = "hinge-training";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["decay", "rate", "epochs", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let of = outcome.positive.len() + outcome.negative.len();
        format!(
            "After {} steps of one sample each. Gray: the exact line of the machine. The machine is {}° off its exact line and wrong on {} of {} \
             samples, logistic regression {}° off its own and wrong on {}. At its minimum the machine is pulled by {} samples, logistic \
             regression by all.",
            outcome.steps,
            number(outcome.svm.degrees_off, 1),
            outcome.svm.errors,
            of,
            number(outcome.logistic.degrees_off, 1),
            outcome.logistic.errors,
            outcome.svm.pulling,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let ends = both(outcome).map(|(_, name, training)| {
            format!(
                "{name}: the objective exceeds its minimum by {} at the start and {} after {} steps",
                number(training.excess[0], 3),
                number(training.last_excess, 5),
                outcome.steps
            )
        });
        format!(
            "Two blobs with the lines of two classifiers, and a plot of excess objective against steps. {}.",
            ends.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Mark(Shape::Circle), Ink::One, "class +1"),
            (Sample::Mark(Shape::Square), Ink::Two, "class −1"),
            (Sample::Line, Ink::Four, "support vector machine"),
            (Sample::Line, Ink::Three, "logistic regression"),
            (Sample::Line, Ink::Gray, "exact line"),
        ]);
        let samples = Panel {
            title: "x₂",
            x: Axis::linear("x₁", -HALF_SIDE..HALF_SIDE),
            y: Axis::linear("", -HALF_SIDE..HALF_SIDE),
            draw: Box::new(|plot| {
                plot.marks(
                    outcome.positive.iter().copied(),
                    Shape::Circle,
                    2.5,
                    Ink::One,
                );
                plot.marks(
                    outcome.negative.iter().copied(),
                    Shape::Square,
                    2.5,
                    Ink::Two,
                );
                plot.curve(outcome.svm.exact_ends.iter().copied(), Ink::Gray);
                for (ink, _, training) in both(outcome) {
                    plot.curve(training.ends.iter().copied(), ink);
                }
            }),
        };
        let excess = Panel {
            title: "J − least J, in thousandths",
            x: Axis::linear("step", 0.0..outcome.of_steps as f64),
            y: Axis::logarithmic("", 0.01..1000.0),
            draw: Box::new(|plot| {
                for (ink, _, training) in both(outcome) {
                    let slices = training.excess.len().max(2) - 1;
                    let step = outcome.steps as f64 / slices as f64;
                    // At most 150 points, evenly spread.
                    let every = training.excess.len().div_ceil(150);
                    let points = training.excess.iter().enumerate().step_by(every);
                    plot.curve(
                        points.map(|(i, &excess)| (i as f64 * step, 1e3 * excess)),
                        ink,
                    );
                }
            }),
        };
        canvas.panels(340, vec![samples, excess]);
    }
}
