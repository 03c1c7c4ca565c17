//! # Five scores, two hinges
//!
//! A classifier gives five samples the scores $f = (2, \tfrac12, -1, -\tfrac15, 1)$. Their
//! labels are $y = (1, 1, 1, -1, 1)$. Work out, with pencil and paper, the mean of the
//! hinge losses $\max(0, 1 - y_i f_i)$, the mean of their squares, and the gradient of the
//! first mean with respect to the five scores. At the kink take the subgradient $0$.
//!
//! Two decimals are enough. Which of the five samples does training not see at all?

/// The mean hinge loss.
pub fn hinge() -> f64 {
    todo!()
}

/// The mean squared hinge loss.
pub fn squared_hinge() -> f64 {
    todo!()
}

/// The gradient of the mean hinge loss, one number a score.
pub fn gradient() -> [f64; 5] {
    todo!()
}

/// The share of samples on the wrong side: the mean 0–1 loss.
pub fn errors() -> f64 {
    todo!()
}
