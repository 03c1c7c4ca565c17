//! # Newton steps by hand
//!
//! Three steps of Newton's method, $\theta \leftarrow \theta - H^{-1} g$, with pencil and
//! paper; two decimals are enough.
//!
//! First $L(x) = \frac{1}{4} x^4 - x$, from $x = 2$. Then
//! $L(x, y) = \frac{1}{2} x^2 - \frac{1}{2} y^2 + \frac{1}{4} y^4$ from $(1, 0.2)$, whose
//! gradient is $(x, y^3 - y)$ and whose Hessian is diagonal, with $1$ and $3y^2 - 1$: once
//! as it stands, and once with the shift $\tau = 1.88$ added to the diagonal.
//!
//! The minima of the second function are at $(0, \pm 1)$. Which of the two steps goes
//! toward one?

/// Where one step from x = 2 leads on the first function.
pub fn after_one_step() -> f64 {
    todo!()
}

/// The second coordinate after a pure Newton step on the second function.
pub fn y_after_a_pure_step() -> f64 {
    todo!()
}

/// The second coordinate after a step with H + τI in place of H.
pub fn y_after_a_shifted_step() -> f64 {
    todo!()
}
