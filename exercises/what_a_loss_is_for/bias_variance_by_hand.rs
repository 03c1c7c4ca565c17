//! # Three data sets
//!
//! The truth at some place is $5$, and targets there have noise of variance $1$. Only three
//! data sets are possible, each as likely as the others; fits to them predict $4$, $6$ and
//! $8$.
//!
//! Work out the squared bias, the variance, and the expected squared error of such a fit on a
//! fresh target. Then somebody halves all predictions, to $2$, $3$ and $4$: what is the
//! expected squared error now? Two decimals are enough.

/// The squared bias of 4, 6, 8.
pub fn squared_bias() -> f64 {
    todo!()
}

/// Their variance.
pub fn variance() -> f64 {
    todo!()
}

/// The expected squared error on a fresh target.
pub fn expected_error() -> f64 {
    todo!()
}

/// The same with all predictions halved.
pub fn halved_error() -> f64 {
    todo!()
}
