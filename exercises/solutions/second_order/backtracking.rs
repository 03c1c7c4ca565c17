//! The comparison is written so that NaN fails it: `value <= bound` is false for NaN, while
//! `value > bound` would be false too, and accept it. The bound falls with $\alpha$: at
//! half the step half of the decrease is asked for.

/// The accepted α, or 0. `slope` is φ′(0).
pub fn backtrack(phi: fn(f64) -> f64, slope: f64, first: f64, c1: f64) -> f64 {
    if slope >= 0.0 {
        return 0.0;
    }
    let start = phi(0.0);
    let mut alpha = first;
    for _ in 0..=50 {
        if phi(alpha) <= start + c1 * alpha * slope {
            return alpha;
        }
        alpha *= 0.5;
    }
    0.0
}
