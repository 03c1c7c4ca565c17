//! Schedules at their own best peaks: what the sweeps found, and the differences to a
//! constant rate.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::compare_tuned::{Column, Config, Row};
use listings::report::number;
use plotters::style::text_anchor::HPos;

/// Two panels for each optimizer.
pub struct CompareTuned;

/// The schedules whose sweeps are drawn.
const DRAWN: [(&str, Ink); 4] = [
    ("constant", Ink::One),
    ("step", Ink::Four),
    ("cosine", Ink::Two),
    ("triangular", Ink::Three),
];

/// The axis of differences in percent: the names of the schedules have the left of it.
const PERCENT: (f64, f64) = (-70.0, 30.0);

fn said(row: &Row) -> Option<String> {
    let paired = row.difference?;
    Some(format!(
        "{} {} ± {} ({})",
        row.schedule,
        number(paired.mean, 1),
        number(paired.half_width, 1),
        paired.verdict()
    ))
}

fn column(column: &Column) -> String {
    let rows: Vec<String> = column.rows[1..].iter().filter_map(said).collect();
    match rows.is_empty() {
        true => format!("With {}: not measured yet", column.optimizer),
        false => format!("With {}: {}", column.optimizer, rows.join(", ")),
    }
}

impl Figure for CompareTuned {
    const NAME: &'static str = "compare-tuned";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["batch", "updates", "seeds"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "{} of {} runs of {} updates on batches of {}. First for each optimizer: mean test loss of the sweep by peak (four of the \
             seven schedules). Then: test loss less that of the constant rate, in percent of it, with 95 % intervals over {} seeds. {}.",
            outcome.done,
            outcome.runs,
            outcome.updates,
            outcome.batch,
            outcome.seeds,
            outcome.columns().map(column).join(". ")
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "For each of two optimizers, valleys of loss against peak rate, and intervals of the difference of six \
             schedules to a constant rate, after {} of {} runs. {}.",
            outcome.done,
            outcome.runs,
            outcome.columns().map(column).join(". ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let mut legend: Vec<(Sample, Ink, &str)> =
            DRAWN.iter().map(|&(name, ink)| (Sample::Line, ink, name)).collect();
        legend.push((Sample::Mark(Shape::Circle), Ink::Accent, "mean difference, 95 %"));
        canvas.legend_of(&legend);
        let mut panels = Vec::new();
        for (column, titles) in outcome.columns().into_iter().zip([
            ["momentum: test loss of the sweep", "momentum: against constant, %"],
            ["Adam: test loss of the sweep", "Adam: against constant, %"],
        ]) {
            panels.push(valleys(titles[0], column));
            panels.push(differences(titles[1], column));
        }
        canvas.grid(230, 2, panels);
    }
}

fn valleys<'a>(title: &'a str, column: &'a Column) -> Panel<'a> {
    Panel {
        title,
        x: Axis::logarithmic("peak η₀", 5e-3..1.0),
        y: Axis::linear("", 0.2..0.7),
        draw: Box::new(move |plot| {
            for (name, ink) in DRAWN {
                let row = column.rows.iter().find(|row| row.schedule == name);
                let Some(row) = row else { continue };
                let points = row.sweep.iter();
                plot.curve(
                    points.map(|price| (price.rate, price.loss.unwrap_or(f64::NAN))),
                    ink,
                );
            }
        }),
    }
}

fn differences<'a>(title: &'a str, column: &'a Column) -> Panel<'a> {
    let rows = column.rows.len() as f64;
    Panel {
        title,
        x: Axis::linear("% of the constant rate's", PERCENT.0..PERCENT.1),
        y: Axis::linear("", 0.0..rows).bare(),
        draw: Box::new(move |plot| {
            plot.line((0.0, 0.0), (0.0, rows), Ink::Text);
            for (index, row) in column.rows.iter().enumerate().skip(1) {
                let y = rows - index as f64;
                plot.label((PERCENT.0 + 1.0, y), row.schedule, HPos::Left, Ink::Text);
                let Some(paired) = row.difference else { continue };
                let [low, high] =
                    [-1.0, 1.0].map(|side| paired.mean + side * paired.half_width);
                plot.curve(
                    [(low.max(PERCENT.0), y), (high.min(PERCENT.1), y)],
                    Ink::Accent,
                );
                plot.points([(paired.mean, y)], 4.5, Ink::Accent);
            }
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use listings::experiments::Experiment;

    #[test]
    fn the_caption_says_how_many_schedules_are_drawn() {
        let outcome = Config { seeds: 2, ..Config::default() }.start().unwrap().outcome();
        assert_eq!(outcome.columns()[0].rows.len(), 7);
        assert_eq!(DRAWN.len(), 4);
        let caption = CompareTuned::caption(&outcome);
        assert!(caption.contains("(four of the seven schedules)"), "{caption}");
    }
}
