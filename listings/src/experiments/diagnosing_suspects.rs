//! How often the diagnosis names the fault, and whom else it names.

use super::{Experiment, Run, Setting, finish};
use crate::diagnosing::{EPOCHS, Fault, Patient, Setup, diagnose};
use crate::report::{Cell, Table};
use serde::Serialize;

/// The first seed; the thresholds were set by looking at seeds 1 to 10.
const FIRST_SEED: u64 = 101;

/// How often each fault is tried.
#[derive(Clone, Debug)]
pub struct Config {
    /// Seeds, from 101 on.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { seeds: 5 }
    }
}

/// The confusion of faults.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Seeds.
    pub seeds: usize,
    /// Runs with a fault.
    pub runs: usize,
    /// Runs in which the fault was named first.
    pub first: usize,
    /// Runs in which it was named at all.
    pub named: usize,
    /// Healthy runs that were said to be ill.
    pub false_alarms: usize,
    /// The faults in the order of the chapter; the last row is the healthy one.
    pub rows: Vec<Row>,
}

/// One fault.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// How often it was named first.
    pub first: usize,
    /// How often it was among the suspects.
    pub named: usize,
    /// Who else was named first, and how often.
    pub others: Vec<(&'static str, usize)>,
    /// How often someone was named when the fault was mended; absent where the mended
    /// setup is the healthy one of the last row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mended_accused: Option<usize>,
}

/// The suspects of one seed: with the fault, and mended.
struct Tried {
    suspects: Vec<Fault>,
    mended: Option<Vec<Fault>>,
}

impl Tried {
    fn new(fault: Option<Fault>, seed: u64) -> Self {
        let suspects =
            |setup: Setup| diagnose(&Patient::after(setup, seed, EPOCHS).history);
        let healthy = Setup::healthy();
        let mended =
            fault.map(|fault| fault.setup(true)).filter(|setup| *setup != healthy);
        Self {
            suspects: suspects(fault.map_or(healthy, |fault| fault.setup(false))),
            mended: mended.map(suspects),
        }
    }
}

impl Row {
    fn new(fault: Option<Fault>, tried: &[Tried]) -> Self {
        let mut counts = [0; Fault::ALL.len() + 1];
        let number = |fault: Option<Fault>| fault.map_or(Fault::ALL.len(), Fault::index);
        let name = |number: usize| {
            Fault::ALL.get(number).map_or("nobody", |fault| fault.words().name)
        };
        for run in tried {
            counts[number(run.suspects.first().copied())] += 1;
        }
        let is_named =
            |run: &&Tried| fault.is_some_and(|own| run.suspects.contains(&own));
        let own = number(fault);
        let mut others: Vec<(&'static str, usize)> = (0..counts.len())
            .filter(|&other| other != own && counts[other] > 0)
            .map(|other| (name(other), counts[other]))
            .collect();
        others.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        let mended: Option<Vec<&Vec<Fault>>> =
            tried.iter().map(|run| run.mended.as_ref()).collect();
        let accused = |runs: Vec<&Vec<Fault>>| {
            runs.into_iter().filter(|suspects| !suspects.is_empty()).count()
        };
        Self {
            name: fault.map_or("healthy", |fault| fault.words().name),
            first: counts[own],
            named: tried.iter().filter(is_named).count(),
            others,
            mended_accused: mended.map(accused),
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "diagnosing-suspects";
    const QUESTION: &'static str =
        "Which faults does a history tell apart, and which not?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("seeds", "seeds", &mut self.seeds, 1..=10)]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        Some(Box::new(Judgment { seeds: self.seeds, tried: Vec::new() }))
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("Whom a history accuses, on {} seeds each", outcome.seeds);
        let headings = [
            "fault",
            "named first",
            "among the suspects",
            "named in its place",
            "mended, still accused",
        ];
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            let others: Vec<String> = row
                .others
                .iter()
                .map(|(name, count)| format!("{name} ({count})"))
                .collect();
            let is_healthy = row.name == "healthy";
            let named = if is_healthy { "–".into() } else { row.named.to_string() };
            table.row(vec![
                row.name.into(),
                Cell::count(row.first),
                Cell::Number(named),
                Cell::Text(if others.is_empty() {
                    "–".into()
                } else {
                    others.join("; ")
                }),
                Cell::Number(row.mended_accused.map_or("–".into(), |n| n.to_string())),
            ]);
        }
        table
    }
}

/// A slice is a seed: of each fault, then of the healthy setup.
struct Judgment {
    seeds: usize,
    tried: Vec<Tried>,
}

impl Judgment {
    fn all(&self) -> usize {
        self.seeds * (Fault::ALL.len() + 1)
    }
}

impl Run<Outcome> for Judgment {
    fn advance(&mut self) {
        let number = self.tried.len();
        if number < self.all() {
            let fault = Fault::ALL.get(number / self.seeds).copied();
            let seed = FIRST_SEED + (number % self.seeds) as u64;
            self.tried.push(Tried::new(fault, seed));
        }
    }

    fn progress(&self) -> f64 {
        self.tried.len() as f64 / self.all() as f64
    }

    fn outcome(&self) -> Outcome {
        let all = Fault::ALL.into_iter().map(Some).chain([None]);
        let rows: Vec<Row> = all
            .enumerate()
            .map(|(block, fault)| {
                let (from, end) = (block * self.seeds, self.tried.len());
                let to = (from + self.seeds).min(end);
                Row::new(fault, &self.tried[from.min(end)..to])
            })
            .collect();
        let (healthy, ill) = rows.split_last().expect("a row for the healthy setup");
        Outcome {
            seeds: self.seeds,
            runs: self.seeds * Fault::ALL.len(),
            first: ill.iter().map(|row| row.first).sum(),
            named: ill.iter().map(|row| row.named).sum(),
            false_alarms: healthy.others.iter().map(|(_, count)| count).sum(),
            rows,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_run_is_counted_once() {
        let outcome = Config { seeds: 2 }.run();
        for row in &outcome.rows {
            let others: usize = row.others.iter().map(|(_, count)| count).sum();
            assert_eq!(row.first + others, outcome.seeds, "{row:?}");
        }
        assert!(outcome.named >= outcome.first && outcome.first > outcome.runs / 2);
        assert_eq!(outcome.rows[Fault::DeadUnits.index()].mended_accused, None);
        assert!(outcome.rows[Fault::Overfitting.index()].mended_accused.is_some());
    }
}
