//! A step multiplies $\theta_i$ by $1 - \eta\lambda_i$ and its part of the loss by the square.
//! The border is $2/8$. At $0.3$ the steep factor is $(1 - 2.4)^2 = 1.96$, the flat one
//! $(1 - 0.15)^2 = 0.7225$, and $1.96^{20} \approx 700\,000$, $1.96^{21} \approx 1\,370\,000$. Doubling is
//! $8\eta - 1 = \sqrt 2$.

/// The largest rate at which nothing grows.
pub fn border() -> f64 {
    2.0 / 8.0
}

/// The factor of the steep part of the loss at η = 0.3.
pub fn steep_factor() -> f64 {
    1.96
}

/// The factor of the flat part of the loss at η = 0.3.
pub fn flat_factor() -> f64 {
    0.85 * 0.85
}

/// The steps until the steep part has grown more than a millionfold at η = 0.3.
pub fn steps_to_a_million() -> f64 {
    21.0
}

/// The rate at which the steep part of the loss doubles at every step.
pub fn doubling_rate() -> f64 {
    (1.0 + std::f64::consts::SQRT_2) / 8.0
}
