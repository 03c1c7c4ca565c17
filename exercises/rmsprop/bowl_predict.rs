//! # RMSprop against Adam, on the bowl
//!
//! The loss is $\frac{1}{2}(w_1^2 + 10\, w_2^2)$, the start $(3.5, 3.5)$. RMSprop with $\rho = 0.9$
//! and Adam with its default $\beta_1 = 0.9$, $\beta_2 = 0.999$ both have the rate $\eta = 0.25$,
//! and take 600 steps. No other settings.
//!
//! Predict, for each of the two, how far its first step moves $w_1$, and how far from zero $w_1$ is
//! in the end. Then the last: along all of Adam's walk, how far are $w_1$ and $w_2$ apart at most,
//! although one direction is ten times as steep as the other? The check runs all of them. An
//! answer is right within $0.01$.

/// The length of the first step of RMSprop in w₁.
pub fn first_of_rmsprop() -> f64 {
    todo!()
}

/// The length of the first step of Adam in w₁.
pub fn first_of_adam() -> f64 {
    todo!()
}

/// |w₁| after 600 steps of RMSprop.
pub fn rest_of_rmsprop() -> f64 {
    todo!()
}

/// |w₁| after 600 steps of Adam.
pub fn rest_of_adam() -> f64 {
    todo!()
}

/// The largest |w₁ − w₂| of Adam's walk.
pub fn apart() -> f64 {
    todo!()
}
