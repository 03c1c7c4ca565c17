//! Two moons for a setup: to train on, to validate with, and fresh ones for the truth.

use super::Setup;
use crate::data::{Standardization, batches, seeded, two_moons};
use ndarray::{Array1, Array2, Axis};
use rand_pcg::Pcg64;

/// Validation samples, and as many fresh ones.
const HELD_OUT: usize = 100;

/// Inputs of shape (n, 2), in random order, and their classes.
pub type Samples = (Array2<f64>, Array1<usize>);

/// What a setup trains on and is judged by.
#[derive(Clone, Debug, Default)]
pub struct Data {
    /// To train on.
    pub training: Samples,
    /// To look at after each epoch; in one setup it is the training samples again.
    pub validation: Samples,
    /// Seen by nobody in training.
    pub fresh: Samples,
}

impl Data {
    /// The data of a setup and a seed.
    pub fn new(setup: &Setup, seed: u64) -> Self {
        let mut random = seeded(seed);
        let mut training = draw(setup, setup.samples, &mut random);
        let mut validation = draw(setup, HELD_OUT, &mut random);
        let mut fresh = draw(setup, HELD_OUT, &mut random);
        let scale = Standardization::fit(&training.0);
        for samples in [&mut training, &mut validation, &mut fresh] {
            samples.0 = setup.units.apply(&scale.apply(&samples.0));
        }
        if setup.evaluates_on_training {
            validation = training.clone();
        }
        if setup.shifts_labels {
            training.1 = shifted(&training.1);
        }
        Self { training, validation, fresh }
    }
}

/// Sample i gets the class of sample i + 1, and the last one that of the first.
fn shifted(classes: &Array1<usize>) -> Array1<usize> {
    let n = classes.len();
    Array1::from_shape_fn(n, |i| classes[(i + 1) % n])
}

/// Two moons, the share of the second as the setup says, in random order.
fn draw(setup: &Setup, samples: usize, random: &mut Pcg64) -> Samples {
    let (inputs, classes) = two_moons(2 * samples, setup.noise, random);
    let second = (setup.share * samples as f64).round() as usize;
    let mut left = [samples - second, second];
    // Of each moon any samples, not those of one end.
    let order = batches(2 * samples, 1, random).concat();
    let chosen: Vec<usize> = order
        .into_iter()
        .filter(|&i| {
            let left = &mut left[classes[i]];
            let takes = *left > 0;
            *left -= usize::from(takes);
            takes
        })
        .collect();
    (inputs.select(Axis(0), &chosen), classes.select(Axis(0), &chosen))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share((_, classes): &Samples) -> f64 {
        classes.sum() as f64 / classes.len() as f64
    }

    #[test]
    fn sizes_and_shares_are_those_of_the_setup() {
        let setup = Setup { samples: 60, share: 0.1, ..Setup::healthy() };
        let data = Data::new(&setup, 1);
        assert_eq!(data.training.1.len(), 60);
        assert_eq!(data.validation.1.len(), HELD_OUT);
        assert!((share(&data.training) - 0.1).abs() < 1e-12);
        assert!((share(&data.fresh) - 0.1).abs() < 1e-12);
    }

    #[test]
    fn a_shift_moves_the_classes_and_not_the_inputs() {
        let right = Data::new(&Setup::healthy(), 1);
        let wrong = Data::new(&Setup { shifts_labels: true, ..Setup::healthy() }, 1);
        assert_eq!(wrong.training.0, right.training.0);
        let classes = (&wrong.training.1, &right.training.1);
        assert_eq!(classes.0[0], classes.1[1]);
        let same = classes.0.iter().zip(classes.1).filter(|(a, b)| a == b).count();
        // In random order half of them stay right, give or take four deviations of 5.7.
        assert!((41..=87).contains(&same), "{same}");
        assert_eq!(wrong.validation, right.validation);
    }

    #[test]
    fn a_leak_is_the_training_again() {
        let setup = Setup { evaluates_on_training: true, ..Setup::healthy() };
        let data = Data::new(&setup, 1);
        assert_eq!(data.training, data.validation);
        assert_ne!(data.validation.0, data.fresh.0);
    }
}
