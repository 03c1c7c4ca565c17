//! # Phases with names
//!
//! A run is planned as phases, "warm-up", "stable" and "decay" say. A phase is given by its
//! number of steps and by the rates $a$ at its beginning and $b$ at its end, between which
//! the rate goes in a straight line: at step $t$ of a phase of $s$ steps it is
//! $$ a + (b - a)\, \frac{t}{s}, $$
//! so that $b$ is reached one step after the last of the phase. After the last phase its $b$
//! stays, and the run is in no phase.
//!
//! Write both questions that a log asks: in which phase is a step, and at which rate? A
//! phase of 0 steps is never entered.

/// The name of the phase of `step`, or "done" after the last, under phases of (name, steps,
/// from, to).
pub fn phase(phases: &[(&'static str, usize, f64, f64)], step: usize) -> &'static str {
    todo!()
}

/// The rate of `step`. There is at least one phase.
pub fn rate(phases: &[(&'static str, usize, f64, f64)], step: usize) -> f64 {
    todo!()
}
