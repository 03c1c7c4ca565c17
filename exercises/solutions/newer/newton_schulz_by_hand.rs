//! The singular values are 3 and 4, signs do not count, and the norm is $\sqrt{9 + 16} = 5$. The
//! iteration acts on each alone. The quintic overtakes: $0.6$ ends beyond 1 and above what becomes
//! of $0.8$. The cubic keeps the order and comes from below.

/// The smaller and the larger singular value over the norm.
pub fn divided() -> [f64; 2] {
    [3.0 / 5.0, 4.0 / 5.0]
}

/// What the quintic makes of the two, in the same order.
pub fn quintic() -> [f64; 2] {
    divided().map(|s: f64| 3.4445 * s - 4.775 * s.powi(3) + 2.0315 * s.powi(5))
}

/// What the cubic makes of the two, in the same order.
pub fn cubic() -> [f64; 2] {
    divided().map(|s: f64| 1.5 * s - 0.5 * s.powi(3))
}
