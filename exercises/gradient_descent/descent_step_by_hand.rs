//! # One step, worked by hand
//!
//! The model is $\hat y = w x + b$ with $w = 2$ and $b = 1$, and the loss is the squared
//! error $L = (\hat y - y)^2$ of one sample: $x = 3$, $y = 10$. Take one step of gradient
//! descent at the rate $\eta = 0.05$, with both parameters from the same gradient.
//!
//! Then put the new parameters back into the model. Is the loss what you expected? The
//! last question is about the next rate: on this one sample, from which $\eta$ on does a
//! step no longer lower the loss?

/// `[∂L/∂w, ∂L/∂b]` at the start.
pub fn gradient() -> [f64; 2] {
    todo!()
}

/// `[w, b]` after the step.
pub fn after() -> [f64; 2] {
    todo!()
}

/// The loss after the step.
pub fn loss_after() -> f64 {
    todo!()
}

/// The smallest rate at which the step leaves the loss as large as it was.
pub fn largest_rate() -> f64 {
    todo!()
}
