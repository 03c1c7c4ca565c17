//! Newton–Schulz iteration: a matrix with all singular values near one, without a
//! decomposition.
//!
//! X ← M / (‖M‖ + 10⁻⁷), then so many times X ← aX + b(XXᵀ)X + c(XXᵀ)²X, with
//! (a, b, c) = (3.4445, −4.7750, 2.0315) and the Frobenius norm; M of shape (rows, columns).
//!
//! A polynomial in XXᵀ times X leaves the singular vectors as they are: with M = UΣVᵀ, X
//! stays U diag(s) Vᵀ, and each singular value moves alone, s ← as + bs³ + cs⁵. The
//! coefficients are chosen for a steep start, 3.4445 at 0; the price is that s does not
//! converge to 1 but ends between about 0.7 and 1.2.
//!
//! **Convention.** 64 bits here; the author's code computes in bfloat16. A matrix with more
//! rows than columns is transposed for the iteration, so that XXᵀ is the smaller product.
//!
//! # Reference
//! K. Jordan et al., "Muon: an optimizer for hidden layers in neural networks" (2024),
//! kellerjordan.github.io/posts/muon; the iteration: G. Schulz, *ZAMM* 13 (1933) 57–59.

use ndarray::Array2;

// ANCHOR: newton_schulz
/// a, b and c of the quintic.
pub const QUINTIC: [f64; 3] = [3.4445, -4.7750, 2.0315];

/// s ← as + bs³ + cs⁵: what an iteration does to a singular value.
pub fn quintic(s: f64) -> f64 {
    let [a, b, c] = QUINTIC;
    s * (a + s * s * (b + s * s * c))
}

/// UVᵀ, roughly, of a matrix UΣVᵀ. A matrix of zeros stays one.
///
/// ```
/// use listings::optimizers::orthogonalize;
/// use ndarray::array;
///
/// // Singular values 300 and 4 become two near 1.
/// let x = orthogonalize(&array![[300.0, 0.0], [0.0, -4.0]], 5);
/// let near_one = 0.65..1.25;
/// assert!(near_one.contains(&x[[0, 0]]) && near_one.contains(&-x[[1, 1]]));
/// ```
pub fn orthogonalize(matrix: &Array2<f64>, iterations: usize) -> Array2<f64> {
    let is_tall = matrix.nrows() > matrix.ncols();
    let wide = if is_tall { matrix.t() } else { matrix.view() };
    let norm = matrix.iter().map(|entry| entry * entry).sum::<f64>().sqrt();
    let mut x = &wide / (norm + 1e-7);
    let [a, b, c] = QUINTIC;
    for _ in 0..iterations {
        let gram = x.dot(&x.t());
        let factor = &gram * b + gram.dot(&gram) * c;
        x = &x * a + factor.dot(&x);
    }
    if is_tall { x.reversed_axes() } else { x }
}
// ANCHOR_END: newton_schulz
