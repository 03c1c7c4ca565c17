//! What an epoch does, and what it leaves alone.

use listings::data::seeded;
use listings::experiments::iris_training::decay_on_weights;
use listings::optimizers::{Adam, GradientDescent};
use listings::schedules::{Constant, Cosine, Schedule};
use listings::training::{
    Clip, EachEpoch, EachUpdate, EarlyStopping, Recipe, Task, Training,
};
use ndarray::{Array1, array};
use rand_pcg::Pcg64;
use std::cell::{Cell, RefCell};

/// The mean of (θ − i)²/2 over the samples i of a batch; looks on, and may go wrong.
#[derive(Default)]
struct Numbers {
    samples: usize,
    seen: RefCell<Vec<Vec<usize>>>,
    /// The calls until a gradient is NaN.
    until_bad: Cell<Option<usize>>,
    validation: Cell<Option<f64>>,
}

impl Task for Numbers {
    fn samples(&self) -> usize {
        self.samples
    }

    fn gradient(
        &self,
        theta: &Array1<f64>,
        batch: &[usize],
        _: &mut Pcg64,
    ) -> (f64, Array1<f64>) {
        self.seen.borrow_mut().push(batch.to_vec());
        let residuals: Array1<f64> = batch.iter().map(|&i| theta[0] - i as f64).collect();
        let mean = residuals.sum() / batch.len() as f64;
        let bad = self.until_bad.get();
        self.until_bad.set(bad.map(|calls| calls.wrapping_sub(1)));
        let gradient = if bad == Some(0) { f64::NAN } else { mean };
        (residuals.dot(&residuals) / 2.0 / batch.len() as f64, array![gradient])
    }

    fn validation_loss(&self, theta: &Array1<f64>) -> f64 {
        self.validation.get().unwrap_or((theta[0] - 3.0).powi(2))
    }
}

fn rate(rate: f64) -> EachUpdate<Constant> {
    EachUpdate(Constant::new(rate).unwrap())
}

fn numbers(samples: usize) -> Numbers {
    Numbers { samples, ..Numbers::default() }
}

#[test]
fn an_epoch_sees_each_sample_once_and_the_next_one_in_another_order() {
    let task = numbers(10);
    let recipe = Recipe::new(2, 4, 1).unwrap();
    let mut run = Training::new(recipe, array![0.0], GradientDescent, rate(0.1));
    run.train(&task, |_| ()).unwrap();
    let seen = task.seen.borrow();
    let sizes: Vec<usize> = seen.iter().map(Vec::len).collect();
    assert_eq!(sizes, [4, 4, 2, 4, 4, 2]);
    let (first, second) = (seen[..3].concat(), seen[3..].concat());
    assert_ne!(first, second);
    for mut epoch in [first, second] {
        epoch.sort_unstable();
        assert!(epoch.into_iter().eq(0..10));
    }
    assert_eq!(run.updates(), 6);
}

#[test]
fn the_training_loss_counts_each_sample_once() {
    // At the rate 0 every batch sees θ = 0: the mean of i²/2 over 0 … 9 is 14.25.
    let recipe = Recipe::new(1, 4, 1).unwrap();
    let mut run = Training::new(recipe, array![0.0], GradientDescent, rate(0.0));
    let record = run.epoch(&numbers(10)).unwrap();
    assert!((record.train_loss - 14.25).abs() < 1e-13, "{}", record.train_loss);
}

#[test]
fn a_step_is_clipped_and_counted() {
    let recipe = Recipe::new(1, 5, 1).unwrap().with_clipping(Clip::Norm(0.5)).unwrap();
    let mut run = Training::new(recipe, array![1002.0], GradientDescent, rate(1.0));
    let record = run.epoch(&numbers(5)).unwrap();
    assert_eq!((record.clipped, record.gradient_norm), (1, 1000.0));
    assert_eq!(run.theta(), array![1001.5]);

    let recipe = recipe.with_clipping(Clip::Value(2.0)).unwrap();
    let mut run = Training::new(recipe, array![1002.0], GradientDescent, rate(1.0));
    let record = run.epoch(&numbers(5)).unwrap();
    assert_eq!((record.clipped, record.gradient_norm), (1, 1000.0));
    assert_eq!(run.theta(), array![1000.0]);
}

