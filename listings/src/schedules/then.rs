//! One schedule after another.

use super::Schedule;

// ANCHOR: then
/// The first schedule for so many steps, then the second, whose clock starts at 0 there.
///
/// PyTorch's `SequentialLR`, optax's `join_schedules`. The two need not meet: a jump is
/// a jump.
///
/// ```
/// use listings::schedules::{Constant, Linear, Schedule, Then};
///
/// let hold = Constant::new(0.1)?;
/// let schedule = Then::new(hold, 2, Linear::new(0.1, 0.0, 2)?);
/// let rates: Vec<f64> = (0..5).map(|step| schedule.rate(step)).collect();
/// assert_eq!(rates, [0.1, 0.1, 0.1, 0.05, 0.0]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Then<First, Second> {
    first: First,
    steps: usize,
    second: Second,
}

impl<First: Schedule, Second: Schedule> Then<First, Second> {
    /// `first` at steps 0 … `steps` − 1, `second` from step `steps` on.
    pub fn new(first: First, steps: usize, second: Second) -> Self {
        Self { first, steps, second }
    }
}

impl<First: Schedule, Second: Schedule> Schedule for Then<First, Second> {
    fn rate(&self, step: usize) -> f64 {
        match step.checked_sub(self.steps) {
            None => self.first.rate(step),
            Some(later) => self.second.rate(later),
        }
    }
}
// ANCHOR_END: then
