//! $L' = 8 w (\theta - 2) + 2 \theta = 0$ gives $\theta = \frac{16 w}{8 w + 2}$. With
//! $w = 1$ that is $1.6$. At $\theta = 1$ the values are $A = 16$ and $B = 1$, so equal
//! values take $w = \frac{1}{16}$, and the minimum moves to
//! $\frac{1}{2.5} = 0.4$: far to the side of $B$, although the values are equal, because
//! three quarters of $A$ are noise that does not pull. The pulls at $\theta = 1$ are
//! $-8$ and $2$: equal with $w = \frac14$, and then the minimum is at $1$.

/// Where L is least with w = 1.
pub fn minimum_without_weights() -> f64 {
    1.6
}

/// The w that makes both terms equal in value at θ = 1.
pub fn weight_for_equal_values() -> f64 {
    0.0625
}

/// Where L is least with that weight.
pub fn minimum_with_equal_values() -> f64 {
    0.4
}

/// The w with which both terms pull equally hard at θ = 1.
pub fn weight_for_equal_pulls() -> f64 {
    0.25
}
