//! Three pieces, in the order in which time goes through them. Where $W = 0$ the first is
//! empty, so nothing is divided by $W$; where $W = T$ the second is, so nothing is divided by
//! $T - W$.

/// The rate of step `step` over the peak; `warmup` is W, `steps` is T, at least W.
pub fn share(step: usize, warmup: usize, steps: usize) -> f64 {
    if step < warmup {
        step as f64 / warmup as f64
    } else if step < steps {
        let fallen = (step - warmup) as f64 / (steps - warmup) as f64;
        (1.0 + (std::f64::consts::PI * fallen).cos()) / 2.0
    } else {
        0.0
    }
}
