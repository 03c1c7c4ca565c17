//! The four small tasks on which rules of thumb are tried, and a network in training on
//! one of them.

use crate::data::{
    Classification, Standardization, batches, gaussian, iris, seeded, stratified_split,
    two_moons,
};
use crate::losses::{CrossEntropy, Loss, MeanSquaredError};
use crate::models::{Model, MultilayerPerceptron};
use crate::optimizers::Optimizer;
use crate::schedules::Schedule;
use ndarray::{Array1, Array2, Axis, s};
use rand::RngExt;
use rand_pcg::Pcg64;
use std::rc::Rc;

/// Points to train on, where a task has no number of its own, and to test on.
pub const POINTS: usize = 200;

/// A prediction beyond this is that of a run which has left.
const LOST: f64 = 1e3;

/// What is to be learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Two moons with a noise of 0.3: they overlap.
    Moons,
    /// Three classes of unequal size, 8 features, a tenth of the labels redrawn.
    Classes,
    /// Fisher's irises, half of them to train on.
    Iris,
    /// Friedman's function of five features, with noise: a regression.
    Friedman,
}

impl Kind {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Moons, Self::Classes, Self::Iris, Self::Friedman];

    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Moons => "two moons",
            Self::Classes => "three classes",
            Self::Iris => "irises",
            Self::Friedman => "regression",
        }
    }

    /// The widths of its network.
    fn widths(self) -> [usize; 3] {
        match self {
            Self::Moons => [2, 12, 2],
            Self::Classes => [8, 12, 3],
            Self::Iris => [4, 8, 3],
            Self::Friedman => [5, 12, 1],
        }
    }
}

/// What belongs to the inputs.
enum Targets {
    /// Classes, whose loss is the cross-entropy.
    Classes(Array1<usize>),
    /// Numbers, of shape (n, 1), whose loss is the squared error.
    Numbers(Array2<f64>),
}

/// Inputs, one sample a row, and their targets.
struct Samples {
    inputs: Array2<f64>,
    targets: Targets,
}

/// Training and test samples, a network, and the parameters it starts from.
pub struct Task {
    network: MultilayerPerceptron,
    initial: Array1<f64>,
    train: Samples,
    test: Samples,
    seed: u64,
}

/// y = 10 sin(πx₁x₂) + 20(x₃ − ½)² + 10x₄ + 5x₅ + N(0, 1), with x uniform in [0, 1]⁵.
///
/// J. H. Friedman, "Multivariate adaptive regression splines", *The Annals of Statistics*
/// 19 (1991).
fn friedman(samples: usize, random: &mut Pcg64) -> (Array2<f64>, Array2<f64>) {
    let inputs =
        Array2::from_shape_simple_fn((samples, 5), || random.random_range(0.0..1.0));
    let mut targets = gaussian(samples, 1, 1.0, random);
    for (mut target, x) in targets.rows_mut().into_iter().zip(inputs.rows()) {
        let wave = (std::f64::consts::PI * x[0] * x[1]).sin();
        let bowl = (x[2] - 0.5).powi(2);
        target[0] += 10.0 * wave + 20.0 * bowl + 10.0 * x[3] + 5.0 * x[4];
    }
    (inputs, targets)
}

impl Task {
    /// The task of a seed: data and first parameters follow from it alone.
    pub fn new(kind: Kind, seed: u64) -> Self {
        Self::with_points(kind, POINTS, seed)
    }

    /// The same with another number of training points; the irises are 75 always.
    pub fn with_points(kind: Kind, points: usize, seed: u64) -> Self {
        let mut random = seeded(seed);
        let [train, test] = match kind {
            Kind::Moons => [points, POINTS].map(|points| {
                let (inputs, classes) = two_moons(points, 0.3, &mut random);
                Samples { inputs, targets: Targets::Classes(classes) }
            }),
            Kind::Classes => {
                let all = points + POINTS;
                let shares = vec![0.5, 0.3, 0.2];
                let task = Classification::new(all, 6, 2, shares, 0.7, 0.1);
                let task = task.expect("valid parameters of the data");
                let (inputs, classes) = task.draw(&mut random);
                [0..points, points..all].map(|range| Samples {
                    inputs: inputs.slice(s![range.clone(), ..]).to_owned(),
                    targets: Targets::Classes(classes.slice(s![range]).to_owned()),
                })
            }
            Kind::Iris => {
                let (inputs, classes) = iris();
                let (train, test) = stratified_split(&classes, 0.5, &mut random);
                [train, test].map(|rows| Samples {
                    inputs: inputs.select(Axis(0), &rows),
                    targets: Targets::Classes(classes.select(Axis(0), &rows)),
                })
            }
            Kind::Friedman => [points, POINTS].map(|points| {
                let (inputs, targets) = friedman(points, &mut random);
                Samples { inputs, targets: Targets::Numbers(targets) }
            }),
        };
        let network = MultilayerPerceptron::new(&kind.widths());
        let initial = network.initial(&mut random);
        let mut task = Self { network, initial, train, test, seed };
        task.standardize();
        if let (Targets::Numbers(train), Targets::Numbers(test)) =
            (&mut task.train.targets, &mut task.test.targets)
        {
            let scale = Standardization::fit(train);
            (*train, *test) = (scale.apply(train), scale.apply(test));
        }
        task
    }

