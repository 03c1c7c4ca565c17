//! A function along a line, the Wolfe regions, and the trials of a search.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink, Sample};
use listings::experiments::line_search::{Config, LONGEST};
use listings::report::number;
use plotters::style::text_anchor::HPos;

/// One panel: φ(α).
pub struct LineSearch;

/// The highest φ that is shown.
const HIGHEST: f64 = 320.0;

impl Figure for LineSearch {
    const NAME: &'static str = "line-search";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["first", "c1", "c2", "tilt"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let result = match (outcome.accepted, &outcome.error) {
            (Some(rate), _) => {
                format!("accepts α = {} at trial {}", number(rate, 2), outcome.count)
            }
            (None, Some(error)) => format!("fails: {error}"),
            (None, None) => "finds nothing".to_string(),
        };
        format!(
            "Himmelblau's function along a line. Below the sloped line φ has fallen enough for c₁ = {}; in the shaded stretches it is also flat \
             enough for c₂ = {}. Drag the dot to the first trial: the search, whose trials are numbered, {result}.",
            number(outcome.c1, 4),
            number(outcome.c2, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let trials: Vec<String> = outcome
            .trials
            .iter()
            .map(|trial| {
                format!(
                    "α = {} with φ = {}",
                    number(trial.rate, 2),
                    number(trial.value, 1)
                )
            })
            .collect();
        format!(
            "A curve with two valleys that starts at φ = {} with the slope {}. Stretches of it that satisfy both Wolfe conditions: {}. The trials: {}.",
            number(outcome.value, 1),
            number(outcome.slope, 1),
            outcome.good.len(),
            trials.join("; "),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::One, "φ(α)"),
            (Sample::Line, Ink::Two, "φ(0) + c₁αφ′(0)"),
            (Sample::Region(0.25), Ink::Three, "low and flat enough"),
            (Sample::Region(0.08), Ink::Two, "low enough only"),
        ]);
        let panel = Panel {
            title: "φ(α) = L(θ + αp)",
            x: Axis::linear("α", 0.0..LONGEST),
            y: Axis::linear("", 0.0..HIGHEST),
            draw: Box::new(move |plot| {
                for &(from, to) in &outcome.low_enough {
                    plot.rectangle((from, 0.0), (to, HIGHEST), Ink::Two, 0.08);
                }
                for &(from, to) in &outcome.good {
                    plot.rectangle((from, 0.0), (to, HIGHEST), Ink::Three, 0.25);
                }
                plot.curve(outcome.curve.iter().copied(), Ink::One);
                let line = |rate: f64| outcome.value + outcome.c1 * rate * outcome.slope;
                plot.curve([(0.0, line(0.0)), (LONGEST, line(LONGEST))], Ink::Two);
                for (index, trial) in outcome.trials.iter().enumerate() {
                    let is_last =
                        index + 1 == outcome.trials.len() && outcome.accepted.is_some();
                    let ink = if is_last { Ink::Three } else { Ink::Text };
                    plot.points([(trial.rate, trial.value)], 5.0, ink);
                    let at = (trial.rate, (trial.value + 22.0).min(HIGHEST - 12.0));
                    if trial.rate <= LONGEST {
                        plot.label(at, &(index + 1).to_string(), HPos::Center, ink);
                    }
                }
                plot.handle(Handle {
                    at: (outcome.first, 12.0),
                    x: Some("first"),
                    y: None,
                });
            }),
        };
        canvas.panels(330, vec![panel]);
    }
}
