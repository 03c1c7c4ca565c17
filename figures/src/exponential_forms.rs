//! A nomogram of the three parametrizations of exponential decay, and its curve.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::schedule_plot::{Rates, schedule_panel};
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::exponential_forms::{Config, FACTORS, LENGTHS};
use listings::experiments::schedule_curve::written;
use listings::report::{Format, number};
use plotters::style::text_anchor::HPos;

/// Rulers with one cursor, beside the schedule.
pub struct ExponentialForms;

impl Figure for ExponentialForms {
    const NAME: &'static str = "exponential-forms";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["factor", "steps", "initial"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "First panel: one cursor on four rulers; drag the dot. d = {} in s = {} steps is γ = {} a step and k = {} in 1/step; the rate halves in {} steps. Second panel: \
             the schedule over {LENGTHS} s steps, {}, and the staircase with the same d and s. From {} it comes to {} at s and to {} at 2s, the rings. All rates to come add up to {}.",
            Format::default().apply(outcome.factor),
            outcome.steps,
            number(outcome.per_step, 6),
            written(outcome.constant),
            written(outcome.half_life),
            outcome.smooth.in_words(),
            number(outcome.first[0], 3),
            number(outcome.first[1], 3),
            number(outcome.first[2], 3),
            written(outcome.reach),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Four horizontal rulers, for d, γ, k and the half-life, with a line across them at {}, {}, {} and {}. Beside them a smooth fall of the rate and a \
             staircase around it, {}.",
            Format::default().apply(outcome.factor),
            number(outcome.per_step, 6),
            written(outcome.constant),
            written(outcome.half_life),
            outcome.smooth.in_words(),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "exponential decay"),
            (Ink::Two, "its staircase"),
            (Ink::Accent, "yours"),
        ]);
        let (low, high) = FACTORS;
        let rulers = Panel {
            title: "one schedule on four rulers",
            x: Axis::linear("d, the factor in s steps", low - 0.03..high + 0.02),
            y: Axis::linear("", 0.0..4.0).bare(),
            draw: Box::new(move |plot| {
                let names =
                    ["γ, the factor of a step", "k in 1/step", "half-life in steps"];
                for (index, (name, marks)) in
                    names.iter().zip(&outcome.rulers).enumerate()
                {
                    let y = 0.9 + index as f64;
                    plot.line((low, y), (high, y), Ink::Text);
                    plot.label((low, y + 0.32), name, HPos::Left, Ink::Text);
                    for (at, text) in marks {
                        plot.line((*at, y - 0.07), (*at, y + 0.07), Ink::Text);
                        plot.label((*at, y - 0.22), text, HPos::Center, Ink::Text);
                    }
                }
                plot.line((outcome.factor, 0.0), (outcome.factor, 4.0), Ink::Accent);
                let at = (outcome.factor, 0.25);
                plot.handle(Handle { at, x: Some("factor"), y: None });
            }),
        };
        let curves = vec![(Ink::Two, &outcome.staircase), (Ink::One, &outcome.smooth)];
        let mut schedule =
            schedule_panel("rate η", "step t", curves, vec![], Rates::Linear);
        let curves = schedule.draw;
        let steps = outcome.steps as f64;
        schedule.draw = Box::new(move |plot| {
            curves(plot);
            // That at 0 would cover the value on the axis.
            let at = |times: usize| (times as f64 * steps, outcome.first[times]);
            plot.rings([1, 2].map(at), 5.0, Ink::Accent);
        });
        canvas.panels(310, vec![rulers, schedule]);
    }
}
