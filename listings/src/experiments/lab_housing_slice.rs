//! Lab 1: losses along one weight, with and without wrong prices.

use super::{Experiment, Setting};
use crate::labs::housing::{SLICE, Slice, Summary, WRONG, summary};
use crate::report::{Cell, Table};
use serde::Serialize;

/// What is shown.
#[derive(Clone, Debug)]
pub struct Config {
    /// With wrong prices.
    pub wrong: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self { wrong: true }
    }
}

/// The slices of the three losses.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Whether prices are wrong.
    pub wrong: bool,
    /// The share of wrong prices, in percent.
    pub percent: f64,
    /// One a loss.
    pub slices: Vec<Slice>,
    /// Where each has its least value on right prices.
    pub right_minima: Minima,
    /// The same with wrong prices.
    pub wrong_minima: Minima,
    /// The distance of two points of a slice.
    pub spacing: f64,
}

/// The distance of the lowest point of a slice from the weight of least squares on right
/// prices, in 100,000 dollars for a standard deviation of income.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Minima {
    /// Of the mean squared error.
    pub squared: f64,
    /// Of the mean absolute error.
    pub absolute: f64,
    /// Of Huber's loss.
    pub huber: f64,
}

fn minima(slices: &[Slice]) -> Minima {
    let of = |index: usize| {
        let points = slices[index].points.iter();
        points.min_by(|a, b| a.1.total_cmp(&b.1)).expect("a slice has points").0
    };
    Minima { squared: of(0), absolute: of(1), huber: of(2) }
}

impl Config {
    /// The outcome, of the records that this is a summary of.
    pub fn of(&self, summary: Summary) -> Outcome {
        let [right, wrong] = summary.slices;
        Outcome {
            wrong: self.wrong,
            percent: 100.0 * WRONG[1],
            right_minima: minima(&right),
            wrong_minima: minima(&wrong),
            slices: if self.wrong { wrong } else { right },
            spacing: (SLICE.1 - SLICE.0) / SLICE.2 as f64,
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "lab-housing-slice";
    const QUESTION: &'static str = "Where do wrong prices move the minimum of each loss?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::switch("wrong", "with wrong prices", &mut self.wrong)]
    }

    fn run(&self) -> Outcome {
        self.of(summary())
    }

    fn table(outcome: &Outcome) -> Table {
        let names: Vec<&str> =
            outcome.slices.iter().map(|slice| slice.name.as_str()).collect();
        let headings = [&["change of the weight"], &names[..]].concat();
        let mut table = Table::new("Losses over their least values", &headings);
        for (index, &(change, _)) in outcome.slices[0].points.iter().enumerate() {
            let mut row = vec![Cell::number(change, 1)];
            row.extend(outcome.slices.iter().map(|s| Cell::number(s.points[index].1, 3)));
            table.row(row);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_prices_move_the_squared_error_most() {
        let found = Config::default().run();
        let (right, wrong) = (found.right_minima, found.wrong_minima);
        // The center is the least squares of right prices.
        assert_eq!(right.squared, 0.0);
        assert!(wrong.squared > wrong.absolute + 0.2, "{wrong:?}");
        assert!(wrong.squared > wrong.huber + 0.2, "{wrong:?}");
    }
}
