//! For $u > 0$ the cost has the derivative $u - w + s\lambda\rho + s\lambda(1 - \rho)u$.
//! It is zero at $u = (w - s\lambda\rho) / (1 + s\lambda(1 - \rho))$, which is positive only
//! when $w > s\lambda\rho$. So the L1 part thresholds first, and the L2 part divides what is
//! left. The two proximal operators may be composed in this order, and in no other.

use ndarray::Array1;

/// R(w).
pub fn value(weights: &Array1<f64>, lambda: f64, rho: f64) -> f64 {
    let l1 = weights.mapv(f64::abs).sum();
    let l2 = weights.dot(weights);
    lambda * (rho * l1 + 0.5 * (1.0 - rho) * l2)
}

/// prox(w), weight by weight.
pub fn proximal(weights: &Array1<f64>, step: f64, lambda: f64, rho: f64) -> Array1<f64> {
    let threshold = step * lambda * rho;
    let divisor = 1.0 + step * lambda * (1.0 - rho);
    weights.mapv(|weight| (weight - weight.clamp(-threshold, threshold)) / divisor)
}
