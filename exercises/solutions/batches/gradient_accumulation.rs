//! A mean times its number is a sum; sums add, and the whole is divided by the number of all
//! samples: $g = \sum_k n_k g_k / \sum_k n_k$. The usual recipe, to divide each loss by the
//! number of pieces and let the framework add up, is right only when all pieces have one size.

use ndarray::Array1;

/// The mean gradient of all samples, from the mean gradient and the size of each piece.
pub fn combine(gradients: &[Array1<f64>], sizes: &[usize]) -> Array1<f64> {
    let mut sum = Array1::zeros(gradients[0].len());
    for (gradient, &size) in gradients.iter().zip(sizes) {
        sum.scaled_add(size as f64, gradient);
    }
    sum / sizes.iter().sum::<usize>() as f64
}
