//! A factor $c$ in each of ten layers is $c^{10}$, and its logarithm $10 \log_{10} c$. The
//! slope of a sigmoid is at most $\frac14$: a millionth is left of the signal at best. Rectified
//! units are homogeneous, so twice the weights are twice the signal a layer, a thousandfold
//! after ten.

/// Sigmoids at their steepest, with weights that keep the size of a signal.
pub fn sigmoid_bound() -> f64 {
    10.0 * 0.25_f64.log10()
}

/// Rectified units, with half of He's weights.
pub fn half_weights() -> f64 {
    10.0 * 0.5_f64.log10()
}

/// Rectified units, with twice of He's weights.
pub fn twice_weights() -> f64 {
    10.0 * 2.0_f64.log10()
}

/// tanh, with weights that keep the size, and a root mean square slope of 0.8.
pub fn kept_slope() -> f64 {
    10.0 * 0.8_f64.log10()
}
