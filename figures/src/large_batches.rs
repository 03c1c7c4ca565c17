//! Loss and accuracy against the batch size, each optimizer at its own best rate.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::large_batches::{At, BATCHES, Config};
use listings::report::{Format, number};

/// Two panels over the batch size.
pub struct LargeBatches;

const INKS: [Ink; 4] = [Ink::One, Ink::Two, Ink::Three, Ink::Four];

fn work(progress: f64) -> String {
    match progress {
        progress if progress >= 1.0 => String::new(),
        progress => {
            format!("{} of the work is done. ", Format::percent(0).apply(progress))
        }
    }
}

impl Figure for LargeBatches {
    const NAME: &'static str = "large-batches";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["epochs", "noise", "seeds"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let largest = BATCHES[BATCHES.len() - 1];
        let part = |row: &&listings::experiments::large_batches::Row| {
            let at = row.at.iter().find(|at| at.batch == largest)?;
            let rate = Format::default().apply(at.rate);
            Some(format!("{} {} at η = {rate}", row.name, number(at.loss, 2)))
        };
        let parts: Vec<String> = outcome.rows().iter().filter_map(part).collect();
        let losses = if parts.is_empty() {
            String::new()
        } else {
            format!(" Losses with all points a step: {}.", parts.join(", "))
        };
        format!(
            "{}{} epochs on {} points of two moons, whatever the batch; each optimizer at the best of five rates, means of {} data sets. Bars of the \
             accuracy: one standard error.{losses}",
            work(outcome.progress),
            outcome.epochs,
            outcome.points,
            outcome.seeds,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let row = |row: &&listings::experiments::large_batches::Row| {
            let at = row.at.iter().map(|at| {
                let accuracy = Format::percent(0).apply(at.accuracy);
                format!("{} and {accuracy} at batch {}", number(at.loss, 2), at.batch)
            });
            let parts: Vec<String> = at.collect();
            format!("{}: {}", row.name, parts.join(", "))
        };
        let rows: Vec<String> = outcome.rows().iter().map(row).collect();
        format!(
            "{}Training loss and test accuracy of four optimizers against the batch size. {}.",
            work(outcome.progress),
            rows.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let names: Vec<(Ink, &str)> =
            INKS.into_iter().zip(outcome.rows().map(|row| row.name)).collect();
        canvas.legend(&names);
        let panel =
            |title, range: std::ops::Range<f64>, value: fn(&At) -> f64, bars| Panel {
                title,
                x: Axis::logarithmic("batch size b", 6.0..160.0),
                y: Axis::linear("", range),
                draw: Box::new(move |plot: &crate::Plot| {
                    for (ink, row) in INKS.into_iter().zip(outcome.rows()) {
                        let points =
                            || row.at.iter().map(|at| (at.batch as f64, value(at)));
                        plot.curve(points(), ink);
                        plot.points(points(), 3.5, ink);
                        if bars {
                            for at in &row.at {
                                let x = at.batch as f64;
                                let (low, high) =
                                    (value(at) - at.error, value(at) + at.error);
                                plot.line((x, low), (x, high), ink);
                            }
                        }
                    }
                }),
            };
        canvas.panels(
            300,
            vec![
                panel("training loss at the best rate", 0.0..0.7, |at| at.loss, false),
                panel("test accuracy", 0.6..1.0, |at| at.accuracy, true),
            ],
        );
    }
}
