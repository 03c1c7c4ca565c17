//! It looks for the best epoch to know when to stop, and then delivers the last one: the weights
//! after `patience` epochs without progress. In Keras that is the default,
//! `restore_best_weights=False`. In a loop of your own, keep a *copy* of the best weights: a
//! second name for the same array would follow the training.

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
