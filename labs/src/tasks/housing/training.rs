//! How a model is trained, under any of the losses, and judged.

use super::regressor::Regressor;
use crate::data::Samples;
use crate::run::{Run, Stopped, Watch};
use listings::data::{batches, seeded};
use listings::evaluation::RegressionQuality;
use listings::labs::housing::{Config, Criterion, Predictor};
use listings::labs::rounded;
use listings::losses::{Huber, Loss, MeanAbsoluteError, MeanSquaredError};
use listings::models::Model;
use listings::optimizers::Adam;
use listings::schedules::Cosine;
use listings::training::{epoch_random, scheduled_epoch};
use ndarray::Array1;

/// The loss of the listings.
///
/// # Panics
/// Panics when δ is not in (0, ∞).
pub(super) fn loss(criterion: Criterion) -> Box<dyn Loss> {
    match criterion {
        Criterion::Squared => Box::new(MeanSquaredError),
        Criterion::Absolute => Box::new(MeanAbsoluteError),
        Criterion::Huber(delta) => {
            Box::new(Huber::new(delta).unwrap_or_else(|error| panic!("{error}")))
        }
    }
}

/// Trains a model; adds the validation MAE of each epoch to `curve`. `None` where it
/// diverged, and the curve says where.
pub(super) fn train(
    run: &Run<Config>,
    train: &Samples<f64>,
    held_out: &Samples<f64>,
    watch: &Watch,
    curve: &mut Vec<f64>,
) -> Result<Option<(Regressor, Array1<f64>)>, Stopped> {
    let Run { config, seed } = run;
    let Predictor::Trained { criterion, hidden, rate, epochs, batch } = config.predictor
    else {
        panic!("{:?} is not trained", config.predictor)
    };
    let (model, loss) = (Regressor::new(train.inputs.ncols(), hidden), loss(criterion));
    let mut theta = match hidden {
        // Convex: where it starts decides nothing but how far it has to go.
        0 => Array1::zeros(model.parameters()),
        _ => model.0.initial(&mut seeded(*seed)),
    };
    let mut optimizer = Adam::default();
    let steps = epochs * train.len().div_ceil(batch);
    let schedule =
        Cosine::new(rate, 0.0, steps).unwrap_or_else(|error| panic!("{error}"));
    let mut step = 0;
    for epoch in 0..epochs {
        let order = batches(train.len(), batch, &mut epoch_random(*seed, epoch));
        let trained = watch.time("training", || {
            scheduled_epoch(
                &model,
                &*loss,
                (&train.inputs, &train.targets),
                &order,
                &mut theta,
                &mut optimizer,
                &schedule,
                &mut step,
            )
        });
        watch.trained_on(train.len())?;
        let now = watch.time("evaluation", || judge(&model, &theta, held_out));
        let (Ok(_), Some(now)) = (trained, now) else { return Ok(None) };
        curve.push(now.mae);
    }
    Ok(Some((model, theta)))
}

/// How far the prices are off; `None` where one is not finite.
pub(super) fn judge(
    model: &Regressor,
    theta: &Array1<f64>,
    part: &Samples<f64>,
) -> Option<RegressionQuality> {
    RegressionQuality::of(&model.predict(theta, &part.inputs), &part.targets)
        .map(|quality| quality.map(rounded))
}
