//! # The rate in other units
//!
//! On a loss $L(\theta)$ you have found the best rates: $\eta = 0.1$ for gradient descent and
//! $\eta = 0.03$ for Adam (whose $\varepsilon$ is too small to matter). Now the problem is
//! written down in other units, and nothing else changes. Choose the rate that makes the same
//! walk.
//!
//! First the loss is reported in cents: it is $100\,L(\theta)$. Then, with the old loss, the
//! parameters are measured in tenths: the new ones are $\theta' = 10\,\theta$, and the loss is
//! $L(\theta'/10)$; the walk should be the same in the old units.

/// The rate of gradient descent on 100 L.
pub fn descent_on_cents() -> f64 {
    todo!()
}

/// The rate of Adam on 100 L.
pub fn adam_on_cents() -> f64 {
    todo!()
}

/// The rate of gradient descent on θ′ = 10θ.
pub fn descent_on_tenths() -> f64 {
    todo!()
}

/// The rate of Adam on θ′ = 10θ.
pub fn adam_on_tenths() -> f64 {
    todo!()
}
