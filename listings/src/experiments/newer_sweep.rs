//! A list of trainings, each over several seeds, taken some steps at a time.

use super::newer_training::{Contestant, Learner, Samples, mean_and_error};

/// Steps of a slice; no slice goes from one training into the next.
const SLICE: usize = 40;

/// One training, to be done over all seeds.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Who trains.
    pub contestant: Contestant,
    /// η, or η₀ where it falls.
    pub rate: f64,
    /// Whether the rate falls in a line to zero.
    pub falls: bool,
    /// Samples of a step.
    pub batch: usize,
    /// T.
    pub steps: usize,
    /// The loss is noted after so many steps; 0 for at the end only.
    pub note_every: usize,
}

impl Plan {
    /// The rate of a step, from 0.
    fn rate_of(&self, step: usize) -> f64 {
        if self.falls {
            self.rate * (1.0 - step as f64 / self.steps as f64)
        } else {
            self.rate
        }
    }
}

/// What a training came to on one seed; nothing of losses where it diverged.
#[derive(Clone, Debug)]
struct Done {
    /// Training losses as they were noted.
    notes: Vec<Option<f64>>,
    train: Option<(f64, f64)>,
    test: Option<(f64, f64)>,
    step_size: f64,
}

/// What a training came to over all seeds.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Mean training losses as they were noted; none where one diverged.
    pub notes: Vec<Option<f64>>,
    /// The mean training loss in the end; none where one diverged.
    pub loss: Option<f64>,
    /// The mean test loss.
    pub test_loss: Option<f64>,
    /// Test accuracies by seed; 0 where it diverged.
    pub accuracies: Vec<f64>,
    /// The root mean square step of an entry, in rates.
    pub step_size: f64,
}

/// Trainings in progress.
pub struct Sweep {
    widths: Vec<usize>,
    data: Vec<[Samples; 2]>,
    plans: Vec<Plan>,
    done: Vec<Done>,
    learner: Option<Learner>,
    step: usize,
    notes: Vec<Option<f64>>,
}

fn mean(values: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    let values: Option<Vec<f64>> = values.collect();
    values.map(|values| mean_and_error(&values).0)
}

impl Sweep {
    /// The plans on a network of these widths; training and test samples of each seed.
    pub fn new(widths: &[usize], data: Vec<[Samples; 2]>, plans: Vec<Plan>) -> Self {
        let widths = widths.to_vec();
        let (done, notes) = (Vec::new(), Vec::new());
        Self { widths, data, plans, done, learner: None, step: 0, notes }
    }

    /// A few steps of the training that is on.
    pub fn advance(&mut self) {
        let (index, seed) =
            (self.done.len() / self.data.len(), self.done.len() % self.data.len());
        let Some(plan) = self.plans.get(index).copied() else { return };
        let [train, test] = &self.data[seed];
        let learner = self.learner.get_or_insert_with(|| {
            Learner::new(plan.contestant, &self.widths, seed as u64 + 1)
        });
        let end = plan.steps.min(self.step + SLICE);
        for step in self.step..end {
            learner.step(plan.rate_of(step), train, plan.batch);
            if plan.note_every > 0 && (step + 1).is_multiple_of(plan.note_every) {
                self.notes.push(learner.measure(train).map(|(loss, _)| loss));
            }
        }
        self.step = end;
        if end == plan.steps {
            self.done.push(Done {
                notes: std::mem::take(&mut self.notes),
                train: learner.measure(train),
                test: learner.measure(test),
                step_size: learner.step_size(),
            });
            (self.learner, self.step) = (None, 0);
        }
    }

    /// From 0 to 1.
    pub fn progress(&self) -> f64 {
        let all = self.plans.len() * self.data.len();
        if self.done.len() == all {
            return 1.0;
        }
        let plan = self.plans[self.done.len() / self.data.len()];
        let part = self.step as f64 / plan.steps as f64;
        (self.done.len() as f64 + part) / all as f64
    }

    /// What a plan came to; none while a seed is missing.
    pub fn summary(&self, plan: usize) -> Option<Summary> {
        let seeds = self.data.len();
        let done = self.done.get(plan * seeds..(plan + 1) * seeds)?;
        let notes = (0..done[0].notes.len())
            .map(|at| mean(done.iter().map(|done| done.notes[at])));
        Some(Summary {
            notes: notes.collect(),
            loss: mean(done.iter().map(|done| done.train.map(|(loss, _)| loss))),
            test_loss: mean(done.iter().map(|done| done.test.map(|(loss, _)| loss))),
            accuracies: done
                .iter()
                .map(|done| done.test.map_or(0.0, |(_, share)| share))
                .collect(),
            step_size: done.iter().map(|done| done.step_size).sum::<f64>() / seeds as f64,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::newer_training::moons;

    #[test]
    fn slices_add_up_to_the_training() {
        let data = vec![moons([32, 32], 0.1, 1), moons([32, 32], 0.1, 2)];
        let plan = Plan {
            contestant: Contestant::AdamW,
            rate: 0.01,
            falls: false,
            batch: 8,
            steps: 100,
            note_every: 50,
        };
        let mut sweep =
            Sweep::new(&[2, 8, 2], data, vec![plan, Plan { steps: 10, ..plan }]);
        let mut before = -1.0;
        while sweep.progress() < 1.0 {
            assert!(sweep.progress() > before);
            before = sweep.progress();
            sweep.advance();
        }
        // Three slices and one, each for two seeds.
        let summary = sweep.summary(0).unwrap();
        assert_eq!(summary.notes.len(), 2);
        assert_eq!(summary.notes[1], summary.loss);
        assert!(summary.loss < sweep.summary(1).unwrap().loss);
        sweep.advance();
        assert_eq!(sweep.progress(), 1.0);
        let mut learner = Learner::new(Contestant::AdamW, &[2, 8, 2], 1);
        let [train, test] = moons([32, 32], 0.1, 1);
        (0..100).for_each(|_| learner.step(0.01, &train, 8));
        assert_eq!(learner.measure(&test).unwrap().1, summary.accuracies[0]);
    }

    #[test]
    fn a_falling_rate_falls_in_a_line() {
        let plan = Plan {
            contestant: Contestant::Momentum,
            rate: 2.0,
            falls: true,
            batch: 8,
            steps: 4,
            note_every: 0,
        };
        assert_eq!([0, 1, 2, 3].map(|step| plan.rate_of(step)), [2.0, 1.5, 1.0, 0.5]);
    }
}
