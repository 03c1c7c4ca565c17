//! # Another loss over the same weights
//!
//! A logistic regression has one input, $z = wx + b$, and six points: $x = 1$ and $2$ of class 1,
//! $x = -1$ and $-2$ of class 0, and two on the wrong side, $x = -1$ of class 1 and $x = 1$ of class 0.
//! With cross-entropy and $b = 0$, the best weight is $w = 0.76$.
//!
//! Now change the loss, and predict what becomes of the surface over $(w, b)$: first with a class weight
//! of 3 on class 1, then with the focal term $(1 - p_t)^2$ and no weight. All losses are means over the
//! six. An answer is right within $0.05$.

/// The weighted loss at w = b = 0.
pub fn weighted_at_zero() -> f64 {
    todo!()
}

/// The best w of the weighted loss at b = 0.
pub fn weighted_best_weight() -> f64 {
    todo!()
}

/// The best b of the weighted loss at w = 0.
pub fn weighted_best_bias() -> f64 {
    todo!()
}

/// The focal loss at w = b = 0.
pub fn focal_at_zero() -> f64 {
    todo!()
}

/// The best w of the focal loss at b = 0.
pub fn focal_best_weight() -> f64 {
    todo!()
}
