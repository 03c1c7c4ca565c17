//! The mean is $8/4 = 2$, the deviations are $-1, 1, -4, 4$, and the mean of their squares is
//! $34/4 = 8.5$. Two independent draws halve it: $4.25$. Without replacement the second draw is
//! pulled to the other side of the mean by the first, and the factor $(n-b)/(n-1) = 2/3$ takes
//! a third away: $17/6 \approx 2.83$. You can check it: the six pairs have the means
//! $2, -0.5, 3.5, 0.5, 4.5$ and $2$.

/// The gradient of all four, which is their mean.
pub fn full_gradient() -> f64 {
    2.0
}

/// The variance of the gradient of one sample drawn at random.
pub fn variance_of_one() -> f64 {
    8.5
}

/// The variance of the mean gradient of two samples, drawn with replacement.
pub fn variance_of_two_with() -> f64 {
    4.25
}

/// The same drawn without replacement.
pub fn variance_of_two_without() -> f64 {
    17.0 / 6.0
}
