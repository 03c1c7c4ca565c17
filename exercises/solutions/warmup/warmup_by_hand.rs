//! $\eta\, t/W$ is 0, 2 and 6 at the steps 0, 1 and 3, and the peak 8 at step 4. From there on
//! eight steps lead down to 0 at step 12, so each takes 1 away: 4 at step 8, and 1 at step 11,
//! the last. $\eta\,(t+1)/W$ is 2, 4, 6, 8: the peak is at step $W - 1$. From a quarter, 2, to 8 in
//! four steps each step adds 1.5.

/// η t/W, then the line: the rates at the steps 0, 1, 3, 4, 8 and 11.
pub fn from_zero() -> [f64; 6] {
    [0.0, 2.0, 6.0, 8.0, 4.0, 1.0]
}

/// η (t + 1)/W: the rates at the steps 0, 1, 2 and 3.
pub fn counted_from_one() -> [f64; 4] {
    [2.0, 4.0, 6.0, 8.0]
}

/// A rise from one quarter of the peak at step 0, in equal differences, to the peak at step W:
/// the rates at the steps 0, 1, 2, 3 and 4.
pub fn from_a_quarter() -> [f64; 5] {
    [2.0, 3.5, 5.0, 6.5, 8.0]
}
