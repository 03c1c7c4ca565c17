//! The faults, each a change of a setup and the change that mends it.

use super::{Activation, Clock, LossForm, Setup, Units};

// ANCHOR: fault
/// What can be wrong with a training.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// −ln p of a p that was rounded to zero.
    LogOfZero,
    /// ∞/∞ in a softmax.
    NaiveSoftmax,
    /// The rate is above the border.
    RateTooLarge,
    /// The rate is far below it.
    RateTooSmall,
    /// Inputs so large that tanh is flat.
    SaturatedUnits,
    /// Features in units that differ by a hundred.
    UnequalUnits,
    /// Rectified units that are off on every sample.
    DeadUnits,
    /// Ten layers whose weights start too large.
    ExplodingGradients,
    /// Ten layers of sigmoids.
    VanishingGradients,
    /// Sorted samples in batches.
    ForgottenShuffle,
    /// A sum in place of a mean.
    SummedLoss,
    /// The 1/b of the gradient is missing.
    SummedGradient,
    /// Gradients are not set to zero.
    PiledGradients,
    /// θ + ηg.
    WrongSign,
    /// The schedule counts batches as epochs.
    ScheduleTooOften,
    /// The class of the next sample.
    ShiftedLabels,
    /// Few samples, many parameters.
    Overfitting,
    /// Dropout is on where the network is judged.
    DropoutInEvaluation,
    /// The penalty on weights holds for biases too.
    DecayedBiases,
    /// The network is judged by what it was trained on.
    LeakedEvaluation,
}

impl Fault {
    /// How to train with the fault, or with the fault mended and all else the same.
    pub fn setup(self, mended: bool) -> Setup {
        let mut setup = self.ground();
        if mended {
            return setup;
        }
        match self {
            Self::LogOfZero => setup.loss = LossForm::LogOfProbability,
            Self::NaiveSoftmax => setup.loss = LossForm::NaiveSoftmax,
            Self::RateTooLarge => setup.rate = 6.0,
            Self::RateTooSmall => setup.rate = 5e-4,
            Self::SaturatedUnits => setup.units = Units::Offset,
            Self::UnequalUnits => setup.units = Units::Unequal,
            Self::DeadUnits => setup.bias = -6.0,
            Self::ExplodingGradients => setup.gain = 3.0,
            Self::VanishingGradients => setup.activation = Activation::Sigmoid,
            Self::ForgottenShuffle => setup.shuffles = false,
            Self::SummedLoss => (setup.sums_loss, setup.sums_gradient) = (true, true),
            Self::SummedGradient => setup.sums_gradient = true,
            Self::PiledGradients => setup.accumulates = true,
            Self::WrongSign => setup.direction = -1.0,
            Self::ScheduleTooOften => setup.clock = Clock::Batch,
            Self::ShiftedLabels => setup.shifts_labels = true,
            Self::Overfitting => setup.samples = 16,
            Self::DropoutInEvaluation => setup.drops_in_evaluation = true,
            Self::DecayedBiases => setup.decays_biases = true,
            Self::LeakedEvaluation => setup.evaluates_on_training = true,
        }
        setup
    }

    /// The setup in which the fault matters, without it.
    fn ground(self) -> Setup {
        let healthy = Setup::healthy();
        match self {
            Self::LogOfZero | Self::NaiveSoftmax => {
                Setup { temperature: 1e-3, rate: 5e-5, ..healthy }
            }
            Self::SaturatedUnits => {
                Setup { activation: Activation::Tanh, rate: 0.3, ..healthy }
            }
            Self::ExplodingGradients | Self::VanishingGradients => {
                Setup { depth: 9, rate: 0.05, ..healthy }
            }
            Self::ForgottenShuffle => {
                Setup { noise: 0.35, batch: 8, rate: 0.2, ..healthy }
            }
            Self::WrongSign => Setup { rate: 0.05, ..healthy },
            Self::ScheduleTooOften => Setup { clock: Clock::Epoch, ..healthy },
            Self::Overfitting | Self::LeakedEvaluation => {
                let samples = if self == Self::Overfitting { 160 } else { 16 };
                Setup { samples, noise: 0.35, width: 24, batch: 4, rate: 0.3, ..healthy }
            }
            Self::DropoutInEvaluation => Setup { dropout: 0.5, ..healthy },
            Self::DecayedBiases => {
                // Centered units: positive ones could stand in for a bias.
                Setup {
                    activation: Activation::Tanh,
                    depth: 1,
                    share: 0.1,
                    decay: 0.07,
                    batch: 64,
                    ..healthy
                }
            }
            _ => healthy,
        }
    }
}
// ANCHOR_END: fault

impl Fault {
    /// All of them, in the order of the chapter.
    pub const ALL: [Self; 20] = [
        Self::LogOfZero,
        Self::NaiveSoftmax,
        Self::RateTooLarge,
        Self::RateTooSmall,
        Self::SaturatedUnits,
        Self::UnequalUnits,
        Self::DeadUnits,
        Self::ExplodingGradients,
        Self::VanishingGradients,
        Self::ForgottenShuffle,
        Self::SummedLoss,
        Self::SummedGradient,
        Self::PiledGradients,
        Self::WrongSign,
        Self::ScheduleTooOften,
        Self::ShiftedLabels,
        Self::Overfitting,
        Self::DropoutInEvaluation,
        Self::DecayedBiases,
        Self::LeakedEvaluation,
    ];

    /// Its place in the list.
    pub fn index(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_the_order_of_the_declaration() {
        for (index, fault) in Fault::ALL.into_iter().enumerate() {
            assert_eq!(fault.index(), index);
        }
    }

    #[test]
    fn a_fault_and_its_mending_are_two_setups() {
        for fault in Fault::ALL {
            assert_ne!(fault.setup(false), fault.setup(true), "{fault:?}");
        }
    }
}
