//! Points about a line, some of them moved.
//!
//! yᵢ = a xᵢ + b + N(0, σ²), with xᵢ evenly spaced on an interval.

use crate::error::non_negative;
use ndarray::Array1;
use rand::Rng;
use rand_distr::{Distribution, StandardNormal};

/// A line y = slope · x + intercept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Change of y for a change of x by one.
    pub slope: f64,
    /// y at x = 0.
    pub intercept: f64,
}

impl Line {
    /// y at each x.
    pub fn at(&self, x: &Array1<f64>) -> Array1<f64> {
        x * self.slope + self.intercept
    }
}

// ANCHOR: noisy_line
/// `samples` points (x, y) with x evenly spaced on [−5, 5] and y = line(x) + N(0,
/// noise²).
///
/// # Panics
/// Panics unless 0 ≤ noise < ∞.
pub fn noisy_line(
    line: Line,
    samples: usize,
    noise: f64,
    random: &mut impl Rng,
) -> (Array1<f64>, Array1<f64>) {
    non_negative("noise", noise).unwrap_or_else(|error| panic!("{error}"));
    let x = Array1::linspace(-5.0, 5.0, samples);
    let y = line.at(&x).mapv(|mean| {
        let normal: f64 = StandardNormal.sample(random);
        mean + noise * normal
    });
    (x, y)
}
// ANCHOR_END: noisy_line

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;
    use ndarray::array;

    const LINE: Line = Line { slope: 2.0, intercept: 1.0 };

    #[test]
    fn without_noise_the_points_lie_on_the_line() {
        let (x, y) = noisy_line(LINE, 3, 0.0, &mut seeded(1));
        assert_eq!(x, array![-5.0, 0.0, 5.0]);
        assert_eq!(y, array![-9.0, 1.0, 11.0]);
    }

    #[test]
    fn the_noise_has_the_stated_mean_and_spread() {
        let samples = 40_000;
        let (x, y) = noisy_line(LINE, samples, 0.5, &mut seeded(2));
        let noise = y - LINE.at(&x);
        let mean = noise.sum() / samples as f64;
        let variance = noise.mapv(|e| e * e).sum() / samples as f64;
        // Four standard errors: σ/√n = 0.0025 for the mean, σ²√(2/n) ≈ 0.0018 for the
        // variance.
        assert!(mean.abs() < 0.01, "{mean}");
        assert!((variance - 0.25).abs() < 0.0072, "{variance}");
    }

    #[test]
    fn a_noise_that_is_none_is_refused() {
        for bad in [-0.1, f64::NAN, f64::INFINITY] {
            let draw = || noisy_line(LINE, 3, bad, &mut seeded(1));
            let panic = std::panic::catch_unwind(draw).unwrap_err();
            let message = panic.downcast::<String>().expect("a panic with a text");
            assert_eq!(*message, format!("noise = {bad} is outside [0, ∞)"));
        }
    }

    #[test]
    fn a_seed_is_a_data_set() {
        let draw = |seed| noisy_line(LINE, 5, 1.0, &mut seeded(seed)).1;
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }
}
