//! Only the nearest sample of each class counts: the boundary is halfway between them, and
//! the score has to rise by $2$ over their distance, so $w$ is $2$ over it.
//!
//! At first these are $-1$ and $2$: boundary $\tfrac12$, slope $\tfrac23$. The sample at $5$
//! is beyond the margin, and may go where it likes on its side. The sample at $2$ is a
//! support vector: at $4$ it still is, since $5$ is farther, and the boundary follows half
//! the way. The sample at $-3$ was not one, but at $1$ it has come nearer than $-1$: the
//! line now hangs between $1$ and $2$, with a margin three times as narrow.

/// Boundary and slope for −3, −1 and 2, 5.
pub fn at_first() -> [f64; 2] {
    boundary_and_slope([-3.0, -1.0], [2.0, 5.0])
}

/// The same after the sample at 5 has moved to 50.
pub fn five_to_fifty() -> [f64; 2] {
    boundary_and_slope([-3.0, -1.0], [2.0, 50.0])
}

/// The same after the sample at 2 has moved to 4.
pub fn two_to_four() -> [f64; 2] {
    boundary_and_slope([-3.0, -1.0], [4.0, 5.0])
}

/// The same after the sample at −3 has moved to 1.
pub fn minus_three_to_one() -> [f64; 2] {
    boundary_and_slope([1.0, -1.0], [2.0, 5.0])
}

fn boundary_and_slope(negative: [f64; 2], positive: [f64; 2]) -> [f64; 2] {
    let below = negative[0].max(negative[1]);
    let above = positive[0].min(positive[1]);
    [0.5 * (below + above), 2.0 / (above - below)]
}