#[test]
fn a_gradient_that_is_not_finite_undoes_its_epoch_and_says_where() {
    let task = numbers(10);
    let recipe = Recipe::new(5, 4, 1).unwrap();
    let stopping = EarlyStopping::new(2, 0.0).unwrap();
    let mut run = Training::new(recipe, array![0.0], Adam::default(), rate(0.1))
        .with_early_stopping(stopping);
    run.epoch(&task).unwrap();
    let before = run.clone();
    for calls in 0..3 {
        task.until_bad.set(Some(calls));
        let error = run.epoch(&task).unwrap_err();
        assert_eq!((error.epoch, error.update), (1, 3 + calls));
        let said =
            format!("epoch 1 is undone: the gradient is NaN at update {}", 3 + calls);
        assert_eq!(error.to_string(), said);
        assert_eq!(run, before);
    }
    task.until_bad.set(None);
    task.validation.set(Some(f64::INFINITY));
    let error = run.epoch(&task).unwrap_err();
    assert_eq!(error.cause.what, "validation loss");
    assert_eq!(run, before);
    // Mended, it goes on as if nothing had been.
    task.validation.set(None);
    let mut other = before;
    assert_eq!(run.epoch(&task), other.epoch(&task));
    assert_eq!(run, other);
}

#[test]
fn the_schedule_is_asked_once_an_update_or_once_an_epoch() {
    let cosine = Cosine::new(1.0, 0.0, 6).unwrap();
    let recipe = Recipe::new(2, 4, 1).unwrap();
    let mut each_update =
        Training::new(recipe, array![0.0], GradientDescent, EachUpdate(cosine));
    let mut each_epoch =
        Training::new(recipe, array![0.0], GradientDescent, EachEpoch(cosine));
    for epoch in 0..2 {
        let task = numbers(10);
        // A record has the rate of its last update.
        let record = each_update.epoch(&task).unwrap();
        assert_eq!(record.rate, cosine.rate(3 * epoch + 2));
        assert_eq!(each_epoch.epoch(&task).unwrap().rate, cosine.rate(epoch));
    }
}

#[test]
fn it_stops_early_and_gives_the_weights_of_the_best_epoch() {
    // The training samples pull θ to 7, past the validation loss's best at 3.
    let task = Numbers { samples: 15, ..Numbers::default() };
    let recipe = Recipe::new(100, 15, 1).unwrap();
    let stopping = EarlyStopping::new(3, 0.0).unwrap();
    let mut run = Training::new(recipe, array![0.0], GradientDescent, rate(0.1))
        .with_early_stopping(stopping);
    run.train(&task, |_| ()).unwrap();
    // θ after epoch e is 7(1 − 0.9ᵉ): nearest to 3 after 5 and 6 epochs, at 2.87 and 3.28.
    assert_eq!(run.history().len(), 8);
    assert!((run.weights()[0] - 7.0 * (1.0 - 0.9_f64.powi(5))).abs() < 1e-12);
    assert!(run.theta()[0] > 3.9);
}

#[test]
#[should_panic(expected = "the run is over after 1 epochs")]
fn a_run_that_is_over_does_not_go_on() {
    let recipe = Recipe::new(1, 4, 1).unwrap();
    let mut run = Training::new(recipe, array![0.0], GradientDescent, rate(0.1));
    run.train(&numbers(4), |_| ()).unwrap();
    let _ = run.epoch(&numbers(4));
}

#[test]
fn hyperparameters_out_of_range_are_named() {
    let said = |result: Result<Recipe, listings::ParameterError>| {
        result.unwrap_err().to_string()
    };
    assert_eq!(said(Recipe::new(0, 4, 1)), "epochs = 0 is outside [1, ∞)");
    assert_eq!(said(Recipe::new(1, 0, 1)), "batch_size = 0 is outside [1, ∞)");
    let recipe = Recipe::new(1, 1, 1).unwrap();
    assert_eq!(said(recipe.with_clipping(Clip::Norm(0.0))), "norm = 0 is outside (0, ∞)");
}

#[test]
fn groups_decay_weights_and_spare_biases() {
    let network = listings::models::MultilayerPerceptron::new(&[2, 3, 2]);
    let start = network.initial(&mut seeded(1)) + 1.0;
    let recipe = Recipe::new(1, 4, 1).unwrap();
    let groups = decay_on_weights(&network, 0.5);
    let mut run = Training::new(recipe, start.clone(), groups, rate(0.1));
    // Without a gradient there is the decay alone: 1 − 0.1 · 0.5.
    run.epoch(&Flat(start.len())).unwrap();
    for block in network.blocks() {
        for index in block.range {
            let kept = if block.matrix.is_some() { 0.95 } else { 1.0 };
            assert_eq!(run.theta()[index], start[index] * kept);
        }
    }
}

/// No slope anywhere.
struct Flat(usize);

impl Task for Flat {
    fn samples(&self) -> usize {
        1
    }

    fn gradient(
        &self,
        _: &Array1<f64>,
        _: &[usize],
        _: &mut Pcg64,
    ) -> (f64, Array1<f64>) {
        (1.0, Array1::zeros(self.0))
    }

    fn validation_loss(&self, _: &Array1<f64>) -> f64 {
        1.0
    }
}
