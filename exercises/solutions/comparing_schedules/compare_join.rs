//! `joined` takes away the steps of each piece that is over; what is left is the clock of
//! the piece at hand. The last piece has no end, so the loop stops before it: after $n - 1$
//! pieces the clock of the last is $t - (s_1 + \dots + s_{n-1})$. `chained` leaves the clock
//! alone. The first is PyTorch's `SequentialLR` and optax's `join_schedules`, the second
//! PyTorch's `ChainedScheduler`.

/// A schedule: the rate of a step.
pub type Rates = fn(usize) -> f64;

/// The rate of `step` under pieces of (steps, schedule). There is at least one piece.
pub fn joined(pieces: &[(usize, Rates)], step: usize) -> f64 {
    let (mut clock, last) = (step, pieces.len() - 1);
    for &(steps, schedule) in &pieces[..last] {
        if clock < steps {
            return schedule(clock);
        }
        clock -= steps;
    }
    (pieces[last].1)(clock)
}

/// `base` times the product of all factors at `step`.
pub fn chained(base: f64, factors: &[Rates], step: usize) -> f64 {
    base * factors.iter().map(|factor| factor(step)).product::<f64>()
}
