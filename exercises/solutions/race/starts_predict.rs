//! Gradient descent with small steps ends in the minimum on its side of the hill. At the top the
//! gradient is zero, and nothing tells it to leave; a hair beside it, it would. Momentum from 2 comes
//! down with speed, rolls over the hill, and is too slow to come back: the same start, another end. The
//! minimum that a method finds belongs to the start *and* to the method. With $\beta = 0.5$ it would
//! not have made it over the hill.
//!
//! On the parabola each step takes the same share of what is left. From 1 it is a factor of $10^2$, from
//! 100 one of $10^4$: twice the steps. Distance counts by its logarithm.

/// Where gradient descent from 0.5 ends.
pub fn descent_from_one_half() -> f64 {
    walk(0.5, 0.0)
}

/// Where gradient descent from 2 ends.
pub fn descent_from_two() -> f64 {
    walk(2.0, 0.0)
}

/// Where gradient descent from 0 ends.
pub fn descent_from_zero() -> f64 {
    walk(0.0, 0.0)
}

/// Where momentum from 2 ends.
pub fn momentum_from_two() -> f64 {
    walk(2.0, 0.8)
}

/// The steps from 100, over the steps from 1.
pub fn a_hundred_times_as_far() -> f64 {
    steps(100.0) / steps(1.0)
}

fn walk(start: f64, beta: f64) -> f64 {
    let (mut x, mut v) = (start, 0.0);
    for _ in 0..3000 {
        v = beta * v + x * x * x - x;
        x -= 0.05 * v;
    }
    x
}

/// Steps on the parabola until 0.01.
fn steps(start: f64) -> f64 {
    let (mut x, mut steps) = (start, 0.0);
    while x > 0.01 {
        x -= 0.1 * x;
        steps += 1.0;
    }
    steps
}
