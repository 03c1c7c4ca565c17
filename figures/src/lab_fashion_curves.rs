//! Lab 2: validation accuracy after each epoch, with a target.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::lab_fashion_rates::{INKS, beginning};
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::lab_fashion_curves::{Config, Curve};
use listings::report::number;

/// A curve an optimizer.
pub struct LabFashionCurves;

fn arrival(curve: &Curve) -> String {
    let arrival = curve.arrival;
    match (arrival.epochs, arrival.reached) {
        (Some(epochs), _) => format!("{} after {} epochs", curve.name, number(epochs, 1)),
        (None, 0) => format!("{} never", curve.name),
        (None, _) => format!("{} in {} seeds", curve.name, arrival.words()),
    }
}

fn said(outcome: &Outcome<LabFashionCurves>) -> String {
    let all: Vec<String> = outcome.curves.iter().map(arrival).collect();
    format!("To {} %: {}", number(100.0 * outcome.target, 0), all.join(", "))
}

impl Figure for LabFashionCurves {
    const NAME: &'static str = "lab-fashion-curves";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["model", "target"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "{}: validation accuracy after each epoch, each optimizer at its best rate, means of the final seeds; the straight line is the target. {}. (Models: 1 softmax \
             regression, 2 perceptron, 3 residual network.)",
            beginning(outcome.model),
            said(outcome)
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let one = |curve: &Curve| {
            let ends = [curve.accuracies.first(), curve.accuracies.last()];
            let [first, last] =
                ends.map(|end| number(100.0 * end.copied().unwrap_or(f64::NAN), 1));
            format!("{} from {first} % to {last} %", curve.name)
        };
        let all: Vec<String> = outcome.curves.iter().map(one).collect();
        format!(
            "Validation accuracy of the {} by epoch: {}. {}.",
            outcome.model,
            all.join("; "),
            said(outcome)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let names = outcome.curves.iter().map(|curve| curve.name);
        canvas.legend(&INKS.into_iter().zip(names).collect::<Vec<_>>());
        let longest = outcome.curves.iter().map(|curve| curve.accuracies.len()).max();
        let epochs = longest.unwrap_or(1).max(2) as f64;
        let all = || outcome.curves.iter().flat_map(|curve| curve.accuracies.iter());
        let target = 100.0 * outcome.target;
        let low = 100.0 * all().copied().fold(outcome.target, f64::min);
        let high = 100.0 * all().copied().fold(outcome.target, f64::max);
        let panel = Panel {
            title: "validation accuracy, %",
            x: Axis::linear("epoch", 1.0..epochs),
            y: Axis::linear("", low - 1.0..high + 1.0),
            draw: Box::new(move |plot| {
                plot.line((1.0, target), (epochs, target), Ink::Accent);
                for (curve, ink) in outcome.curves.iter().zip(INKS) {
                    let points = curve.accuracies.iter().enumerate();
                    plot.curve(
                        points.map(|(epoch, accuracy)| {
                            (epoch as f64 + 1.0, 100.0 * accuracy)
                        }),
                        ink,
                    );
                }
            }),
        };
        canvas.panels(300, vec![panel]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use listings::experiments::Experiment;

    #[test]
    fn an_optimizer_that_never_arrives_is_said_to_never_arrive() {
        let outcome = Config { target: 99.9, ..Config::default() }.run();
        let caption = LabFashionCurves::caption(&outcome);
        assert!(caption.starts_with("Perceptron: "), "{caption}");
        assert!(
            said(&outcome).starts_with("To 100 %: SGD never, "),
            "{}",
            said(&outcome)
        );
    }
}
