//! # A tug between two points
//!
//! Two embeddings sit on a line, at $0$ and at $0.5$. The margin is $m = 2$, and both
//! points are moved by gradient descent on the contrastive loss of this one pair,
//! $d^2$ or $\max(0, m - d)^2$, with the rate $\eta = 0.1$.
//!
//! Predict the distance between them:
//!
//! 1. after one step, when the pair is dissimilar;
//! 2. after one step, when the pair is similar;
//! 3. after one step, when the pair is dissimilar and the rate is $\eta = 0.5$;
//! 4. after very many steps with $\eta = 0.1$, when the pair is in the data twice, once as
//!    similar and once as dissimilar, and the two losses are added.
//!
//! An answer is right within $0.05$.

/// The distance of the dissimilar pair after one step.
pub fn dissimilar_after_a_step() -> f64 {
    todo!()
}

/// The distance of the similar pair after one step.
pub fn similar_after_a_step() -> f64 {
    todo!()
}

/// The distance of the dissimilar pair after one step with η = 0.5.
pub fn dissimilar_after_a_large_step() -> f64 {
    todo!()
}

/// The distance of the contradicting pair in the end.
pub fn contradiction_in_the_end() -> f64 {
    todo!()
}
