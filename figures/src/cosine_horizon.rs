//! Four plans for two hundred steps: their rates, and the loss to expect.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::schedule_plot::{Rates, schedule_panel};
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::cosine_horizon::Config;
use listings::report::{Format, number};

/// Rates beside expected losses.
pub struct CosineHorizon;

const INKS: [Ink; 4] = [Ink::One, Ink::Three, Ink::Two, Ink::Five];

impl Figure for CosineHorizon {
    const NAME: &'static str = "cosine-horizon";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["horizon", "rate", "noise"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "{} steps from η₀ = {} with a plan for {}. The loss to expect after the last step: {} under the cosine with T = n, {} where the plan ends and the \
             rate holds, {} where it swings up again, {} at the constant rate.",
            outcome.steps,
            Format::default().apply(outcome.rate),
            outcome.horizon,
            number(outcome.right.last, 3),
            number(outcome.held.last, 3),
            number(outcome.swung.last, 3),
            number(outcome.constant.last, 3),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let plans: Vec<String> = outcome
            .all()
            .iter()
            .map(|plan| {
                format!(
                    "{}: mean rate {}, expected loss {}",
                    plan.name,
                    number(plan.mean, 3),
                    number(plan.last, 3)
                )
            })
            .collect();
        format!(
            "In the first panel, four schedules over {} steps; in the second, their expected losses on a logarithmic axis. {}.",
            outcome.steps,
            plans.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let plans: Vec<_> = INKS.into_iter().zip(outcome.all()).collect();
        let names: Vec<(Ink, &str)> =
            plans.iter().map(|(ink, plan)| (*ink, plan.name)).collect();
        canvas.legend(&names);
        let curves = plans.iter().rev().map(|(ink, plan)| (*ink, &plan.rates));
        let rates =
            schedule_panel("rate η", "step t", curves.collect(), vec![], Rates::Linear);
        let losses = Panel {
            title: "expected loss",
            x: Axis::linear("step t", 0.0..outcome.steps as f64),
            y: Axis::logarithmic("", 1e-3..10.0),
            draw: Box::new(move |plot| {
                for (ink, plan) in plans.iter().rev() {
                    let points = plan.losses.iter().enumerate().step_by(2);
                    plot.curve(
                        points.map(|(step, &loss)| (step as f64, loss.max(1e-9))),
                        *ink,
                    );
                }
            }),
        };
        canvas.panels(290, vec![rates, losses]);
    }
}
