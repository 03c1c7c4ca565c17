//! Two counters: how long nothing was better, and how long is left of the cooldown, during
//! which the first stays at zero. This is PyTorch's order: first compare, then cool, then
//! cut.

use ndarray::Array1;

/// The number of losses heard at each cut, without a cooldown.
pub fn cuts(losses: &Array1<f64>, patience: usize, threshold: f64) -> Array1<f64> {
    cuts_with_cooldown(losses, patience, threshold, 0)
}

/// The same with a cooldown.
pub fn cuts_with_cooldown(
    losses: &Array1<f64>,
    patience: usize,
    threshold: f64,
    cooldown: usize,
) -> Array1<f64> {
    let (mut best, mut idle, mut cooling) = (f64::INFINITY, 0, 0);
    let mut cuts = Vec::new();
    for (index, &loss) in losses.iter().enumerate() {
        if loss < best * (1.0 - threshold) {
            (best, idle) = (loss, 0);
        } else {
            idle += 1;
        }
        if cooling > 0 {
            (cooling, idle) = (cooling - 1, 0);
        }
        if idle > patience {
            cuts.push((index + 1) as f64);
            (cooling, idle) = (cooldown, 0);
        }
    }
    Array1::from(cuts)
}
