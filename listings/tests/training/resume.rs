//! A run goes on from every epoch, bit for bit.

use crate::folder::Folder;
use listings::data::seeded;
use listings::experiments::iris_training::{
    IrisTraining, Settings, decay_on_weights, iris_pipeline,
};
use listings::models::MultilayerPerceptron;
use listings::optimizers::{
    AdaGrad, Adam, AmsGrad, GradientDescent, Momentum, Nesterov, Optimizer, RmsProp,
};
use listings::schedules::{Constant, ReduceOnPlateau};
use listings::training::checkpoint::{load, save};
use listings::training::{EachEpoch, Recipe, Training};
use serde::{Serialize, de::DeserializeOwned};

fn bits<O, R>(run: &Training<O, R>) -> Vec<u64> {
    run.theta().iter().map(|entry| entry.to_bits()).collect()
}

#[test]
fn from_every_epoch_it_ends_with_the_same_bits() {
    let folder = Folder::new("every");
    let settings = Settings { epochs: 25, ..Settings::default() };
    let (task, _, mut run) = iris_pipeline(settings);
    let start = folder.file("0");
    save(&start, &run).unwrap();
    run.train(&task, |run| {
        save(&folder.file(&run.history().len().to_string()), run).unwrap();
    })
    .unwrap();
    for epoch in 0..=run.history().len() {
        let mut other: IrisTraining = load(&folder.file(&epoch.to_string())).unwrap();
        assert_eq!(other.history().len(), epoch);
        if epoch < run.history().len() {
            other.train(&task, |_| ()).unwrap();
        }
        assert_eq!(other, run, "{epoch}");
        assert_eq!(bits(&other), bits(&run), "{epoch}");
    }
}

#[test]
fn it_may_be_interrupted_after_every_epoch() {
    let folder = Folder::new("often");
    let path = folder.file("run");
    let (task, _, mut whole) = iris_pipeline(Settings::default());
    let mut pieces = whole.clone();
    whole.train(&task, |_| ()).unwrap();
    while !pieces.is_over() {
        pieces.epoch(&task).unwrap();
        save(&path, &pieces).unwrap();
        pieces = load(&path).unwrap();
    }
    assert_eq!(pieces, whole);
    assert_eq!(bits(&pieces), bits(&whole));
}

fn round_trip<O>(optimizer: O)
where
    O: Optimizer + Clone + Serialize + DeserializeOwned + PartialEq,
{
    let folder =
        Folder::new(std::any::type_name::<O>().rsplit(':').next().unwrap_or("o"));
    let path = folder.file("run");
    let (task, _, _) = iris_pipeline(Settings::default());
    let network = MultilayerPerceptron::new(&[4, 16, 8, 3]);
    let recipe = Recipe::new(6, 16, 1).unwrap();
    let rates = EachEpoch(Constant::new(0.01).unwrap());
    let mut run =
        Training::new(recipe, network.initial(&mut seeded(1)), optimizer, rates);
    for _ in 0..3 {
        run.epoch(&task).unwrap();
    }
    save(&path, &run).unwrap();
    let mut back: Training<O, EachEpoch<Constant>> = load(&path).unwrap();
    (0..3).for_each(|_| {
        run.epoch(&task).unwrap();
        back.epoch(&task).unwrap();
    });
    assert_eq!(bits(&back), bits(&run));
}

#[test]
fn every_optimizer_that_can_be_saved_goes_on_with_its_memory() {
    round_trip(GradientDescent);
    round_trip(Momentum::new(0.9).unwrap());
    round_trip(Nesterov::new(0.9).unwrap());
    round_trip(AdaGrad::default());
    round_trip(RmsProp::default().centered().with_momentum(0.9).unwrap());
    round_trip(Adam::default());
    round_trip(AmsGrad::default());
    // Groups of one kind: each remembers its own part of θ.
    round_trip(decay_on_weights(&MultilayerPerceptron::new(&[4, 16, 8, 3]), 0.01));
}

#[test]
fn a_plateau_that_was_half_over_is_remembered() {
    let folder = Folder::new("plateau");
    let path = folder.file("run");
    let (task, _, _) = iris_pipeline(Settings::default());
    let network = MultilayerPerceptron::new(&[4, 16, 8, 3]);
    let recipe = Recipe::new(40, 16, 1).unwrap();
    // Nothing is progress against a threshold of everything: a cut every third epoch.
    let rates = ReduceOnPlateau::new(0.01, 0.5)
        .unwrap()
        .with_patience(2)
        .with_threshold(listings::schedules::Threshold::Relative(1.0))
        .unwrap();
    let start = network.initial(&mut seeded(1));
    let mut run = Training::new(recipe, start, Momentum::new(0.9).unwrap(), rates);
    for _ in 0..8 {
        run.epoch(&task).unwrap();
    }
    save(&path, &run).unwrap();
    let mut back: Training<Momentum, ReduceOnPlateau> = load(&path).unwrap();
    for _ in 0..8 {
        let rates = [run.epoch(&task).unwrap().rate, back.epoch(&task).unwrap().rate];
        assert_eq!(rates[0], rates[1]);
    }
    assert!(run.history()[15].rate < run.history()[7].rate);
    assert_eq!(bits(&back), bits(&run));
}
