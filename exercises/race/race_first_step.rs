//! # The first step of the race
//!
//! Rosenbrock's valley, $L(x, y) = (1 - x)^2 + 100\,(y - x^2)^2$. Three optimizers stand at
//! $(x, y) = (-1.5, -1.5)$, where $L = 1412.5$. Before you compute: who is lowest after one
//! step, and who after five hundred?
//!
//! Then work out the gradient, in the order $(\partial L / \partial x, \partial L / \partial
//! y)$; where gradient descent is after one step at the rate $\eta = 0.001$; where momentum
//! is after one step at the same rate, with $\beta = 0.9$ and a velocity that starts at zero;
//! and where Adam is after one step at $\eta = 0.01$ ($\varepsilon$ does not matter here).
//! The last number is the loss where gradient descent is now. Two decimals are enough.

/// The gradient at (−1.5, −1.5).
pub fn gradient() -> [f64; 2] {
    todo!()
}

/// (x, y) after a step of gradient descent.
pub fn descent() -> [f64; 2] {
    todo!()
}

/// (x, y) after the first step of momentum.
pub fn momentum() -> [f64; 2] {
    todo!()
}

/// (x, y) after the first step of Adam.
pub fn adam() -> [f64; 2] {
    todo!()
}

/// The loss where gradient descent is now.
pub fn loss_of_descent() -> f64 {
    todo!()
}
