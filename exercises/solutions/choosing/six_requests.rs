//! House prices: quadratic for the bulk, and a capped pull for the typing errors. Fraud: the
//! probability is asked for, so it must not be bent; the prices go into the threshold,
//! $5/405$, which changes with the list. Image classes: one of ten. A margin: samples beyond it
//! have no gradient, so that the border depends on few. A distribution: the divergence from
//! the teacher's probabilities. Retrieval: a distance that works for articles which were not
//! there in training; a classifier has an output for each article that was.

use crate::choices::TrainingLoss;

/// For the house prices.
pub fn house_prices() -> TrainingLoss {
    TrainingLoss::Huber
}

/// For the fraud.
pub fn fraud() -> TrainingLoss {
    TrainingLoss::BinaryCrossEntropy
}

/// For the image classes.
pub fn image_classes() -> TrainingLoss {
    TrainingLoss::CrossEntropy
}

/// For the margin.
pub fn margin() -> TrainingLoss {
    TrainingLoss::Hinge
}

/// For the distribution.
pub fn distribution() -> TrainingLoss {
    TrainingLoss::Divergence
}

/// For the retrieval.
pub fn retrieval() -> TrainingLoss {
    TrainingLoss::Triplet
}
