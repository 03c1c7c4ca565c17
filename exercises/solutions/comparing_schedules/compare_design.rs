//! Warm-up, stable, decay is made for demands 2 and 3. The warm-up begins one step up, at
//! $0.5/50 = 0.01$, because of demand 1; the fall takes the last 300 steps, each of which
//! changes the rate by $0.5/300 < 0.002$; it would reach 0 at step 1000 and stay there. In the
//! parts of this book: `Warmup::new(49, 0.02, Then::new(Constant::new(0.5)?, 651,
//! Linear::new(0.5, 0.0, 300)?))?`.

/// The rate of a step.
pub fn rate(step: usize) -> f64 {
    match step {
        0..50 => 0.5 * (step as f64 + 1.0) / 50.0,
        50..700 => 0.5,
        700..1000 => 0.5 * (1000 - step) as f64 / 300.0,
        _ => 0.0,
    }
}
