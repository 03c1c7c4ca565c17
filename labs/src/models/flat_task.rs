//! A flat network as a task of the book's training loop.

use crate::models::{Flat, Network};
use listings::losses::Loss;
use listings::training::Task;
use ndarray::{Array1, Array2, Axis, concatenate};
use rand_pcg::Pcg64;

/// Samples that can be taken by index.
pub trait Samples {
    /// What the network takes.
    type Batch;
    /// What the loss takes.
    type Target;

    /// How many there are.
    fn len(&self) -> usize;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Those with these indices.
    fn take(&self, indices: &[usize]) -> (Self::Batch, Self::Target);
}

/// Samples of validation that go through the network at a time: what fits into the cache.
const SLICE: usize = 128;

/// A network, a loss, and the samples to train on and to choose by.
#[derive(Clone, Debug)]
pub struct FlatTask<N, L, S> {
    /// The network.
    pub flat: Flat<N>,
    /// The loss.
    pub loss: L,
    /// What is trained on.
    pub training: S,
    /// What is chosen by.
    pub validation: S,
}

impl<N, L, S> FlatTask<N, L, S>
where
    N: Network,
    S: Samples<Batch = N::Batch>,
{
    /// The outputs for all of these samples, of shape (n, k).
    ///
    /// # Panics
    /// Panics when there are none, or the network refuses them.
    pub fn outputs(&self, theta: &Array1<f64>, samples: &S) -> Array2<f64> {
        let all: Vec<usize> = (0..samples.len()).collect();
        let slices: Vec<Array2<f64>> = all
            .chunks(SLICE)
            .map(|slice| {
                let outputs = self.flat.predict(theta, &samples.take(slice).0);
                outputs.unwrap_or_else(|error| panic!("{error}"))
            })
            .collect();
        let views: Vec<_> = slices.iter().map(|part| part.view()).collect();
        concatenate(Axis(0), &views)
            .expect("at least one sample, and as many outputs for each")
    }
}

impl<N, L, S> Task for FlatTask<N, L, S>
where
    N: Network,
    S: Samples<Batch = N::Batch>,
    L: Loss<Array2<f64>, S::Target>,
{
    fn samples(&self) -> usize {
        self.training.len()
    }

    fn gradient(
        &self,
        theta: &Array1<f64>,
        batch: &[usize],
        _random: &mut Pcg64,
    ) -> (f64, Array1<f64>) {
        let (inputs, target) = self.training.take(batch);
        let found = self.flat.value_and_gradient(theta, &inputs, &self.loss, &target);
        found.unwrap_or_else(|error| panic!("{error}"))
    }

    fn validation_loss(&self, theta: &Array1<f64>) -> f64 {
        let all: Vec<usize> = (0..self.validation.len()).collect();
        // One loss of all: the mean of means is another number where classes have weights.
        self.loss
            .value(&self.outputs(theta, &self.validation), &self.validation.take(&all).1)
    }
}
