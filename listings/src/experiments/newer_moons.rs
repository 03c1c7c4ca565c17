//! Two networks that train side by side on two moons, each by an optimizer of the
//! reader's choice.

use super::newer_training::{Contestant, Learner, Samples, moons};
use super::{Experiment, Run, Setting, finish};
use crate::report::{Cell, Field, Format, Table};
use ndarray::Array2;
use serde::Serialize;

/// Training and test points.
const POINTS: [usize; 2] = [200, 200];

/// Where the moons are.
pub const PLANE: [(f64, f64); 2] = [(-1.5, 2.5), (-1.0, 1.5)];

/// Losses are noted after so many steps.
pub const EVERY: usize = 4;

/// Two racers.
#[derive(Clone, Debug)]
pub struct Config {
    /// The number of the first optimizer in `Contestant::ALL`, from 1.
    pub first: usize,
    /// Its rate.
    pub first_rate: f64,
    /// The number of the second.
    pub second: usize,
    /// Its rate.
    pub second_rate: f64,
    /// Points a step.
    pub batch: usize,
    /// The seed of points, batches and first weights.
    pub seed: u64,
}

/// Steps of the whole run.
pub const STEPS: usize = 400;

impl Default for Config {
    fn default() -> Self {
        Self {
            first: 2,
            first_rate: 0.01,
            second: 5,
            second_rate: 0.01,
            batch: 16,
            seed: 1,
        }
    }
}

/// The two networks as far as they have come.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Steps so far.
    pub step: usize,
    /// Points a step.
    pub batch: usize,
    /// The test points and their moons.
    #[serde(skip)]
    pub points: Vec<((f64, f64), usize)>,
    /// The first.
    pub first: Trained,
    /// The second.
    pub second: Trained,
}

/// What one optimizer has taught its network.
#[derive(Clone, Debug, Serialize)]
pub struct Trained {
    /// Whose.
    pub name: &'static str,
    /// Its rate.
    pub rate: f64,
    /// The training loss now; that before it diverged.
    pub loss: f64,
    /// The share of test points on the right side.
    pub accuracy: f64,
    /// The root mean square of the entries of its steps, in rates.
    pub step_size: f64,
    /// Whether it stopped at numbers that are not finite.
    pub diverged: bool,
    /// Training losses every four steps, from the start.
    #[serde(skip)]
    pub losses: Vec<f64>,
    /// How much more the second moon is favored than the first.
    #[serde(skip)]
    pub margin: Field,
}

impl Experiment for Config {
    const NAME: &'static str = "newer-moons";
    const QUESTION: &'static str =
        "How do two optimizers of your choice train one network?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        fn rate<'a>(
            name: &'static str,
            label: &'static str,
            field: &'a mut f64,
        ) -> Setting<'a> {
            Setting::real(name, label, field, 1e-4..=30.0, 1e-4).logarithmic()
        }
        vec![
            Setting::count("first", "first optimizer (1–7)", &mut self.first, 1..=7),
            rate("first_rate", "its rate η", &mut self.first_rate),
            Setting::count("second", "second optimizer (1–7)", &mut self.second, 1..=7),
            rate("second_rate", "its rate η", &mut self.second_rate),
            Setting::count("batch", "points a step", &mut self.batch, 1..=200),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let [train, test] = moons(POINTS, 0.2, self.seed);
        let racer = |number: usize, rate| {
            let contestant = Contestant::ALL[number - 1];
            let learner = Learner::new(contestant, &[2, 16, 8, 2], self.seed);
            let (name, losses) = (contestant.name(), Vec::new());
            Racer { name, rate, learner, losses, now: (0.0, 0.0) }
        };
        let mut racers =
            [racer(self.first, self.first_rate), racer(self.second, self.second_rate)];
        racers.iter_mut().for_each(|racer| racer.note(&train, &test));
        Some(Box::new(Race { racers, train, test, batch: self.batch, step: 0 }))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("Two moons after {} steps of {}", outcome.step, outcome.batch),
            &["optimizer", "rate η", "training loss", "test accuracy", "step in rates"],
        );
        for trained in [&outcome.first, &outcome.second] {
            table.row(vec![
                trained.name.into(),
                Cell::Number(Format::default().apply(trained.rate)),
                Cell::number(trained.loss, 3),
                Cell::Number(Format::percent(1).apply(trained.accuracy)),
                Cell::number(trained.step_size, 2),
            ]);
        }
        table
    }
}

struct Racer {
    name: &'static str,
    rate: f64,
    learner: Learner,
    losses: Vec<f64>,
    now: (f64, f64),
}

impl Racer {
    fn note(&mut self, train: &Samples, test: &Samples) {
        if let (Some((loss, _)), Some((_, share))) =
            (self.learner.measure(train), self.learner.measure(test))
        {
            self.losses.push(loss);
            self.now = (loss, share);
        }
    }

    fn trained(&self) -> Trained {
        let (mut margin, inputs) = grid();
        let logits = self.learner.logits(&inputs);
        for (value, logits) in margin.values.iter_mut().zip(logits.rows()) {
            *value = logits[1] - logits[0];
        }
        Trained {
            name: self.name,
            rate: self.rate,
            loss: self.now.0,
            accuracy: self.now.1,
            step_size: self.learner.step_size(),
            diverged: self.learner.diverged,
            losses: self.losses.clone(),
            margin,
        }
    }
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

struct Race {
    racers: [Racer; 2],
    train: Samples,
    test: Samples,
    batch: usize,
    step: usize,
}

impl Run<Outcome> for Race {
    fn advance(&mut self) {
        if self.step == STEPS {
            return;
        }
        self.step += 1;
        for racer in &mut self.racers {
            racer.learner.step(racer.rate, &self.train, self.batch);
            if self.step.is_multiple_of(EVERY) {
                racer.note(&self.train, &self.test);
            }
        }
    }

    fn progress(&self) -> f64 {
        self.step as f64 / STEPS as f64
    }

    fn outcome(&self) -> Outcome {
        let (inputs, classes) = &self.test;
        let places = inputs.rows().into_iter().map(|row| (row[0], row[1]));
        let [first, second] = self.racers.each_ref().map(Racer::trained);
        Outcome {
            step: self.step,
            batch: self.batch,
            points: places.zip(classes.iter().copied()).collect(),
            first,
            second,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_start_from_one_network_and_more_slices_change_nothing() {
        let mut run = Config::default().start().unwrap();
        let start = run.outcome();
        assert_eq!(start.first.losses, start.second.losses);
        while run.progress() < 1.0 {
            run.advance();
        }
        let end = run.outcome();
        assert_eq!((end.step, end.first.losses.len()), (STEPS, 1 + STEPS / EVERY));
        run.advance();
        assert_eq!(run.outcome().first.loss, end.first.loss);
    }

    #[test]
    fn who_diverges_says_so_and_keeps_the_last_loss() {
        let config = Config { first: 1, first_rate: 30.0, ..Config::default() };
        let outcome = config.run();
        assert!(outcome.first.loss.is_finite());
        assert!(!outcome.second.diverged);
    }
}
