//! Which rate is best, and how far from it is still good.

use super::{Config, Method, Model, Record, Stage};
use crate::labs::groups;
use crate::statistics::mean;
use serde::Serialize;

/// Below this accuracy a run is no better than a guess, which is right in a tenth of ten
/// equal classes: of 1000 images, with a standard error of 0.009.
const GUESS: f64 = 0.11;

/// What a rate comes to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Price {
    /// The peak rate.
    pub rate: f64,
    /// The mean validation accuracy of the tuning seeds at the end; absent where one of
    /// them diverged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accuracy: Option<f64>,
    /// How many tuning seeds there are.
    pub seeds: usize,
    /// How many of them diverged, or ended no better than a guess.
    pub lost: usize,
    /// The mean of the others; absent where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub learned: Option<f64>,
}

/// Whether a run diverged, or ended with an accuracy below 0.11: no better than a guess.
pub fn is_lost(accuracy: Option<f64>) -> bool {
    accuracy.is_none_or(|accuracy| accuracy < GUESS)
}

impl Price {
    fn of(rate: f64, accuracies: &[Option<f64>]) -> Self {
        let all: Option<Vec<f64>> = accuracies.iter().copied().collect();
        let learned: Vec<f64> =
            accuracies.iter().filter(|a| !is_lost(**a)).flatten().copied().collect();
        Self {
            rate,
            accuracy: all.map(|all| mean(&all)),
            seeds: accuracies.len(),
            lost: accuracies.len() - learned.len(),
            learned: (!learned.is_empty()).then(|| mean(&learned)),
        }
    }
}

/// An optimizer at all of its rates.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sweep {
    /// What was trained.
    #[serde(skip)]
    pub model: Model,
    /// What took the steps.
    #[serde(skip)]
    pub method: Method,
    /// A price a rate, the smallest rate first.
    pub prices: Vec<Price>,
}

impl Sweep {
    /// The rate with the best accuracy, the smallest of equals; `None` where all diverged.
    pub fn best(&self) -> Option<Price> {
        let mut best: Option<Price> = None;
        for price in self.prices.iter().filter(|price| price.accuracy.is_some()) {
            if best.is_none_or(|best| price.accuracy > best.accuracy) {
                best = Some(*price);
            }
        }
        best
    }

    /// The accuracy at the best rate; `None` where all diverged.
    pub fn best_accuracy(&self) -> Option<f64> {
        self.best()?.accuracy
    }

    /// Whether the best rate is the smallest or the largest: then a better one may lie
    /// outside.
    pub fn is_at_an_end(&self) -> bool {
        let ends = [self.prices.first(), self.prices.last()];
        self.best().is_some_and(|best| ends.contains(&Some(&best)))
    }

    /// What comes of so many times the best rate; `None` where it was not tried.
    pub fn at_times_best(&self, factor: f64) -> Option<Price> {
        let rate = factor * self.best()?.rate;
        // Rates are decimals, so a product is off by rounding.
        self.prices.iter().copied().find(|price| (price.rate / rate - 1.0).abs() < 1e-9)
    }

    /// What comes of the next larger rate than the best; `None` where there is none.
    pub fn above_best(&self) -> Option<Price> {
        let best = self.best()?.rate;
        self.prices.iter().copied().find(|price| price.rate > best)
    }

    /// The rates whose accuracy is at most so much below the best.
    pub fn within(&self, margin: f64) -> Vec<f64> {
        let Some(best) = self.best_accuracy() else { return Vec::new() };
        // The rounding of a mean is no reason to leave a rate out.
        let is_good = |accuracy: f64| accuracy >= best - margin - 1e-12;
        let good = self.prices.iter().filter(|price| price.accuracy.is_some_and(is_good));
        good.map(|price| price.rate).collect()
    }
}

