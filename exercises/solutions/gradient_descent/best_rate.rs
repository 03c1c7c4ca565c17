//! $|1 - \eta\lambda|$ is convex in $\lambda$, so only the smallest curvature $\mu$ and the
//! largest $L$ count. As $\eta$ grows, $1 - \eta\mu$ falls and $\eta L - 1$ rises; the larger
//! of the two is least where they are equal: $1 - \eta\mu = \eta L - 1$, that is
//! $\eta = 2/(\mu + L)$, with the contraction $(L - \mu)/(L + \mu)$.
//!
//! Counting the steps by multiplication rather than by $\ln(\text{factor})/\ln(c)$ needs no
//! case for $c = 0$, where the logarithm is $-\infty$.

use ndarray::Array1;

/// The largest |1 − ηλᵢ|.
pub fn contraction(curvatures: &Array1<f64>, rate: f64) -> f64 {
    let factors = curvatures.mapv(|curvature| (1.0 - rate * curvature).abs());
    factors.fold(0.0, |most, &factor| f64::max(most, factor))
}

/// The rate with the smallest contraction.
pub fn best_rate(curvatures: &Array1<f64>) -> f64 {
    let smallest = curvatures.iter().copied().fold(f64::INFINITY, f64::min);
    let largest = curvatures.iter().copied().fold(0.0, f64::max);
    2.0 / (smallest + largest)
}

/// The smallest whole number t, as `f64`, with contraction^t ≤ factor at the best rate.
pub fn steps(curvatures: &Array1<f64>, factor: f64) -> f64 {
    let contraction = contraction(curvatures, best_rate(curvatures));
    let (mut steps, mut left) = (0.0, 1.0);
    while left > factor {
        left *= contraction;
        steps += 1.0;
    }
    steps
}
