//! Five rates on x², and one on x² + y².

use super::{Experiment, Setting, descent_parabola};
use crate::optimizers::GradientDescent;
use crate::report::{Cell, Table};
use crate::surfaces::{Quadratic, walk};
use ndarray::array;
use serde::Serialize;

/// The rates of the table.
pub const RATES: [f64; 5] = [0.01, 0.1, 0.5, 0.9, 1.1];

/// So many steps at each rate, from x = 10.
#[derive(Clone, Debug)]
pub struct Config {
    /// Steps at each rate.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { steps: 20 }
    }
}

/// The walks, and one in two dimensions.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Steps at each rate.
    pub steps: usize,
    /// One for each of the rates.
    pub rows: Vec<Row>,
    /// x² + y² from (8, 6), 50 steps at η = 0.1.
    pub round: Round,
}

/// One rate on x².
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// η.
    pub rate: f64,
    /// 1 − 2η.
    pub factor: f64,
    /// x after one step.
    pub first: f64,
    /// x after the last.
    pub last: f64,
    /// What the walk does, in words.
    pub behavior: &'static str,
}

/// The walk on x² + y².
#[derive(Clone, Debug, Serialize)]
pub struct Round {
    /// Steps.
    pub steps: usize,
    /// The loss at the start.
    pub first_loss: f64,
    /// The loss after the last step.
    pub last_loss: f64,
    /// The distance to the minimum after the last step; it was 10.
    pub last_distance: f64,
    /// The largest |y/x − ¾| on the way: zero when the path is straight.
    pub bend: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "descent-rates";
    const QUESTION: &'static str = "Which rates converge on x², and how fast?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("steps", "steps", &mut self.steps, 1..=20)]
    }

    fn run(&self) -> Outcome {
        let row = |rate| {
            let config =
                descent_parabola::Config { rate, steps: self.steps, start: 10.0 };
            let walk = config.run();
            let (factor, behavior) = (walk.factor, walk.behavior);
            Row { rate, factor, first: walk.path[1], last: walk.last, behavior }
        };
        let bowl = Quadratic::new(array![2.0, 2.0]).expect("two is a curvature");
        let round = walk(&bowl, &mut GradientDescent, 0.1, array![8.0, 6.0], 50, 0.0)
            .expect("a rate of 0.1");
        let last = round.theta();
        let bends = round.path.iter().map(|theta| (theta[1] / theta[0] - 0.75).abs());
        Outcome {
            steps: self.steps,
            rows: RATES.map(row).into(),
            round: Round {
                steps: round.steps(),
                first_loss: round.values[0],
                last_loss: *round.values.last().expect("a walk has its start"),
                last_distance: last.dot(last).sqrt(),
                bend: bends.fold(0.0, f64::max),
            },
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let last = format!("x after {} steps", outcome.steps);
        let mut table = Table::new(
            "Gradient descent on x² from 10",
            &["rate η", "factor 1 − 2η", "x after 1 step", &last, "what it does"],
        );
        for row in &outcome.rows {
            table.row(vec![
                Cell::Text(format!("{}", row.rate)),
                Cell::number(row.factor, 2),
                Cell::number(row.first, 1),
                Cell::number(row.last, 3),
                row.behavior.into(),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_round_bowl_is_the_parabola_twice() {
        let outcome = Config::default().run();
        // 10 · 0.8⁵⁰; a rounding or two a step.
        let exact = 10.0 * 0.8_f64.powi(50);
        assert!((outcome.round.last_distance / exact - 1.0).abs() < 1e-13);
        assert!(outcome.round.bend < 1e-13);
        assert_eq!(outcome.round.first_loss, 100.0);
    }
}
