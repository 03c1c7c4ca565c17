//! Two half circles that reach into each other.
//!
//! outer: (cos t, sin t),   inner: (1 − cos t, ½ − sin t),   t evenly spaced on [0, π],
//! plus N(0, σ²) in each coordinate.
//!
//! **Convention.** The curves of scikit-learn's `make_moons`; there the inner moon has
//! the odd sample, and the samples are shuffled.

use super::gaussian;
use ndarray::{Array1, Array2};
use rand::Rng;
use std::f64::consts::PI;

// ANCHOR: two_moons
/// `samples` points on two half circles with noise N(0, noise²), and their classes: 0
/// for the outer moon, 1 for the inner one.
///
/// Inputs come in the shape (samples, 2), the outer moon first; of an odd number it has
/// one more. Each moon is a half circle of radius 1, the outer about (0, 0), the inner
/// about (1, ½).
///
/// # Panics
/// Panics unless 0 ≤ noise < ∞.
///
/// ```
/// use listings::data::{seeded, two_moons};
/// use ndarray::array;
///
/// let (inputs, labels) = two_moons(4, 0.0, &mut seeded(1));
/// assert_eq!(labels, array![0, 0, 1, 1]);
/// // The ends of the outer moon are (1, 0) and (−1, 0), up to the rounding of π.
/// assert!((inputs[[0, 0]] - 1.0).abs() < 1e-15 && inputs[[0, 1]].abs() < 1e-15);
/// assert!((inputs[[1, 0]] + 1.0).abs() < 1e-15 && inputs[[1, 1]].abs() < 1e-15);
/// ```
pub fn two_moons(
    samples: usize,
    noise: f64,
    random: &mut impl Rng,
) -> (Array2<f64>, Array1<usize>) {
    let inner = samples / 2;
    let outer = samples - inner;
    let mut inputs = gaussian(samples, 2, noise, random);
    let angles = Array1::linspace(0.0, PI, outer);
    for (mut point, t) in inputs.rows_mut().into_iter().zip(&angles) {
        point[0] += t.cos();
        point[1] += t.sin();
    }
    let angles = Array1::linspace(0.0, PI, inner);
    for (mut point, t) in inputs.rows_mut().into_iter().skip(outer).zip(&angles) {
        point[0] += 1.0 - t.cos();
        point[1] += 0.5 - t.sin();
    }
    (inputs, Array1::from_shape_fn(samples, |i| usize::from(i >= outer)))
}
// ANCHOR_END: two_moons

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;
    use approx::assert_abs_diff_eq;

    /// The distance of each sample from the center of its moon.
    fn radii(inputs: &Array2<f64>, labels: &Array1<usize>) -> Array1<f64> {
        let radius = |(point, &label): (ndarray::ArrayView1<f64>, &usize)| {
            let center = [[0.0, 0.0], [1.0, 0.5]][label];
            f64::hypot(point[0] - center[0], point[1] - center[1])
        };
        inputs.rows().into_iter().zip(labels).map(radius).collect()
    }

    #[test]
    fn without_noise_the_moons_are_half_circles_of_radius_one() {
        let (inputs, labels) = two_moons(101, 0.0, &mut seeded(1));
        for radius in radii(&inputs, &labels) {
            // Cosine, sine, square root: a few roundings of numbers below two.
            assert_abs_diff_eq!(radius, 1.0, epsilon = 1e-15);
        }
        for (point, label) in inputs.rows().into_iter().zip(&labels) {
            // The outer is the upper half of its circle, the inner the lower half of
            // its own; sin π rounds to 1e-16.
            let above = if *label == 0 { point[1] } else { 0.5 - point[1] };
            assert!(above > -1e-15, "{point}");
        }
    }

    #[test]
    fn samples_are_evenly_spaced_along_each_moon() {
        let (inputs, _) = two_moons(20, 0.0, &mut seeded(1));
        // Nine steps of π/9 on a circle of radius one: chords of 2 sin(π/18).
        let chord = 2.0 * (PI / 18.0).sin();
        for moon in [0..10, 10..20] {
            for i in moon.clone().skip(1) {
                let step = &inputs.row(i) - &inputs.row(i - 1);
                assert_abs_diff_eq!(step.dot(&step).sqrt(), chord, epsilon = 1e-14);
            }
        }
    }

    #[test]
    fn the_noise_has_the_stated_spread() {
        let (n, noise) = (20_000, 0.1);
        let clean = two_moons(n, 0.0, &mut seeded(1)).0;
        let errors = two_moons(n, noise, &mut seeded(1)).0 - clean;
        // Four standard errors over 2n coordinates: σ/√(2n) and σ²√(2/2n).
        let mean = errors.mean().unwrap();
        let variance = errors.mapv(|e| e * e).mean().unwrap();
        assert!(mean.abs() < 4.0 * noise / (2.0 * n as f64).sqrt(), "{mean}");
        let standard_error = noise * noise / (n as f64).sqrt();
        assert!((variance - noise * noise).abs() < 4.0 * standard_error, "{variance}");
    }

    #[test]
    fn the_outer_moon_has_the_odd_sample() {
        for (samples, inner) in [(0, 0), (1, 0), (2, 1), (7, 3)] {
            let (inputs, labels) = two_moons(samples, 0.1, &mut seeded(1));
            assert_eq!(inputs.dim(), (samples, 2));
            assert_eq!(labels.len(), samples);
            assert_eq!(labels.sum(), inner);
            assert!(inputs.iter().all(|x| x.is_finite()));
        }
    }

    #[test]
    fn a_seed_is_a_data_set() {
        let draw = |seed| two_moons(5, 0.1, &mut seeded(seed)).0;
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }
}
