//! # Where you start, where you end
//!
//! $L(x) = \frac14 x^4 - \frac12 x^2$ has two minima, at $1$ and $-1$, and between them a hill with
//! its top at $0$, so $g = x^3 - x$. Gradient descent has the rate $\eta = 0.05$; momentum,
//! $v \leftarrow \beta v + g$ and $x \leftarrow x - \eta v$, the same rate and $\beta = 0.8$. Both take
//! 3000 steps.
//!
//! Predict where they end: gradient descent from $0.5$, from $2$, and from $0$; momentum from $2$.
//! Then something else: on $\frac12 x^2$, gradient descent with $\eta = 0.1$ goes from $x = 1$ to
//! $0.01$, and then from $x = 100$ to $0.01$. By which factor does the second take more steps? The check
//! runs all of them. An answer is right within $0.05$.

/// Where gradient descent from 0.5 ends.
pub fn descent_from_one_half() -> f64 {
    todo!()
}

/// Where gradient descent from 2 ends.
pub fn descent_from_two() -> f64 {
    todo!()
}

/// Where gradient descent from 0 ends.
pub fn descent_from_zero() -> f64 {
    todo!()
}

/// Where momentum from 2 ends.
pub fn momentum_from_two() -> f64 {
    todo!()
}

/// The steps from 100, over the steps from 1.
pub fn a_hundred_times_as_far() -> f64 {
    todo!()
}
