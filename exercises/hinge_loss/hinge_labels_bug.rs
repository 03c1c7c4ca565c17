//! # Half of the classes learns nothing
//!
//! The data file says `0` for class A and `1` for class B. With the hinge loss below,
//! training gets class B right. The samples of class A go wherever the others carry them: their
//! loss stays at $1$ each, to the last digit, and their gradient is zero.
//!
//! Find the fault and repair it in both functions. The classes come in as $0$ and $1$,
//! and the hinge wants labels $\pm 1$.

use ndarray::Array1;

/// The mean hinge loss of scores and classes 0 or 1.
pub fn value(score: &Array1<f64>, class: &Array1<f64>) -> f64 {
    let losses = (class * score).mapv(|margin| (1.0 - margin).max(0.0));
    losses.sum() / score.len() as f64
}

/// Its gradient with respect to the scores.
pub fn gradient(score: &Array1<f64>, class: &Array1<f64>) -> Array1<f64> {
    let is_inside = (class * score).mapv(|margin| if margin < 1.0 { 1.0 } else { 0.0 });
    -(is_inside * class) / score.len() as f64
}
