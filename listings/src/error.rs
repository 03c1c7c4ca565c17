//! The error of a constructor that is given a hyperparameter outside its range.

use std::fmt;

// ANCHOR: error
/// A hyperparameter outside its valid range.
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterError {
    /// The parameter's name, as in the constructor's signature.
    pub name: &'static str,
    /// The value that was given.
    pub value: f64,
    /// The valid range, in interval notation.
    pub valid: &'static str,
}

impl fmt::Display for ParameterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = {} is outside {}", self.name, self.value, self.valid)
    }
}

impl std::error::Error for ParameterError {}
// ANCHOR_END: error

/// Accepts finite values above zero, the range of a threshold, a rate or a scale.
///
/// # Errors
/// [`ParameterError`] when `value` is zero, negative, infinite or NaN.
pub fn positive(name: &'static str, value: f64) -> Result<f64, ParameterError> {
    if value.is_finite() && value > 0.0 {
        Ok(value)
    } else {
        Err(ParameterError { name, value, valid: "(0, ∞)" })
    }
}

/// Accepts values strictly between zero and one, the range of a probability that may
/// not be certain.
///
/// # Errors
/// [`ParameterError`] when `value` is not in (0, 1), or NaN.
pub fn open_unit_interval(name: &'static str, value: f64) -> Result<f64, ParameterError> {
    if value > 0.0 && value < 1.0 {
        Ok(value)
    } else {
        Err(ParameterError { name, value, valid: "(0, 1)" })
    }
}

/// Accepts finite values from zero on, the range of a margin, a weight or an exponent.
///
/// # Errors
/// [`ParameterError`] when `value` is negative, infinite or NaN.
pub fn non_negative(name: &'static str, value: f64) -> Result<f64, ParameterError> {
    if value.is_finite() && value >= 0.0 {
        Ok(value)
    } else {
        Err(ParameterError { name, value, valid: "[0, ∞)" })
    }
}

/// Accepts values from zero to one, the range of a share.
///
/// # Errors
/// [`ParameterError`] when `value` is not in [0, 1], or NaN.
pub fn unit_interval(name: &'static str, value: f64) -> Result<f64, ParameterError> {
    if (0.0..=1.0).contains(&value) {
        Ok(value)
    } else {
        Err(ParameterError { name, value, valid: "[0, 1]" })
    }
}

/// Accepts values from zero up to, but not including, one.
///
/// # Errors
/// [`ParameterError`] when `value` is not in [0, 1), or NaN.
pub fn half_open_unit_interval(
    name: &'static str,
    value: f64,
) -> Result<f64, ParameterError> {
    if (0.0..1.0).contains(&value) {
        Ok(value)
    } else {
        Err(ParameterError { name, value, valid: "[0, 1)" })
    }
}

/// Accepts values above zero and up to one, the range of a factor that may not grow.
///
/// # Errors
/// [`ParameterError`] when `value` is not in (0, 1], or NaN.
pub fn positive_unit_interval(
    name: &'static str,
    value: f64,
) -> Result<f64, ParameterError> {
    if value > 0.0 && value <= 1.0 {
        Ok(value)
    } else {
        Err(ParameterError { name, value, valid: "(0, 1]" })
    }
}

/// Accepts counts from one on, the range of a period.
///
/// # Errors
/// [`ParameterError`] when `count` is 0.
pub fn at_least_one(name: &'static str, count: usize) -> Result<usize, ParameterError> {
    if count >= 1 {
        Ok(count)
    } else {
        Err(ParameterError { name, value: 0.0, valid: "[1, ∞)" })
    }
}
