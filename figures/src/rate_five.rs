//! One network at five rates and the reader's, in training.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::rate_five::{Config, RATES, Row, SAMPLES};
use listings::experiments::schedule_curve::written;

/// Losses by epoch, and the loss now against the rate.
pub struct RateFive;

const INKS: [Ink; 5] = [Ink::Four, Ink::Five, Ink::Three, Ink::One, Ink::Two];

/// The loss on the drawing's scale, cut off at its edges.
fn exponent(loss: f64) -> f64 {
    loss.max(1e-300).log10().clamp(-3.0, 6.0)
}

fn curve(row: &Row) -> Vec<(f64, f64)> {
    let every = row.losses.len().div_ceil(140).max(1);
    let points = row.losses.iter().enumerate().step_by(every);
    let mut points: Vec<(f64, f64)> =
        points.map(|(epoch, &loss)| (epoch as f64, exponent(loss))).collect();
    if let Some(epoch) = row.diverged_at {
        points.push((epoch as f64, 6.0));
    }
    points
}

/// Where the row stands in the right panel.
fn end(row: &Row) -> f64 {
    if row.diverged_at.is_some() { 6.0 } else { exponent(row.loss) }
}

fn ends(outcome: &Outcome<RateFive>) -> String {
    let rows: Vec<String> = outcome
        .rows
        .iter()
        .map(|row| format!("{}: {}", written(row.rate), row.end()))
        .collect();
    rows.join("; ")
}

fn batches(outcome: &Outcome<RateFive>) -> String {
    if outcome.batch == SAMPLES {
        "in full batches".to_string()
    } else {
        format!("in batches of {}", outcome.batch)
    }
}

impl Figure for RateFive {
    const NAME: &'static str = "rate-five";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["rate", "batch", "raw_targets", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let yours = &outcome.yours;
        let state =
            if yours.is_dead(outcome.constant) { ", with all units off" } else { "" };
        format!(
            "After {} of {} epochs {}. Losses at the five rates: {}. At yours, {}: {}{state}. Second panel: the same against the rate; the top edge is divergence, the \
             line is the loss of a constant.",
            outcome.epoch,
            outcome.epochs,
            batches(outcome),
            ends(outcome),
            written(yours.rate),
            yours.end(),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Training losses of six networks by epoch, after {} epochs {}, and their losses against the rate. {}. The reader's rate {}: {}.",
            outcome.epoch,
            batches(outcome),
            ends(outcome),
            written(outcome.yours.rate),
            outcome.yours.end(),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let names = RATES.map(|rate| format!("η = {rate}"));
        let mut legend: Vec<(Ink, &str)> =
            INKS.into_iter().zip(names.iter().map(String::as_str)).collect();
        legend.push((Ink::Accent, "yours"));
        canvas.legend(&legend);
        let losses = Panel {
            title: "log₁₀ of the training loss",
            x: Axis::linear("epoch", 0.0..outcome.epochs as f64),
            y: Axis::linear("", -3.0..6.0),
            draw: Box::new(|plot| {
                let last = outcome.epochs as f64;
                let constant = exponent(outcome.constant);
                plot.line((0.0, constant), (last, constant), Ink::Gray);
                for (row, ink) in outcome.rows.iter().zip(INKS) {
                    plot.curve(curve(row), ink);
                }
                plot.curve(curve(&outcome.yours), Ink::Accent);
            }),
        };
        let rates = Panel {
            title: "log₁₀ of the loss now",
            x: Axis::logarithmic("rate η", 5e-6..4.0),
            y: Axis::linear("", -3.0..6.0),
            draw: Box::new(|plot| {
                let constant = exponent(outcome.constant);
                plot.line((5e-6, constant), (4.0, constant), Ink::Gray);
                plot.curve(
                    outcome.rows.iter().map(|row| (row.rate, end(row))),
                    Ink::Gray,
                );
                for (row, ink) in outcome.rows.iter().zip(INKS) {
                    plot.points([(row.rate, end(row))], 5.0, ink);
                }
                let yours = &outcome.yours;
                plot.rings([(yours.rate, end(yours))], 7.0, Ink::Accent);
            }),
        };
        canvas.panels(320, vec![losses, rates]);
    }
}
