//! The derivative of the Huber loss, branch by branch.
//!
//! Inside, |r| ≤ δ:   ℓ = r²/2,   ℓ′ = r,   ℓ″ = 1.
//! Outside:   ℓ = δ(|r| − δ/2),   ℓ′ = δ sign r,   ℓ″ = 0.
//! At |r| = δ both give δ²/2 and ±δ: value and slope join, the curvature jumps.

use serde::Serialize;

// ANCHOR: huber_branches
/// Both formulas of the Huber loss at one residual, and which of them counts.
///
/// ```
/// use listings::by_hand::HuberBranches;
///
/// // Inside: r = ½, δ = 1.
/// let inside = HuberBranches::at(0.5, 1.0);
/// assert_eq!((inside.value(), inside.slope()), (0.125, 0.5)); // ½ · ¼, r
/// // Outside: r = −3, δ = 1.
/// let outside = HuberBranches::at(-3.0, 1.0);
/// assert_eq!((outside.value(), outside.slope()), (2.5, -1.0)); // 1 · (3 − ½), −δ
/// // At the join the two formulas give one value and one slope.
/// let join = HuberBranches::at(2.0, 2.0);
/// assert_eq!((join.quadratic.value, join.quadratic.slope), (2.0, 2.0)); // ½ · 4, r
/// assert_eq!((join.linear.value, join.linear.slope), (2.0, 2.0)); // 2 · (2 − 1), δ
/// assert_eq!((join.quadratic.curvature, join.linear.curvature), (1.0, 0.0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct HuberBranches {
    /// r.
    pub residual: f64,
    /// r²/2.
    pub quadratic: Branch,
    /// δ(|r| − δ/2).
    pub linear: Branch,
    /// Whether |r| ≤ δ, where the quadratic counts.
    pub is_inside: bool,
}

/// A formula at a residual: ℓ, ℓ′ and ℓ″.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Branch {
    /// ℓ.
    pub value: f64,
    /// ℓ′.
    pub slope: f64,
    /// ℓ″.
    pub curvature: f64,
}

impl HuberBranches {
    /// At the residual r, with the threshold δ > 0.
    pub fn at(residual: f64, delta: f64) -> Self {
        let size = residual.abs();
        Self {
            residual,
            quadratic: Branch {
                value: 0.5 * size * size,
                slope: residual,
                curvature: 1.0,
            },
            linear: Branch {
                value: delta * (size - 0.5 * delta),
                slope: delta * residual.signum(),
                curvature: 0.0,
            },
            is_inside: size <= delta,
        }
    }

    fn counts(&self) -> Branch {
        if self.is_inside { self.quadratic } else { self.linear }
    }

    /// ℓ(r).
    pub fn value(&self) -> f64 {
        self.counts().value
    }

    /// ℓ′(r).
    pub fn slope(&self) -> f64 {
        self.counts().slope
    }
}
// ANCHOR_END: huber_branches

#[cfg(test)]
mod tests {
    use super::*;
    use crate::losses::{Huber, ResidualLoss};

    #[test]
    fn the_branch_that_counts_is_the_loss() {
        for delta in [0.5, 1.0, 2.0] {
            let loss = Huber::new(delta).unwrap();
            for residual in [-3.0, -1.0, -0.25, 0.0, 0.5, 2.0, 7.0] {
                let branches = HuberBranches::at(residual, delta);
                assert_eq!(branches.value(), loss.of(residual));
                assert_eq!(branches.slope(), loss.slope(residual));
            }
        }
    }
}
