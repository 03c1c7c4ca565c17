//! A fold's model: trained at every rate, of which the validation part chooses one.

use super::loss::loss;
use super::parts::{Parts, Patients};
use super::scoring::Scoring;
use crate::run::{Stopped, Watch};
use listings::data::seeded;
use listings::labs::hypothyroid::{Model, Predictor};
use listings::losses::{BinaryCrossEntropy, Loss};
use listings::models::{self, MultilayerPerceptron};
use listings::optimizers::Adam;
use listings::schedules::Constant;
use listings::training::{EachUpdate, EarlyStopping, Recipe, Training};
use ndarray::Array1;

/// Logits of a fold's model, and the loss that gave them.
pub(super) struct Scores {
    pub(super) loss: Box<dyn Loss>,
    /// Rate and best epoch; absent where nothing was trained.
    pub(super) kept: Option<(f64, usize)>,
    pub(super) validation: Array1<f64>,
    pub(super) left_out: Array1<f64>,
    pub(super) test: Array1<f64>,
}

/// The share of the ill for everybody.
fn share(parts: &Parts) -> Scores {
    let ill = parts.train.targets.sum();
    let others = parts.train.len() as f64 - ill;
    let of = |part: &Patients| Array1::from_elem(part.len(), (ill / others).ln());
    Scores {
        loss: Box::new(BinaryCrossEntropy::default()),
        kept: None,
        validation: of(&parts.validation),
        left_out: of(&parts.left_out),
        test: of(&parts.test),
    }
}

// ANCHOR: train
/// Trains at every rate; the validation part chooses. `None` where all diverged.
pub(super) fn trained(
    predictor: &Predictor,
    parts: &Parts,
    seed: u64,
    watch: &Watch,
) -> Result<Option<Scores>, Stopped> {
    let Predictor::Trained { model, criterion, rates, epochs, patience, batch } =
        predictor
    else {
        return Ok(Some(share(parts)));
    };
    let samples = parts.train.len();
    let ill = parts.train.targets.sum() as usize;
    let features = parts.train.inputs.ncols();
    let widths = match *model {
        Model::Network { hidden } => vec![features, hidden, 1],
        Model::Thyrotropin | Model::Linear => vec![features, 1],
    };
    let network = MultilayerPerceptron::new(&widths);
    let start = match model {
        Model::Network { .. } => network.initial(&mut seeded(seed)),
        _ => Array1::zeros(models::Model::parameters(&network)),
    };
    let loss = loss(*criterion, ill, samples - ill);
    let scoring = Scoring { network, loss, parts };
    let valid = "hyperparameters in their ranges";
    let recipe = Recipe::new(*epochs, *batch, seed).expect(valid);
    let (mut best, mut kept) = (None, None);
    for &rate in rates {
        let constant = EachUpdate(Constant::new(rate).expect(valid));
        let stopping = EarlyStopping::new(*patience, 0.0).expect(valid);
        let mut training =
            Training::new(recipe, start.clone(), Adam::default(), constant)
                .with_early_stopping(stopping);
        let mut is_finite = true;
        while is_finite && !training.is_over() {
            let epoch = watch.time("training", || training.epoch(&scoring));
            is_finite = epoch.is_ok();
            watch.trained_on(samples)?;
        }
        let stopped = training.stopping().and_then(EarlyStopping::best);
        if let (true, Some(stopped)) = (is_finite, stopped) {
            // Of rates that rank alike, the one with the lower loss.
            let score = (scoring.precision(&stopped.theta), -stopped.loss);
            if best.is_none_or(|best| score > best) {
                best = Some(score);
                kept = Some((rate, stopped.clone()));
            }
        }
    }
    Ok(kept.map(|(rate, best)| {
        let of = |part: &Patients| scoring.logits(&best.theta, &part.inputs);
        let (validation, left_out, test) =
            (of(&parts.validation), of(&parts.left_out), of(&parts.test));
        let kept = Some((rate, best.epoch));
        Scores { loss: scoring.loss, kept, validation, left_out, test }
    }))
}
// ANCHOR_END: train