    /// Inputs with mean 0 and deviation 1 on the training points.
    pub fn standardize(&mut self) {
        let scale = Standardization::fit(&self.train.inputs);
        self.train.inputs = scale.apply(&self.train.inputs);
        self.test.inputs = scale.apply(&self.test.inputs);
    }

    /// The task with every second column multiplied by `scale`.
    pub fn in_other_units(mut self, scale: f64) -> Self {
        for inputs in [&mut self.train.inputs, &mut self.test.inputs] {
            for mut column in inputs.columns_mut().into_iter().skip(1).step_by(2) {
                column *= scale;
            }
        }
        self
    }

    /// The training points.
    pub fn points(&self) -> usize {
        self.train.inputs.nrows()
    }

    /// The test loss of the best constant, up to sampling: a run that has diverged counts
    /// with it. ln K for K classes, and 1 for standardized numbers.
    pub fn constant_loss(&self) -> f64 {
        match &self.test.targets {
            Targets::Classes(classes) => {
                (classes.iter().max().map_or(1, |last| last + 1) as f64).ln()
            }
            Targets::Numbers(_) => 1.0,
        }
    }

    /// The gradient of a batch; `None` where nothing can be computed any more.
    fn gradient(&self, theta: &Array1<f64>, batch: &[usize]) -> Option<Array1<f64>> {
        let inputs = self.train.inputs.select(Axis(0), batch);
        let pass = self.network.forward(theta, &inputs);
        let output = pass.output();
        let pull = match &self.train.targets {
            Targets::Classes(classes) => {
                CrossEntropy::default().gradient(output, &classes.select(Axis(0), batch))
            }
            Targets::Numbers(numbers) => {
                let target = numbers.select(Axis(0), batch).column(0).to_owned();
                let pull =
                    MeanSquaredError.gradient(&output.column(0).to_owned(), &target);
                pull.insert_axis(Axis(1))
            }
        };
        let gradient = self.network.backward_through(theta, &pass, &pull);
        let is_sound = output.iter().all(|value| value.abs() < LOST)
            && gradient.iter().all(|entry| entry.is_finite());
        is_sound.then_some(gradient)
    }

    fn loss(&self, theta: &Array1<f64>, samples: &Samples) -> f64 {
        let output = self.network.predict(theta, &samples.inputs);
        match &samples.targets {
            Targets::Classes(classes) => CrossEntropy::default().value(&output, classes),
            Targets::Numbers(numbers) => MeanSquaredError
                .value(&output.column(0).to_owned(), &numbers.column(0).to_owned()),
        }
    }
}

/// A network in training.
pub struct Trial {
    task: Rc<Task>,
    theta: Array1<f64>,
    optimizer: Box<dyn Optimizer>,
    batch: usize,
    /// The batches of this epoch that are still to come.
    queue: Vec<Vec<usize>>,
    random: Pcg64,
    /// t, the updates so far.
    step: usize,
    diverged: bool,
}

impl Trial {
    /// From the first parameters; the order of the batches follows from the task's seed,
    /// so that two trials with batches of a size see the same.
    pub fn new(task: &Rc<Task>, optimizer: Box<dyn Optimizer>, batch: usize) -> Self {
        Self {
            theta: task.initial.clone(),
            optimizer,
            batch,
            queue: Vec::new(),
            random: seeded(task.seed + 10_000),
            task: Rc::clone(task),
            step: 0,
            diverged: false,
        }
    }

    /// A trial that goes on from here under another optimizer, new.
    pub fn handed_to(&self, optimizer: Box<dyn Optimizer>) -> Self {
        Self {
            task: Rc::clone(&self.task),
            theta: self.theta.clone(),
            optimizer,
            batch: self.batch,
            queue: self.queue.clone(),
            random: self.random.clone(),
            step: self.step,
            diverged: self.diverged,
        }
    }

