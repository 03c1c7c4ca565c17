//! L-BFGS on mini-batches: what the search compares, and what y then measures.

use super::second_order_data::LogisticObjective;
use super::{Experiment, Setting};
use crate::data::{batches, seeded};
use crate::optimizers::{Evaluation, GradientDescent, Lbfgs, Optimizer};
use crate::report::{Cell, Table};
use crate::surfaces::Objective;
use ndarray::Array1;
use rand_pcg::Pcg64;
use serde::Serialize;
use std::cell::{Cell as Counter, RefCell};

/// Samples of the data set.
const SAMPLES: usize = 600;

/// Features beside the constant.
const FEATURES: usize = 20;

/// Passes over the data that each method may pay for.
pub const EPOCHS: usize = 30;

/// Samples of a batch, and a seed.
#[derive(Clone, Debug)]
pub struct Config {
    /// b, the samples of a batch.
    pub batch: usize,
    /// The seed of data and batches.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { batch: 32, seed: 1 }
    }
}

/// Four methods, on one data set, each for thirty passes over it.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// b.
    pub batch: usize,
    /// n.
    pub samples: usize,
    /// Stochastic gradient descent with a falling rate.
    pub descent: Fit,
    /// L-BFGS with a new batch at each step.
    pub by_step: Fit,
    /// L-BFGS with a new batch at each evaluation.
    pub by_evaluation: Fit,
    /// L-BFGS on all samples.
    pub full: Fit,
}

/// One method.
#[derive(Clone, Debug, Serialize)]
pub struct Fit {
    /// Passes over the data so far, and L − L* on all of it; at least 10⁻⁹.
    pub excess: Vec<(f64, f64)>,
    /// The last of them.
    pub last: f64,
    /// The largest of the second half.
    pub worst_of_late: f64,
    /// Steps.
    pub steps: usize,
    /// Steps whose line search ended with an error.
    pub errors: usize,
    /// Steps at which it held that nothing was left to do.
    pub idle: usize,
}

/// Another batch at each evaluation: what a closure that draws its own batch does.
struct Changing<'a> {
    all: &'a LogisticObjective,
    batches: RefCell<Batches>,
    now: RefCell<LogisticObjective>,
    evaluations: Counter<usize>,
}

impl Objective for Changing<'_> {
    /// Draws the batch; the gradient that follows is on the same one.
    fn value(&self, theta: &Array1<f64>) -> f64 {
        let batch = self.batches.borrow_mut().next(self.all);
        self.evaluations.set(self.evaluations.get() + 1);
        let value = batch.value(theta);
        *self.now.borrow_mut() = batch;
        value
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        self.now.borrow().gradient(theta)
    }
}

/// Shuffled batches, epoch after epoch.
struct Batches {
    size: usize,
    coming: Vec<Vec<usize>>,
    random: Pcg64,
}

impl Batches {
    fn new(size: usize, seed: u64) -> Self {
        Self { size, coming: Vec::new(), random: seeded(seed + 1000) }
    }

    fn next(&mut self, all: &LogisticObjective) -> LogisticObjective {
        if self.coming.is_empty() {
            self.coming = batches(all.labels.len(), self.size, &mut self.random);
        }
        all.of(&self.coming.pop().expect("a new epoch has batches"))
    }
}

/// L − L* along a run, and its errors.
struct Record<'a> {
    all: &'a LogisticObjective,
    least: f64,
    fit: Fit,
    seen: usize,
}

impl<'a> Record<'a> {
    fn new(all: &'a LogisticObjective, least: f64) -> Self {
        let fit = Fit {
            excess: Vec::new(),
            last: 0.0,
            worst_of_late: 0.0,
            steps: 0,
            errors: 0,
            idle: 0,
        };
        let mut record = Self { all, least, fit, seen: 0 };
        record.look(&Array1::zeros(FEATURES + 1));
        record
    }

    fn look(&mut self, theta: &Array1<f64>) {
        let passes = self.seen as f64 / SAMPLES as f64;
        // Measured about four times in a pass.
        let is_due = self.fit.excess.last().is_none_or(|(last, _)| passes - last >= 0.25);
        if is_due {
            let excess = self.all.value(theta) - self.least;
            self.fit.excess.push((passes, excess.max(1e-9)));
        }
    }

    fn is_over(&self) -> bool {
        self.seen >= EPOCHS * SAMPLES
    }

    fn finish(mut self) -> Fit {
        let late = self.fit.excess.iter().filter(|(passes, _)| *passes > 15.0);
        self.fit.worst_of_late = late.map(|(_, excess)| *excess).fold(0.0, f64::max);
        self.fit.last = self.fit.excess.last().expect("the start is measured").1;
        self.fit
    }
}

