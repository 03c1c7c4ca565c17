//! One triplet in the plane: its zone, its loss, and where each of the three is drawn.

use super::{Experiment, Setting};
use crate::losses::mining::{Difficulty, difficulty};
use crate::losses::{Distance, Triplet};
use crate::report::{Cell, Table};
use ndarray::{Array2, array};
use serde::Serialize;

/// The reader's three points.
#[derive(Clone, Debug)]
pub struct Config {
    /// The anchor's x.
    pub anchor_x: f64,
    /// The anchor's y.
    pub anchor_y: f64,
    /// The positive's x.
    pub positive_x: f64,
    /// The positive's y.
    pub positive_y: f64,
    /// The negative's x.
    pub negative_x: f64,
    /// The negative's y.
    pub negative_y: f64,
    /// The margin m.
    pub margin: f64,
    /// Squared distances, as in FaceNet, or distances.
    pub squared: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            anchor_x: 0.0,
            anchor_y: 0.0,
            positive_x: -0.9,
            positive_y: 0.6,
            negative_x: 1.2,
            negative_y: 0.5,
            margin: 1.0,
            squared: false,
        }
    }
}

/// The triplet judged.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The anchor, the positive and the negative.
    pub points: [(f64, f64); 3],
    /// The margin m.
    pub margin: f64,
    /// Whether the distances are squared.
    pub squared: bool,
    /// d(a, p), squared or not.
    pub to_positive: f64,
    /// d(a, n), squared or not.
    pub to_negative: f64,
    /// Where a negative stops being hard: this far from the anchor, in the plane.
    pub hard_within: f64,
    /// Where it stops being semi-hard.
    pub semi_hard_within: f64,
    /// easy, semi-hard or hard.
    pub zone: &'static str,
    /// The loss.
    pub loss: f64,
    /// −∂ℓ/∂x of the three: where descent moves each.
    pub moves: [(f64, f64); 3],
    /// The lengths of these.
    pub pulls: [f64; 3],
}

impl Experiment for Config {
    const NAME: &'static str = "triplet-zones";
    const QUESTION: &'static str = "Which negatives teach, and what?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let x = -3.0..=3.0;
        let y = -2.0..=2.0;
        let place =
            |name, label, field, range| Setting::real(name, label, field, range, 0.05);
        vec![
            place("anchor_x", "anchor: x", &mut self.anchor_x, x.clone()),
            place("anchor_y", "anchor: y", &mut self.anchor_y, y.clone()),
            place("positive_x", "positive: x", &mut self.positive_x, x.clone()),
            place("positive_y", "positive: y", &mut self.positive_y, y.clone()),
            place("negative_x", "negative: x", &mut self.negative_x, x),
            place("negative_y", "negative: y", &mut self.negative_y, y),
            Setting::real("margin", "margin m", &mut self.margin, 0.0..=2.0, 0.1),
            Setting::switch("squared", "squared distances", &mut self.squared),
        ]
    }

    fn run(&self) -> Outcome {
        let distance =
            if self.squared { Distance::SquaredEuclidean } else { Distance::Euclidean };
        let loss = Triplet::new(self.margin).expect("the settings keep m from 0 on");
        let loss = loss.with_distance(distance);
        let a = array![[self.anchor_x, self.anchor_y]];
        let p = array![[self.positive_x, self.positive_y]];
        let n = array![[self.negative_x, self.negative_y]];
        let to_positive = distance.between(a.row(0), p.row(0));
        let to_negative = distance.between(a.row(0), n.row(0));
        let in_plane = |d: f64| if self.squared { d.sqrt() } else { d };
        let gradients = loss.gradients(&a, &p, &n);
        let point = |row: &Array2<f64>| (row[[0, 0]], row[[0, 1]]);
        let moves = gradients.map(|gradient| point(&gradient.mapv(|g| 0.0 - g)));
        Outcome {
            points: [point(&a), point(&p), point(&n)],
            margin: self.margin,
            squared: self.squared,
            to_positive,
            to_negative,
            hard_within: in_plane(to_positive),
            semi_hard_within: in_plane(to_positive + self.margin),
            zone: match difficulty(to_positive, to_negative, self.margin) {
                Difficulty::Easy => "easy",
                Difficulty::SemiHard => "semi-hard",
                Difficulty::Hard => "hard",
            },
            loss: loss.value(&a, &p, &n),
            pulls: moves.map(|(x, y)| x.hypot(y)),
            moves,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let distance = if outcome.squared { "d²" } else { "d" };
        let mut table = Table::new(
            format!("The triplet: {}, loss {:.2}", outcome.zone, outcome.loss),
            &["point", "x", "y", &format!("{distance} to anchor"), "pull"],
        );
        let far = [0.0, outcome.to_positive, outcome.to_negative];
        for (i, name) in ["anchor", "positive", "negative"].into_iter().enumerate() {
            let (x, y) = outcome.points[i];
            let numbers = [x, y, far[i], outcome.pulls[i]].map(|x| Cell::number(x, 2));
            table.row([vec![name.into()], numbers.to_vec()].concat());
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An anchor at 0, a positive 1 to the left, a negative to the right.
    fn at(negative: f64, squared: bool) -> Outcome {
        let config = Config {
            positive_x: -1.0,
            positive_y: 0.0,
            negative_x: negative,
            negative_y: 0.0,
            squared,
            ..Config::default()
        };
        config.run()
    }

    #[test]
    fn the_zones_are_where_the_rings_are() {
        for (negative, zone, loss) in
            [(0.5, "hard", 1.5), (1.5, "semi-hard", 0.5), (2.5, "easy", 0.0)]
        {
            let outcome = at(negative, false);
            assert_eq!((outcome.zone, outcome.loss), (zone, loss));
            assert_eq!((outcome.hard_within, outcome.semi_hard_within), (1.0, 2.0));
        }
        // Squared, the second ring is at √2: a negative at 1.5 is already easy.
        assert_eq!(at(1.5, true).zone, "easy");
    }

    #[test]
    fn distances_pull_alike_and_squared_ones_the_harder_the_farther() {
        let outcome = at(0.5, false);
        // The anchor feels both: away from the negative, toward the positive.
        assert_eq!(outcome.pulls, [2.0, 1.0, 1.0]);
        assert_eq!(outcome.moves[0], (-2.0, 0.0));
        assert_eq!(at(0.5, true).pulls, [3.0, 2.0, 1.0]);
    }
}
