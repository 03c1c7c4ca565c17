//! At $w = b = 0$ every point has the probability one half and costs $\ln 2 = 0.693$. At $b = 3$ the three
//! points of class 1 cost $0.049$ each and the other three $3.049$; at $b = -3$ they change places, and
//! the mean is the same. The bias is symmetric here because the classes are equally frequent.
//!
//! With $b = 3$ the border is at $-3/w$. At the best $w$, about 2, it is near $-1.5$, in the gap between
//! the points: the weights have grown to bring the border back. Four of six points are right, as
//! many as at $b = 0$, but the least loss has doubled, from $0.575$ to $1.159$. The curve over
//! $w$ is higher, and its minimum elsewhere; the accuracy feels nothing.

/// The loss at w = 0, b = 0.
pub fn at_zero() -> f64 {
    loss(0.0, 0.0)
}

/// The loss at w = 0, b = 3.
pub fn at_three() -> f64 {
    loss(0.0, 3.0)
}

/// The loss at w = 0, b = −3.
pub fn at_minus_three() -> f64 {
    loss(0.0, -3.0)
}

/// Where the border is at b = 3 and the best w.
pub fn border() -> f64 {
    -3.0 / best(3.0)
}

/// The share of points on the right side there.
pub fn accuracy() -> f64 {
    let w = best(3.0);
    let right = POINTS.iter().filter(|(x, sign)| sign * (w * x + 3.0) > 0.0).count();
    right as f64 / POINTS.len() as f64
}

/// x, and 1 for class 1 or −1 for class 0.
const POINTS: [(f64, f64); 6] =
    [(1.0, 1.0), (2.0, 1.0), (-1.0, -1.0), (-2.0, -1.0), (-1.0, 1.0), (1.0, -1.0)];

fn loss(w: f64, b: f64) -> f64 {
    let of = |(x, sign): &(f64, f64)| (-sign * (w * x + b)).exp().ln_1p();
    POINTS.iter().map(of).sum::<f64>() / POINTS.len() as f64
}

/// Where ∂L/∂w is zero, by halving: the loss is convex.
fn best(b: f64) -> f64 {
    let slope = |w: f64| {
        let of = |(x, sign): &(f64, f64)| -sign * x / (1.0 + (sign * (w * x + b)).exp());
        POINTS.iter().map(of).sum::<f64>()
    };
    let (mut low, mut high) = (-10.0, 10.0);
    for _ in 0..60 {
        let w = 0.5 * (low + high);
        if slope(w) < 0.0 { low = w } else { high = w }
    }
    low
}
