//! # One step under each loss
//!
//! The model is $\hat y = w x + b$ with $w = 2$ and $b = 0$. It meets one sample, $x = 3$
//! with the target $y = 16$. Take one step of gradient descent,
//! $w \leftarrow w - \eta\, \partial L / \partial w$ and the same for $b$, with the rate
//! $\eta = 0.1$, three times from the same start: under the squared error $L = r^2$,
//! under the absolute error $L = |r|$, and under the Huber loss with $\delta = 2$. The
//! residual is $r = \hat y - y$.
//!
//! Then put the new parameters back into the model and give the residual that each step
//! leaves. Before you compute it, guess: which of the three steps brings the prediction
//! closest to the target?

/// `[w, b]` after the step under the squared error.
pub fn squared_error() -> [f64; 2] {
    todo!()
}

/// `[w, b]` after the step under the absolute error.
pub fn absolute_error() -> [f64; 2] {
    todo!()
}

/// `[w, b]` after the step under the Huber loss with the threshold 2.
pub fn huber() -> [f64; 2] {
    todo!()
}

/// The residual after each of the three steps, in the order of the functions above.
pub fn residuals_after() -> [f64; 3] {
    todo!()
}