    /// So many updates, each at the schedule's rate of its step. A trial that has diverged
    /// stays as it is.
    pub fn train(&mut self, schedule: &dyn Schedule, updates: usize) {
        for _ in 0..updates {
            if self.diverged {
                return;
            }
            if self.queue.is_empty() {
                self.queue = batches(self.task.points(), self.batch, &mut self.random);
            }
            let batch = self.queue.pop().expect("an epoch has a batch");
            match self.task.gradient(&self.theta, &batch) {
                Some(gradient) => {
                    let rate = schedule.rate(self.step);
                    self.optimizer.step(rate, &mut self.theta, &gradient);
                    self.step += 1;
                }
                None => self.diverged = true,
            }
        }
    }

    /// The loss of the training points; `None` where training has diverged.
    pub fn training_loss(&self) -> Option<f64> {
        self.checked(self.task.loss(&self.theta, &self.task.train))
    }

    /// The loss of the test points; `None` where training has diverged.
    pub fn test_loss(&self) -> Option<f64> {
        self.checked(self.task.loss(&self.theta, &self.task.test))
    }

    fn checked(&self, loss: f64) -> Option<f64> {
        (!self.diverged && loss < LOST).then_some(loss)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optimizers::{Adam, GradientDescent, Momentum};
    use crate::schedules::{Constant, Linear};

    fn constant(rate: f64) -> Constant {
        Constant::new(rate).expect("a rate")
    }

    #[test]
    fn every_task_can_be_learned_and_its_gradient_is_that_of_its_loss() {
        for kind in Kind::ALL {
            let task = Rc::new(Task::new(kind, 1));
            let mut trial = Trial::new(&task, Box::<Adam>::default(), 32);
            trial.train(&constant(0.01), 200);
            let loss = trial.test_loss().expect("it does not diverge");
            assert!(loss < 0.8 * task.constant_loss(), "{kind:?}: {loss}");

            let all: Vec<usize> = (0..task.points()).collect();
            let gradient = task.gradient(&task.initial, &all).expect("it is finite");
            let h = 1e-6;
            for index in [0, gradient.len() - 1] {
                let [up, down] = [h, -h].map(|h| {
                    let mut theta = task.initial.clone();
                    theta[index] += h;
                    task.loss(&theta, &task.train)
                });
                // Central differences of losses of order 1: rounding of 1e-10.
                let difference = (up - down) / (2.0 * h);
                assert!((gradient[index] - difference).abs() < 1e-7, "{kind:?} {index}");
            }
        }
    }

    #[test]
    fn friedman_has_its_mean_and_its_noise() {
        let (inputs, targets) = friedman(20_000, &mut seeded(1));
        // E 10 sin(πx₁x₂) = 5.24 (numerically), 20/12, 5 and 2.5: 14.41 ± 4.9/√20 000.
        let mean = targets.sum() / 20_000.0;
        assert!((mean - 14.41).abs() < 0.2, "{mean}");
        assert!(inputs.iter().all(|x| (0.0..1.0).contains(x)));
    }

    #[test]
    fn inputs_are_standardized_and_other_units_can_be_mended() {
        let plain = Task::new(Kind::Classes, 3);
        let mut scaled = Task::new(Kind::Classes, 3).in_other_units(100.0);
        let largest = |task: &Task, column: usize| {
            let column = task.train.inputs.column(column);
            column.iter().fold(0.0_f64, |most, x| most.max(x.abs()))
        };
        assert_eq!(largest(&plain, 0), largest(&scaled, 0));
        assert!(largest(&scaled, 1) > 99.0 * largest(&plain, 1));
        scaled.standardize();
        let difference = &scaled.test.inputs - &plain.test.inputs;
        // Two divisions and a difference of numbers up to 400.
        assert!(difference.iter().all(|d| d.abs() < 1e-12));
    }

    #[test]
    fn a_trial_that_is_handed_over_goes_on_where_it_was() {
        let task = Rc::new(Task::new(Kind::Moons, 1));
        let fall = Linear::new(0.1, 0.0, 40).expect("rates");
        let whole = {
            let mut trial = Trial::new(&task, Box::new(GradientDescent), 16);
            trial.train(&fall, 40);
            trial.test_loss()
        };
        let mut first = Trial::new(&task, Box::new(GradientDescent), 16);
        first.train(&fall, 17);
        let mut second = first.handed_to(Box::new(GradientDescent));
        second.train(&fall, 23);
        assert_eq!(second.test_loss(), whole);
        // Momentum has to gather speed anew: it is another run.
        let mut other = first.handed_to(Box::<Momentum>::default());
        other.train(&fall, 23);
        assert_ne!(other.test_loss(), whole);
    }

    #[test]
    fn an_absurd_rate_diverges_and_says_so() {
        let task = Rc::new(Task::new(Kind::Friedman, 1));
        let mut trial = Trial::new(&task, Box::new(GradientDescent), 32);
        trial.train(&constant(1e6), 20);
        assert_eq!((trial.training_loss(), trial.test_loss()), (None, None));
    }
}
