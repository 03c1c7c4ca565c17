//! The threshold on a probability that the costs of both mistakes ask for.
//!
//! Alarm exactly if p · miss ≥ (1 − p) · false alarm:   p ≥ t,
//! t = false alarm / (false alarm + miss).
//!
//! # Reference
//! C. Elkan, "The foundations of cost-sensitive learning", *IJCAI* (2001) 973–978, eq. 2.

use crate::error::{ParameterError, positive};

// ANCHOR: cost_threshold
/// The least probability at which an alarm is the cheaper choice.
///
/// # Errors
/// [`ParameterError`] unless both costs are in (0, ∞).
///
/// ```
/// use listings::evaluation::cost_threshold;
///
/// assert_eq!(cost_threshold(1.0, 4.0)?, 0.2);
/// # Ok::<(), listings::ParameterError>(())
/// ```
pub fn cost_threshold(false_alarm: f64, miss: f64) -> Result<f64, ParameterError> {
    let false_alarm = positive("false_alarm", false_alarm)?;
    let miss = positive("miss", miss)?;
    // Divided first, so that two large costs do not overflow.
    Ok(1.0 / (1.0 + miss / false_alarm))
}
// ANCHOR_END: cost_threshold

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_the_threshold_both_choices_cost_the_same() {
        for (false_alarm, miss) in [(1.0, 1.0), (1.0, 8.0), (5.0, 2.0), (1e300, 1e308)] {
            let p = cost_threshold(false_alarm, miss).unwrap();
            let (alarm, none) = ((1.0 - p) * false_alarm, p * miss);
            assert!((alarm - none).abs() <= 1e-12 * none, "{false_alarm} {miss}");
        }
    }

    #[test]
    fn a_cost_is_above_zero() {
        let error = cost_threshold(1.0, 0.0).unwrap_err();
        assert_eq!(error.to_string(), "miss = 0 is outside (0, ∞)");
        assert!(cost_threshold(f64::NAN, 1.0).is_err());
    }
}
