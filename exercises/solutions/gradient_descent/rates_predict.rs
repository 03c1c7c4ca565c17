//! Each step multiplies $x$ by $1 - 2\eta$: $-1$ at the rate 1, so that an even number of
//! steps returns to 10; $0$ at the rate 0.5, which lands at once; $0.8$ and $-0.8$ at 0.1
//! and 0.9, which shrink equally fast; $-1.2$ at 1.1, so that the loss grows by $1.44$ a
//! step. Two rates are twins when $1 - 2\eta = -(1 - 2\eta')$, that is $\eta + \eta' = 1$:
//! too small and too large by the same amount are equally slow, until one of them diverges.

/// x after 20 steps at the rate 1.
pub fn at_one() -> f64 {
    walk(1.0, 20)
}

/// x after 1 step at the rate 0.5.
pub fn at_one_half() -> f64 {
    walk(0.5, 1)
}

/// |x| after 20 steps at the rate 0.9, divided by |x| after 20 steps at the rate 0.1.
pub fn nine_tenths_over_one_tenth() -> f64 {
    (walk(0.9, 20) / walk(0.1, 20)).abs()
}

/// The loss after one step at the rate 1.1, divided by the loss before it.
pub fn loss_ratio_at_one_point_one() -> f64 {
    (walk(1.1, 1) / walk(1.1, 0)).powi(2)
}

/// The rate, above 1/2, whose walk shrinks |x| by the same factor as the rate 0.3.
pub fn twin_of_three_tenths() -> f64 {
    0.7
}

fn walk(rate: f64, steps: usize) -> f64 {
    (0..steps).fold(10.0, |x, _| x - rate * 2.0 * x)
}
