//! The derivative with respect to $w$ is the mean of the products, $\frac{2}{n} \sum_i r_i x_i$;
//! the code has the product of the means. They are equal when all inputs are, and differ by
//! the covariance of residuals and inputs otherwise, which is all that the slope has to learn
//! from. With centered inputs the product of the means is zero.

use ndarray::Array1;

/// The gradient of the mean squared error with respect to (w, b).
pub fn gradient(x: &Array1<f64>, y: &Array1<f64>, w: f64, b: f64) -> [f64; 2] {
    let residuals = x * w + b - y;
    let n = x.len() as f64;
    [2.0 * residuals.dot(x) / n, 2.0 * residuals.sum() / n]
}
