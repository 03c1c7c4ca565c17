//! A validation loss, a schedule that listens to it, and its rates.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::schedule_plot::{Rates, schedule_panel};
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::plateau_training::Config;
use listings::experiments::schedule_curve::written;
use listings::report::number;

/// Losses beside rates.
pub struct PlateauTraining;

/// The highest loss that is drawn.
const TOP: f64 = 0.4;

/// The decades of rates that are drawn.
const DECADES: u32 = 6;

/// The lowest rate that is drawn.
fn lowest(rate: f64) -> f64 {
    rate * 0.1_f64.powi(DECADES as i32)
}

fn cuts(outcome: &Outcome<PlateauTraining>) -> String {
    let shown: Vec<String> =
        outcome.cut_epochs.iter().take(6).map(usize::to_string).collect();
    match outcome.cuts {
        0 => "no cut so far".to_string(),
        cuts if cuts > 6 => format!("{cuts} cuts, at epochs {} …", shown.join(", ")),
        1 => format!("a cut at epoch {}", shown[0]),
        cuts => format!("{cuts} cuts, at epochs {}", shown.join(", ")),
    }
}

fn losses(outcome: &Outcome<PlateauTraining>) -> String {
    if outcome.diverged {
        return "a run diverged".to_string();
    }
    if outcome.epoch == 0 {
        return "no loss yet".to_string();
    }
    format!(
        "validation loss of the last ten epochs {}, at the constant rate {}",
        number(outcome.late, 3),
        number(outcome.constant_late, 3)
    )
}

impl Figure for PlateauTraining {
    const NAME: &'static str = "plateau-training";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["rate", "factor", "patience", "threshold", "cooldown", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let rates = outcome.schedule.as_ref().map_or(String::new(), |curve| {
            format!(" The rate runs {}.", curve.in_words())
        });
        format!(
            "After {} of {} epochs: {}; {}. Thin lines mark the cuts.{rates}",
            outcome.epoch,
            outcome.epochs,
            cuts(outcome),
            losses(outcome),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Validation losses of two networks by epoch, one with a schedule that listens and one at a constant rate, and the rate, which falls in steps. After {} \
             epochs: {}; {}; the rate is {}.",
            outcome.epoch,
            cuts(outcome),
            losses(outcome),
            written(outcome.rate),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "validation"),
            (Ink::Three, "training"),
            (Ink::Two, "validation, constant rate"),
        ]);
        let last = outcome.epochs as f64;
        let marks: Vec<usize> = outcome.cut_epochs.clone();
        let lines = marks.clone();
        let loss = Panel {
            title: "loss",
            x: Axis::linear("epoch", 0.0..last),
            y: Axis::linear("", 0.0..TOP),
            draw: Box::new(move |plot| {
                for &cut in &lines {
                    plot.line((cut as f64, 0.0), (cut as f64, TOP), Ink::Gray);
                }
                for (values, ink) in [
                    (&outcome.constant, Ink::Two),
                    (&outcome.training, Ink::Three),
                    (&outcome.validation, Ink::One),
                ] {
                    let points = values.iter().enumerate();
                    let points =
                        points.map(|(at, &loss)| (at as f64, loss.min(3.0 * TOP)));
                    plot.curve(points, ink);
                }
            }),
        };
        let mut panels = vec![loss];
        if let Some(schedule) = &outcome.schedule {
            let curves = vec![(Ink::One, schedule)];
            let mut rates =
                schedule_panel("rate η", "epoch", curves, marks, Rates::Decades(DECADES));
            rates.x = Axis::linear("epoch", 0.0..last);
            panels.push(rates);
        } else {
            panels.push(Panel {
                title: "rate η",
                x: Axis::linear("epoch", 0.0..last),
                y: Axis::logarithmic("", lowest(outcome.rate)..1.5 * outcome.rate),
                draw: Box::new(|_| {}),
            });
        }
        canvas.panels(310, panels);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use listings::experiments::Experiment;

    #[test]
    fn no_rate_of_the_first_run_is_below_the_axis() {
        let schedule = Config::default().run().schedule.unwrap();
        let least = schedule.rates.iter().copied().fold(f64::INFINITY, f64::min);
        assert!(least < 1e-5, "{least}");
        assert!(least >= lowest(schedule.greatest), "{least}");
    }
}
