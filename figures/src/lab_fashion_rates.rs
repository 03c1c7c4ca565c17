//! Lab 2: validation accuracy against the rate, all of it and the top of it.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::lab_fashion_rates::{Config, Line};
use listings::report::number;

/// Two panels, a curve an optimizer in each.
pub struct LabFashionRates;

/// One an optimizer, in the order of the book.
pub(crate) const INKS: [Ink; 5] = [Ink::One, Ink::Two, Ink::Three, Ink::Four, Ink::Five];

/// The name of a model as a caption begins.
pub(crate) fn beginning(model: &str) -> String {
    let mut letters = model.chars();
    letters.next().map_or(String::new(), |first| {
        format!("{}{}", first.to_uppercase(), letters.as_str())
    })
}

/// Percentage points that the second panel shows.
const TOP: f64 = 12.0;

fn points(line: &Line) -> impl Iterator<Item = (f64, f64)> {
    // A curve ends where a rate diverged.
    line.prices.iter().map(|p| (p.rate, 100.0 * p.accuracy.unwrap_or(f64::NAN)))
}

fn said(outcome: &Outcome<LabFashionRates>) -> String {
    let one = |line: &Line| match line.best {
        Some(best) => {
            let accuracy = number(100.0 * best.accuracy.unwrap_or(f64::NAN), 1);
            format!("{} {accuracy} % at {}", line.name, best.rate)
        }
        None => format!("{} diverged at all rates", line.name),
    };
    outcome.lines.iter().map(one).collect::<Vec<_>>().join("; ")
}

impl Figure for LabFashionRates {
    const NAME: &'static str = "lab-fashion-rates";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["model"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "{}: validation accuracy at the end against the peak rate. Dots are runs, curves the means of their seeds, disks the best rates. The second panel is \
             the top of the first. Best: {}. (Models: 1 softmax regression, 2 perceptron, 3 residual network.)",
            beginning(outcome.model),
            said(outcome)
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let one = |line: &Line| {
            let all = line.prices.iter().map(|price| {
                let accuracy = price.accuracy;
                let accuracy = accuracy.map_or("diverged".to_string(), |accuracy| {
                    format!("{} %", number(100.0 * accuracy, 1))
                });
                let lost = match price.lost {
                    0 => String::new(),
                    lost => format!(" ({lost} of {} runs lost)", price.seeds),
                };
                format!("{accuracy} at {}{lost}", price.rate)
            });
            format!("{}: {}", line.name, all.collect::<Vec<_>>().join(", "))
        };
        let all: Vec<String> = outcome.lines.iter().map(one).collect();
        format!(
            "Mean validation accuracy of the {} by rate; a lost run diverges or ends at a guess. {}.",
            outcome.model,
            all.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let names = outcome.lines.iter().map(|line| line.name);
        canvas.legend(&INKS.into_iter().zip(names).collect::<Vec<_>>());
        let best = outcome.lines.iter().filter_map(|line| line.best?.accuracy);
        let highest = 100.0 * best.fold(0.0, f64::max);
        let panel = |title, range| Panel {
            title,
            x: Axis::logarithmic("peak rate η₀", 0.00025..1.3),
            y: Axis::linear("", range),
            draw: Box::new(move |plot| {
                for (line, ink) in outcome.lines.iter().zip(INKS) {
                    plot.curve(points(line), ink);
                    let runs = line.runs.iter();
                    plot.points(runs.map(|&(rate, of)| (rate, 100.0 * of)), 1.8, ink);
                    let best =
                        line.best.and_then(|b| Some((b.rate, 100.0 * b.accuracy?)));
                    plot.points(best, 4.5, ink);
                }
            }),
        };
        canvas.panels(
            280,
            vec![
                panel("validation accuracy, %", 0.0..100.0),
                panel("the top of it", highest - TOP..highest + 1.0),
            ],
        );
    }
}
