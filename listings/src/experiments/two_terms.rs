//! Two terms in different units that share a parameter: whose wish prevails?

use super::{Experiment, Setting};
use crate::losses::task_loss;
use crate::report::{Cell, Table};
use ndarray::array;
use serde::Serialize;

/// A price and an area, both predicted from one shared parameter θ.
#[derive(Clone, Debug)]
pub struct Config {
    /// How many dollars the unit of the price is.
    pub unit: f64,
    /// ln₁₀ of the weight of the price term; the area term has the weight 1.
    pub log_weight: f64,
    /// The standard deviation of the noise of the price, in thousands of dollars.
    pub price_noise: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { unit: 1000.0, log_weight: 0.0, price_noise: 60.0 }
    }
}

/// How far the price moves when θ does, in dollars.
const PRICE_SLOPE: f64 = 50_000.0;
/// The θ that suits the prices.
const PRICE_WISH: f64 = 1.0;
/// How far the area moves when θ does, in square meters.
const AREA_SLOPE: f64 = 20.0;
/// The θ that suits the areas.
const AREA_WISH: f64 = 0.0;
/// The standard deviation of the noise of the area, in square meters.
const AREA_NOISE: f64 = 2.0;

/// What weights do.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// How many dollars the unit of the price is.
    pub unit: f64,
    /// ln₁₀ of the weights tried.
    pub log_weights: Vec<f64>,
    /// At each weight, the share of the price term in the value at θ = ½.
    pub value_shares: Vec<f64>,
    /// At each weight, the share of the price term in the pulls at θ = ½, which is also
    /// where the minimum lies.
    pub pull_shares: Vec<f64>,
    /// The reader's weight.
    pub yours: Weighting,
    /// Both terms as they are.
    pub plain: Weighting,
    /// Each term divided by its value at θ = ½.
    pub equal_values: Weighting,
    /// Each term divided by its pull at θ = ½.
    pub equal_pulls: Weighting,
    /// Each term divided by the variance of its noise.
    pub by_noise: Weighting,
    /// The weights learned as log variances.
    pub learned: Weighting,
}

/// A weight of the price term beside a weight 1 of the area term.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Weighting {
    /// ln₁₀ of the weight.
    pub log_weight: f64,
    /// The share of the price term in the value at θ = ½.
    pub value_share: f64,
    /// Its share in the pulls there.
    pub pull_share: f64,
    /// The θ of the minimum: 0 is what the areas wish, 1 what the prices wish.
    pub minimum: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "two-terms";
    const QUESTION: &'static str =
        "Which of two terms in different units decides where the minimum lies?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "unit",
                "dollars a unit of price",
                &mut self.unit,
                1.0..=100_000.0,
                1.0,
            )
            .logarithmic(),
            Setting::real(
                "log_weight",
                "log₁₀ of the price's weight",
                &mut self.log_weight,
                -9.0..=5.0,
                0.1,
            ),
            Setting::real(
                "price_noise",
                "noise of the price, $1000",
                &mut self.price_noise,
                5.0..=200.0,
                5.0,
            ),
        ]
    }

    fn run(&self) -> Outcome {
        let [price, area] = self.terms();
        let weighting = |weight: f64| Weighting {
            log_weight: weight.log10(),
            value_share: share(weight * price.value(0.5), area.value(0.5)),
            pull_share: share(weight * price.slope(0.5).abs(), area.slope(0.5).abs()),
            minimum: minimum(weight, price, area),
        };
        let steps = 0..=112;
        let log_weights: Vec<f64> = steps.map(|i| -9.0 + f64::from(i) / 8.0).collect();
        let along = |part: fn(Weighting) -> f64| {
            log_weights.iter().map(|w| part(weighting(10_f64.powf(*w)))).collect()
        };
        Outcome {
            unit: self.unit,
            value_shares: along(|weighting| weighting.value_share),
            pull_shares: along(|weighting| weighting.pull_share),
            log_weights,
            yours: weighting(10_f64.powf(self.log_weight)),
            plain: weighting(1.0),
            equal_values: weighting(area.value(0.5) / price.value(0.5)),
            equal_pulls: weighting((area.slope(0.5) / price.slope(0.5)).abs()),
            by_noise: weighting((area.noise / price.noise).powi(2)),
            learned: weighting(learned_weight(price, area)),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            "Where the minimum lies between what the areas (0) and what the prices (1) wish",
            &[
                "weights",
                "log₁₀ of the price's",
                "share of value",
                "share of pull",
                "minimum",
            ],
        );
        for (name, weighting) in [
            ("both 1", outcome.plain),
            ("equal values", outcome.equal_values),
            ("equal pulls", outcome.equal_pulls),
            ("1 ÷ variance of the noise", outcome.by_noise),
            ("learned", outcome.learned),
            ("the one that you set", outcome.yours),
        ] {
            table.row(vec![
                name.into(),
                Cell::number(weighting.log_weight, 2),
                Cell::number(weighting.value_share, 3),
                Cell::number(weighting.pull_share, 3),
                Cell::number(weighting.minimum, 3),
            ]);
        }
        table
    }
}

