//! The positive is $5$ away; the negatives are $4$, $6$, $7$ and $10$ away. The losses are
//! $5 - 4 + 2 = 3$, $5 - 6 + 2 = 1$, $5 - 7 + 2 = 0$ and, beyond the margin, $0$.
//!
//! The hardest negative is the nearest, A, which is even nearer than the positive. A
//! semi-hard one is farther than the positive by less than the margin, between $5$ and
//! $7$: only B. C is exactly on the outer ring and costs nothing.
//!
//! Squared, B costs $25 - 36 + 2 < 0$, so nothing: with squared distances a margin of $2$
//! at a distance of $5$ is a gap of less than $0.2$. A margin is in units of what it is
//! compared with.

/// The losses with A, B, C and D.
pub fn losses() -> [f64; 4] {
    [3.0, 1.0, 0.0, 0.0]
}

/// The place of the hardest negative.
pub fn hardest() -> f64 {
    1.0
}

/// The place of the semi-hard negative.
pub fn semi_hard() -> f64 {
    2.0
}

/// The loss with B under squared distances.
pub fn squared_loss_of_b() -> f64 {
    0.0
}