/// A sweep for each model and optimizer, in the order of the records.
pub fn sweeps(records: &[Record]) -> Vec<Sweep> {
    let mut sweeps: Vec<Sweep> = Vec::new();
    for group in groups(records) {
        let Config { model, method, rate, stage, .. } = group[0].config;
        if stage != Stage::Tuning {
            continue;
        }
        let accuracies: Vec<Option<f64>> =
            group.iter().map(|record| record.last_accuracy()).collect();
        let price = Price::of(rate, &accuracies);
        let same = |sweep: &&mut Sweep| sweep.model == model && sweep.method == method;
        match sweeps.iter_mut().find(same) {
            Some(sweep) => sweep.prices.push(price),
            None => sweeps.push(Sweep { model, method, prices: vec![price] }),
        }
    }
    for sweep in &mut sweeps {
        sweep.prices.sort_by(|a, b| a.rate.total_cmp(&b.rate));
    }
    sweeps
}

#[cfg(test)]
mod tests {
    use super::super::tests::record;
    use super::*;

    fn sweep(accuracies: &[Option<f64>]) -> Sweep {
        let price = |(index, &accuracy): (usize, &Option<f64>)| {
            Price::of(10_f64.powi(index as i32), &[accuracy])
        };
        let prices = accuracies.iter().enumerate().map(price).collect();
        Sweep { model: Model::Softmax, method: Method::Sgd, prices }
    }

    #[test]
    fn the_best_is_the_smallest_of_equals_and_what_diverged_is_none() {
        let of = sweep(&[Some(0.5), Some(0.8), Some(0.8), None]);
        assert_eq!(of.best().unwrap().rate, 10.0);
        assert!(!of.is_at_an_end());
        assert_eq!(of.at_times_best(10.0).unwrap().accuracy, Some(0.8));
        assert_eq!(of.at_times_best(0.1).unwrap().accuracy, Some(0.5));
        assert_eq!(of.at_times_best(0.01), None);
        assert_eq!(of.above_best().unwrap().rate, 100.0);
        assert_eq!(sweep(&[Some(0.5), Some(0.8)]).above_best(), None);
        assert_eq!(of.within(0.0), [10.0, 100.0]);
        assert_eq!(of.within(0.3), [1.0, 10.0, 100.0]);
        assert!(sweep(&[Some(0.8), Some(0.5)]).is_at_an_end());
        assert!(sweep(&[Some(0.5), Some(0.8)]).is_at_an_end());
        let none = sweep(&[None, None]);
        assert_eq!((none.best(), none.within(1.0)), (None, vec![]));
        assert!(!none.is_at_an_end());
    }

    #[test]
    fn a_guess_counts_as_lost_and_as_a_run_of_the_mean() {
        let price = Price::of(0.1, &[Some(0.1), Some(0.8), Some(0.105), Some(0.11)]);
        assert_eq!((price.seeds, price.lost), (4, 2));
        assert!((price.learned.unwrap() - 0.455).abs() < 1e-15);
        assert!((price.accuracy.unwrap() - 1.115 / 4.0).abs() < 1e-15);
        let diverged = Price::of(0.1, &[None, Some(0.8)]);
        assert_eq!((diverged.accuracy, diverged.lost), (None, 1));
        assert_eq!(diverged.learned, Some(0.8));
        assert_eq!(Price::of(0.1, &[None]).learned, None);
    }

    #[test]
    fn a_price_is_of_the_tuning_seeds_and_all_of_them() {
        let tuning = |rate| (Method::Adam, rate, Stage::Tuning);
        let records = [
            record(tuning(0.01), 101, &[0.1, 0.2, 0.6], None),
            record(tuning(0.001), 101, &[0.1, 0.2, 0.7], None),
            record(tuning(0.01), 102, &[0.1], None),
            record(tuning(0.001), 102, &[0.1, 0.2, 0.8], None),
            record((Method::Adam, 0.001, Stage::Final), 1, &[0.9, 0.9, 0.9], Some(0.9)),
        ];
        let found = sweeps(&records);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].prices[1], Price::of(0.01, &[Some(0.6), None]));
        // (0.7 + 0.8)/2, up to rounding.
        assert!((found[0].best_accuracy().unwrap() - 0.75).abs() < 1e-15);
        assert_eq!(found[0].best().unwrap().rate, 0.001);
    }
}
