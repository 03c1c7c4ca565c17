//! A triangle spends as long above its middle as below: $5$. The second cycle of `triangular2` has
//! the height 4 and the mean 3, so the two have the mean $4$. A half cosine has the mean of its ends:
//! $0.3 \cdot \frac{0.4 + 10}{2} + 0.7 \cdot \frac{10}{2} = 5.06$, about half of the peak, whatever the
//! steps. And η grows by 25 while $1 - \beta$ grows by 3: $\frac{25}{3}$.

/// The mean over `steps` steps.
fn mean(rate: impl Fn(usize) -> f64, steps: usize) -> f64 {
    (0..steps).map(rate).sum::<f64>() / steps as f64
}

/// A triangle of 100 steps between 0 and 1, and the cycle that it is in.
fn triangle(step: usize) -> (f64, i32) {
    let within = step % 100;
    (within.min(100 - within) as f64 / 50.0, (step / 100) as i32)
}

/// The mean of triangular.
pub fn triangular_mean() -> f64 {
    mean(|step| 1.0 + 8.0 * triangle(step).0, 1000)
}

/// The mean of triangular2 over two cycles.
pub fn triangular2_mean() -> f64 {
    let rate = |step| {
        let (height, cycle) = triangle(step);
        1.0 + 8.0 * height * 0.5_f64.powi(cycle)
    };
    mean(rate, 200)
}

/// The mean of 1cycle.
pub fn one_cycle_mean() -> f64 {
    let cosine = |a: f64, b: f64, share: f64| {
        b + (a - b) * (1.0 + (std::f64::consts::PI * share).cos()) / 2.0
    };
    let rate = |step| match step as f64 {
        step if step <= 299.0 => cosine(0.4, 10.0, step / 299.0),
        step => cosine(10.0, 4e-5, (step - 299.0) / 700.0),
    };
    mean(rate, 1000)
}

/// The growth of η/(1 − β).
pub fn growth() -> f64 {
    25.0 * 0.05 / 0.15
}
