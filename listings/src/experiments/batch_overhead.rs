//! Which batch size is first on a clock, when a step costs something besides its samples.
//!
//! time = S + h·U, in units of what one sample takes: S samples seen, U steps, and an
//! overhead of h samples for each step.

use super::batch_sizes::{Problem, SAMPLES};
use super::{Experiment, Setting};
use crate::data::{batches, seeded};
use crate::report::{Cell, Format, Table};
use crate::statistics::median;
use ndarray::Array1;
use serde::Serialize;

/// Batch sizes, up to all samples.
pub const SIZES: [usize; 6] = [1, 4, 16, 64, 256, SAMPLES];

/// h.
pub const OVERHEADS: [f64; 4] = [0.0, 10.0, 100.0, 1000.0];

/// The largest rate of the sweep; the others are halves of the one before.
const LARGEST: f64 = 0.4;

/// Rates of the sweep.
const RATES: i32 = 12;

/// A run that has not arrived after so many epochs does not.
const EPOCHS: usize = 20;

/// Linear regression on five features, down to a share of the first excess loss.
#[derive(Clone, Debug)]
pub struct Config {
    /// The excess loss to reach, as a share of that at θ = 0.
    pub target: f64,
    /// How many data sets are drawn.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { target: 0.01, seeds: 5 }
    }
}

/// One row for each batch size.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The share to reach.
    pub target: f64,
    /// Data sets.
    pub seeds: usize,
    /// In the order of [`SIZES`].
    pub rows: Vec<Row>,
    /// The size that is first at each of [`OVERHEADS`]; empty where none arrives.
    pub first: Vec<usize>,
    /// The overhead at which single samples and the whole batch arrive together; absent
    /// where one of them is first at any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub break_even: Option<f64>,
}

/// One batch size at the rate at which it takes the fewest steps.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// b.
    pub size: usize,
    /// How it arrived; absent where it does not at any rate, on most data sets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way: Option<Way>,
}

/// A way to the target: medians over the data sets.
#[derive(Clone, Debug, Serialize)]
pub struct Way {
    /// η.
    pub rate: f64,
    /// Steps.
    pub steps: f64,
    /// Samples seen.
    pub samples: f64,
    /// The time at each of [`OVERHEADS`].
    pub times: Vec<f64>,
}

impl Config {
    /// Steps and samples until the mean excess loss over the last quarter of the steps
    /// so far is at the target: a single lucky step is not enough.
    fn arrival(
        &self,
        problem: &Problem,
        size: usize,
        rate: f64,
        seed: u64,
    ) -> Option<[f64; 2]> {
        let mut theta = Array1::zeros(6);
        let first = problem.excess(&theta);
        let mut random = seeded(seed + 1000);
        // The sum of the losses after so many steps.
        let mut sums = vec![0.0];
        let mut samples = 0;
        for _ in 0..EPOCHS {
            for batch in batches(SAMPLES, size, &mut random) {
                problem.step(&mut theta, &batch, rate);
                samples += batch.len();
                let excess = problem.excess(&theta);
                if excess.is_nan() || excess > 1e3 * first {
                    return None;
                }
                sums.push(sums[sums.len() - 1] + excess);
                let steps = sums.len() - 1;
                let window = steps.div_ceil(4);
                let mean = (sums[steps] - sums[steps - window]) / window as f64;
                if mean <= self.target * first {
                    return Some([steps as f64, samples as f64]);
                }
            }
        }
        None
    }

    /// The best way of a batch size.
    fn way(&self, problems: &[Problem], size: usize) -> Option<Way> {
        let at = |rate: f64| {
            let seeds = 1..=self.seeds as u64;
            let arrivals: Vec<[f64; 2]> = problems
                .iter()
                .zip(seeds)
                .filter_map(|(problem, seed)| self.arrival(problem, size, rate, seed))
                .collect();
            let of = |part: usize| {
                median(&arrivals.iter().map(|both| both[part]).collect::<Vec<_>>())
            };
            // A median over some of the data sets would leave out the hard ones.
            (arrivals.len() == self.seeds).then(|| (rate, of(0), of(1)))
        };
        let ways = (0..RATES).filter_map(|halvings| at(LARGEST * 0.5_f64.powi(halvings)));
        let (rate, steps, samples) = ways.min_by(|a, b| a.1.total_cmp(&b.1))?;
        let times = OVERHEADS.map(|overhead| samples + overhead * steps).into();
        Some(Way { rate, steps, samples, times })
    }
}

