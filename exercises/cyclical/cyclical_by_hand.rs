//! # A cycle by hand
//!
//! The bounds are $\eta_{\min} = 1$ and $\eta_{\max} = 9$ (thousandths, if you like), and the step
//! size is $u = 4$: four steps up and four down, from step 0 on. Which is the rate
//!
//! - of `triangular` at steps 3 and 6,
//! - of `triangular2` at steps 12 and 20,
//! - of `exp_range` with $\gamma = \frac12$ at steps 4 and 7?

/// triangular at steps 3 and 6.
pub fn triangular() -> [f64; 2] {
    todo!()
}

/// triangular2 at steps 12 and 20.
pub fn triangular2() -> [f64; 2] {
    todo!()
}

/// exp_range with γ = ½ at steps 4 and 7.
pub fn exp_range() -> [f64; 2] {
    todo!()
}
