//! The mean prediction is $6$: the bias is $1$, squared $1$. The deviations from the mean are
//! $-2, 0, 2$, and the variance $(4 + 0 + 4)/3 = 2.67$; all three data sets are known, so the
//! divisor is three. With the noise, the error is $1 + 2.67 + 1 = 4.67$.
//!
//! Halved, the mean is $3$, the squared bias $4$, the variance a quarter, $0.67$: the error is
//! $5.67$. Shrinking lowered the variance by $2$ and raised the squared bias by $3$. A milder
//! one, to nine tenths, would have paid.

/// The squared bias of 4, 6, 8.
pub fn squared_bias() -> f64 {
    1.0
}

/// Their variance.
pub fn variance() -> f64 {
    8.0 / 3.0
}

/// The expected squared error on a fresh target.
pub fn expected_error() -> f64 {
    1.0 + 8.0 / 3.0 + 1.0
}

/// The same with all predictions halved.
pub fn halved_error() -> f64 {
    4.0 + 2.0 / 3.0 + 1.0
}
