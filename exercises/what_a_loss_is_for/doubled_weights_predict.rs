//! # Louder, not better
//!
//! A logistic regression without bias gives three samples of class 1 the logits $2$, $1$ and
//! $-1$: two right, one wrong. Once all its weights are doubled;
//! another time the original weights are multiplied by ten.
//!
//! Before you compute anything, predict: does the accuracy rise, fall, or stay? Does the mean
//! cross-entropy, which is the mean of $\ln(1 + e^{-z})$ here? Then predict the numbers, and let
//! the check run them. An answer is right within $0.05$.

/// The accuracy after doubling, from 0 to 1.
pub fn accuracy_doubled() -> f64 {
    todo!()
}

/// The mean cross-entropy before.
pub fn loss_before() -> f64 {
    todo!()
}

/// The mean cross-entropy after doubling.
pub fn loss_doubled() -> f64 {
    todo!()
}

/// The mean cross-entropy with ten times the weights.
pub fn loss_tenfold() -> f64 {
    todo!()
}
