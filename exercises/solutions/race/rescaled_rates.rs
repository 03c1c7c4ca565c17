//! A hundred times the loss has a hundred times the gradient. Gradient descent needs a
//! hundredth of the rate; Adam divides by the size of the gradient and needs the same.
//!
//! With $\theta' = 10\,\theta$ the gradient is a tenth, $\partial L / \partial \theta' = g/10$,
//! and the step has to be ten times as long. Gradient descent: $\eta' g / 10 = 10\,\eta g$, so
//! $\eta' = 100\,\eta = 10$. Adam's step does not depend on the size of the gradient:
//! $\eta' = 10\,\eta = 0.3$.
//!
//! So the rate of gradient descent has the unit of $\theta^2 / L$, that of Adam the unit of
//! $\theta$. Two numbers in different units cannot be compared, which is why a race at equal
//! rates compares nothing.

/// The rate of gradient descent on 100 L.
pub fn descent_on_cents() -> f64 {
    0.1 / 100.0
}

/// The rate of Adam on 100 L.
pub fn adam_on_cents() -> f64 {
    0.03
}

/// The rate of gradient descent on θ′ = 10θ.
pub fn descent_on_tenths() -> f64 {
    0.1 * 100.0
}

/// The rate of Adam on θ′ = 10θ.
pub fn adam_on_tenths() -> f64 {
    0.03 * 10.0
}
