//! Truncation grows as $h$ or $h^2$, rounding as $\varepsilon/h$. They meet at
//! $\sqrt\varepsilon$ and $\varepsilon^{1/3}$, where the errors are
//! $\sqrt\varepsilon$ and $\varepsilon^{2/3}$. A step has the unit of its parameter.

/// log₁₀ of the best h, forward, double.
pub fn forward() -> f64 {
    f64::EPSILON.log10() / 2.0
}

/// log₁₀ of the best h, central, double.
pub fn central() -> f64 {
    f64::EPSILON.log10() / 3.0
}

/// log₁₀ of the best h, central, single.
pub fn central_single() -> f64 {
    f64::from(f32::EPSILON).log10() / 3.0
}

/// log₁₀ of the best h, central, double, for a parameter of size 1000.
pub fn of_a_thousand() -> f64 {
    3.0 + f64::EPSILON.log10() / 3.0
}

/// log₁₀ of the least relative error, central, double.
pub fn error() -> f64 {
    f64::EPSILON.log10() * 2.0 / 3.0
}
