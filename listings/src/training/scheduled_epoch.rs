//! One epoch of mini-batches at the rates of a schedule.
//!
//! The step t counts updates through all epochs: θ ← the optimizer's step of rate η(t).

use super::{NotFinite, train_step};
use crate::losses::Loss;
use crate::models::Model;
use crate::optimizers::Optimizer;
use crate::schedules::Schedule;
use ndarray::{Array1, Array2, Axis};

// ANCHOR: scheduled_epoch
/// Takes one step on each of the batches, at the schedule's rate of each; gives the mean
/// of the losses as they were before the steps. `step` is t, and goes on.
///
/// A schedule that counts epochs needs no loop of its own:
/// [`epoch`](super::epoch) takes its rate.
///
/// # Errors
/// [`NotFinite`] at the first batch whose loss or gradient is not finite; θ and t stay
/// as they were before that batch.
///
/// # Panics
/// Panics when the shapes do not fit together, or an index is beyond the samples.
#[expect(
    clippy::too_many_arguments,
    reason = "a loop is what brings all of them together"
)]
pub fn scheduled_epoch(
    model: &dyn Model,
    loss: &dyn Loss,
    (inputs, target): (&Array2<f64>, &Array1<f64>),
    batches: &[Vec<usize>],
    theta: &mut Array1<f64>,
    optimizer: &mut dyn Optimizer,
    schedule: &dyn Schedule,
    step: &mut usize,
) -> Result<f64, NotFinite> {
    let (mut sum, mut seen) = (0.0, 0);
    for batch in batches {
        let (x, y) = (inputs.select(Axis(0), batch), target.select(Axis(0), batch));
        let rate = schedule.rate(*step);
        sum +=
            train_step(model, loss, &x, &y, theta, optimizer, rate)? * batch.len() as f64;
        seen += batch.len();
        *step += 1;
    }
    Ok(sum / seen as f64)
}
// ANCHOR_END: scheduled_epoch

#[cfg(test)]
mod tests {
    use super::*;
    use crate::losses::MeanSquaredError;
    use crate::models::Linear;
    use crate::optimizers::GradientDescent;
    use crate::schedules::{Constant, MultiStepDecay};
    use crate::training::epoch;
    use ndarray::array;

    const LINE: Linear = Linear { features: 1 };

    fn run(schedule: &dyn Schedule, epochs: usize) -> (Array1<f64>, usize) {
        let (x, y) = (array![[-1.0], [0.0], [2.0]], array![1.0, 2.0, 5.0]);
        let (mut theta, mut step) = (array![0.0, 0.0], 0);
        for _ in 0..epochs {
            let batches = [vec![0, 2], vec![1]];
            let descent = &mut GradientDescent;
            scheduled_epoch(
                &LINE,
                &MeanSquaredError,
                (&x, &y),
                &batches,
                &mut theta,
                descent,
                schedule,
                &mut step,
            )
            .unwrap();
        }
        (theta, step)
    }

    #[test]
    fn at_a_constant_rate_it_is_an_epoch() {
        let (x, y) = (array![[-1.0], [0.0], [2.0]], array![1.0, 2.0, 5.0]);
        let mut theta = array![0.0, 0.0];
        for _ in 0..3 {
            let batches = [vec![0, 2], vec![1]];
            let descent = &mut GradientDescent;
            epoch(
                &LINE,
                &MeanSquaredError,
                (&x, &y),
                &batches,
                &mut theta,
                descent,
                0.05,
            )
            .unwrap();
        }
        assert_eq!(run(&Constant::new(0.05).unwrap(), 3), (theta, 6));
    }

    #[test]
    fn the_clock_goes_on_from_epoch_to_epoch() {
        // A rate that vanishes at step 3, in the middle of the second epoch.
        let cut = MultiStepDecay::new(0.05, 1e-300, vec![3]).unwrap();
        let (after_two, _) = run(&cut, 2);
        assert_eq!(run(&cut, 5).0, after_two);
        assert_ne!(run(&cut, 1).0, after_two);
    }
}
