//! # Whom do the weights listen to?
//!
//! Five targets are $0, 0, 0, 0$ and $10$. A model predicts one constant $c$ for all, and
//! is trained with a squared error in which each sample has the weight $|r|^\gamma$ of its
//! own residual, computed anew at each step and held constant while the gradient is taken.
//! So sample $i$ pulls with $2\, |r_i|^\gamma\, r_i$, up to a common factor.
//!
//! Where does $c$ come to rest? Predict first, then work it out. Two decimals.

/// The resting place without weights, γ = 0.
pub fn without_weights() -> f64 {
    todo!()
}

/// With the easy samples first, γ = −1.
pub fn easy_first() -> f64 {
    todo!()
}

/// With the hard samples first, γ = 1.
pub fn hard_first() -> f64 {
    todo!()
}

/// The limit as γ → ∞.
pub fn hardest_only() -> f64 {
    todo!()
}
