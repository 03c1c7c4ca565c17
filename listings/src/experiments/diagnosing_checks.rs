//! Which cheap check catches which fault.

use super::{Experiment, Run, Setting, finish};
use crate::diagnosing::{Clock, EPOCHS, Fault, Patient, Setup};
use crate::report::{Cell, Table};
use serde::Serialize;

/// Samples of the smallest training there is.
const FEW: usize = 10;

/// Epochs in which they should be learned.
const FEW_EPOCHS: usize = 200;

/// Factors on the rate.
pub const FACTORS: [f64; 4] = [0.01, 0.1, 10.0, 100.0];

/// How often each check is made.
#[derive(Clone, Debug)]
pub struct Config {
    /// Seeds, from 1 on; a check counts that fails on most of them.
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
    /// The healthy setup, which should pass everything.
    pub healthy: Row,
    /// The faults in the order of the chapter.
    pub rows: Vec<Row>,
    /// Faults that learn their ten samples.
    pub pass_ten: usize,
    /// Faults with which the training loss is above nine tenths of ln 2 in the end, or
    /// is no number.
    pub flat: usize,
    /// Among these, faults that a larger rate mends.
    pub flat_by_rate: usize,
    /// Faults with which the reported training loss is below half of the first.
    pub falling: usize,
    /// Faults that none of the checks catches.
    pub uncaught: usize,
}

/// Whether each check fails, on most seeds.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The fault's name.
    pub name: &'static str,
    /// The first loss is not ln 2 within a factor of two.
    pub first: bool,
    /// The gradient of the first step is not that of the reported loss.
    pub gradient: bool,
    /// Ten samples are not learned.
    pub ten: bool,
    /// A layer's gradient is a thousandth of the largest, or seven in ten units are
    /// silent, after an epoch.
    pub layers: bool,
    /// Two evaluations differ.
    pub twice: bool,
    /// The loss does not fall by a tenth in the usual number of epochs.
    pub flat: bool,
    /// The reported training loss falls to less than half of the first.
    pub falls: bool,
    /// Evaluated, it falls below six tenths of ln 2 at a larger rate.
    pub larger_rate: bool,
    /// It does so at a smaller rate.
    pub smaller_rate: bool,
}

impl Row {
    /// What most of the runs say.
    fn new(name: &'static str, tried: &[Tried]) -> Self {
        let most = |is: &dyn Fn(&Tried) -> bool| {
            2 * tried.iter().filter(|&run| is(run)).count() > tried.len()
        };
        let flat = most(&|run| run.flat);
        let at_rate = |mut range: std::ops::Range<usize>| {
            flat && range.any(|index| most(&|run| run.mended_at[index]))
        };
        Self {
            name,
            first: most(&|run| run.first),
            gradient: most(&|run| run.gradient),
            ten: most(&|run| run.ten),
            layers: most(&|run| run.layers),
            twice: most(&|run| run.twice),
            flat,
            falls: most(&|run| run.falls),
            larger_rate: at_rate(2..4),
            smaller_rate: at_rate(0..2),
        }
    }

    fn is_caught(&self) -> bool {
        self.first || self.gradient || self.ten || self.layers || self.twice || self.flat
    }
}

/// What the checks say of one run; a flat one is tried at other rates.
#[derive(Default)]
struct Tried {
    first: bool,
    gradient: bool,
    ten: bool,
    layers: bool,
    twice: bool,
    flat: bool,
    falls: bool,
    mended_at: [bool; FACTORS.len()],
}

impl Tried {
    fn new(setup: &Setup, seed: u64) -> Self {
        let error = Patient::new(setup.clone(), seed).gradient_error();
        let run = Patient::after(setup.clone(), seed, EPOCHS);
        let history = &run.history;
        let ratio = history.first / history.indifferent();
        let flat = !is_below(0.9, &run);
        let last = history.training.last();
        Self {
            first: !(0.5..2.0).contains(&ratio),
            gradient: error.is_nan() || error > 1e-3,
            ten: !learns_few(setup, seed),
            layers: has_poor_layers(&run),
            twice: history.second_look > 0.0,
            flat,
            falls: last.is_some_and(|&last| last < 0.5 * history.first),
            mended_at: FACTORS.map(|factor| {
                let setup = Setup { rate: setup.rate * factor, ..setup.clone() };
                flat && is_below(0.6, &Patient::trained(setup, seed, EPOCHS))
            }),
        }
    }
}

// ANCHOR: learns_few
/// Whether ten samples are learned by heart in one batch, with dropout, decay and
/// schedule off.
fn learns_few(setup: &Setup, seed: u64) -> bool {
    let (dropout, decay, clock) = (0.0, 0.0, Clock::Stopped);
    let setup = Setup { dropout, decay, clock, batch: FEW, ..setup.clone() };
    let mut patient = Patient::new(setup, seed).with_only(FEW);
    (0..FEW_EPOCHS).for_each(|_| patient.train());
    let last = patient.history.training.last();
    !patient.has_ended() && last.is_some_and(|&loss| loss < 0.1)
}
// ANCHOR_END: learns_few

