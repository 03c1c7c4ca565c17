//! The first step is $\eta/\sqrt{1 - \rho} = 0.316$: $v$ holds a tenth of the square.
//! In the end the parameter hops between $\eta/2$ and $-\eta/2$. There the gradient is
//! $\lambda\eta/2$ in size, $v$ is its square, and the step is $\eta$ long, to the other
//! side. The curvature cancels, so it hops alike at $\lambda = 100$; the rate does not.

/// The length of the first step.
pub fn first_step() -> f64 {
    3.0 - run(1.0, 0.1, 1)
}

/// The distance after 500 steps, with curvature 1.
pub fn distance() -> f64 {
    run(1.0, 0.1, 500).abs()
}

/// The distance after 500 steps, with curvature 100.
pub fn distance_when_steep() -> f64 {
    run(100.0, 0.1, 500).abs()
}

/// The distance after 500 steps, with curvature 1 and the rate 0.05.
pub fn distance_at_half_the_rate() -> f64 {
    run(1.0, 0.05, 500).abs()
}

fn run(curvature: f64, rate: f64, steps: usize) -> f64 {
    let (mut theta, mut v) = (3.0, 0.0);
    for _ in 0..steps {
        let gradient = curvature * theta;
        v = 0.9 * v + 0.1 * gradient * gradient;
        theta -= rate * gradient / (f64::sqrt(v) + 1e-8);
    }
    theta
}
