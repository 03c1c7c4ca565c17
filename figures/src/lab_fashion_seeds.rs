//! Lab 2: differences of test accuracy to Adam, a mark a seed, with their intervals.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::lab_fashion_rates::beginning;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::lab_fashion_seeds::{Config, Other};
use listings::report::number;
use plotters::style::text_anchor::HPos;

/// A row an optimizer.
pub struct LabFashionSeeds;

fn said(outcome: &Outcome<LabFashionSeeds>) -> String {
    let one = |other: &Other| match other.against {
        Some(of) => {
            let [mean, width] =
                [of.mean, of.half_width].map(|value| number(100.0 * value, 2));
            format!("{} {mean} ± {width} ({})", other.name, of.verdict)
        }
        None => format!("{}: not all seeds came to an end", other.name),
    };
    outcome.others.iter().map(one).collect::<Vec<_>>().join("; ")
}

impl Figure for LabFashionSeeds {
    const NAME: &'static str = "lab-fashion-seeds";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["model"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "{}: test accuracy less that of Adam with the same seed, in percentage points. Disks are seeds, squares with lines means with \
             their 95 % intervals; the verdicts are by Holm's steps. {}. (Models: 1 softmax regression, 2 perceptron, 3 residual network.)",
            beginning(outcome.model),
            said(outcome)
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Differences of the test accuracy of the {} to Adam, in percentage points, by optimizer. {}.",
            outcome.model,
            said(outcome)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Mark(Shape::Circle), Ink::Two, "a seed"),
            (Sample::Mark(Shape::Square), Ink::One, "mean and interval"),
        ]);
        let count = outcome.others.len() as f64;
        let ends = outcome.others.iter().flat_map(|other| {
            let interval = other.against.map_or(0.0, |of| of.mean.abs() + of.half_width);
            other.differences.iter().map(|d| d.abs()).chain([interval])
        });
        let reach = 100.0 * ends.fold(0.005, f64::max) * 1.05;
        let panel = Panel {
            title: "",
            // The names stand at the left, beyond all marks.
            x: Axis::linear(
                "test accuracy less that of Adam, percentage points",
                -1.6 * reach..reach,
            ),
            y: Axis::linear("", 0.4..count.max(1.0) + 0.6).bare(),
            draw: Box::new(move |plot| {
                plot.line((0.0, 0.4), (0.0, count + 0.6), Ink::Gray);
                for (index, other) in outcome.others.iter().enumerate() {
                    let y = count - index as f64;
                    plot.label((-1.58 * reach, y), other.name, HPos::Left, Ink::Text);
                    let seeds = other.differences.iter();
                    let seeds = seeds.map(|difference| (100.0 * difference, y + 0.18));
                    plot.marks(seeds, Shape::Circle, 4.0, Ink::Two);
                    if let Some(of) = other.against {
                        let [mean, width] = [100.0 * of.mean, 100.0 * of.half_width];
                        let y = y - 0.12;
                        plot.line((mean - width, y), (mean + width, y), Ink::One);
                        plot.marks([(mean, y)], Shape::Square, 5.0, Ink::One);
                    }
                }
            }),
        };
        canvas.panels(260, vec![panel]);
    }
}
