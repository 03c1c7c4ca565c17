//! AdaGrad and gradient descent on a quadratic that can be turned, and AdaGrad's rates.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::adagrad_walk::Config;
use listings::report::number;

/// The two walks, and the rate of each coordinate.
pub struct AdaGradWalk;

/// A point or a pair of numbers.
fn pair(values: [f64; 2], digits: usize) -> String {
    format!("({}, {})", number(values[0], digits), number(values[1], digits))
}

impl Figure for AdaGradWalk {
    const NAME: &'static str = "adagrad-walk";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["steps", "angle", "condition", "rate"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "A quadratic with κ = {}, turned by {}°. The last step shown of AdaGrad, step {}: the gradient is {}, the sums of squares are {}, so the rates are \
             {}, and θ moves by {}. To a millionth of the first loss AdaGrad takes {} steps at η = {}, gradient descent at its best rate {}.",
            number(outcome.condition, 0),
            number(outcome.angle, 0),
            outcome.steps,
            pair(outcome.last.gradient, 3),
            pair(outcome.last.squares, 1),
            pair(outcome.last.rates, 3),
            pair(outcome.last.change, 3),
            outcome.adagrad_arrival.words(),
            number(outcome.rate, 2),
            outcome.descent_arrival.words(),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let end = |path: &[[f64; 2]]| pair(*path.last().expect("a walk has a start"), 2);
        format!(
            "Contours of an elongated quadratic turned by {}°. From (3, 2), AdaGrad is at {} after {} steps and gradient descent at {}. A second plot: the rates of \
             AdaGrad's two coordinates fall from {} to {}.",
            number(outcome.angle, 0),
            end(&outcome.adagrad),
            outcome.steps,
            end(&outcome.descent),
            pair(outcome.rates[0], 3),
            pair(outcome.last.rates, 3),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "AdaGrad"),
            (Ink::Two, "gradient descent"),
            (Ink::Three, "rate of θ₁"),
            (Ink::Four, "rate of θ₂"),
        ]);
        let walks = Panel {
            title: "θ₂",
            x: Axis::linear("θ₁", -4.0..4.0),
            y: Axis::linear("", -4.0..4.0),
            draw: Box::new(|plot| {
                plot.landscape(&outcome.landscape);
                plot.walk(&outcome.descent, Ink::Two);
                plot.walk(&outcome.adagrad, Ink::One);
            }),
        };
        let rates = Panel {
            title: "AdaGrad's rate η/√G",
            x: Axis::linear("step", 0.0..outcome.steps.max(2) as f64),
            y: Axis::logarithmic("", 1e-3..10.0),
            draw: Box::new(|plot| {
                for (coordinate, ink) in [Ink::Three, Ink::Four].into_iter().enumerate() {
                    let points = outcome.rates.iter().enumerate();
                    plot.curve(
                        points
                            .map(|(step, rates)| (step as f64 + 1.0, rates[coordinate])),
                        ink,
                    );
                }
            }),
        };
        canvas.panels(350, vec![walks, rates]);
    }
}
