//! A derivative from values alone, and how far two numbers are apart.
//!
//! Forward:   (f(x + h) − f(x)) / h = f′ + h f″/2 + …
//! Central:   (f(x + h) − f(x − h)) / 2h = f′ + h² f‴/6 + …
//! Both carry the rounding of f, of size ε|f|, divided by h.
//!
//! # Reference
//! J. Nocedal & S. J. Wright, *Numerical Optimization*, 2nd ed. (2006), §8.1.

// ANCHOR: differences
/// (f(x + h) − f(x)) / h.
///
/// ```
/// use listings::by_hand::{central_difference, forward_difference};
///
/// // x³ at 2, where the slope is 12: off by 6h + h², and by h².
/// let cube = |x: f64| x * x * x;
/// assert_eq!(forward_difference(cube, 2.0, 0.5), 12.0 + 3.0 + 0.25);
/// assert_eq!(central_difference(cube, 2.0, 0.5), 12.0 + 0.25);
/// ```
pub fn forward_difference(f: impl Fn(f64) -> f64, at: f64, step: f64) -> f64 {
    (f(at + step) - f(at)) / step
}

/// (f(x + h) − f(x − h)) / 2h.
pub fn central_difference(f: impl Fn(f64) -> f64, at: f64, step: f64) -> f64 {
    (f(at + step) - f(at - step)) / (2.0 * step)
}

/// |a − b| over the larger of |a| and |b|; 0 for two zeros, up to 2 for opposite signs.
///
/// ```
/// use listings::by_hand::relative_error;
///
/// assert_eq!(relative_error(3.0, 4.0), 0.25);
/// assert_eq!(relative_error(1.0, -1.0), 2.0);
/// assert_eq!(relative_error(0.0, 0.0), 0.0);
/// assert!(relative_error(f64::NAN, 1.0).is_nan());
/// ```
pub fn relative_error(a: f64, b: f64) -> f64 {
    if a == b { 0.0 } else { (a - b).abs() / a.abs().max(b.abs()) }
}
// ANCHOR_END: differences

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halving_the_step_halves_one_error_and_quarters_the_other() {
        let f = |x: f64| (0.5 * x).exp();
        let slope = 0.5 * 0.5_f64.exp();
        let ratio = |error: fn(&dyn Fn(f64) -> f64, f64) -> f64| {
            (error(&f, 1e-2) - slope) / (error(&f, 5e-3) - slope)
        };
        // The next terms of the series are smaller by a factor of about 10⁻².
        let forward = ratio(|f, step| forward_difference(f, 1.0, step));
        assert!((forward - 2.0).abs() < 0.02, "{forward}");
        let central = ratio(|f, step| central_difference(f, 1.0, step));
        assert!((central - 4.0).abs() < 0.02, "{central}");
    }
}
