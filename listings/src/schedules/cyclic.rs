//! Cyclical rates: a triangle wave.
//!
//! η(t) = η_min + (η_max − η_min) h(t) s(t),   h a triangle from 0 up to 1 in u steps and
//! down to 0 in d more; s = 1 (triangular), 2^(−cycle) (triangular2) or γ^t (exp_range).
//!
//! **Convention.** PyTorch's `CyclicLR`. The paper's step size is half a cycle, u = d.
//!
//! # Reference
//! L. N. Smith, "Cyclical learning rates for training neural networks", *WACV* (2017),
//! §3.2.

use super::Schedule;
use super::clipped::ordered;
use super::cosine::between;
use crate::error::{ParameterError, at_least_one, positive_unit_interval};

// ANCHOR: cyclic
/// A rate that climbs and falls between two bounds for as long as it is asked.
///
/// ```
/// use listings::schedules::{Cyclic, Schedule};
///
/// let triangles = Cyclic::new(0.0, 0.1, 2, 2)?;
/// let rates: Vec<f64> = (0..6).map(|step| triangles.rate(step)).collect();
/// assert_eq!(rates, [0.0, 0.05, 0.1, 0.05, 0.0, 0.05]);
/// let halved = triangles.halving();
/// assert_eq!([halved.rate(2), halved.rate(6)], [0.1, 0.05]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cyclic {
    least: f64,
    most: f64,
    up: usize,
    down: usize,
    envelope: Envelope,
}

/// s(t), by which the triangles shrink.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Envelope {
    Constant,
    Halving,
    Exponential { factor: f64 },
}

impl Cyclic {
    /// `up` steps from η_min to η_max, `down` steps back, again and again (triangular).
    ///
    /// # Errors
    /// [`ParameterError`] unless η_min is in [0, ∞), η_max in [η_min, ∞), and `up` and
    /// `down` are at least 1.
    pub fn new(
        least: f64,
        most: f64,
        up: usize,
        down: usize,
    ) -> Result<Self, ParameterError> {
        let (least, most) = ordered(least, most)?;
        let (up, down) = (at_least_one("up", up)?, at_least_one("down", down)?);
        Ok(Self { least, most, up, down, envelope: Envelope::Constant })
    }

    /// Halves the height with every cycle (triangular2).
    #[must_use]
    pub fn halving(self) -> Self {
        Self { envelope: Envelope::Halving, ..self }
    }

    /// Shrinks the height by γ with every step (exp_range).
    ///
    /// # Errors
    /// [`ParameterError`] unless γ is in (0, 1].
    pub fn shrinking(self, factor: f64) -> Result<Self, ParameterError> {
        let factor = positive_unit_interval("factor", factor)?;
        Ok(Self { envelope: Envelope::Exponential { factor }, ..self })
    }

    /// h s, where the rate stands between η_min, 0, and η_max, 1.
    pub fn height(&self, step: usize) -> f64 {
        let cycle = self.up + self.down;
        let (cycles, within) = (step / cycle, step % cycle);
        let triangle = if within <= self.up {
            within as f64 / self.up as f64
        } else {
            (cycle - within) as f64 / self.down as f64
        };
        triangle
            * match self.envelope {
                Envelope::Constant => 1.0,
                Envelope::Halving => 0.5_f64.powf(cycles as f64),
                Envelope::Exponential { factor } => factor.powf(step as f64),
            }
    }

    /// A momentum that moves the other way: `most` where the rate is least.
    pub fn momentum(&self, step: usize, least: f64, most: f64) -> f64 {
        between(least, most, 1.0 - self.height(step))
    }
}

impl Schedule for Cyclic {
    fn rate(&self, step: usize) -> f64 {
        between(self.least, self.most, self.height(step))
    }
}
// ANCHOR_END: cyclic
