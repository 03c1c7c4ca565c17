//! As a function of $w_j$ alone the objective is $\frac{1}{2} G_{jj} w_j^2 - a\, w_j +
//! \lambda |w_j|$ with $a = c_j - \sum_{i \ne j} G_{ji} w_i$: the covariance of feature $j$
//! with what the other features leave unexplained. Completing the square, it is
//! $G_{jj}$ times a proximal problem at $a / G_{jj}$ with the threshold
//! $\lambda / G_{jj}$, so $w_j$ is $a$ soft-thresholded by $\lambda$, divided by $G_{jj}$.

use ndarray::{Array1, Array2};

/// The best value of weight `j`, given the others. `gram[[j, j]]` is above zero.
pub fn update(
    j: usize,
    weights: &Array1<f64>,
    gram: &Array2<f64>,
    covariance: &Array1<f64>,
    lambda: f64,
) -> f64 {
    let own = gram[[j, j]] * weights[j];
    let pull = covariance[j] - gram.row(j).dot(weights) + own;
    (pull - pull.clamp(-lambda, lambda)) / gram[[j, j]]
}
