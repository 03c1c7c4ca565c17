//! # Six requests
//!
//! Which loss would you train with? Choose from `TrainingLoss::SquaredError`, `Huber`,
//! `BinaryCrossEntropy`, `Focal`, `CrossEntropy`, `Hinge`, `Divergence` and `Triplet`, and
//! write down the reason before you run the check. Each fits one request at most.
//!
//! 1. **House prices.** The bulk of the errors is small and symmetric; one price in two
//!    hundred was typed with a zero too many.
//! 2. **Fraud.** One payment in three hundred. A miss costs $400$ dollars, a needless call to
//!    the customer $5$. The probability goes into a report, and the price list changes each
//!    quarter.
//! 3. **Image classes.** Every picture shows exactly one of ten articles.
//! 4. **A margin.** A linear model on a sensor says "sound" or "cracked". Nobody asks for a
//!    probability. Only the few samples that decide the border may be kept on the device.
//! 5. **A distribution.** A small model should answer with the probabilities of a large one
//!    that is too slow.
//! 6. **Retrieval.** Given a photograph, find others of the same article. New articles arrive
//!    every week, and nobody wants to train again for them.

use crate::choices::TrainingLoss;

/// For the house prices.
pub fn house_prices() -> TrainingLoss {
    todo!()
}

/// For the fraud.
pub fn fraud() -> TrainingLoss {
    todo!()
}

/// For the image classes.
pub fn image_classes() -> TrainingLoss {
    todo!()
}

/// For the margin.
pub fn margin() -> TrainingLoss {
    todo!()
}

/// For the distribution.
pub fn distribution() -> TrainingLoss {
    todo!()
}

/// For the retrieval.
pub fn retrieval() -> TrainingLoss {
    todo!()
}
