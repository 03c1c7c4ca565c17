//! # Project C, milestone 2: a schedule that listens
//!
//! Put three strategies together: a warm-up, cuts where training has stopped getting better,
//! and a final fall. The run has $T$ steps; `losses[t]` and `cosines[t]` are the loss and the
//! latest cosine that are known after step $t$, so the rate of step $t$ may use those *before*
//! $t$ only. Plan: `[peak, factor, least]` and `[warmup, patience, window, finish]`.
//!
//! 1. At steps $t <$ `warmup` the rate is `peak` $\cdot (t + 1) /$ `warmup`.
//! 2. From then on the rate is the current one, `peak` at first. Before the rate of a step is
//!    given, the current rate is multiplied by `factor`, but not below `least`, if *both*
//!    hold: more than `patience` losses in a row, all since the warm-up or the last cut, were
//!    no lower than the best before them; and the mean of the last `window` cosines is at or
//!    below 0. With fewer than `window` cosines there is no cut.
//! 3. In the last `finish` steps there are no cuts. The rate is the current one times
//!    $(T - t) /$ `finish`.
//!
//! The best loss is the lowest of the whole run so far, that of the warm-up included; only
//! the count of losses that were no lower begins after the warm-up, with `losses[warmup]`.
//! `warmup` and `finish` may be 0, and together are at most $T$.

/// The rate of each of T steps.
pub fn rates(
    losses: &[f64],
    cosines: &[f64],
    plan: [f64; 3],
    counts: [usize; 4],
) -> Vec<f64> {
    todo!()
}
