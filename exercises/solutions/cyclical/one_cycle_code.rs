//! The top is at step $0.3\,T - 1$, which need not be whole: of 37 steps it is $10.1$, and no step
//! has quite the peak rate. The last rate is a ten-thousandth of the *first*, not of the peak.

/// The rate of a step.
pub fn rate(step: usize, most: f64, steps: usize) -> f64 {
    along(step, steps, most / 25.0, most, most / 25e4)
}

/// The momentum of a step.
pub fn momentum(step: usize, steps: usize) -> f64 {
    along(step, steps, 0.95, 0.85, 0.95)
}

fn along(step: usize, steps: usize, first: f64, top: f64, last: f64) -> f64 {
    let (step, end) = (step as f64, steps as f64 - 1.0);
    let peak = 0.3 * steps as f64 - 1.0;
    let cosine = |a: f64, b: f64, share: f64| {
        b + (a - b) * (1.0 + (std::f64::consts::PI * share).cos()) / 2.0
    };
    if step <= peak {
        cosine(first, top, step / peak)
    } else {
        cosine(top, last, (step - peak) / (end - peak))
    }
}
