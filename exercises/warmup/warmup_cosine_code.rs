//! # Warm-up, then a cosine
//!
//! Write the rate of step $t$, counted from 0, as a share of the peak: a straight rise $t/W$ for
//! $t < W$, then a cosine that falls from 1 at step $W$ to 0 at step $T$, and 0 from there on.
//!
//! $W = 0$ is a run without warm-up, and $W = T$ one that warms up and does nothing else.

/// The rate of step `step` over the peak; `warmup` is W, `steps` is T, at least W.
pub fn share(step: usize, warmup: usize, steps: usize) -> f64 {
    todo!()
}
