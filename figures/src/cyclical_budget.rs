//! Four schedules with one budget: the loss against the peak, and the way there.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::cyclical_budget::{Config, PEAKS, Sweep};
use listings::report::{Format, number};

/// Losses against peaks, beside the curves at the best.
pub struct CyclicalBudget;

const INKS: [Ink; 4] = [Ink::Two, Ink::Four, Ink::Three, Ink::One];

fn stands(outcome: &Outcome<CyclicalBudget>) -> String {
    let stand = |sweep: &Sweep| {
        let Some(best) = &sweep.best_peak else {
            return format!("{}: not yet", sweep.name);
        };
        format!(
            "{}: {} at η = {}",
            sweep.name,
            number(best.train_loss, 3),
            Format::default().apply(best.peak)
        )
    };
    outcome.all().map(stand).join("; ")
}

impl Figure for CyclicalBudget {
    const NAME: &'static str = "cyclical-budget";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["steps", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "First panel: the training loss after {} steps against the largest rate, means of {} seeds; the dot is the best. Second panel: the loss on the way, each schedule at its best. After {} \
             of {} runs: {}.",
            outcome.steps,
            outcome.seeds,
            outcome.runs,
            outcome.all_runs,
            stands(outcome)
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Four curves of the final loss against the largest rate, each a valley, and four losses by step at the best rate of each. After {} of {} runs of {} steps: {}.",
            outcome.runs,
            outcome.all_runs,
            outcome.steps,
            stands(outcome)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let entries = INKS.into_iter().zip(outcome.all());
        let names: Vec<(Ink, &str)> =
            entries.clone().map(|(ink, sweep)| (ink, sweep.name)).collect();
        canvas.legend(&names);
        let (least, most) = (0.8 * PEAKS[0], 1.25 * PEAKS[PEAKS.len() - 1]);
        let losses = || Axis::logarithmic("", 0.03..2.0);
        let sweeps = Panel {
            title: "training loss in the end",
            x: Axis::logarithmic("largest rate η", least..most),
            y: losses(),
            draw: Box::new(move |plot| {
                for (ink, sweep) in INKS.into_iter().zip(outcome.all()) {
                    let at = sweep.peaks.iter().map(|at| (at.peak, at.train_loss));
                    plot.curve(at, ink);
                    let best = sweep.best_peak.iter();
                    plot.points(best.map(|best| (best.peak, best.train_loss)), 4.5, ink);
                }
            }),
        };
        let curves = Panel {
            title: "training loss, each at its best",
            x: Axis::linear("step", 0.0..outcome.steps as f64),
            y: losses(),
            draw: Box::new(|plot| {
                for (ink, sweep) in INKS.into_iter().zip(outcome.all()) {
                    if let Some(best) = &sweep.best_peak {
                        plot.curve(best.curve.iter().copied(), ink);
                    }
                }
            }),
        };
        canvas.panels(310, vec![sweeps, curves]);
    }
}
