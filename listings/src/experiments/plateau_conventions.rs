//! Patience and cooldown as three libraries count them.

use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::schedules::ReduceOnPlateau;
use serde::Serialize;

/// Cuts that are listed.
const CUTS: usize = 3;

/// A loss that never improves on its first value.
#[derive(Clone, Debug)]
pub struct Config {
    /// The patience.
    pub patience: usize,
    /// The cooldown.
    pub cooldown: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { patience: 3, cooldown: 2 }
    }
}

/// After how many values each library cuts.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The patience.
    pub patience: usize,
    /// The cooldown.
    pub cooldown: usize,
    /// PyTorch's `ReduceLROnPlateau`, and this book's.
    pub pytorch: Vec<usize>,
    /// Keras's `ReduceLROnPlateau`.
    pub keras: Vec<usize>,
    /// optax's `reduce_on_plateau`.
    pub optax: Vec<usize>,
    /// Keras with a patience and a cooldown of one more each.
    pub keras_translated: Vec<usize>,
}

/// After how many values of a flat curve the book's schedule cuts.
fn pytorch(patience: usize, cooldown: usize, values: usize) -> Vec<usize> {
    let mut schedule = ReduceOnPlateau::new(1.0, 0.9)
        .expect("valid hyperparameters")
        .with_patience(patience)
        .with_cooldown(cooldown);
    (0..values).for_each(|_| schedule.observe(1.0));
    schedule.cuts().iter().map(|cut| cut.step).collect()
}

// ANCHOR: keras
/// Keras, on a flat curve: it waits for `patience` values, and the last of the cooldown
/// counts already.
fn keras(patience: usize, cooldown: usize, values: usize) -> Vec<usize> {
    let (mut wait, mut cooling, mut cuts) = (0, 0, vec![]);
    for value in 1..=values {
        if cooling > 0 {
            cooling -= 1;
            wait = 0;
        }
        let is_better = value == 1;
        if is_better {
            wait = 0;
        } else if cooling == 0 {
            wait += 1;
            if wait >= patience {
                cuts.push(value);
                cooling = cooldown;
                wait = 0;
            }
        }
    }
    cuts
}
// ANCHOR_END: keras

/// optax, on a flat curve: it waits for `patience` values, and none of the cooldown
/// counts.
fn optax(patience: usize, cooldown: usize, values: usize) -> Vec<usize> {
    let (mut count, mut cooling, mut cuts) = (0, 0, vec![]);
    for value in 1..=values {
        let is_better = value == 1;
        count = if is_better { 0 } else { count + 1 };
        if cooling > 0 {
            cooling -= 1;
            count = 0;
        } else if count == patience {
            cuts.push(value);
            cooling = cooldown;
            count = 0;
        }
    }
    cuts
}

impl Experiment for Config {
    const NAME: &'static str = "plateau-conventions";
    const QUESTION: &'static str = "After how many values does each library cut?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("patience", "patience", &mut self.patience, 1..=10),
            Setting::count("cooldown", "cooldown", &mut self.cooldown, 0..=10),
        ]
    }

    fn run(&self) -> Outcome {
        let (patience, cooldown) = (self.patience, self.cooldown);
        let first = |cut: fn(usize, usize, usize) -> Vec<usize>, patience, cooldown| {
            let mut cuts = cut(patience, cooldown, 100);
            cuts.truncate(CUTS);
            cuts
        };
        Outcome {
            patience,
            cooldown,
            pytorch: first(pytorch, patience, cooldown),
            keras: first(keras, patience, cooldown),
            optax: first(optax, patience, cooldown),
            keras_translated: first(keras, patience + 1, cooldown + 1),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "A flat curve, patience {}, cooldown {}: values before each cut",
            outcome.patience, outcome.cooldown
        );
        let mut table = Table::new(title, &["library", "first", "second", "third"]);
        for (name, cuts) in [
            ("PyTorch, and this book", &outcome.pytorch),
            ("Keras", &outcome.keras),
            ("optax", &outcome.optax),
            ("Keras, one more of each", &outcome.keras_translated),
        ] {
            let mut cells = vec![name.into()];
            cells.extend(cuts.iter().map(|&cut| Cell::count(cut)));
            table.row(cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_more_of_each_makes_of_keras_pytorch() {
        for patience in 1..=10 {
            for cooldown in 0..=10 {
                let outcome = Config { patience, cooldown }.run();
                assert_eq!(outcome.keras_translated, outcome.pytorch);
                // The first value is the best; then patience values, and one.
                assert_eq!(outcome.pytorch[0], patience + 2);
                assert_eq!(
                    outcome.pytorch[1] - outcome.pytorch[0],
                    patience + 1 + cooldown
                );
                assert_eq!(outcome.keras[0], patience + 1);
                assert_eq!(outcome.optax[1] - outcome.optax[0], patience + cooldown);
            }
        }
    }
}
