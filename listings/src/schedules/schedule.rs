//! The trait that every schedule implements.

// ANCHOR: schedule
/// The rate η as a function of the step: pure, so that to plot a schedule, to resume a
/// run at step 70 000 or to ask twice changes nothing.
///
/// A step is whatever the loop counts, updates or epochs, from 0. Every step has a rate,
/// also those beyond the last that a schedule was made for; each says what it is there.
pub trait Schedule {
    /// The rate of step t: finite, and not negative.
    fn rate(&self, step: usize) -> f64;
}
// ANCHOR_END: schedule

impl<S: Schedule + ?Sized> Schedule for Box<S> {
    fn rate(&self, step: usize) -> f64 {
        (**self).rate(step)
    }
}

impl<S: Schedule + ?Sized> Schedule for &S {
    fn rate(&self, step: usize) -> f64 {
        (**self).rate(step)
    }
}

// ANCHOR: progress
/// The share of `steps` that lies behind at `step`, at most 1. No steps are over at once.
pub(super) fn progress(step: usize, steps: usize) -> f64 {
    if step >= steps { 1.0 } else { step as f64 / steps as f64 }
}
// ANCHOR_END: progress
