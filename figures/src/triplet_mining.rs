//! A race of five ways to choose pairs and triplets.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::triplet_mining::Config;

/// One panel: the share of right neighbors over the steps.
pub struct TripletMining;

const INKS: [Ink; 5] = [Ink::One, Ink::Two, Ink::Five, Ink::Three, Ink::Four];

fn percent(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}

impl Figure for TripletMining {
    const NAME: &'static str = "triplet-mining";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["margin", "center_spread", "squared", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let ways: Vec<String> = outcome
            .ways
            .iter()
            .map(|way| format!("{} ({})", percent(way.accuracy), way.name))
            .collect();
        format!(
            "Five networks from one start, each fed with 30 samples a step: the share of test samples whose nearest neighbor is of their class. \
             After {} of {} steps: {}.",
            outcome.steps,
            outcome.steps_in_all,
            ways.join(", ")
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let ways: Vec<String> = outcome
            .ways
            .iter()
            .map(|way| {
                let (_, first) = way.accuracies[0];
                format!(
                    "{} from {} to {}",
                    way.name,
                    percent(first),
                    percent(way.accuracy)
                )
            })
            .collect();
        format!(
            "Five curves of the share of right nearest neighbors over {} training steps: {}.",
            outcome.steps,
            ways.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let ways = || outcome.ways.iter().zip(INKS);
        canvas.legend(&ways().map(|(way, ink)| (ink, way.name)).collect::<Vec<_>>());
        let panel = Panel {
            title: "share of right neighbors",
            x: Axis::linear("step", 0.0..outcome.steps_in_all as f64),
            y: Axis::linear("", 0.0..1.0),
            draw: Box::new(move |plot| {
                for (way, ink) in ways() {
                    plot.curve(way.accuracies.iter().copied(), ink);
                }
            }),
        };
        canvas.panels(320, vec![panel]);
    }
}
