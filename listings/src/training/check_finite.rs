//! The guard before a step: a loss and a gradient that are finite.

use super::NotFinite;
use ndarray::Array1;

// ANCHOR: check_finite
/// Refuses a loss or a gradient with an entry that is NaN or infinite, and a gradient so
/// long that its norm is.
///
/// # Errors
/// [`NotFinite`], with the first number that is not finite: of the loss, the gradient and
/// its norm, in this order.
///
/// ```
/// use listings::training::check_finite;
/// use ndarray::array;
///
/// assert!(check_finite(0.5, &array![1.0, -2.0]).is_ok());
/// let error = check_finite(0.5, &array![1.0, f64::NAN]).unwrap_err();
/// assert_eq!(error.to_string(), "the gradient is NaN; the step was not taken");
/// ```
pub fn check_finite(loss: f64, gradient: &Array1<f64>) -> Result<(), NotFinite> {
    if !loss.is_finite() {
        return Err(NotFinite { what: "loss", value: loss });
    }
    match gradient.iter().find(|entry| !entry.is_finite()) {
        Some(&value) => Err(NotFinite { what: "gradient", value }),
        None => match gradient.dot(gradient).sqrt() {
            norm if norm.is_finite() => Ok(()),
            value => Err(NotFinite { what: "norm of the gradient", value }),
        },
    }
}
// ANCHOR_END: check_finite

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn every_place_is_looked_at() {
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            for place in 0..3 {
                let mut gradient = array![0.0, 1e9, -1.0];
                gradient[place] = bad;
                assert_eq!(check_finite(1.0, &gradient).unwrap_err().what, "gradient");
            }
            let error = check_finite(bad, &array![bad]).unwrap_err();
            assert_eq!(error.what, "loss");
        }
        assert!(check_finite(f64::MIN, &array![1e150, -1e150]).is_ok());
        // Finite, but the square of 1e200 is not: nothing could scale it.
        let error = check_finite(1.0, &array![1e200]).unwrap_err();
        assert_eq!((error.what, error.value), ("norm of the gradient", f64::INFINITY));
    }
}
