//! What a schedule that listens remembers, and that it can be saved.

use super::Experiment;
use super::Setting;
use crate::report::{Cell, Table};
use crate::schedules::ReduceOnPlateau;
use serde::Serialize;

/// The validation losses it hears.
pub const VALUES: [f64; 9] = [1.0, 0.8, 0.7, 0.71, 0.7, 0.72, 0.69, 0.7, 0.71];

/// After how many values the state is shown.
const SHOWN: [usize; 3] = [3, 5, 6];

/// Patience 2, cooldown 1, factor ½.
#[derive(Clone, Debug)]
pub struct Config {
    /// After how many values the state is saved and restored.
    pub saved_after: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { saved_after: 5 }
    }
}

/// The state as it is saved.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// After how many values it was saved.
    pub saved_after: usize,
    /// The names of what is saved.
    #[serde(skip)]
    pub fields: Vec<String>,
    /// The values after 3, 5 and 6 losses, as JSON.
    #[serde(skip)]
    pub states: [Vec<String>; 3],
    /// How long the saved text is, in bytes.
    pub bytes: usize,
    /// Whether the restored one is, after all values, the same as one that went on.
    pub same: bool,
    /// The rate in the end.
    pub rate: f64,
    /// The rate in the end of a new one that hears only what came after saving.
    pub rate_of_new: f64,
}

/// A new one.
fn schedule() -> ReduceOnPlateau {
    let schedule = ReduceOnPlateau::new(0.1, 0.5).expect("valid hyperparameters");
    schedule.with_patience(2).with_cooldown(1)
}

/// After the first so many values.
fn after(count: usize) -> ReduceOnPlateau {
    let mut schedule = schedule();
    VALUES[..count].iter().for_each(|&value| schedule.observe(value));
    schedule
}

impl Experiment for Config {
    const NAME: &'static str = "plateau-state";
    const QUESTION: &'static str = "What does a schedule that listens have to remember?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let saved_after = &mut self.saved_after;
        vec![Setting::count("saved_after", "saved after", saved_after, 0..=VALUES.len())]
    }

    fn run(&self) -> Outcome {
        let text = serde_json::to_string(&after(self.saved_after)).expect("plain data");
        let mut restored: ReduceOnPlateau =
            serde_json::from_str(&text).expect("as saved");
        let mut new = schedule();
        for &value in &VALUES[self.saved_after..] {
            restored.observe(value);
            new.observe(value);
        }
        let whole = after(VALUES.len());
        let rate = |schedule: &ReduceOnPlateau| {
            schedule.cuts().last().map_or(0.1, |cut| cut.rate)
        };
        let state = |count: usize| -> Vec<(String, String)> {
            let value = serde_json::to_value(after(count)).expect("plain data");
            let fields = value.as_object().expect("a struct has fields");
            fields.iter().map(|(name, value)| (name.clone(), value.to_string())).collect()
        };
        Outcome {
            saved_after: self.saved_after,
            fields: state(0).into_iter().map(|(name, _)| name).collect(),
            states: SHOWN
                .map(|count| state(count).into_iter().map(|(_, value)| value).collect()),
            bytes: text.len(),
            same: restored == whole,
            rate: rate(&whole),
            rate_of_new: rate(&new),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = SHOWN.map(|count| format!("after {count} values"));
        let mut names = vec!["field"];
        names.extend(headings.iter().map(String::as_str));
        let mut table = Table::new("The state of reduce on plateau, as saved", &names);
        for (index, field) in outcome.fields.iter().enumerate() {
            let mut cells = vec![Cell::Text(field.clone())];
            let states = outcome.states.iter();
            cells.extend(states.map(|state| Cell::Text(state[index].clone())));
            table.row(cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wherever_it_is_saved_it_goes_on_as_if_it_had_not_been() {
        for saved_after in 0..=VALUES.len() {
            assert!(Config { saved_after }.run().same, "{saved_after}");
        }
    }
}
