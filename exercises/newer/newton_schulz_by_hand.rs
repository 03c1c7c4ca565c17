//! # One iteration by hand
//!
//! A gradient is the matrix with $3$ and $-4$ on its diagonal and zeros elsewhere.
//!
//! 1. Its singular values after division by the Frobenius norm, the smaller first.
//! 2. The same after one iteration of Muon's quintic
//!    $s \leftarrow 3.4445 s - 4.775 s^3 + 2.0315 s^5$.
//! 3. The same after one iteration of the cubic $s \leftarrow \frac32 s - \frac12 s^3$, which
//!    converges to 1.
//!
//! Two decimals are enough.

/// The smaller and the larger singular value over the norm.
pub fn divided() -> [f64; 2] {
    todo!()
}

/// What the quintic makes of the two, in the same order.
pub fn quintic() -> [f64; 2] {
    todo!()
}

/// What the cubic makes of the two, in the same order.
pub fn cubic() -> [f64; 2] {
    todo!()
}
