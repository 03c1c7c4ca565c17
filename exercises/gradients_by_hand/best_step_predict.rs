//! # Which step?
//!
//! A smooth loss of order one, with derivatives of order one, of a parameter of order one.
//! Predict the best step $h$ as a power of ten, to half a power: write $-6$ for $10^{-6}$.
//! The spacing of numbers near 1 is $\varepsilon \approx 2 \cdot 10^{-16}$ in double
//! and $1.2 \cdot 10^{-7}$ in single precision.
//!
//! 1. Forward differences in double precision.
//! 2. Central differences in double precision.
//! 3. Central differences in single precision.
//! 4. Central differences in double precision, for a parameter of size 1000 (a loss that
//!    changes as much over 1000 as the first one over 1).
//! 5. The relative error of the second, at its best.

/// log₁₀ of the best h, forward, double.
pub fn forward() -> f64 {
    todo!()
}

/// log₁₀ of the best h, central, double.
pub fn central() -> f64 {
    todo!()
}

/// log₁₀ of the best h, central, single.
pub fn central_single() -> f64 {
    todo!()
}

/// log₁₀ of the best h, central, double, for a parameter of size 1000.
pub fn of_a_thousand() -> f64 {
    todo!()
}

/// log₁₀ of the least relative error, central, double.
pub fn error() -> f64 {
    todo!()
}
