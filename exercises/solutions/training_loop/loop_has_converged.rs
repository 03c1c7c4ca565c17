//! The best before the window is the best of *all* earlier losses. A comparison with the loss
//! just before the window, or of neighbors, takes a noisy loss that has risen for a run that
//! makes progress again.
//!
//! What the test cannot do is in the chapter: it passes runs that crawl, swing or diverge.

/// Whether the last `patience` losses brought no progress.
pub fn has_converged(history: &[f64], patience: usize, min_delta: f64) -> bool {
    if history.len() <= patience {
        return false;
    }
    let (earlier, last) = history.split_at(history.len() - patience);
    let best = earlier.iter().copied().fold(f64::INFINITY, f64::min);
    !last.iter().any(|&loss| loss < best - min_delta)
}
