//! One epoch of mini-batches.
//!
//! For each batch B of a shuffled cut of the samples: θ ← the optimizer's step from
//! ĝ = (1/|B|) Σ_{i ∈ B} ∂ℓᵢ/∂θ.

use super::{NotFinite, train_step};
use crate::losses::Loss;
use crate::models::Model;
use crate::optimizers::Optimizer;
use ndarray::{Array1, Array2, Axis};

// ANCHOR: mini_batch
/// Takes one step on each of the batches, which hold indices of samples; gives the mean
/// of the losses, each sample counted once, as it was before the step of its batch.
///
/// With [`batches`](crate::data::batches) drawn anew for each call it is an epoch of
/// stochastic gradient descent.
///
/// # Errors
/// [`NotFinite`] at the first batch whose loss or gradient is not finite; θ stays as it
/// was before that batch.
///
/// # Panics
/// Panics when the shapes do not fit together, or an index is beyond the samples.
pub fn epoch(
    model: &dyn Model,
    loss: &dyn Loss,
    (inputs, target): (&Array2<f64>, &Array1<f64>),
    batches: &[Vec<usize>],
    theta: &mut Array1<f64>,
    optimizer: &mut dyn Optimizer,
    rate: f64,
) -> Result<f64, NotFinite> {
    let (mut sum, mut seen) = (0.0, 0);
    for batch in batches {
        let (x, y) = (inputs.select(Axis(0), batch), target.select(Axis(0), batch));
        let value = train_step(model, loss, &x, &y, theta, optimizer, rate)?;
        // Not the mean of the batches' means: the last of them may be smaller.
        sum += value * batch.len() as f64;
        seen += batch.len();
    }
    Ok(sum / seen as f64)
}
// ANCHOR_END: mini_batch

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{batches, seeded};
    use crate::losses::MeanSquaredError;
    use crate::models::Linear;
    use crate::optimizers::GradientDescent;
    use crate::training::gradient_descent;
    use ndarray::array;

    const LINE: Linear = Linear { features: 1 };

    fn samples() -> (Array2<f64>, Array1<f64>) {
        (array![[-1.0], [0.0], [1.0], [2.0], [4.0]], array![1.0, 2.0, 2.5, 5.0, 9.0])
    }

    fn run(size: usize, rate: f64, theta: &mut Array1<f64>) -> Result<f64, NotFinite> {
        let (x, y) = samples();
        let batches = batches(5, size, &mut seeded(1));
        let descent = &mut GradientDescent;
        epoch(&LINE, &MeanSquaredError, (&x, &y), &batches, theta, descent, rate)
    }

    #[test]
    fn a_batch_of_all_samples_is_gradient_descent() {
        let (x, y) = samples();
        let start = array![0.0, 0.0];
        let whole =
            gradient_descent(&LINE, &MeanSquaredError, &x, &y, start, 0.05, 1).unwrap();
        let mut theta = array![0.0, 0.0];
        run(5, 0.05, &mut theta).unwrap();
        // The sums are taken in another order.
        assert!((theta - &whole.path[1]).iter().all(|e| e.abs() < 1e-15));
    }

    #[test]
    fn the_mean_counts_each_sample_once() {
        // At the rate 0 all batches see one θ: the mean is that of all samples, although
        // the last batch of two has one.
        let (_, y) = samples();
        let mean = y.mapv(|y| y * y).sum() / 5.0;
        for size in [1, 2, 3, 5, 9] {
            let loss = run(size, 0.0, &mut array![0.0, 0.0]).unwrap();
            assert!((loss - mean).abs() < 1e-13, "{size}: {loss}");
        }
    }

    #[test]
    fn a_rate_that_is_too_large_says_so() {
        let mut theta = array![0.0, 0.0];
        let error = (0..500).find_map(|_| run(1, 10.0, &mut theta).err());
        assert_eq!(error.unwrap().what, "loss");
        assert!(theta.iter().all(|entry| entry.is_finite()));
    }
}
