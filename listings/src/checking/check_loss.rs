//! What to check of a loss that you invented, as a function.
//!
//! Seven checks of ℓ(r) and ℓ′(r) at residuals from a hundredth of the typical size to
//! a thousand times it, on both sides. A failed check is a question, not a verdict: a
//! capped loss is meant not to be convex. But you should know it before training does.

use crate::losses::ResidualLoss;

// ANCHOR: check_loss
/// One thing that was checked.
#[derive(Clone, Debug, PartialEq)]
pub struct LossCheck {
    /// What should hold, in a few words.
    pub name: &'static str,
    /// Whether it does.
    pub passed: bool,
    /// What was found.
    pub found: String,
}

/// Sizes of residuals, as multiples of the typical one. None is round, so that none
/// meets a threshold exactly.
const SIZES: [f64; 8] = [0.0113, 0.037, 0.119, 0.37, 1.13, 3.7, 11.3, 37.0];

/// Checks a loss of one residual, of which `typical` is the size that errors usually
/// have.
///
/// # Panics
/// Panics unless `typical` is finite and above zero.
///
/// ```
/// use listings::losses::{MeanSquaredError, Welsch};
/// use listings::checking::check_loss;
///
/// assert!(check_loss(&MeanSquaredError, 1.0).iter().all(|check| check.passed));
/// let failed: Vec<&str> = check_loss(&Welsch::new(2.0)?, 1.0)
///     .iter()
///     .filter(|check| !check.passed)
///     .map(|check| check.name)
///     .collect();
/// assert_eq!(failed, ["worse costs more", "convex"]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
pub fn check_loss(loss: &dyn ResidualLoss, typical: f64) -> Vec<LossCheck> {
    let valid = typical.is_finite() && typical > 0.0;
    assert!(valid, "typical = {typical} is outside (0, ∞)");
    // From the far left to the far right.
    let left = SIZES.iter().rev().map(|size| -size * typical);
    let residuals: Vec<f64> = left.chain(SIZES.map(|size| size * typical)).collect();
    vec![
        slope_is_derivative(loss, &residuals),
        least_at_zero(loss, &residuals),
        worse_costs_more(loss, typical),
        convex(loss, &residuals),
        far_out_is_finite(loss, typical),
        missing_is_seen(loss),
        pull_has_scale(loss, typical),
    ]
}

fn slope_is_derivative(loss: &dyn ResidualLoss, residuals: &[f64]) -> LossCheck {
    let mut worst = 0.0_f64;
    for &residual in residuals {
        let step = f64::EPSILON.cbrt() * residual.abs();
        let (above, below) = (residual + step, residual - step);
        let difference = (loss.of(above) - loss.of(below)) / (above - below);
        let slope = loss.slope(residual);
        // The size that rounding is measured by: a slope, or the loss over the distance.
        let size =
            slope.abs().max(difference.abs()).max((loss.of(residual) / residual).abs());
        let error = (slope - difference).abs();
        if error.is_nan() || error > worst * size {
            worst = error / size;
        }
    }
    LossCheck {
        name: "the slope is the derivative",
        passed: worst < 1e-6,
        found: format!("largest relative difference {worst:.0e}"),
    }
}

fn least_at_zero(loss: &dyn ResidualLoss, residuals: &[f64]) -> LossCheck {
    let (cost, slope) = (loss.of(0.0), loss.slope(0.0));
    let best = residuals.iter().copied().find(|&r| loss.of(r) < cost);
    LossCheck {
        name: "least at zero",
        passed: best.is_none() && slope == 0.0,
        found: match best {
            Some(r) => format!("r = {r:.2} costs less than r = 0"),
            None => format!("at r = 0 the slope is {slope}"),
        },
    }
}

fn worse_costs_more(loss: &dyn ResidualLoss, typical: f64) -> LossCheck {
    // A rise of less than a millionth is no reason to move.
    let stalls = |side: f64| {
        let cost = |size: &f64| loss.of(side * size * typical);
        let rises = |pair: &[f64]| cost(&pair[1]) > cost(&pair[0]) * (1.0 + 1e-6);
        SIZES.windows(2).find(|pair| !rises(pair)).map(|pair| side * pair[0] * typical)
    };
    let stalled = stalls(1.0).or_else(|| stalls(-1.0));
    LossCheck {
        name: "worse costs more",
        passed: stalled.is_none(),
        found: match stalled {
            Some(r) => format!("beyond r = {r:.2} the loss does not rise"),
            None => "the loss rises on both sides".to_string(),
        },
    }
}

fn convex(loss: &dyn ResidualLoss, residuals: &[f64]) -> LossCheck {
    let falls = |pair: &&[f64]| loss.slope(pair[1]) < loss.slope(pair[0]);
    let falling = residuals.windows(2).find(falls);
    LossCheck {
        name: "convex",
        passed: falling.is_none(),
        found: match falling {
            Some(pair) => {
                format!("the slope falls from r = {:.2} to {:.2}", pair[0], pair[1])
            }
            None => "no slope falls".to_string(),
        },
    }
}

fn far_out_is_finite(loss: &dyn ResidualLoss, typical: f64) -> LossCheck {
    let far = [-1000.0 * typical, 1000.0 * typical];
    let overflow = far.into_iter().find(|&r| !(loss.of(r) + loss.slope(r)).is_finite());
    LossCheck {
        name: "finite far out",
        passed: overflow.is_none(),
        found: match overflow {
            Some(r) => format!("r = {r}: loss {}, slope {}", loss.of(r), loss.slope(r)),
            None => "a thousand typical errors away, too".to_string(),
        },
    }
}

fn missing_is_seen(loss: &dyn ResidualLoss) -> LossCheck {
    let passed = loss.of(f64::NAN).is_nan() && loss.slope(f64::NAN).is_nan();
    LossCheck {
        name: "a missing value shows",
        passed,
        found: if passed { "it is not hidden" } else { "it is hidden" }.to_string(),
    }
}

fn pull_has_scale(loss: &dyn ResidualLoss, typical: f64) -> LossCheck {
    let pulls = [-typical, typical].map(|r| loss.slope(r).abs());
    LossCheck {
        name: "pulls of ordinary size",
        passed: pulls.iter().all(|pull| (0.01..=100.0).contains(pull)),
        found: format!("a typical error pulls with {:.2} and {:.2}", pulls[0], pulls[1]),
    }
}
// ANCHOR_END: check_loss
