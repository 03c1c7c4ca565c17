//! Loss and best rate by batch size, at equal samples and at equal updates.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::choosing_batches::{Config, Row};
use listings::report::number;

/// Two rows of panels, one a budget.
pub struct ChoosingBatches;

/// The sizes, with room at both ends.
const SIZES: std::ops::Range<f64> = 1.3..800.0;

fn said(rows: &[Row]) -> String {
    let measured: Vec<String> = rows
        .iter()
        .filter_map(|row| {
            let (rate, loss) = (row.rate?, row.loss?);
            Some(format!("{} at {} for b = {}", number(loss, 3), rate, row.batch))
        })
        .collect();
    match measured.is_empty() {
        true => "not measured yet".to_string(),
        false => measured.join(", "),
    }
}

impl Figure for ChoosingBatches {
    const NAME: &'static str = "choosing-batches";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["epochs", "updates", "adam", "seeds"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "{} of {} runs with {}. Test losses, each at its own best rate. {} samples for each size: {}. {} updates for each size: {}.",
            outcome.done,
            outcome.runs,
            outcome.optimizer,
            outcome.samples,
            said(&outcome.by_samples),
            outcome.updates,
            said(&outcome.by_updates),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Test loss of each seed and its mean by batch size, beside the best rate by batch size; above at equal samples, below at equal updates, after {} of \
             {} runs. At equal samples: {}. At equal updates: {}.",
            outcome.done,
            outcome.runs,
            said(&outcome.by_samples),
            said(&outcome.by_updates),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Mark(Shape::Circle), Ink::One, "a seed"),
            (Sample::Line, Ink::Accent, "mean"),
            (Sample::Mark(Shape::Square), Ink::Two, "best rate"),
            (Sample::Region(0.12), Ink::Three, "32 to 512"),
        ]);
        let panels = vec![
            losses("test loss, equal samples", &outcome.by_samples),
            rates("best rate, equal samples", &outcome.by_samples),
            losses("test loss, equal updates", &outcome.by_updates),
            rates("best rate, equal updates", &outcome.by_updates),
        ];
        canvas.grid(220, 2, panels);
    }
}

fn losses<'a>(title: &'a str, rows: &'a [Row]) -> Panel<'a> {
    Panel {
        title,
        x: Axis::logarithmic("batch size b", SIZES),
        y: Axis::linear("", 0.0..0.7),
        draw: Box::new(move |plot| {
            plot.rectangle((32.0, 0.0), (512.0, 0.7), Ink::Three, 0.12);
            for row in rows {
                let b = row.batch as f64;
                plot.points(row.losses.iter().map(|&loss| (b, loss)), 2.5, Ink::One);
            }
            let means = rows.iter().filter_map(|row| Some((row.batch as f64, row.loss?)));
            plot.curve(means, Ink::Accent);
        }),
    }
}

fn rates<'a>(title: &'a str, rows: &'a [Row]) -> Panel<'a> {
    Panel {
        title,
        x: Axis::logarithmic("batch size b", SIZES),
        y: Axis::logarithmic("", 5e-3..5.0),
        draw: Box::new(move |plot| {
            plot.rectangle((32.0, 5e-3), (512.0, 5.0), Ink::Three, 0.12);
            let best =
                || rows.iter().filter_map(|row| Some((row.batch as f64, row.rate?)));
            plot.curve(best(), Ink::Two);
            plot.marks(best(), Shape::Square, 5.0, Ink::Two);
        }),
    }
}
