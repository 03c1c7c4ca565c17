//! A cycle is 8 steps. At step 3 the triangle is at $\frac34$ of its height 8, at step 6 halfway
//! down. Step 12 is the top of the second cycle, whose height is 4, and step 20 that of the
//! third, with 2; both stand on $\eta_{\min} = 1$. With $\gamma = \frac12$ the height is $8/16$ at
//! step 4; at step 7, a quarter of the way above the base, it is $8/128$.

/// triangular at steps 3 and 6.
pub fn triangular() -> [f64; 2] {
    [1.0 + 8.0 * 0.75, 1.0 + 8.0 * 0.5]
}

/// triangular2 at steps 12 and 20.
pub fn triangular2() -> [f64; 2] {
    [1.0 + 4.0, 1.0 + 2.0]
}

/// exp_range with γ = ½ at steps 4 and 7.
pub fn exp_range() -> [f64; 2] {
    [1.0 + 8.0 / 16.0, 1.0 + 8.0 / 128.0 * 0.25]
}
