//! The mean moves by $997/5$: each sample pulls in proportion to its distance, so the
//! outlier pulls as hard as it is wrong. The median moves to the next sample, from $3$ to
//! $4$: it counts how many samples lie on each side, not how far away they are.
//!
//! The Huber location $m$ is where the clamped residuals add up to zero. The outlier's
//! pull is capped at $\delta = 2$, and $1$ pulls back with the same force. The other
//! three, $2$, $4$ and $5$, stay in the quadratic zone, so $m$ is their mean, $11/3$, and
//! the move is $2/3$: less than the median's. The median has to land on a sample (or
//! between two); the Huber location averages the samples it trusts. And because the pull
//! is capped, a million moves it no further than a thousand.

/// By how much the mean moves.
pub fn mean_move() -> f64 {
    mean(&mistyped(1000.0)) - mean(&SAMPLE)
}

/// By how much the median moves.
pub fn median_move() -> f64 {
    median(&mistyped(1000.0)) - median(&SAMPLE)
}

/// By how much the Huber location moves.
pub fn huber_move() -> f64 {
    huber_location(&mistyped(1000.0), 2.0) - huber_location(&SAMPLE, 2.0)
}

/// By how much the Huber location moves when the 3 becomes a million.
pub fn huber_move_to_a_million() -> f64 {
    huber_location(&mistyped(1_000_000.0), 2.0) - huber_location(&SAMPLE, 2.0)
}

const SAMPLE: [f64; 5] = [1.0, 2.0, 3.0, 4.0, 5.0];

fn mistyped(value: f64) -> [f64; 5] {
    SAMPLE.map(|x| if x == 3.0 { value } else { x })
}

fn mean(sample: &[f64; 5]) -> f64 {
    sample.iter().sum::<f64>() / 5.0
}

fn median(sample: &[f64; 5]) -> f64 {
    let mut sorted = *sample;
    sorted.sort_by(f64::total_cmp);
    sorted[2]
}

/// The zero of the derivative of the summed Huber loss, which rises with `m`: halve the
/// bracket until it is a point.
fn huber_location(sample: &[f64; 5], delta: f64) -> f64 {
    let slope = |m: f64| sample.iter().map(|x| (m - x).clamp(-delta, delta)).sum::<f64>();
    let (mut low, mut high) = (0.0, 1_000_000.0);
    for _ in 0..80 {
        let middle = 0.5 * (low + high);
        if slope(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}
