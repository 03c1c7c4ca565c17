//! How much to order when too little and too much have different prices.

use super::{Experiment, Setting};
use crate::losses::{Quantile, ResidualLoss};
use crate::report::{Cell, Table};
use ndarray::Array1;
use serde::Serialize;

/// A random demand, two prices, and an order.
#[derive(Clone, Debug)]
pub struct Config {
    /// What each missing unit costs.
    pub too_little: f64,
    /// What each unit left over costs.
    pub too_much: f64,
    /// The reader's order.
    pub order: f64,
    /// The shape k of the demand: 1 is very skewed, 3.6 nearly symmetric.
    pub shape: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { too_little: 4.0, too_much: 1.0, order: 100.0, shape: 1.5 }
    }
}

/// The scale of the demand, a Weibull distribution: F(d) = 1 − e^(−(d/100)ᵏ).
const SCALE: f64 = 100.0;

/// How many equally likely demands stand for the distribution.
const DEMANDS: usize = 2000;

/// The demand, and what orders cost on average.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// What each missing unit costs.
    pub too_little: f64,
    /// What each unit left over costs.
    pub too_much: f64,
    /// The share of days on which the best order is enough: too_little over the sum.
    pub level: f64,
    /// Demand and its density.
    pub density: Vec<(f64, f64)>,
    /// Order and its mean cost.
    pub costs: Vec<(f64, f64)>,
    /// The reader's order.
    pub yours: Order,
    /// The quantile at the level.
    pub best: Order,
    /// The mean demand, which the squared error predicts.
    pub mean: Order,
    /// The median demand, which the absolute error predicts.
    pub median: Order,
}

/// An order and what it leads to.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Order {
    /// How much is ordered.
    pub order: f64,
    /// The mean cost of a day.
    pub cost: f64,
    /// How much more that is than under the best order, as a share.
    pub excess: f64,
    /// The share of days on which it is enough.
    pub enough: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "newsvendor";
    const QUESTION: &'static str = "How much to order when a missing unit and a unit left over have different prices?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "too_little",
                "price of a missing unit",
                &mut self.too_little,
                0.5..=20.0,
                0.5,
            ),
            Setting::real(
                "too_much",
                "price of a unit left over",
                &mut self.too_much,
                0.5..=20.0,
                0.5,
            ),
            Setting::real("order", "your order", &mut self.order, 0.0..=300.0, 1.0),
            Setting::real(
                "shape",
                "shape of the demand",
                &mut self.shape,
                1.0..=4.0,
                0.1,
            ),
        ]
    }

    fn run(&self) -> Outcome {
        let level = self.too_little / (self.too_little + self.too_much);
        let demands: Array1<f64> = (0..DEMANDS)
            .map(|i| self.quantile((i as f64 + 0.5) / DEMANDS as f64))
            .collect();
        let cost = |order: f64| self.mean_cost(order, &demands);
        let best = self.quantile(level);
        let least = cost(best);
        let of = |order: f64| Order {
            order,
            cost: cost(order),
            excess: cost(order) / least - 1.0,
            enough: 1.0 - (-(order / SCALE).powf(self.shape)).exp(),
        };
        Outcome {
            too_little: self.too_little,
            too_much: self.too_much,
            level,
            density: grid(120).map(|d| (d, self.density(d))).collect(),
            costs: grid(100).map(|order| (order, cost(order))).collect(),
            yours: of(self.order),
            best: of(best),
            mean: of(demands.sum() / DEMANDS as f64),
            median: of(self.quantile(0.5)),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Orders when a missing unit costs {} and a unit left over {}",
                outcome.too_little, outcome.too_much
            ),
            &["order", "units", "enough on", "mean cost of a day", "more than the best"],
        );
        let percent = crate::report::Format::percent(0);
        for (name, order) in [
            ("the mean demand (squared error)", outcome.mean),
            ("the median demand (absolute error)", outcome.median),
            ("the best: the quantile", outcome.best),
            ("the order that you set", outcome.yours),
        ] {
            table.row(vec![
                name.into(),
                Cell::number(order.order, 0),
                Cell::Number(percent.apply(order.enough)),
                Cell::number(order.cost, 1),
                Cell::Number(percent.apply(order.excess)),
            ]);
        }
        table
    }
}

impl Config {
    // ANCHOR: mean_cost
    /// The mean cost of a day under an order: the quantile loss at the level
    /// too_little / (too_little + too_much), times the sum of both prices.
    fn mean_cost(&self, order: f64, demands: &Array1<f64>) -> f64 {
        let prices = self.too_little + self.too_much;
        let loss = Quantile::new(self.too_little / prices).expect("prices above zero");
        let sum: f64 = demands.iter().map(|demand| loss.of(order - demand)).sum();
        prices * sum / demands.len() as f64
    }
    // ANCHOR_END: mean_cost

    /// The demand below which that share of the days lies.
    fn quantile(&self, share: f64) -> f64 {
        SCALE * (-(-share).ln_1p()).powf(1.0 / self.shape)
    }

    fn density(&self, demand: f64) -> f64 {
        let ratio = demand / SCALE;
        let power = ratio.powf(self.shape - 1.0);
        self.shape / SCALE * power * (-power * ratio).exp()
    }
}

/// Numbers from 0 to 300.
fn grid(steps: usize) -> impl Iterator<Item = f64> {
    (0..=steps).map(move |i| 300.0 * i as f64 / steps as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_order_is_cheaper_than_the_quantile() {
        for too_little in [0.5, 1.0, 4.0, 20.0] {
            let outcome = Config { too_little, ..Config::default() }.run();
            for (order, cost) in &outcome.costs {
                // The demands stand for a distribution: their own best order is the
                // nearest of them, a hair off.
                assert!(*cost >= outcome.best.cost * (1.0 - 1e-6), "{order}");
            }
            assert!((outcome.best.enough - outcome.level).abs() < 1e-12);
        }
    }

    #[test]
    fn a_day_costs_what_is_missing_or_left_over() {
        let config = Config::default();
        let demands = ndarray::array![90.0, 130.0];
        // Ten left over at 1, thirty missing at 4.
        assert!((config.mean_cost(100.0, &demands) - 130.0 / 2.0).abs() < 1e-12);
    }

    #[test]
    fn the_density_is_the_slope_of_the_share() {
        let config = Config::default();
        let share = |order| Config { order, ..config.clone() }.run().yours.enough;
        let difference = (share(80.01) - share(79.99)) / 0.02;
        assert!((difference - config.density(80.0)).abs() < 1e-8);
    }
}
