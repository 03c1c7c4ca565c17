//! What the design exercises offer to choose from.

use crate::observation::Seen;

/// A loss for regression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RegressionLoss {
    /// The mean of r².
    SquaredError,
    /// The mean of |r|.
    AbsoluteError,
    /// Quadratic up to a threshold, linear beyond.
    Huber,
    /// The pinball loss, which is least at the `tau`-quantile.
    Quantile {
        /// The share of the targets that should lie below the prediction, in (0, 1).
        tau: f64,
    },
}

impl From<RegressionLoss> for Seen {
    fn from(choice: RegressionLoss) -> Self {
        Self::Word(format!("{choice:?}"))
    }
}

/// What a history of losses shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Symptom {
    /// A loss is not finite.
    NotFinite,
    /// The training loss ends above its start.
    Rising,
    /// The training loss has not fallen by a tenth.
    Flat,
    /// The validation loss ends a fifth above its best, while the training loss falls.
    Overfitting,
    /// None of these.
    Healthy,
}

impl From<Symptom> for Seen {
    fn from(choice: Symptom) -> Self {
        Self::Word(format!("{choice:?}"))
    }
}

/// What can be behind a pair of loss curves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cause {
    /// The labels belong to other samples.
    ShiftedLabels,
    /// Batches come sorted by their class.
    ForgottenShuffle,
    /// The schedule counts batches as epochs.
    ScheduleTooOften,
    /// The validation samples are those of the training.
    LeakedEvaluation,
    /// Dropout stays on in the evaluation.
    DropoutInEvaluation,
    /// Few samples and many parameters.
    Overfitting,
}

impl From<Cause> for Seen {
    fn from(choice: Cause) -> Self {
        Self::Word(format!("{choice:?}"))
    }
}

/// A loss for any of the tasks of the book.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TrainingLoss {
    /// The mean of r².
    SquaredError,
    /// Quadratic up to a threshold, linear beyond.
    Huber,
    /// −ln of the probability of what is true, for yes or no.
    BinaryCrossEntropy,
    /// The same, turned down where the model is right and sure.
    Focal,
    /// −ln of the probability of the class, of several.
    CrossEntropy,
    /// Zero beyond a margin, linear before it.
    Hinge,
    /// The Kullback-Leibler divergence from a distribution.
    Divergence,
    /// Like nearer than unlike, by a margin.
    Triplet,
}

impl From<TrainingLoss> for Seen {
    fn from(choice: TrainingLoss) -> Self {
        Self::Word(format!("{choice:?}"))
    }
}
