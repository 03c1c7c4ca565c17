//! Reduce on plateau at several patiences, against rates that do not listen, over seeds.

use super::plateau_training::{Learner, late_mean};
use super::{Experiment, Setting};
use crate::report::{Cell, Table, number};
use crate::schedules::{Constant, ReduceOnPlateau, Schedule, StepDecay};
use serde::Serialize;

/// η₀ of all but the small constant rate.
const INITIAL: f64 = 0.12;

/// The patiences, in their order.
pub const PATIENCES: [usize; 5] = [0, 2, 5, 10, 20];

/// The network of `plateau-training`, with PyTorch's other defaults.
#[derive(Clone, Debug)]
pub struct Config {
    /// γ.
    pub factor: f64,
    /// Passes over the samples.
    pub epochs: usize,
    /// Seeds.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { factor: 0.1, epochs: 50, seeds: 10 }
    }
}

/// A row for each schedule.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Passes over the samples.
    pub epochs: usize,
    /// Seeds.
    pub seeds: usize,
    /// The patiences, in the order of [`PATIENCES`].
    pub patiences: Vec<Row>,
    /// The initial rate throughout.
    pub constant: Row,
    /// A tenth of it throughout.
    pub small: Row,
    /// A cut by γ after half of the epochs.
    pub half: Row,
}

/// One schedule, means over the seeds.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// In words.
    pub name: String,
    /// The validation loss, mean of the last five epochs.
    pub loss: f64,
    /// Its standard error over seeds, of the difference to the initial rate throughout.
    pub error: f64,
    /// On how many seeds it is below the initial rate throughout.
    pub better: usize,
    /// Cuts in a run.
    pub cuts: f64,
    /// The earliest and the latest first cut that a listening schedule made; absent where
    /// a seed has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_cut: Option<[usize; 2]>,
    /// The loss of each seed.
    #[serde(skip)]
    pub losses: Vec<f64>,
}

/// What decides the rates of a run.
enum Rates {
    Fixed(Box<dyn Schedule>),
    Listening(ReduceOnPlateau),
}

impl Config {
    fn row(&self, name: String, rates: impl Fn() -> Rates) -> Row {
        let (mut losses, mut cuts, mut firsts) = (vec![], 0, vec![]);
        for seed in 1..=self.seeds as u64 {
            let mut learner = Learner::new(seed);
            match rates() {
                Rates::Fixed(schedule) => {
                    let rates: Vec<_> =
                        (0..self.epochs).map(|epoch| schedule.rate(epoch)).collect();
                    for &rate in &rates {
                        learner.epoch(rate);
                    }
                    cuts += rates.windows(2).filter(|pair| pair[1] < pair[0]).count();
                }
                Rates::Listening(mut schedule) => {
                    for epoch in 0..self.epochs {
                        if let Some(loss) = learner.epoch(schedule.rate(epoch)) {
                            schedule.observe(loss);
                        }
                    }
                    cuts += schedule.cuts().len();
                    firsts.extend(schedule.cuts().first().map(|cut| cut.step));
                }
            }
            losses.push(late_mean(&learner.validation, 5));
        }
        let first_cut = (firsts.len() == self.seeds).then(|| {
            let least = firsts.iter().copied().min().unwrap_or(0);
            [least, firsts.iter().copied().max().unwrap_or(0)]
        });
        Row {
            name,
            loss: losses.iter().sum::<f64>() / self.seeds as f64,
            error: 0.0,
            better: 0,
            cuts: cuts as f64 / self.seeds as f64,
            first_cut,
            losses,
        }
    }
}

impl Row {
    /// Compares with the run of the initial rate, seed by seed.
    fn against(mut self, constant: &Self) -> Self {
        let pairs = self.losses.iter().zip(&constant.losses);
        let differences: Vec<f64> = pairs.map(|(own, other)| own - other).collect();
        let n = differences.len() as f64;
        let mean = differences.iter().sum::<f64>() / n;
        let squares: f64 = differences.iter().map(|d| (d - mean).powi(2)).sum();
        self.error = (squares / (n - 1.0).max(1.0) / n).sqrt();
        self.better = differences.iter().filter(|&&d| d < 0.0).count();
        self
    }
}

impl Experiment for Config {
    const NAME: &'static str = "plateau-seeds";
    const QUESTION: &'static str = "How much patience is right, and what does it win?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("factor", "factor γ", &mut self.factor, 0.05..=0.9, 0.05),
            Setting::count("epochs", "epochs", &mut self.epochs, 20..=100),
            Setting::count("seeds", "seeds", &mut self.seeds, 1..=10),
        ]
    }

    fn run(&self) -> Outcome {
        let fixed = |rate: f64| {
            Rates::Fixed(Box::new(Constant::new(rate).expect("the rate is positive")))
        };
        let constant = self.row(format!("{INITIAL} throughout"), || fixed(INITIAL));
        let small =
            self.row(format!("{} throughout", 0.1 * INITIAL), || fixed(0.1 * INITIAL));
        let half = self.row("cut after half".into(), || {
            let step = StepDecay::new(INITIAL, self.factor, self.epochs.div_ceil(2));
            Rates::Fixed(Box::new(step.expect("valid hyperparameters")))
        });
        let patiences = PATIENCES.map(|patience| {
            let row = self.row(format!("plateau, patience {patience}"), || {
                let schedule = ReduceOnPlateau::new(INITIAL, self.factor);
                let schedule = schedule.expect("valid hyperparameters");
                Rates::Listening(schedule.with_patience(patience))
            });
            row.against(&constant)
        });
        Outcome {
            epochs: self.epochs,
            seeds: self.seeds,
            patiences: patiences.into(),
            small: small.against(&constant),
            half: half.against(&constant),
            constant,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "Validation loss after {} epochs, mean of {} seeds",
            outcome.epochs, outcome.seeds
        );
        let headings = ["schedule", "loss", "better than constant", "cuts", "first cut"];
        let mut table = Table::new(title, &headings);
        let fixed = [&outcome.constant, &outcome.small, &outcome.half];
        for row in fixed.into_iter().chain(&outcome.patiences) {
            let first = match row.first_cut {
                Some([earliest, latest]) => format!("epoch {earliest} to {latest}"),
                None if row.name == outcome.half.name => {
                    format!("epoch {}, by the clock", outcome.epochs.div_ceil(2))
                }
                None if row.cuts > 0.0 => "not on every seed".into(),
                None => "never".into(),
            };
            table.row(vec![
                Cell::Text(row.name.clone()),
                Cell::number(row.loss, 4),
                Cell::Number(format!("{} of {}", row.better, outcome.seeds)),
                Cell::Number(number(row.cuts, 1)),
                Cell::Text(first),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cut_by_the_clock_is_counted_and_dated() {
        let outcome = Config { epochs: 21, seeds: 1, ..Config::default() }.run();
        assert_eq!((outcome.constant.cuts, outcome.half.cuts), (0.0, 1.0));
        let half = &Config::table(&outcome).rows[2];
        assert_eq!((half[3].text(), half[4].text()), ("1.0", "epoch 11, by the clock"));
    }
}
