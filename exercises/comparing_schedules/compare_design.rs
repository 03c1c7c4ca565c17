//! # A schedule to specification
//!
//! You are given 1000 updates and this list of demands:
//!
//! 1. the first rate is above 0 and at most $0.05$: the first update may not be wasted, and
//!    not be wild;
//! 2. the largest rate of the run is $0.5$, within a millionth, and it is reached by step
//!    100;
//! 3. the rate never falls before step 700, so that the run can be prolonged until then;
//! 4. the last rate, that of step 999, is at most $0.005$ and not negative;
//! 5. no step changes the rate by more than $0.02$, up or down;
//! 6. a step beyond the end has the rate of the last step, or less.
//!
//! Write the schedule. There are many that will do; the check looks at every step of yours
//! and at no other.

/// The rate of a step.
pub fn rate(step: usize) -> f64 {
    todo!()
}
