//! Lab 1: test errors of every model, trained on right and on wrong prices.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::lab_housing::{Config, model};
use listings::labs::housing::{Models, Row};
use listings::report::number;
use listings::statistics::Interval;
use plotters::style::text_anchor::HPos;

/// An interval a model, in two panels.
pub struct LabHousing;

fn interval(row: &Row, rmse: bool) -> Interval {
    if rmse { row.rmse } else { row.mae }
}

fn said(models: &Models, rmse: bool) -> String {
    let one =
        |row: &&Row| format!("{} {}", model(row), number(interval(row, rmse).mean, 3));
    models.rows().iter().map(one).collect::<Vec<_>>().join("; ")
}

fn measure(rmse: bool) -> &'static str {
    if rmse { "RMSE" } else { "MAE" }
}

impl Figure for LabHousing {
    const NAME: &'static str = "lab-housing";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["rmse"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Test {} of {} seeds and their 95 % intervals, trained on right prices (first panel) and with {} % of the training prices \
             ten times too high (second). Each model has the rate that was best on right validation prices.",
            measure(outcome.rmse),
            outcome.seeds,
            outcome.percent
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Test {} by model. On right prices: {}. With wrong ones: {}.",
            measure(outcome.rmse),
            said(&outcome.right, outcome.rmse),
            said(&outcome.wrong, outcome.rmse)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Mark(Shape::Square), Ink::Text, "no rate to choose"),
            (Sample::Mark(Shape::Circle), Ink::One, "linear, trained"),
            (Sample::Mark(Shape::Triangle), Ink::Two, "network"),
        ]);
        let panels = [("right prices", &outcome.right), ("wrong prices", &outcome.wrong)];
        let panels = panels.map(|(title, models)| panel(title, models, outcome.rmse));
        canvas.panels(300, panels.into());
    }
}

fn panel<'a>(title: &'a str, models: &'a Models, rmse: bool) -> Panel<'a> {
    let rows = models.rows();
    let count = rows.len() as f64;
    // The names have the right half: errors are in the left one.
    let names = 1.65;
    Panel {
        title,
        x: Axis::linear("test error in 100,000 dollars", 0.2..3.0),
        y: Axis::linear("", 0.0..count + 0.5).bare(),
        draw: Box::new(move |plot| {
            for (index, row) in rows.iter().enumerate() {
                let y = count - index as f64;
                let interval = interval(row, rmse);
                let width = interval.half_width.unwrap_or(0.0);
                let (ink, shape) = match (row.rate, row.hidden) {
                    (None, _) => (Ink::Text, Shape::Square),
                    (Some(_), 0) => (Ink::One, Shape::Circle),
                    (Some(_), _) => (Ink::Two, Shape::Triangle),
                };
                plot.line((interval.mean - width, y), (interval.mean + width, y), ink);
                plot.marks([(interval.mean, y)], shape, 5.0, ink);
                plot.label((names, y), &model(row), HPos::Left, Ink::Text);
            }
        }),
    }
}
