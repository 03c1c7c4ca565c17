//! A gradient seen through noise, as a mini-batch shows it.
//!
//! ĝ = g + σz,   z ~ N(0, I): right on average, and off by σ in every coordinate.

use super::Objective;
use crate::data::gaussian;
use crate::error::{ParameterError, non_negative};
use ndarray::Array1;
use rand::Rng;

// ANCHOR: noisy
/// An objective whose gradient is seen through noise of standard deviation σ.
///
/// ```
/// use listings::data::seeded;
/// use listings::surfaces::{Noisy, Objective, Quadratic};
/// use ndarray::array;
///
/// let noisy = Noisy::new(Quadratic::bowl(), 0.5).unwrap();
/// let (theta, mut random) = (array![1.0, 1.0], seeded(7));
/// let seen = noisy.noisy_gradient(&theta, &mut random);
/// assert_ne!(seen, noisy.objective().gradient(&theta));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Noisy<O> {
    objective: O,
    deviation: f64,
}

impl<O: Objective> Noisy<O> {
    /// `objective` with noise of standard deviation σ in each coordinate of its gradient.
    ///
    /// # Errors
    /// [`ParameterError`] unless σ is in [0, ∞).
    pub fn new(objective: O, deviation: f64) -> Result<Self, ParameterError> {
        Ok(Self { objective, deviation: non_negative("deviation", deviation)? })
    }

    /// The objective behind the noise.
    pub fn objective(&self) -> &O {
        &self.objective
    }

    /// ĝ = g + σz.
    pub fn noisy_gradient(
        &self,
        theta: &Array1<f64>,
        random: &mut impl Rng,
    ) -> Array1<f64> {
        let noise = gaussian(1, theta.len(), self.deviation, random);
        self.objective.gradient(theta) + noise.row(0)
    }
}
// ANCHOR_END: noisy