/// Where S₁ + h·U₁ = S₂ + h·U₂, for an h above 0.
fn break_even(one: &Way, other: &Way) -> Option<f64> {
    let overhead = (other.samples - one.samples) / (one.steps - other.steps);
    (overhead.is_finite() && overhead > 0.0).then_some(overhead)
}

impl Experiment for Config {
    const NAME: &'static str = "batch-overhead";
    const QUESTION: &'static str = "Which batch size is first on a clock?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let target = Setting::real(
            "target",
            "share of the first loss",
            &mut self.target,
            0.0001..=0.1,
            0.0001,
        );
        vec![
            target.logarithmic(),
            Setting::count("seeds", "data sets", &mut self.seeds, 1..=5),
        ]
    }

    fn run(&self) -> Outcome {
        let problems: Vec<Problem> = (1..=self.seeds as u64).map(Problem::new).collect();
        let rows = SIZES.map(|size| Row { size, way: self.way(&problems, size) });
        let first = (0..OVERHEADS.len()).filter_map(|overhead| {
            let timed = rows.iter().filter_map(|row| Some((row.size, row.way.as_ref()?)));
            let fastest = timed
                .min_by(|(_, a), (_, b)| a.times[overhead].total_cmp(&b.times[overhead]));
            fastest.map(|(size, _)| size)
        });
        let ends = rows[0].way.as_ref().zip(rows[SIZES.len() - 1].way.as_ref());
        Outcome {
            target: self.target,
            seeds: self.seeds,
            first: first.collect(),
            break_even: ends.and_then(|(one, all)| break_even(one, all)),
            rows: rows.into(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Time to {} of the first excess loss, in samples, at an overhead of h samples for \
                 each step; medians of {} data sets",
                Format::percent(2).apply(outcome.target),
                outcome.seeds
            ),
            &["batch size", "rate", "steps", "h = 0", "h = 10", "h = 100", "h = 1000"],
        );
        for row in &outcome.rows {
            let mut cells = vec![Cell::count(row.size)];
            match &row.way {
                Some(way) => {
                    let rate: Format = ".1e".parse().expect("a format");
                    let rate = if way.rate < 1e-3 {
                        rate.apply(way.rate)
                    } else {
                        crate::report::number(way.rate, 3)
                    };
                    cells.push(Cell::Number(rate));
                    cells.push(Cell::number(way.steps, 0));
                    cells.extend(way.times.iter().map(|&time| Cell::number(time, 0)));
                }
                None => cells.extend((0..6).map(|_| Cell::Number("–".into()))),
            }
            table.row(cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(steps: f64, samples: f64) -> Way {
        Way { rate: 0.1, steps, samples, times: vec![] }
    }

    #[test]
    fn the_break_even_is_where_both_take_the_same_time() {
        // 100 + 29 · 100 = 3000 and 2900 + 29 · … : 100 + 100h = 3000 + 3h.
        let overhead = break_even(&way(100.0, 100.0), &way(3.0, 3000.0)).unwrap();
        assert!((overhead - 2900.0 / 97.0).abs() < 1e-12);
        // Ahead in both: there is none.
        assert_eq!(break_even(&way(100.0, 9000.0), &way(3.0, 3000.0)), None);
    }

    #[test]
    fn an_arrival_counts_the_samples_of_its_steps() {
        let config = Config { seeds: 1, ..Config::default() };
        let problem = Problem::new(1);
        let [steps, samples] = config.arrival(&problem, SAMPLES, 0.4, 1).unwrap();
        assert_eq!(samples, 1000.0 * steps);
        // θ – θ* shrinks by 1 − 0.8 a step, give or take a spread of the curvatures of a
        // tenth: the loss is below a hundredth after two or three steps.
        assert!((2.0..=3.0).contains(&steps), "{steps}");
        // Single samples fly off at a rate that suits them all.
        assert_eq!(config.arrival(&problem, 1, 0.4, 1), None);
    }

    #[test]
    fn larger_batches_take_fewer_steps_and_the_overhead_decides() {
        let outcome = Config::default().run();
        let ways: Vec<&Way> =
            outcome.rows.iter().map(|row| row.way.as_ref().unwrap()).collect();
        assert!(ways.windows(2).all(|pair| pair[0].steps >= pair[1].steps));
        assert!(ways[0].steps > 10.0 * ways[SIZES.len() - 1].steps);
        let first = &outcome.first;
        assert!(first.is_sorted() && first[0] < first[3], "{first:?}");
    }
}
