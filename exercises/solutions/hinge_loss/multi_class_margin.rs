//! Each class $c \ne t$ that does not stay behind by $1$ contributes a line with the slope
//! $+1$ in $z_c$ and $-1$ in $z_t$, over $k$. So its own component is minus the number of
//! such classes over $k$, and the components sum to zero: only differences of scores enter
//! the loss, so a shift common to all of them changes nothing.

use ndarray::Array1;

/// The loss of one sample.
pub fn value(scores: &Array1<f64>, class: usize) -> f64 {
    let others = (0..scores.len()).filter(|&c| c != class);
    let slack = |c: usize| (1.0 - scores[class] + scores[c]).max(0.0);
    others.map(slack).sum::<f64>() / scores.len() as f64
}

/// The gradient of [`value`] with respect to `scores`.
pub fn gradient(scores: &Array1<f64>, class: usize) -> Array1<f64> {
    let classes = scores.len() as f64;
    let mut gradient = Array1::zeros(scores.len());
    for c in (0..scores.len()).filter(|&c| c != class) {
        if 1.0 - scores[class] + scores[c] > 0.0 {
            gradient[c] += 1.0 / classes;
            gradient[class] -= 1.0 / classes;
        }
    }
    gradient
}
