//! Sweeps of a rate: the seeds by which a rate is chosen, and those that judge it.

use super::choosing_task::{Kind, Task, Trial};
use crate::optimizers::{Adam, GradientDescent, Momentum, Optimizer};
use crate::report::{Cell, number};
use crate::schedules::{Linear, Schedule};
use crate::statistics::Paired;
use crate::statistics::mean;
use serde::Serialize;
use std::rc::Rc;

/// Seeds that choose a rate; those that judge are 1, 2, …
pub const CHOOSING: [u64; 3] = [1001, 1002, 1003];

/// Seven rates, two a decade.
pub const RATES: [f64; 7] = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0];

/// An optimizer with its usual settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Method {
    /// θ ← θ − ηg.
    Descent,
    /// β = 0.9, v ← βv + g.
    Momentum,
    /// β₁ = 0.9, β₂ = 0.999.
    Adam,
}

impl Method {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Descent, Self::Momentum, Self::Adam];

    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Descent => "gradient descent",
            Self::Momentum => "momentum",
            Self::Adam => "Adam",
        }
    }

    /// A new one.
    pub fn optimizer(self) -> Box<dyn Optimizer> {
        match self {
            Self::Descent => Box::new(GradientDescent),
            Self::Momentum => Box::<Momentum>::default(),
            Self::Adam => Box::<Adam>::default(),
        }
    }
}

/// Tasks of one kind: those that choose and those that judge.
pub struct Tasks {
    /// With the seeds of [`CHOOSING`].
    pub choosing: Vec<Rc<Task>>,
    /// With the seeds 1, 2, …
    pub judging: Vec<Rc<Task>>,
}

impl Tasks {
    /// So many tasks that judge, from a function of the seed.
    pub fn new(seeds: usize, task: impl Fn(u64) -> Task) -> Self {
        let make = |seed: u64| Rc::new(task(seed));
        Self {
            choosing: CHOOSING.into_iter().map(make).collect(),
            judging: (1..=seeds as u64).map(make).collect(),
        }
    }

    /// The same of a kind.
    pub fn of(kind: Kind, seeds: usize) -> Self {
        Self::new(seeds, |seed| Task::new(kind, seed))
    }
}

/// What a rate leads to.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Price {
    /// η.
    pub rate: f64,
    /// The mean test loss of the seeds that choose; none where one of them diverged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loss: Option<f64>,
}

// ANCHOR: sweep
/// The mean loss of each rate over the tasks, one for each seed that chooses, for a
/// function that trains on a task at a rate.
pub fn sweep<T>(
    tasks: &[T],
    rates: &[f64],
    mut run: impl FnMut(&T, f64) -> Option<f64>,
) -> Vec<Price> {
    let price = |&rate: &f64| {
        let losses: Option<Vec<f64>> = tasks.iter().map(|task| run(task, rate)).collect();
        Price { rate, loss: losses.map(|losses| mean(&losses)) }
    };
    rates.iter().map(price).collect()
}

/// The rate of the least loss.
///
/// # Panics
/// Panics when all rates diverge.
pub fn best(prices: &[Price]) -> f64 {
    let finite = prices.iter().filter_map(|price| Some((price.rate, price.loss?)));
    let least = finite.min_by(|a, b| a.1.total_cmp(&b.1));
    least.expect("the smallest rate of the grid does not diverge").0
}
// ANCHOR_END: sweep

/// How many rates have a loss at most a tenth above the least.
pub fn forgiving(prices: &[Price]) -> usize {
    let losses = || prices.iter().filter_map(|price| price.loss);
    let least = losses().fold(f64::INFINITY, f64::min);
    losses().filter(|loss| *loss <= 1.1 * least).count()
}

/// The rate of a run of T updates: a straight fall to zero, or constant.
pub fn schedule(rate: f64, falls: bool, updates: usize) -> impl Schedule {
    let last = if falls { 0.0 } else { rate };
    Linear::new(rate, last, updates).expect("a rate of the grid")
}

