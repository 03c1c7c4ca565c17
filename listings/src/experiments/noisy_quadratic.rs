//! A parabola with a noisy gradient, whose expected loss needs no random number.
//!
//! L(θ) = ½ λθ²,   ĝ = λθ + σz,   z ~ N(0, 1),   so with m the mean
//! of θ², m ← (1 − ηλ)² m + η²σ²,   and at rest m = ησ²/(λ (2 − ηλ)).

use crate::schedules::Schedule;

/// A steep direction, whose noise ball is there at once, and a flat one, which is far
/// away.
pub const STEEP_AND_FLAT: [Parabola; 2] = [
    Parabola { curvature: 1.0, deviation: 1.0, start: 3.0 },
    Parabola { curvature: 0.02, deviation: 0.2, start: 10.0 },
];

/// ½ λθ² seen through noise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parabola {
    /// λ.
    pub curvature: f64,
    /// σ, the standard deviation of the gradient.
    pub deviation: f64,
    /// θ at step 0.
    pub start: f64,
}

impl Parabola {
    // ANCHOR: expected
    /// The mean of ½ λθ² before each step of a schedule and after the last.
    pub fn expected_losses(&self, schedule: &dyn Schedule, steps: usize) -> Vec<f64> {
        let Self { curvature, deviation, start } = *self;
        let mut square = start * start;
        let mut losses = vec![0.5 * curvature * square];
        for step in 0..steps {
            let rate = schedule.rate(step);
            let noise = rate * deviation;
            square = (1.0 - rate * curvature).powi(2) * square + noise * noise;
            losses.push(0.5 * curvature * square);
        }
        losses
    }
    // ANCHOR_END: expected

    /// ½ ησ²/(2 − ηλ): the expected loss at which a constant rate comes to rest, for
    /// ηλ < 2.
    pub fn resting_loss(&self, rate: f64) -> f64 {
        0.5 * rate * self.deviation * self.deviation / (2.0 - rate * self.curvature)
    }
}

// ANCHOR: expected_losses_of
/// The mean loss of a bowl before each step of a schedule and after the last: each of its
/// axes is a noisy parabola, and their losses add up.
pub fn expected_losses_of(
    axes: &[Parabola],
    schedule: &dyn Schedule,
    steps: usize,
) -> Vec<f64> {
    let mut losses = vec![0.0; steps + 1];
    for axis in axes {
        let own = axis.expected_losses(schedule, steps);
        losses.iter_mut().zip(own).for_each(|(sum, loss)| *sum += loss);
    }
    losses
}
// ANCHOR_END: expected_losses_of

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedules::{Constant, StepDecay};

    const PARABOLA: Parabola = Parabola { curvature: 2.0, deviation: 0.5, start: 3.0 };

    #[test]
    fn a_constant_rate_comes_to_rest_at_the_formula() {
        let constant = Constant::new(0.1).unwrap();
        let losses = PARABOLA.expected_losses(&constant, 200);
        assert_eq!(losses[0], 9.0);
        // 0.8⁴⁰⁰ of the start is below the rounding.
        assert!((losses[200] / PARABOLA.resting_loss(0.1) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn without_noise_it_is_gradient_descent() {
        let silent = Parabola { deviation: 0.0, ..PARABOLA };
        let decay = StepDecay::new(0.2, 0.5, 2).unwrap();
        let losses = silent.expected_losses(&decay, 3);
        let theta = 3.0 * 0.6 * 0.6 * 0.8;
        // Half of λ is 1; three products.
        assert!((losses[3] - theta * theta).abs() < 1e-14);
    }
}