impl Config {
    /// One error a step, at which the memory is emptied.
    fn lbfgs_by_step(&self, all: &LogisticObjective, least: f64) -> Fit {
        let mut batches = Batches::new(self.batch, self.seed);
        let (mut record, mut theta) =
            (Record::new(all, least), Array1::zeros(FEATURES + 1));
        let mut lbfgs = Lbfgs::new(10).expect("a memory");
        while !record.is_over() {
            let batch = batches.next(all);
            match lbfgs.step(&batch, &mut theta) {
                Ok(step) => {
                    record.seen += step.evaluations * self.batch;
                    record.fit.idle += usize::from(step.rate == 0.0);
                }
                Err(_) => {
                    record.seen += 26 * self.batch;
                    record.fit.errors += 1;
                    lbfgs.forget();
                }
            }
            record.fit.steps += 1;
            record.look(&theta);
        }
        record.finish()
    }

    fn lbfgs_by_evaluation(&self, all: &LogisticObjective, least: f64) -> Fit {
        let objective = Changing {
            all,
            batches: RefCell::new(Batches::new(self.batch, self.seed)),
            now: RefCell::new(all.clone()),
            evaluations: Counter::new(0),
        };
        let (mut record, mut theta) =
            (Record::new(all, least), Array1::zeros(FEATURES + 1));
        let mut lbfgs = Lbfgs::new(10).expect("a memory");
        while !record.is_over() {
            match lbfgs.step(&objective, &mut theta) {
                Ok(step) => record.fit.idle += usize::from(step.rate == 0.0),
                Err(_) => {
                    record.fit.errors += 1;
                    lbfgs.forget();
                }
            }
            record.seen = objective.evaluations.get() * self.batch;
            record.fit.steps += 1;
            record.look(&theta);
        }
        record.finish()
    }

    fn lbfgs_on_all(all: &LogisticObjective, least: f64) -> Fit {
        let (mut record, mut here) =
            (Record::new(all, least), Evaluation::at(all, Array1::zeros(FEATURES + 1)));
        let mut lbfgs = Lbfgs::new(10).expect("a memory");
        record.seen = SAMPLES;
        while !record.is_over() {
            let step = lbfgs.advance(all, &mut here).expect("a smooth objective");
            if step.rate == 0.0 {
                break;
            }
            record.seen += step.evaluations * SAMPLES;
            record.fit.steps += 1;
            record.look(&here.theta);
        }
        record.finish()
    }

    /// η = 0.5/(1 + passes): a common schedule, not tuned for this task.
    fn descent(&self, all: &LogisticObjective, least: f64) -> Fit {
        let mut batches = Batches::new(self.batch, self.seed);
        let (mut record, mut theta) =
            (Record::new(all, least), Array1::zeros(FEATURES + 1));
        while !record.is_over() {
            let rate = 0.5 / (1.0 + record.seen as f64 / SAMPLES as f64);
            let gradient = batches.next(all).gradient(&theta);
            GradientDescent.step(rate, &mut theta, &gradient);
            record.seen += self.batch;
            record.fit.steps += 1;
            record.look(&theta);
        }
        record.finish()
    }
}

impl Experiment for Config {
    const NAME: &'static str = "second-order-batches";
    const QUESTION: &'static str = "What do mini-batches do to L-BFGS?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("batch", "batch b", &mut self.batch, 8..=300),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let all = LogisticObjective::draw(SAMPLES, FEATURES, 3.0, self.seed);
        let mut best = Evaluation::at(&all, Array1::zeros(FEATURES + 1));
        for _ in 0..20 {
            let hessian = all.hessian(&best.theta);
            let step =
                crate::optimizers::Newton::damped().advance(&all, &hessian, &mut best);
            if step.is_err() {
                break;
            }
        }
        let least = best.value;
        Outcome {
            batch: self.batch,
            samples: SAMPLES,
            descent: self.descent(&all, least),
            by_step: self.lbfgs_by_step(&all, least),
            by_evaluation: self.lbfgs_by_evaluation(&all, least),
            full: Self::lbfgs_on_all(&all, least),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "method",
            "steps",
            "searches that failed",
            "steps of length zero",
            "excess loss at the end",
            "worst after half of the passes",
        ];
        let title = format!("Thirty passes over {} samples", outcome.samples);
        let mut table = Table::new(title, &headings);
        for (name, fit) in [
            ("SGD, falling rate", &outcome.descent),
            ("L-BFGS, a batch a step", &outcome.by_step),
            ("L-BFGS, a batch an evaluation", &outcome.by_evaluation),
            ("L-BFGS, all samples", &outcome.full),
        ] {
            table.row(vec![
                name.into(),
                Cell::count(fit.steps),
                Cell::count(fit.errors),
                Cell::count(fit.idle),
                Cell::number(fit.last, 4),
                Cell::number(fit.worst_of_late, 4),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_the_seed_batches_keep_lbfgs_from_the_minimum() {
        for seed in 1..=10 {
            let outcome = Config { seed, ..Config::default() }.run();
            assert!(outcome.full.last < 1e-6, "{seed}: {}", outcome.full.last);
            assert!(outcome.by_step.last > 3.0 * outcome.descent.last, "{seed}");
            assert!(outcome.by_evaluation.errors > 0, "{seed}");
        }
    }
}