/// The test loss after training on a task at a rate that falls to zero.
pub fn falling(
    task: &Rc<Task>,
    method: Method,
    rate: f64,
    (batch, updates): (usize, usize),
) -> Option<f64> {
    let mut trial = Trial::new(task, method.optimizer(), batch);
    trial.train(&schedule(rate, true, updates), updates);
    trial.test_loss()
}

/// The losses of the tasks that judge, one each; a run that diverged counts with the loss
/// of a constant.
pub fn judged(
    tasks: &[Rc<Task>],
    mut run: impl FnMut(&Rc<Task>) -> Option<f64>,
) -> Vec<f64> {
    tasks.iter().map(|task| run(task).unwrap_or(task.constant_loss())).collect()
}

/// a − b in percent of the mean of b.
pub fn percent(a: &[f64], b: &[f64]) -> Paired {
    let scale = 100.0 / mean(b);
    let scaled = |values: &[f64]| -> Vec<f64> {
        values.iter().map(|value| scale * value).collect()
    };
    Paired::of(&scaled(a), &scaled(b))
}

/// The cells of a difference in percent: its mean, its interval, and what it is.
pub fn cells_of(paired: Option<Paired>) -> [Cell; 3] {
    let Some(paired) = paired else {
        return [
            Cell::Number("–".to_string()),
            Cell::Number("–".to_string()),
            "–".into(),
        ];
    };
    let Paired { mean, half_width, .. } = paired;
    let [low, high] = [mean - half_width, mean + half_width];
    let interval = format!("{} to {}", number(low, 1), number(high, 1));
    [Cell::number(mean, 1), Cell::Number(interval), paired.verdict().into()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prices(losses: &[Option<f64>]) -> Vec<Price> {
        let price = |(&rate, &loss): (&f64, &Option<f64>)| Price { rate, loss };
        RATES.iter().zip(losses).map(price).collect()
    }

    #[test]
    fn the_best_rate_is_one_that_no_seed_leaves() {
        let prices = prices(&[Some(0.5), Some(0.31), Some(0.3), None, Some(0.9)]);
        assert_eq!(best(&prices), 0.01);
        // 0.31 and 0.3; 0.33 would be the limit.
        assert_eq!(forgiving(&prices), 2);
    }

    #[test]
    fn one_seed_that_diverges_takes_the_rate_out() {
        let tasks = Tasks::of(Kind::Moons, 1);
        let mut calls = 0;
        let prices = sweep(&tasks.choosing, &[0.1, 0.3], |_, rate| {
            calls += 1;
            (calls != 5).then_some(rate)
        });
        assert!((prices[0].loss.expect("no seed diverges") - 0.1).abs() < 1e-15);
        assert!(prices[1].loss.is_none());
    }

    #[test]
    fn seeds_that_choose_do_not_judge_and_a_run_that_leaves_counts_as_a_constant() {
        let tasks = Tasks::of(Kind::Classes, 12);
        assert_eq!((tasks.choosing.len(), tasks.judging.len()), (3, 12));
        assert!(CHOOSING.iter().all(|&seed| seed > 100));
        assert_eq!(judged(&tasks.judging[..1], |_| None), [3_f64.ln()]);
    }

    #[test]
    fn a_fall_ends_at_zero_and_a_constant_stays() {
        let [fall, constant] = [true, false].map(|falls| schedule(0.3, falls, 10));
        assert_eq!((fall.rate(0), fall.rate(5), fall.rate(10)), (0.3, 0.15, 0.0));
        assert!((constant.rate(7) - 0.3).abs() < 1e-15);
    }

    #[test]
    fn a_difference_in_percent_by_hand() {
        // −1, −1 and −1 of a mean of 4: a quarter less, without any spread.
        let paired = percent(&[1.0, 3.0, 5.0], &[2.0, 4.0, 6.0]);
        assert!((paired.mean + 25.0).abs() < 1e-12 && paired.half_width < 1e-12);
        let texts = cells_of(Some(paired)).map(|cell| cell.text().to_string());
        assert_eq!(texts, ["−25.0", "−25.0 to −25.0", "lower"]);
        assert_eq!(cells_of(None)[0].text(), "–");
    }
}
