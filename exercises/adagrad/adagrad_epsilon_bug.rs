//! # One network learns, its copy does not
//!
//! A network was trained with AdaGrad and $\varepsilon = 10^{-10}$ added to the root, as
//! in PyTorch. Somebody carried it over to a framework that takes $\varepsilon$ as well,
//! and wrote this step with the same number. A layer whose gradients are near $10^{-6}$
//! now hardly moves.
//!
//! Find what differs from $\theta \leftarrow \theta - \eta\, g / (\sqrt{G} +
//! \varepsilon)$ and repair it.

/// θ after a step; `squares` is G and holds `gradient` already.
pub fn step(theta: f64, gradient: f64, squares: f64, rate: f64, epsilon: f64) -> f64 {
    theta - rate * gradient / (squares + epsilon).sqrt()
}
