//! The lecture's race on a network: two moons, four optimizers, 200 epochs.

use super::race_training::{Samples, Trainee, moons};
use super::racer::Racer;
use super::{Experiment, Run, Setting, finish};
use crate::report::{Cell, Field, Table};
use ndarray::Array2;
use serde::Serialize;

/// Points in all, 800 to train on.
const POINTS: [usize; 2] = [800, 200];

/// Where the moons are.
pub const PLANE: [(f64, f64); 2] = [(-1.5, 2.5), (-1.0, 1.5)];

/// A training loss below this counts as learned.
pub const LEARNED: f64 = 0.1;

/// Four rates and a seed.
#[derive(Clone, Debug)]
pub struct Config {
    /// The rate of gradient descent.
    pub descent_rate: f64,
    /// The rate of momentum.
    pub momentum_rate: f64,
    /// The rate of RMSprop.
    pub rmsprop_rate: f64,
    /// The rate of Adam.
    pub adam_rate: f64,
    /// Full-batch epochs.
    pub epochs: usize,
    /// The seed of points and first weights.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            descent_rate: 0.01,
            momentum_rate: 0.01,
            rmsprop_rate: 0.01,
            adam_rate: 0.01,
            epochs: 200,
            seed: 1,
        }
    }
}

/// The networks as far as they have come.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Epochs so far.
    pub epoch: usize,
    /// Epochs in all.
    pub epochs: usize,
    /// The test points and their moons.
    #[serde(skip)]
    pub points: Vec<((f64, f64), usize)>,
    /// Gradient descent.
    pub descent: Learned,
    /// Momentum.
    pub momentum: Learned,
    /// RMSprop.
    pub rmsprop: Learned,
    /// Adam.
    pub adam: Learned,
}

/// What one optimizer has taught its network.
#[derive(Clone, Debug, Serialize)]
pub struct Learned {
    /// Whose.
    pub name: &'static str,
    /// Its rate.
    pub rate: f64,
    /// Training loss before each epoch.
    #[serde(skip)]
    pub losses: Vec<f64>,
    /// Training loss now.
    pub loss: f64,
    /// The first epoch before which it was below 0.1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub learned_at: Option<usize>,
    /// Share of the test points on the right side.
    pub accuracy: f64,
    /// Whether it stopped at numbers that are not finite.
    pub diverged: bool,
    /// How much more the second moon is favored than the first.
    #[serde(skip)]
    pub margin: Field,
}

impl Outcome {
    /// All four, in the order of the chapters.
    pub fn all(&self) -> [&Learned; 4] {
        [&self.descent, &self.momentum, &self.rmsprop, &self.adam]
    }
}

impl Experiment for Config {
    const NAME: &'static str = "race-moons";
    const QUESTION: &'static str = "Who trains a small network fastest, at one rate for all and at rates of their own?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        fn rate<'a>(
            name: &'static str,
            label: &'static str,
            field: &'a mut f64,
        ) -> Setting<'a> {
            Setting::real(name, label, field, 1e-3..=3.0, 1e-3).logarithmic()
        }
        vec![
            rate("descent_rate", "η of gradient descent", &mut self.descent_rate),
            rate("momentum_rate", "η of momentum", &mut self.momentum_rate),
            rate("rmsprop_rate", "η of RMSprop", &mut self.rmsprop_rate),
            rate("adam_rate", "η of Adam", &mut self.adam_rate),
            Setting::count("epochs", "epochs", &mut self.epochs, 20..=300),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let Self { descent_rate, momentum_rate, rmsprop_rate, adam_rate, .. } = *self;
        let rates = [descent_rate, momentum_rate, rmsprop_rate, adam_rate];
        let [train, test] = moons(POINTS, 0.1, self.seed);
        let mut entries = Racer::LECTURE.into_iter().zip(rates);
        let trainees = [(); 4].map(|()| {
            let (racer, rate) = entries.next().expect("four of each");
            Entry {
                racer,
                rate,
                trainee: Trainee::new(racer, rate, self.seed),
                losses: Vec::new(),
            }
        });
        Some(Box::new(Training { trainees, train, test, epoch: 0, epochs: self.epochs }))
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "optimizer",
            "rate η",
            "training loss",
            "below 0.1 at epoch",
            "test accuracy",
        ];
        let title = format!("Two moons after {} epochs", outcome.epoch);
        let mut table = Table::new(title, &headings);
        for learned in outcome.all() {
            let at = learned.learned_at.map_or("not yet".into(), |at| at.to_string());
            table.row(vec![
                learned.name.into(),
                Cell::Number(learned.rate.to_string()),
                Cell::number(learned.loss, 4),
                Cell::Number(at),
                Cell::Number(format!("{:.1} %", 100.0 * learned.accuracy)),
            ]);
        }
        table
    }
}

