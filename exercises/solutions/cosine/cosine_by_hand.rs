//! At the quarter points the cosine is $1$, $0.7071$, $0$, $-0.7071$ and $-1$, so the rate is
//! $2 + 8 \cdot \frac{1 + \cos}{2}$: 10, 8.83, 6, 3.17 and 2. The eight steps are 0 to 7, and
//! $\cos \frac{7\pi}{8} = -0.9239$: the last has 2.30 and not 2. The mean of the cosine over half
//! a period is 0, so that of the rate is $(10 + 2)/2$.

/// The rates at the steps 0, 2, 4, 6 and 8.
pub fn quarter_points() -> [f64; 5] {
    let side = std::f64::consts::FRAC_1_SQRT_2;
    [10.0, 6.0 + 4.0 * side, 6.0, 6.0 - 4.0 * side, 2.0]
}

/// The rate of the last of the eight steps.
pub fn last_step() -> f64 {
    6.0 - 4.0 * (std::f64::consts::PI / 8.0).cos()
}

/// The mean height of the curve over its whole fall, from step 0 to step 8.
pub fn mean() -> f64 {
    6.0
}
