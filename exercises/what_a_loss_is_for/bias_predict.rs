//! # Moving the bias
//!
//! A logistic regression with one input has the logit $z = wx + b$ and the binary cross-entropy of
//! the chapter's second surface, $\ln(1 + e^{-z})$ for a point of class 1 and $\ln(1 + e^{z})$ for one
//! of class 0. There are six points: $x = 1$ and $2$ of class 1, $x = -1$ and $-2$ of class 0, and two on
//! the wrong side, $x = -1$ of class 1 and $x = 1$ of class 0.
//!
//! Predict what moving $b$ does. First the mean loss at $w = 0$, where the input does not count: for
//! $b = 0$, $b = 3$ and $b = -3$. Then hold $b = 3$ and let $w$ be the best for it: at which
//! $x$ is the border, $z = 0$? And which share of the six is then on the right side? The check finds the
//! best $w$. An answer is right within $0.05$.

/// The loss at w = 0, b = 0.
pub fn at_zero() -> f64 {
    todo!()
}

/// The loss at w = 0, b = 3.
pub fn at_three() -> f64 {
    todo!()
}

/// The loss at w = 0, b = −3.
pub fn at_minus_three() -> f64 {
    todo!()
}

/// Where the border is at b = 3 and the best w.
pub fn border() -> f64 {
    todo!()
}

/// The share of points on the right side there.
pub fn accuracy() -> f64 {
    todo!()
}
