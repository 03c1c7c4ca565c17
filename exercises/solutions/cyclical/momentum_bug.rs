//! The momentum has to be *least* where the rate is largest. Under a steady gradient a step is
//! $\eta/(1-\beta)$ times the gradient long. With the bounds $0.85$ and $0.95$ that is $20\eta$ in
//! place of $6.7\eta$ at the top: three times too long.

/// The rate of a step, as a share of the peak, in straight pieces.
pub fn rate(step: usize, steps: usize) -> f64 {
    0.04 + 0.96 * height(step, steps)
}

/// The momentum of a step, between `least` and `most`.
pub fn momentum(step: usize, steps: usize, least: f64, most: f64) -> f64 {
    most - (most - least) * height(step, steps)
}

/// 0 at both ends, 1 in the middle.
fn height(step: usize, steps: usize) -> f64 {
    let last = steps as f64 - 1.0;
    1.0 - (2.0 * step as f64 / last - 1.0).abs()
}
