//! Take whole cycles off the step until what is left is within one. What is left is
//! $t_i$, the length of that cycle is $T_i$.

/// The rate of step `step` with cycles of `first`, `growth` · `first`, … steps.
pub fn rate(step: usize, first: usize, growth: usize) -> f64 {
    let (mut left, mut length) = (step, first);
    while left >= length {
        left -= length;
        length *= growth;
    }
    let share = left as f64 / length as f64;
    (1.0 + (std::f64::consts::PI * share).cos()) / 2.0
}
