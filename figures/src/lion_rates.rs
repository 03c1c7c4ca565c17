//! Loss against rate, of AdamW and Lion.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::lion_rates::{Best, Config, Curve, RATES};
use listings::report::{Format, number};

/// Two valleys over the rate.
pub struct LionRates;

const INKS: [Ink; 2] = [Ink::One, Ink::Two];

fn best(curve: &Curve) -> String {
    let said = |best: &Best| {
        let edge = if best.at_edge { ", the edge of what was tried" } else { "" };
        format!(
            "{} is best at {}{edge}, with a loss of {}; there its steps are {} rates an entry",
            curve.name,
            Format::default().apply(best.rate),
            number(best.loss, 3),
            number(best.step_size, 2)
        )
    };
    curve.best.as_ref().map_or(format!("{} is not tried yet", curve.name), said)
}

impl Figure for LionRates {
    const NAME: &'static str = "lion-rates";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["batch", "steps", "noise", "seeds"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let ratio = outcome.ratio.map_or(String::new(), |ratio| {
            format!(" AdamW's best rate is {} times Lion's.", number(ratio, 1))
        });
        let share = match outcome.progress {
            progress if progress >= 1.0 => String::new(),
            progress => {
                format!("{} of the work is done. ", Format::percent(0).apply(progress))
            }
        };
        format!(
            "{share}Mean training loss of {} data sets after {} steps of {} of {} points, against the rate; a dot is the best. {}. {}.{ratio}",
            outcome.seeds,
            outcome.steps,
            outcome.batch,
            outcome.points,
            best(&outcome.adamw),
            best(&outcome.lion),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Two curves of training loss against rate, each a valley, Lion's left of AdamW's. {}. {}.",
            best(&outcome.adamw),
            best(&outcome.lion)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let curves = [&outcome.adamw, &outcome.lion];
        canvas.legend(&[(INKS[0], curves[0].name), (INKS[1], curves[1].name)]);
        let losses = Panel {
            title: "training loss",
            x: Axis::logarithmic("rate η", 1.5e-4..0.12),
            y: Axis::linear("", 0.0..0.8),
            draw: Box::new(move |plot| {
                for (ink, curve) in INKS.into_iter().zip(curves) {
                    let points = RATES.iter().zip(&curve.losses);
                    let point = |(&rate, &loss): (&f64, &Option<f64>)| {
                        (rate, loss.unwrap_or(f64::NAN))
                    };
                    plot.curve(points.map(point), ink);
                    let best = curve.best.as_ref().map(|best| (best.rate, best.loss));
                    plot.points(best, 4.5, ink);
                }
            }),
        };
        canvas.panels(320, vec![losses]);
    }
}
