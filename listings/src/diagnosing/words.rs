//! What a chapter says of each fault.

use super::Fault;

/// A fault in words.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// What it is called.
    pub name: &'static str,
    /// Why it happens.
    pub cause: &'static str,
    /// What tells it from others.
    pub test: &'static str,
    /// What mends it.
    pub fix: &'static str,
}

const fn words(
    name: &'static str,
    cause: &'static str,
    test: &'static str,
    fix: &'static str,
) -> Words {
    Words { name, cause, test, fix }
}

impl Fault {
    /// The fault in words.
    pub fn words(self) -> Words {
        match self {
            Self::LogOfZero => words(
                "logarithm of zero",
                "p is rounded to zero before the logarithm is taken.",
                "Look at the smallest p of the batch where the loss is infinite.",
                "Compute the loss from logits, by log-sum-exp.",
            ),
            Self::NaiveSoftmax => words(
                "overflow in a softmax",
                "The exponential of a large logit is infinite, and so is the sum.",
                "Look at the largest logit: 89 is too much for 32 bits, 710 for 64.",
                "Take the largest logit out, or use the loss from logits.",
            ),
            Self::RateTooLarge => words(
                "rate too large",
                "η times the curvature is above 2 in the steepest directions.",
                "Divide the rate by 10, and again: is there one at which the loss falls?",
                "A smaller rate, a warm-up, or clipping.",
            ),
            Self::RateTooSmall => words(
                "rate too small",
                "The way is longer than the sum of the steps.",
                "Multiply the rate by 10, and again: does the loss fall faster each time?",
                "A larger rate; a rate finder gives its order of magnitude.",
            ),
            Self::SaturatedUnits => words(
                "saturated units",
                "Inputs far from zero put tanh where it is flat.",
                "Count the units whose slope is near 0 on all samples.",
                "Standardize the inputs.",
            ),
            Self::UnequalUnits => words(
                "unequal units of features",
                "The feature in the larger unit has small numbers; its weights move too slowly.",
                "Print mean and deviation of every feature of a batch.",
                "Standardize the inputs.",
            ),
            Self::DeadUnits => words(
                "dead units",
                "Biases, or one long step, put rectified units below zero on all samples.",
                "Count the units whose slope is 0 on all samples.",
                "He's first weights and zero biases; a smaller rate; leaky units.",
            ),
            Self::ExplodingGradients => words(
                "exploding gradients",
                "Each layer multiplies the signal, here by 3; ten of them by 59 049.",
                "Compare the first loss with ln K, and print the gradients' norms.",
                "He's first weights; normalization; clipping as a guard.",
            ),
            Self::VanishingGradients => words(
                "vanishing gradients",
                "Each layer of sigmoids multiplies by a quarter at most.",
                "Compare the gradients of the first and the last layer.",
                "Rectified units with He's weights; skip connections; normalization.",
            ),
            Self::ForgottenShuffle => words(
                "forgotten shuffle",
                "Sorted batches have one class each, and each forgets the last.",
                "Count the classes of a batch; evaluate on the training samples.",
                "Draw the batches anew in every epoch.",
            ),
            Self::SummedLoss => words(
                "sum for mean",
                "The loss of a batch is summed, so rate and loss depend on b.",
                "Is the first loss ln K, or b times that?",
                "Take the mean.",
            ),
            Self::SummedGradient => words(
                "missing 1/b",
                "The gradient is summed and the loss is not: a rate b times as large.",
                "Compare the gradient with central differences of the loss.",
                "Divide by the size of this batch.",
            ),
            Self::PiledGradients => words(
                "gradients not zeroed",
                "Each step goes along the sum of all gradients so far.",
                "Two backward passes at one θ: is the second gradient twice the first?",
                "Zero them before each backward pass.",
            ),
            Self::WrongSign => words(
                "step with the wrong sign",
                "θ goes uphill.",
                "One step at a tiny rate: does the loss of that batch fall?",
                "Subtract.",
            ),
            Self::ScheduleTooOften => words(
                "schedule stepped per batch",
                "The rate falls by its factor after every batch, not every epoch.",
                "Print the rate at the end of an epoch.",
                "Step the schedule with the clock that it was written for.",
            ),
            Self::ShiftedLabels => words(
                "labels shifted by one",
                "Samples and classes were shuffled or cut apart.",
                "Look at ten samples with their labels; compare with labels drawn by lot.",
                "Keep both in one record, and shuffle records.",
            ),
            Self::Overfitting => words(
                "overfitting",
                "So few samples that the network learns each.",
                "Compare the training and the validation loss.",
                "More samples, stop early, weight decay, a smaller network.",
            ),
            Self::DropoutInEvaluation => words(
                "dropout in the evaluation",
                "The network is judged with units missing.",
                "Evaluate twice: are the losses equal to the last digit?",
                "Switch dropout off before the evaluation: eval(), training=False.",
            ),
            Self::DecayedBiases => words(
                "decay on biases",
                "The penalty pulls the bias to zero, and with it the base rate.",
                "Compare the mean probability with the share of the class.",
                "Decay weights only.",
            ),
            Self::LeakedEvaluation => words(
                "evaluation on the training data",
                "Training samples are among those of the validation.",
                "Look for a sample that is in both; evaluate on samples of another day.",
                "Split first, then everything else.",
            ),
        }
    }
}
