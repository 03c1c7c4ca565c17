//! What momentum does along one axis of a quadratic: each point follows from the two
//! before it.

// ANCHOR: recurrence
/// θₜ₊₁ = T θₜ − D θₜ₋₁: the rule of the matrix [[T, −D], [1, 0]], whose trace is T and
/// whose determinant is D. Its eigenvalues z solve z² − Tz + D = 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recurrence {
    /// T.
    pub trace: f64,
    /// D.
    pub determinant: f64,
}

impl Recurrence {
    /// Momentum along an axis of curvature λ, with α = ηλ:
    /// θₜ₊₁ = θₜ − αθₜ + β(θₜ − θₜ₋₁).
    pub fn momentum(alpha: f64, beta: f64) -> Self {
        Self { trace: 1.0 + beta - alpha, determinant: beta }
    }

    /// Nesterov momentum: the gradient is that of the point ahead,
    /// θₜ₊₁ = (1 − α)(θₜ + β(θₜ − θₜ₋₁)).
    pub fn nesterov(alpha: f64, beta: f64) -> Self {
        Self { trace: (1.0 + beta) * (1.0 - alpha), determinant: beta * (1.0 - alpha) }
    }

    /// T² − 4D: below zero where the eigenvalues are a complex pair.
    pub fn discriminant(&self) -> f64 {
        self.trace * self.trace - 4.0 * self.determinant
    }

    /// max |z|, the spectral radius: in the long run the factor of a step.
    pub fn radius(&self) -> f64 {
        let discriminant = self.discriminant();
        if discriminant < 0.0 {
            return self.determinant.sqrt();
        }
        0.5 * (self.trace.abs() + discriminant.sqrt())
    }

    /// What θ does in the long run.
    pub fn behavior(&self) -> &'static str {
        if self.radius() >= 1.0 {
            "diverges"
        } else if self.discriminant() < 0.0 {
            "oscillates"
        } else if self.trace >= 0.0 {
            "is monotone"
        } else {
            "changes sides"
        }
    }

    /// θ₀ = 1, θ₁, … from rest.
    pub fn path(&self, steps: usize) -> Vec<f64> {
        let (mut before, mut now) = (1.0, 1.0);
        let mut path = vec![now];
        for _ in 0..steps {
            (before, now) = (now, self.trace * now - self.determinant * before);
            path.push(now);
        }
        path
    }
}
// ANCHOR_END: recurrence

/// The steps until a factor a step has made 1 out of `ratio`, where it ever does.
pub fn steps_for(ratio: f64, factor: f64) -> Option<f64> {
    (factor < 1.0).then(|| (ratio.ln() / -factor.ln()).ceil().max(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optimizers::{LookAhead, Momentum};
    use crate::surfaces::{Objective, Quadratic, walk};
    use ndarray::array;

    #[test]
    fn it_is_what_the_optimizers_do() {
        for (alpha, beta) in [(0.1, 0.9), (0.5, 0.0), (2.5, 0.5), (0.01, 0.5)] {
            let line = Quadratic::new(array![1.0]).unwrap();
            let mut momentum = Momentum::new(beta).unwrap();
            let walk = walk(&line, &mut momentum, alpha, array![1.0], 20, 0.0).unwrap();
            let path = Recurrence::momentum(alpha, beta).path(20);
            for (theta, expected) in walk.path.iter().zip(&path) {
                // Twenty roundings of numbers of size one, or of size 2⁵ where it grows.
                assert!((theta[0] - expected).abs() < 1e-12, "{theta}, {expected}");
            }
            let mut look_ahead = LookAhead::new(beta).unwrap();
            let mut theta = array![1.0];
            for expected in Recurrence::nesterov(alpha, beta).path(20) {
                let scale = expected.abs().max(1.0);
                assert!((theta[0] - expected).abs() < 1e-12 * scale, "{theta}");
                look_ahead.step(alpha, &mut theta, |theta| line.gradient(theta));
            }
        }
    }

    #[test]
    fn the_radius_is_the_factor_of_a_long_run() {
        for recurrence in [
            Recurrence::momentum(0.01, 0.5),
            Recurrence::momentum(2.2, 0.2),
            Recurrence::nesterov(0.05, 0.5),
            Recurrence::nesterov(1.3, 0.1),
        ] {
            let path = recurrence.path(300);
            let factor = (path[300] / path[200]).abs().powf(0.01);
            // Both roots are real: the smaller is gone after 200 steps.
            assert!((factor - recurrence.radius()).abs() < 1e-9, "{recurrence:?}");
        }
    }

    #[test]
    fn behaviors_have_their_borders() {
        let at = |alpha, beta| Recurrence::momentum(alpha, beta).behavior();
        // β = 0.25: (1 − √β)² = 0.25, (1 + √β)² = 2.25, 2(1 + β) = 2.5.
        assert_eq!(at(0.24, 0.25), "is monotone");
        assert_eq!(at(0.26, 0.25), "oscillates");
        assert_eq!(at(2.24, 0.25), "oscillates");
        assert_eq!(at(2.26, 0.25), "changes sides");
        assert_eq!(at(2.49, 0.25), "changes sides");
        assert_eq!(at(2.51, 0.25), "diverges");
    }
}
