//! # One anchor, four negatives
//!
//! The anchor is at $(0, 0)$, the positive at $(3, 4)$, the margin is $m = 2$, and the loss
//! of a triplet is $\max(0, d(a, p) - d(a, n) + m)$ with Euclidean distances. Four
//! negatives stand ready:
//!
//! | name | negative |
//! |---|---|
//! | A | $(0, 4)$ |
//! | B | $(6, 0)$ |
//! | C | $(0, -7)$ |
//! | D | $(-6, -8)$ |
//!
//! Give the loss with each, in order. Then the place in the list (1 for A, 2 for B, …) of
//! the one that hardest mining takes, and of the one that semi-hard mining takes. And
//! last the loss with B when the distances are *squared* and the margin stays $2$.

/// The losses with A, B, C and D.
pub fn losses() -> [f64; 4] {
    todo!()
}

/// The place of the hardest negative.
pub fn hardest() -> f64 {
    todo!()
}

/// The place of the semi-hard negative.
pub fn semi_hard() -> f64 {
    todo!()
}

/// The loss with B under squared distances.
pub fn squared_loss_of_b() -> f64 {
    todo!()
}
