//! # Warm restarts
//!
//! Write the rate of step $t$ under warm restarts: cycles of $T_0$, $m T_0$, $m^2 T_0$, … steps,
//! in each of which the rate falls along a cosine from 1 toward 0. The first step of each cycle
//! has the rate 1, and 0 itself is never used.

/// The rate of step `step` with cycles of `first`, `growth` · `first`, … steps.
pub fn rate(step: usize, first: usize, growth: usize) -> f64 {
    todo!()
}
