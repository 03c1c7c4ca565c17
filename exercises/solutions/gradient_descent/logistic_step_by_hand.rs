//! The logit is $z = 1 \cdot 2 - 1 = 1$, so $p = 1/(1 + e^{-1}) \approx 0.731$: the model
//! leans to the wrong class. The derivative of the cross-entropy with respect to the logit
//! is $p - y$, here $p$ itself, and the chain rule multiplies it by $x = 2$ for $w$ and by
//! 1 for $b$: $(1.462, 0.731)$. At $\eta = 0.2$ the parameters become $w \approx 0.708$ and
//! $b \approx -1.146$, the logit $0.269$, and the probability falls to $0.567$. Cross-entropy
//! and the sigmoid fit: $p - y$ has no factor $p(1 - p)$ that would make a confident mistake
//! slow to mend.

/// The probability p before the step.
pub fn probability() -> f64 {
    1.0 / (1.0 + (-1.0_f64).exp())
}

/// `[∂L/∂w, ∂L/∂b]` at the start.
pub fn gradient() -> [f64; 2] {
    [2.0 * probability(), probability()]
}

/// `[w, b]` after the step.
pub fn after() -> [f64; 2] {
    let [by_weight, by_bias] = gradient();
    [1.0 - 0.2 * by_weight, -1.0 - 0.2 * by_bias]
}
