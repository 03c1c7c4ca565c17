//! Every fault: what shows it, measured with and without it, its cause, test and fix.

use super::{Experiment, Run, Setting, finish};
use crate::diagnosing::{EPOCHS, End, Fault, Patient};
use crate::report::{Cell, Table};
use crate::statistics::median;
use serde::Serialize;

/// How often each fault is tried.
#[derive(Clone, Debug)]
pub struct Config {
    /// Seeds, from 1 on.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { seeds: 3 }
    }
}

/// A row for each fault.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Seeds.
    pub seeds: usize,
    /// Epochs of each run.
    pub epochs: usize,
    /// Runs with a fault, and as many with the fault mended.
    pub runs: usize,
    /// Runs with a fault that show its symptom.
    pub broken_show: usize,
    /// Mended runs that show the symptom.
    pub mended_show: usize,
    /// The faults in the order of the chapter.
    pub rows: Vec<Row>,
}

/// A fault.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// With the fault.
    pub broken: Reading,
    /// Without it, all else the same.
    pub mended: Reading,
    #[serde(skip)]
    fault: Fault,
}

/// What was read over the seeds.
#[derive(Clone, Debug, Serialize)]
pub struct Reading {
    /// The median of the fault's sign, over the runs that had one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign: Option<f64>,
    /// The median accuracy on fresh samples.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accuracy: Option<f64>,
    /// Runs that show the symptom.
    pub shows: usize,
    /// Runs that ended before the last epoch.
    pub ended: usize,
    /// The epoch in which the first of them ended, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_in: Option<usize>,
    /// How that one ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<End>,
}

/// What was read of one run.
struct Tried {
    sign: Option<f64>,
    accuracy: f64,
    shows: bool,
    epochs: usize,
    end: Option<End>,
}

impl Tried {
    fn new(fault: Fault, mended: bool, seed: u64) -> Self {
        let run = Patient::after(fault.setup(mended), seed, EPOCHS);
        Self {
            sign: fault.sign().read(&run),
            accuracy: run.truth().1,
            shows: fault.shows(&run),
            epochs: run.history.training.len(),
            end: run.history.end,
        }
    }
}

fn median_of(values: impl Iterator<Item = f64>) -> Option<f64> {
    let values: Vec<f64> = values.collect();
    (!values.is_empty()).then(|| median(&values))
}

impl Reading {
    fn new(tried: &[Tried]) -> Self {
        let ended = tried.iter().filter(|run| run.end.is_some());
        let first = ended.clone().min_by_key(|run| run.epochs);
        Self {
            sign: median_of(tried.iter().filter_map(|run| run.sign)),
            accuracy: median_of(tried.iter().map(|run| run.accuracy)),
            shows: tried.iter().filter(|run| run.shows).count(),
            ended: ended.count(),
            ended_in: first.map(|run| run.epochs + 1),
            end: first.and_then(|run| run.end),
        }
    }

    /// In a few words.
    fn words(&self, fault: Fault, seeds: usize) -> String {
        let sign = self.sign.map(|sign| fault.sign().write(sign));
        let end = self.end.zip(self.ended_in).map(|(end, epoch)| {
            if self.ended == seeds {
                format!("{} in epoch {epoch}", end.words())
            } else {
                format!("{} on {} of {seeds}", end.words(), self.ended)
            }
        });
        match (sign, end) {
            (Some(sign), Some(end)) => format!("{sign} ({end})"),
            (Some(words), None) | (None, Some(words)) => words,
            (None, None) => "nothing to read".into(),
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "diagnosing-faults";
    const QUESTION: &'static str = "By which number does each fault show itself?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("seeds", "seeds", &mut self.seeds, 1..=10)]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        Some(Box::new(Ward { seeds: self.seeds, tried: Vec::new() }))
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "Twenty faults: what shows them (medians of {} seeds), cause, test and fix",
            outcome.seeds
        );
        let headings = ["fault", "symptom: broken, mended", "cause", "test", "fix"];
        let mut table = Table::new(title, &headings);
        for (index, row) in outcome.rows.iter().enumerate() {
            let words = row.fault.words();
            let reading = |reading: &Reading| reading.words(row.fault, outcome.seeds);
            let symptom = format!(
                "{}: {}; mended {}",
                row.fault.sign().name(),
                reading(&row.broken),
                reading(&row.mended)
            );
            table.row(vec![
                Cell::Text(format!("{} {}", index + 1, words.name)),
                Cell::Text(symptom),
                words.cause.into(),
                words.test.into(),
                words.fix.into(),
            ]);
        }
        table
    }
}

/// A slice is a run: of each fault the broken ones by seed, then the mended ones.
struct Ward {
    seeds: usize,
    tried: Vec<Tried>,
}

impl Ward {
    fn runs(&self) -> usize {
        2 * self.seeds * Fault::ALL.len()
    }

    fn reading(&self, fault: Fault, mended: bool) -> Reading {
        let from = (2 * fault.index() + usize::from(mended)) * self.seeds;
        let end = self.tried.len();
        Reading::new(&self.tried[from.min(end)..(from + self.seeds).min(end)])
    }
}

impl Run<Outcome> for Ward {
    fn advance(&mut self) {
        let number = self.tried.len();
        if number < self.runs() {
            let (block, seed) = (number / self.seeds, number % self.seeds + 1);
            let fault = Fault::ALL[block / 2];
            self.tried.push(Tried::new(fault, block % 2 == 1, seed as u64));
        }
    }

    fn progress(&self) -> f64 {
        self.tried.len() as f64 / self.runs() as f64
    }

    fn outcome(&self) -> Outcome {
        let row = |fault: Fault| Row {
            name: fault.words().name,
            broken: self.reading(fault, false),
            mended: self.reading(fault, true),
            fault,
        };
        let rows: Vec<Row> = Fault::ALL.into_iter().map(row).collect();
        Outcome {
            seeds: self.seeds,
            epochs: EPOCHS,
            runs: self.runs() / 2,
            broken_show: rows.iter().map(|row| row.broken.shows).sum(),
            mended_show: rows.iter().map(|row| row.mended.shows).sum(),
            rows,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_read_from_its_own_runs() {
        let outcome = Config { seeds: 2 }.run();
        let row = |fault: Fault| &outcome.rows[fault.index()];
        let direct = Tried::new(Fault::DeadUnits, false, 2).accuracy;
        let other = Tried::new(Fault::DeadUnits, false, 1).accuracy;
        let accuracy = row(Fault::DeadUnits).broken.accuracy.unwrap();
        assert_eq!(accuracy, 0.5 * (direct + other));
        assert_eq!(row(Fault::LogOfZero).broken.ended, 2);
        assert_eq!(row(Fault::LogOfZero).mended.ended, 0);
        // One run or two may be unlucky with its few samples.
        assert!(outcome.broken_show >= 38 && outcome.mended_show <= 2, "{outcome:?}");
    }

    #[test]
    fn a_slice_is_a_run() {
        let mut run = Config { seeds: 1 }.start().unwrap();
        (0..3).for_each(|_| run.advance());
        assert_eq!(run.progress(), 3.0 / 40.0);
        let outcome = run.outcome();
        assert!(outcome.rows[0].mended.accuracy.is_some());
        assert_eq!(outcome.rows[1].mended.accuracy, None);
        assert_eq!(Config::table(&outcome).rows.len(), 20);
    }
}