struct Entry {
    racer: Racer,
    rate: f64,
    trainee: Trainee,
    losses: Vec<f64>,
}

struct Training {
    trainees: [Entry; 4],
    train: Samples,
    test: Samples,
    epoch: usize,
    epochs: usize,
}

/// The inputs at which margins are looked at: a coarse grid over the plane.
fn grid() -> (Field, Array2<f64>) {
    let [x, y] = PLANE;
    let field = Field::sample(x.0..x.1, y.0..y.1, 33, 21, |_, _| 0.0);
    let columns = field.values.ncols();
    let inputs = Array2::from_shape_fn((field.values.len(), 2), |(index, axis)| {
        let (x, y) = field.point(index / columns, index % columns);
        if axis == 0 { x } else { y }
    });
    (field, inputs)
}

impl Entry {
    fn learned(&self, train: &Samples, test: &Samples) -> Learned {
        let (mut margin, inputs) = grid();
        let logits = self.trainee.logits(&inputs);
        for (value, logits) in margin.values.iter_mut().zip(logits.rows()) {
            // A logit that is not finite says nothing; the field has no contour there.
            *value = logits[1] - logits[0];
        }
        let loss = self.trainee.loss(train);
        Learned {
            name: self.racer.name(),
            rate: self.rate,
            losses: self.losses.clone(),
            loss: if loss.is_finite() { loss } else { f64::MAX },
            learned_at: self.losses.iter().position(|&loss| loss < LEARNED),
            accuracy: self.trainee.accuracy(test),
            diverged: self.trainee.diverged,
            margin,
        }
    }
}

impl Run<Outcome> for Training {
    fn advance(&mut self) {
        if self.epoch == self.epochs {
            return;
        }
        for entry in &mut self.trainees {
            if !entry.trainee.diverged {
                let loss = entry.trainee.step(&self.train);
                if !entry.trainee.diverged {
                    entry.losses.push(loss);
                }
            }
        }
        self.epoch += 1;
    }

    fn progress(&self) -> f64 {
        self.epoch as f64 / self.epochs as f64
    }

    fn outcome(&self) -> Outcome {
        let [descent, momentum, rmsprop, adam] =
            self.trainees.each_ref().map(|entry| entry.learned(&self.train, &self.test));
        let (inputs, classes) = &self.test;
        let places = inputs.rows().into_iter().map(|row| (row[0], row[1]));
        Outcome {
            epoch: self.epoch,
            epochs: self.epochs,
            points: places.zip(classes.iter().copied()).collect(),
            descent,
            momentum,
            rmsprop,
            adam,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_start_from_one_network_and_a_slice_is_an_epoch() {
        let mut run = Config::default().start().unwrap();
        assert_eq!(run.progress(), 0.0);
        run.advance();
        let outcome = run.outcome();
        assert_eq!(outcome.epoch, 1);
        let first = outcome.adam.losses[0];
        assert!(outcome.all().iter().all(|learned| learned.losses == [first]));
    }

    #[test]
    fn at_the_rates_of_the_page_adam_is_ahead_and_descent_behind() {
        for seed in 1..=3 {
            let outcome = Config { seed, epochs: 60, ..Config::default() }.run();
            assert!(outcome.adam.loss < outcome.momentum.loss, "{seed}");
            assert!(outcome.momentum.loss < outcome.descent.loss, "{seed}");
        }
    }
}
