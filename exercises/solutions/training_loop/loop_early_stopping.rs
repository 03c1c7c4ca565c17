//! Two numbers are remembered: the best loss and how long ago it was. The count goes back to
//! zero with each new best, and the best is compared with min_delta in between, so that small
//! improvements add up until they count.

/// The last epoch that is trained, and the one whose weights are kept.
pub fn stop(losses: &[f64], patience: usize, min_delta: f64) -> [usize; 2] {
    let (mut best, mut idle) = (0, 0);
    for epoch in 1..losses.len() {
        if losses[epoch] < losses[best] - min_delta {
            (best, idle) = (epoch, 0);
        } else {
            idle += 1;
        }
        if idle == patience {
            return [epoch, best];
        }
    }
    [losses.len() - 1, best]
}
