//! A restart is two things: a new length, and a clock that is set to 0. The loop had the
//! first of them, so the cosine was entered half way down. A pure function of the step cannot
//! have this fault: it keeps no clock.

use ndarray::Array1;

/// The rates of `steps` steps, with cycles of `first`, 2 `first`, 4 `first`, … steps.
pub fn rates(steps: usize, first: usize) -> Array1<f64> {
    let (mut into, mut length) = (0, first);
    let mut rates = Vec::new();
    for _ in 0..steps {
        let share = into as f64 / length as f64;
        rates.push((1.0 + (std::f64::consts::PI * share).cos()) / 2.0);
        into += 1;
        if into == length {
            into = 0;
            length *= 2;
        }
    }
    Array1::from(rates)
}
