//! With the label $0$ the margin $yf$ is $0$ whatever the score is: the loss is $1$ and its
//! derivative $-y = 0$. The classes have to become labels first, $y = 2c - 1$. Cross-entropy
//! wants $0$ and $1$, the hinge $\pm 1$; this book's `Hinge` refuses any other label, because
//! nothing else would say a word.

use ndarray::Array1;

/// The mean hinge loss of scores and classes 0 or 1.
pub fn value(score: &Array1<f64>, class: &Array1<f64>) -> f64 {
    let label = class.mapv(|class| 2.0 * class - 1.0);
    let losses = (label * score).mapv(|margin| (1.0 - margin).max(0.0));
    losses.sum() / score.len() as f64
}

/// Its gradient with respect to the scores.
pub fn gradient(score: &Array1<f64>, class: &Array1<f64>) -> Array1<f64> {
    let label = class.mapv(|class| 2.0 * class - 1.0);
    let is_inside = (&label * score).mapv(|margin| if margin < 1.0 { 1.0 } else { 0.0 });
    -(is_inside * label) / score.len() as f64
}
