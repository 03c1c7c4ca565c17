//! After $t$ steps $G = t$, so step $t$ has the length $\eta/\sqrt{t}$. The sum
//! $\sum_{t=1}^{T} 1/\sqrt{t}$ is nearly $2\sqrt{T} - 1.46$: with $T = 100$ it is $18.6$,
//! and the distance $1.86$. A hundred times as many steps get $10.7$ times as far, not a
//! hundred times: the rate falls, but its sum has no bound, so AdaGrad gets anywhere in
//! the end. On a slope of $1000$ every $g/\sqrt{G}$ is the same, and so is the distance.

/// The distance after 100 steps with the gradient 1.
pub fn distance() -> f64 {
    run(1.0, 100)
}

/// The distance after 100 steps with the gradient 1000.
pub fn distance_when_steep() -> f64 {
    run(1000.0, 100)
}

/// The distance after 10 000 steps over that after 100 steps.
pub fn ratio() -> f64 {
    run(1.0, 10_000) / run(1.0, 100)
}

fn run(gradient: f64, steps: usize) -> f64 {
    let (mut squares, mut distance) = (0.0, 0.0);
    for _ in 0..steps {
        squares += gradient * gradient;
        distance += 0.1 * gradient / f64::sqrt(squares);
    }
    distance
}
