//! A noisy curve whose plateau begins at a known epoch, and what each patience makes of
//! many such curves.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::plateau_alarms::{Config, EPOCHS, FLAT_FROM, MOST_PATIENCE};
use listings::report::number;

/// One curve with its cuts, and two kinds of error by patience.
pub struct PlateauAlarms;

fn percent(share: f64) -> String {
    format!("{} %", number(100.0 * share, 0))
}

fn errors(outcome: &Outcome<PlateauAlarms>) -> String {
    let patience = outcome.patience;
    format!(
        "Patience {patience} cuts {} of {} curves while they fall, and misses the plateau of {}",
        percent(outcome.false_alarms[patience]),
        outcome.curves,
        percent(outcome.missed[patience]),
    )
}

impl Figure for PlateauAlarms {
    const NAME: &'static str = "plateau-alarms";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["fall", "noise", "threshold", "patience", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "First panel: one curve, flat from epoch {FLAT_FROM} (shaded); thin lines are cuts. Second panel: errors by patience. {}. The fewest errors of both kinds, {}, are \
             at patience {}, where a true cut comes {} epochs late in the median.",
            errors(outcome),
            percent(outcome.least_errors),
            outcome.best,
            outcome.delays[outcome.best],
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "A noisy falling curve that becomes flat at epoch {FLAT_FROM}, with {} cuts. Beside it the share of false alarms falls with the patience and that of \
             missed plateaus rises. {}; the fewest errors are at patience {}.",
            outcome.cuts.len(),
            errors(outcome),
            outcome.best,
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "validation loss"),
            (Ink::Text, "without noise"),
            (Ink::Two, "cut while it fell"),
            (Ink::Three, "plateau missed"),
        ]);
        let curve = Panel {
            title: "validation loss",
            x: Axis::linear("epoch", 0.0..EPOCHS as f64),
            y: Axis::linear("", 0.0..1.5),
            draw: Box::new(|plot| {
                let flat = (FLAT_FROM as f64, 0.0);
                plot.rectangle(flat, (EPOCHS as f64, 1.5), Ink::Three, 0.1);
                for &cut in &outcome.cuts {
                    let ink = if cut <= FLAT_FROM { Ink::Two } else { Ink::Gray };
                    plot.line((cut as f64, 0.0), (cut as f64, 1.5), ink);
                }
                for (values, ink) in
                    [(&outcome.values, Ink::One), (&outcome.truth, Ink::Text)]
                {
                    let points = values.iter().enumerate();
                    plot.curve(points.map(|(at, &value)| (at as f64, value)), ink);
                }
            }),
        };
        let shares = Panel {
            title: "share of the curves",
            x: Axis::linear("patience", 0.0..MOST_PATIENCE as f64),
            y: Axis::linear("", 0.0..1.0),
            draw: Box::new(|plot| {
                let patience = outcome.patience as f64;
                plot.line((patience, 0.0), (patience, 1.0), Ink::Accent);
                for (values, ink) in
                    [(&outcome.false_alarms, Ink::Two), (&outcome.missed, Ink::Three)]
                {
                    let points = values.iter().enumerate();
                    plot.curve(points.map(|(at, &share)| (at as f64, share)), ink);
                }
            }),
        };
        canvas.panels(310, vec![curve, shares]);
    }
}