/// Whether the training loss, evaluated in the end, is below this share of ln 2.
fn is_below(share: f64, patient: &Patient) -> bool {
    let history = &patient.history;
    let last = history.evaluated.last();
    !patient.has_ended() && last.is_some_and(|&loss| loss < share * history.indifferent())
}

fn has_poor_layers(patient: &Patient) -> bool {
    let history = &patient.history;
    let (Some(sizes), Some(&silent)) =
        (history.gradients.first(), history.silent.first())
    else {
        return false; // The run had ended before there was anything to look at.
    };
    let largest = sizes.iter().copied().fold(0.0, f64::max);
    silent > 0.7 || sizes.iter().any(|&size| size < 1e-3 * largest)
}

impl Experiment for Config {
    const NAME: &'static str = "diagnosing-checks";
    const QUESTION: &'static str = "Which faults does each check catch?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("seeds", "seeds", &mut self.seeds, 1..=5)]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        Some(Box::new(Checks { seeds: self.seeds, tried: Vec::new() }))
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("What each check says, on most of {} seeds", outcome.seeds);
        let headings = [
            "fault",
            "first loss not ln 2",
            "gradient not the loss's",
            "layers or units silent",
            "two evaluations differ",
            "ten samples not learned",
            "loss not falling",
            "mended by a rate",
        ];
        let mut table = Table::new(title, &headings);
        for row in std::iter::once(&outcome.healthy).chain(&outcome.rows) {
            let mark = |fails: bool| Cell::from(if fails { "✗" } else { "·" });
            let rate = match (row.flat, row.larger_rate, row.smaller_rate) {
                (false, ..) => "·",
                (true, false, false) => "by none",
                (true, true, false) => "larger",
                (true, false, true) => "smaller",
                (true, true, true) => "either",
            };
            table.row(vec![
                row.name.into(),
                mark(row.first),
                mark(row.gradient),
                mark(row.layers),
                mark(row.twice),
                mark(row.ten),
                mark(row.flat),
                rate.into(),
            ]);
        }
        table
    }
}

/// A slice is a seed: of the healthy setup, then of each fault.
struct Checks {
    seeds: usize,
    tried: Vec<Tried>,
}

impl Checks {
    fn all(&self) -> usize {
        self.seeds * (1 + Fault::ALL.len())
    }
}

impl Run<Outcome> for Checks {
    fn advance(&mut self) {
        let number = self.tried.len();
        if number < self.all() {
            let (block, seed) = (number / self.seeds, number % self.seeds + 1);
            let setup = match block.checked_sub(1) {
                None => Setup::healthy(),
                Some(index) => Fault::ALL[index].setup(false),
            };
            self.tried.push(Tried::new(&setup, seed as u64));
        }
    }

    fn progress(&self) -> f64 {
        self.tried.len() as f64 / self.all() as f64
    }

    fn outcome(&self) -> Outcome {
        let row = |name: &'static str, block: usize| {
            let (from, end) = (block * self.seeds, self.tried.len());
            Row::new(name, &self.tried[from.min(end)..(from + self.seeds).min(end)])
        };
        let rows: Vec<Row> = Fault::ALL
            .into_iter()
            .map(|fault| row(fault.words().name, 1 + fault.index()))
            .collect();
        let count = |is: fn(&Row) -> bool| rows.iter().filter(|&row| is(row)).count();
        Outcome {
            seeds: self.seeds,
            healthy: row("healthy", 0),
            pass_ten: count(|row| !row.ten),
            flat: count(|row| row.flat),
            flat_by_rate: count(|row| row.flat && row.larger_rate),
            falling: count(|row| row.falls),
            uncaught: count(|row| !row.is_caught()),
            rows,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_healthy_one_passes_and_some_faults_are_caught_by_the_check_made_for_them() {
        let outcome = Config { seeds: 1 }.run();
        assert!(!outcome.healthy.is_caught(), "{:?}", outcome.healthy);
        let row = |fault: Fault| &outcome.rows[fault.index()];
        assert!(row(Fault::SummedLoss).first && !row(Fault::SummedLoss).gradient);
        assert!(row(Fault::SummedGradient).gradient && !row(Fault::SummedGradient).first);
        assert!(row(Fault::WrongSign).gradient && row(Fault::WrongSign).ten);
        assert!(row(Fault::DropoutInEvaluation).twice);
        assert!(row(Fault::VanishingGradients).layers);
        assert!(!row(Fault::LeakedEvaluation).is_caught());
    }
}
