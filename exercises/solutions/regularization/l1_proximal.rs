//! For $u > 0$ the derivative $u - w + s\lambda$ is zero at $u = w - s\lambda$, which is
//! positive only when $w > s\lambda$; for $u < 0$ it is the mirror image. Between them the
//! cost falls toward zero from both sides, so $u = 0$. All three cases are $w$ less its part
//! within $[-s\lambda, s\lambda]$. That part is the derivative of the Huber loss with the
//! threshold $s\lambda$: what Huber keeps of a residual, soft-thresholding takes away.

use ndarray::Array1;

/// prox(w), weight by weight.
pub fn proximal(weights: &Array1<f64>, step: f64, lambda: f64) -> Array1<f64> {
    let threshold = step * lambda;
    weights.mapv(|weight| weight - weight.clamp(-threshold, threshold))
}
