//! Lab 3: test results of every schedule, beside the bag of words.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::lab_reviews::Config;
use listings::labs::reviews::Row;
use listings::report::number;
use listings::statistics::Interval;
use plotters::style::text_anchor::HPos;

/// An interval a predictor, and the bag of words as a line.
pub struct LabReviews;

fn interval(row: &Row, loss: bool) -> Interval {
    if loss { row.loss } else { row.accuracy }
}

fn measure(loss: bool) -> &'static str {
    if loss { "cross-entropy" } else { "accuracy" }
}

/// The schedule, with what comes before it.
fn name(row: &Row) -> String {
    let warm = if row.is_warm { ", warm-up" } else { "" };
    format!("{}{warm}", row.name)
}

/// What is drawn: always the same class is far from everything else.
fn shown(outcome: &Outcome<LabReviews>) -> Vec<&Row> {
    outcome.rows.iter().filter(|row| row.name != outcome.always.name).collect()
}

/// From the least end of an interval to the largest; some range where there is none.
fn ends(rows: &[&Row], loss: bool) -> (f64, f64) {
    let mut ends = (f64::INFINITY, f64::NEG_INFINITY);
    for row in rows {
        let Interval { mean, half_width, .. } = interval(row, loss);
        let width = half_width.unwrap_or(0.0);
        ends = (ends.0.min(mean - width), ends.1.max(mean + width));
    }
    if ends.0 < ends.1 { ends } else { (0.0, 1.0) }
}

impl Figure for LabReviews {
    const NAME: &'static str = "lab-reviews";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["loss"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Test {} of {} seeds and their 95 % intervals, each schedule at the peak rate that validation chose. The line is the mean \
             of the bag of words, {}.",
            measure(outcome.loss),
            outcome.effort.seeds,
            number(interval(&outcome.words, outcome.loss).mean, 3)
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let one = |row: &&Row| {
            let mean = number(interval(row, outcome.loss).mean, 3);
            match row.norm {
                "–" => format!("{} {mean}", name(row)),
                norm => format!("{} (norms {norm}) {mean}", name(row)),
            }
        };
        let all: Vec<String> = shown(outcome).iter().map(one).collect();
        format!("Test {} by schedule: {}.", measure(outcome.loss), all.join("; "))
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Mark(Shape::Square), Ink::Text, "bag of words"),
            (Sample::Mark(Shape::Circle), Ink::One, "no warm-up"),
            (Sample::Mark(Shape::Triangle), Ink::Two, "warm-up"),
        ]);
        let panel = panel(&shown(outcome), outcome.loss);
        canvas.panels(430, vec![panel]);
    }
}

/// A line of the picture.
enum Line<'a> {
    Heading(&'static str),
    Of(&'a Row),
}

/// Rows under the places of their norms.
fn lines<'a>(rows: &[&'a Row]) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for (norm, heading) in [
        ("–", ""),
        ("before", "norms before the parts"),
        ("after", "norms after the sums"),
    ] {
        if !heading.is_empty() {
            lines.push(Line::Heading(heading));
        }
        lines.extend(rows.iter().filter(|row| row.norm == norm).map(|row| Line::Of(row)));
    }
    lines
}

fn panel<'a>(rows: &[&'a Row], loss: bool) -> Panel<'a> {
    let lines = lines(rows);
    let count = lines.len() as f64;
    let (least, most) = ends(rows, loss);
    let span = most - least;
    let words = rows.iter().find(|row| row.norm == "–").map(|row| interval(row, loss));
    let label = if loss { "test cross-entropy, nats" } else { "test accuracy" };
    Panel {
        title: "",
        // The names stand to the right of all intervals.
        x: Axis::linear(label, least - 0.05 * span..most + 1.05 * span),
        y: Axis::linear("", 0.0..count + 0.5).bare(),
        draw: Box::new(move |plot| {
            let names = most + 0.06 * span;
            if let Some(words) = words {
                plot.line((words.mean, 0.0), (words.mean, count + 0.5), Ink::Gray);
            }
            for (index, line) in lines.iter().enumerate() {
                let y = count - index as f64;
                match line {
                    Line::Heading(words) => {
                        plot.heading((names, y), words, HPos::Left, Ink::Text);
                    }
                    Line::Of(row) => {
                        let Interval { mean, half_width, .. } = interval(row, loss);
                        let width = half_width.unwrap_or(0.0);
                        let (ink, shape) = match (row.norm, row.is_warm) {
                            ("–", _) => (Ink::Text, Shape::Square),
                            (_, false) => (Ink::One, Shape::Circle),
                            (_, true) => (Ink::Two, Shape::Triangle),
                        };
                        plot.line((mean - width, y), (mean + width, y), ink);
                        plot.marks([(mean, y)], shape, 5.0, ink);
                        plot.label((names, y), &name(row), HPos::Left, Ink::Text);
                    }
                }
            }
        }),
    }
}
