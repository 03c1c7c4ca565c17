//! The contrastive loss of one pair, and its pull, over the distance.

use super::curve::Curve;
use super::{Experiment, Setting};
use crate::losses::{Contrastive, HingeEmbedding, Loss};
use crate::report::{Cell, Table};
use ndarray::{Array1, array};
use serde::Serialize;

/// The largest distance shown.
pub const FARTHEST: f64 = 4.0;

/// A margin, and a pair at a distance that the reader sets.
#[derive(Clone, Debug)]
pub struct Config {
    /// The margin m.
    pub margin: f64,
    /// The distance of the reader's pair.
    pub distance: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { margin: 2.0, distance: 0.5 }
    }
}

/// Losses and derivatives over the distance.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The margin m.
    pub margin: f64,
    /// The distance of the reader's pair.
    pub distance: f64,
    /// The distances of the curves.
    pub distances: Vec<f64>,
    /// d², of similar pairs.
    pub similar: Curve,
    /// max(0, m − d)², of dissimilar pairs.
    pub dissimilar: Curve,
    /// max(0, m − d), the hinge embedding loss of dissimilar pairs.
    pub unsquared: Curve,
    /// max(0, m − d²), with the square in another place.
    pub squared_inside: Curve,
}

impl Experiment for Config {
    const NAME: &'static str = "pair-pull";
    const QUESTION: &'static str =
        "How hard does each pair pull or push, at which distance?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("margin", "margin m", &mut self.margin, 0.0..=3.0, 0.1),
            Setting::real(
                "distance",
                "distance d",
                &mut self.distance,
                0.0..=FARTHEST,
                0.05,
            ),
        ]
    }

    fn run(&self) -> Outcome {
        // From just above 0, where the distance has a tip and no derivative.
        let distances = Array1::linspace(1e-6, FARTHEST, 121).to_vec();
        let pair = Contrastive::new(self.margin).expect("the settings keep m from 0 on");
        let hinge = HingeEmbedding::new(self.margin).expect("the same margin");
        // Two embeddings on a line, the distance apart: the gradient of the first is the
        // derivative with respect to the distance.
        let of_pair = |similar: bool| {
            move |d: f64| {
                let (first, second, similar) =
                    (array![[d]], array![[0.0]], array![similar]);
                let [gradient, _] = pair.gradients(&first, &second, &similar);
                (pair.value(&first, &second, &similar), gradient[[0, 0]])
            }
        };
        let of_hinge = |d: f64| {
            let (distance, similar) = (array![d], array![false]);
            (hinge.value(&distance, &similar), hinge.gradient(&distance, &similar)[0])
        };
        let margin = self.margin;
        let inside = move |d: f64| {
            let missing = margin - d * d;
            if missing > 0.0 { (missing, -2.0 * d) } else { (0.0, 0.0) }
        };
        Outcome {
            margin: self.margin,
            distance: self.distance,
            similar: Curve::of(&distances, self.distance, of_pair(true)),
            dissimilar: Curve::of(&distances, self.distance, of_pair(false)),
            unsquared: Curve::of(&distances, self.distance, of_hinge),
            squared_inside: Curve::of(&distances, self.distance, inside),
            distances,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "A pair at the distance {}, margin {}",
                outcome.distance, outcome.margin
            ),
            &["loss of a pair", "value", "derivative"],
        );
        for (name, curve) in [
            ("similar: d²", &outcome.similar),
            ("dissimilar: max(0, m − d)²", &outcome.dissimilar),
            ("dissimilar: max(0, m − d)", &outcome.unsquared),
            ("dissimilar: max(0, m − d²)", &outcome.squared_inside),
        ] {
            let numbers = [curve.value, curve.slope].map(|x| Cell::number(x, 2));
            table.row([vec![name.into()], numbers.to_vec()].concat());
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_s_pair_is_the_one_worked_by_hand() {
        let outcome = Config::default().run();
        // d = ½, m = 2: d² = ¼ and 2d = 1; (m − d)² = 9/4 and −2 (m − d) = −3.
        assert_eq!((outcome.similar.value, outcome.similar.slope), (0.25, 1.0));
        assert_eq!((outcome.dissimilar.value, outcome.dissimilar.slope), (2.25, -3.0));
        assert_eq!((outcome.unsquared.value, outcome.unsquared.slope), (1.5, -1.0));
        assert_eq!(
            (outcome.squared_inside.value, outcome.squared_inside.slope),
            (1.75, -1.0)
        );
    }

    #[test]
    fn nothing_pushes_beyond_the_margin() {
        let outcome = Config { margin: 2.0, distance: 2.5 }.run();
        assert_eq!((outcome.dissimilar.value, outcome.dissimilar.slope), (0.0, 0.0));
        for (d, slope) in outcome.distances.iter().zip(&outcome.dissimilar.slopes) {
            assert!(*slope == 0.0 || *d < 2.0);
        }
    }
}
