//! The expected loss of noisy gradient descent on a quadratic of five directions.
//!
//! L(θ) = ½ Σᵢ hᵢθᵢ²,   θᵢ ← θᵢ − η(hᵢθᵢ + σz),   z ~ N(0, 1): each coordinate is a noisy
//! parabola of its own, and E[L] is the sum of theirs.

use super::noisy_quadratic::{Parabola, expected_losses_of};
use crate::schedules::Schedule;

/// h: a hundred times as steep one way as another.
pub const CURVATURES: [f64; 5] = [10.0, 3.0, 1.0, 0.3, 0.1];

/// The rate above which the steepest coordinate would diverge is 2/10.
pub const LARGEST_RATE: f64 = 0.19;

/// E[L] before the first step, and after each of them, from θ = (1, …, 1).
pub fn expected_losses(schedule: &dyn Schedule, noise: f64, steps: usize) -> Vec<f64> {
    let axis = |curvature| Parabola { curvature, deviation: noise, start: 1.0 };
    expected_losses_of(&CURVATURES.map(axis), schedule, steps)
}

/// E[L] after the last step.
pub fn expected_last(schedule: &dyn Schedule, noise: f64, steps: usize) -> f64 {
    let losses = expected_losses(schedule, noise, steps);
    *losses.last().expect("the loss before the first step is there")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;
    use crate::schedules::{Constant, Cosine};
    use rand_distr::{Distribution, StandardNormal};

    #[test]
    fn without_noise_it_is_gradient_descent() {
        let losses = expected_losses(&Constant::new(0.1).unwrap(), 0.0, 1);
        // ½ Σ h, and the factors 0, 0.7, 0.9, 0.97 and 0.99 on the coordinates.
        let second = 3.0 * 0.49 + 0.81 + 0.3 * 0.9409 + 0.1 * 0.9801;
        assert!((losses[0] - 7.2).abs() < 1e-14, "{}", losses[0]);
        assert!((losses[1] - second / 2.0).abs() < 1e-14, "{}", losses[1]);
    }

    #[test]
    fn it_is_the_mean_of_many_walks() {
        let (steps, noise, walks) = (40, 1.0, 4000);
        let schedule = Cosine::new(0.15, 0.0, steps).unwrap();
        let mut random = seeded(1);
        let mut losses = Vec::new();
        for _ in 0..walks {
            let mut theta = [1.0; 5];
            for step in 0..steps {
                for (x, h) in theta.iter_mut().zip(CURVATURES) {
                    let z: f64 = StandardNormal.sample(&mut random);
                    *x -= schedule.rate(step) * (h * *x + noise * z);
                }
            }
            let parts = theta.iter().zip(CURVATURES).map(|(x, h)| 0.5 * h * x * x);
            losses.push(parts.sum::<f64>());
        }
        let mean = losses.iter().sum::<f64>() / f64::from(walks);
        let spread = losses.iter().map(|loss| (loss - mean).powi(2)).sum::<f64>();
        let error = spread.sqrt() / f64::from(walks);
        let expected = expected_last(&schedule, noise, steps);
        // Four standard errors, and these are small.
        assert!((mean - expected).abs() < 4.0 * error, "{mean} for {expected}");
        assert!(error < 0.02 * expected, "{error}");
    }
}