/// A mean squared error as a function of θ: (slope · (θ − wish))² + noise².
#[derive(Clone, Copy)]
struct Term {
    slope: f64,
    wish: f64,
    noise: f64,
}

impl Term {
    fn value(&self, theta: f64) -> f64 {
        (self.slope * (theta - self.wish)).powi(2) + self.noise * self.noise
    }

    fn slope(&self, theta: f64) -> f64 {
        2.0 * self.slope * self.slope * (theta - self.wish)
    }
}

impl Config {
    fn terms(&self) -> [Term; 2] {
        let price = Term {
            slope: PRICE_SLOPE / self.unit,
            wish: PRICE_WISH,
            noise: 1000.0 * self.price_noise / self.unit,
        };
        [price, Term { slope: AREA_SLOPE, wish: AREA_WISH, noise: AREA_NOISE }]
    }
}

fn share(one: f64, other: f64) -> f64 {
    one / (one + other)
}

/// Where the pulls of both cancel.
fn minimum(weight: f64, price: Term, area: Term) -> f64 {
    let pull = [weight * price.slope * price.slope, area.slope * area.slope];
    (pull[0] * price.wish + pull[1] * area.wish) / (pull[0] + pull[1])
}

// ANCHOR: learned_weight
/// The weight of the price against that of the area where both log variances are
/// learned: θ and s are minimized in turn, which converges in a few rounds.
fn learned_weight(price: Term, area: Term) -> f64 {
    let mut weight = 1.0;
    let mut theta = 0.5;
    for _ in 0..200 {
        let losses = array![price.value(theta), area.value(theta)];
        let (_, weights, _) = task_loss(&losses, &losses.mapv(f64::ln));
        weight = weights[0] / weights[1];
        theta = minimum(weight, price, area);
    }
    weight
}
// ANCHOR_END: learned_weight

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_minimum_lies_where_the_share_of_the_pull_says() {
        let outcome = Config::default().run();
        for weighting in [outcome.plain, outcome.equal_values, outcome.learned] {
            assert!((weighting.minimum - weighting.pull_share).abs() < 1e-12);
        }
        assert!((outcome.equal_pulls.minimum - 0.5).abs() < 1e-12);
        assert!((outcome.equal_values.value_share - 0.5).abs() < 1e-12);
    }

    #[test]
    fn at_the_minimum_no_theta_near_is_better() {
        let [price, area] = Config::default().terms();
        let at = minimum(3.0, price, area);
        let loss = |theta: f64| 3.0 * price.value(theta) + area.value(theta);
        assert!(loss(at) < loss(at + 1e-3) && loss(at) < loss(at - 1e-3));
    }

    #[test]
    fn the_unit_moves_the_plain_minimum_and_not_the_learned_one() {
        let run = |unit| Config { unit, ..Config::default() }.run();
        let (dollars, thousands) = (run(1.0), run(1000.0));
        assert!(dollars.plain.minimum > 0.999 && thousands.plain.minimum < 0.9);
        let difference = dollars.learned.minimum - thousands.learned.minimum;
        assert!(difference.abs() < 1e-9, "{difference}");
    }
}
