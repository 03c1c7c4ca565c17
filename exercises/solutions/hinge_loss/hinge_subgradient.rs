//! Inside the margin, $y f < 1$, the loss is the line $1 - yf$ with the slope $-y$; from the
//! margin on it is $0$ with the slope $0$. The slope does not depend on how far inside a
//! sample is. The mean contributes the factor $1/n$.

use ndarray::Array1;

/// The mean hinge loss. Both arrays have the same length, which is not zero.
pub fn value(score: &Array1<f64>, label: &Array1<f64>) -> f64 {
    let margins = score * label;
    margins.mapv(|margin| (1.0 - margin).max(0.0)).sum() / score.len() as f64
}

/// The gradient of [`value`] with respect to `score`.
pub fn gradient(score: &Array1<f64>, label: &Array1<f64>) -> Array1<f64> {
    let is_inside = (score * label).mapv(|margin| if margin < 1.0 { 1.0 } else { 0.0 });
    -(is_inside * label) / score.len() as f64
}
