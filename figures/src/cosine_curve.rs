//! A cosine and a straight line: their rates, and what is spent of their sums.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::schedule_plot::{Rates, schedule_panel};
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::cosine_curve::Config;
use listings::experiments::schedule_curve::written;
use listings::report::{Format, number};

/// Rates beside shares of their sums.
pub struct CosineCurve;

impl Figure for CosineCurve {
    const NAME: &'static str = "cosine-curve";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["initial", "least", "horizon", "steps", "swings"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let percent = |share: f64| Format::percent(0).apply(share);
        let (fall, step) = outcome.steepest;
        let [first, .., last] = outcome.quarters.map(|quarter| percent(quarter.spent));
        format!(
            "First panel: a cosine of T = {} over {} steps, {}. Its largest fall, {}, is from step {} to the next. Second panel: the share of all of Σ η that is spent before \
             each step; {first} in the first quarter of the run, {last} in the last.",
            outcome.horizon,
            outcome.steps,
            outcome.cosine.in_words(),
            written(fall),
            step,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let spent: Vec<String> = outcome
            .quarters
            .iter()
            .map(|quarter| format!("{} %", number(100.0 * quarter.spent, 0)))
            .collect();
        format!(
            "In the first panel, a cosine and a straight line over {} steps, the cosine {}. In the second, the share of the sum of the rates that is spent: {} in the four quarters \
             of the cosine.",
            outcome.steps,
            outcome.cosine.in_words(),
            spent.join(", "),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[(Ink::One, "cosine"), (Ink::Two, "straight line")]);
        let curves = vec![(Ink::Two, &outcome.line), (Ink::One, &outcome.cosine)];
        let quarters = (1..4).map(|quarter| quarter * outcome.steps / 4);
        let marks: Vec<usize> = quarters.collect();
        let rates =
            schedule_panel("rate η", "step t", curves, marks.clone(), Rates::Linear);
        let spent = Panel {
            title: "share of Σ η spent",
            x: Axis::linear("step t", 0.0..outcome.steps as f64),
            y: Axis::linear("", 0.0..1.0),
            draw: Box::new(move |plot| {
                for &mark in &marks {
                    plot.line((mark as f64, 0.0), (mark as f64, 1.0), Ink::Gray);
                }
                plot.curve(outcome.straight_spent.iter().copied(), Ink::Two);
                plot.curve(outcome.spent.iter().copied(), Ink::One);
            }),
        };
        canvas.panels(290, vec![rates, spent]);
    }
}
