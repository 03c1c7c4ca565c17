//! # Two steps by hand
//!
//! One parameter starts at $\theta = 5$. The gradient is $4$ at the first step and $2$ at the
//! second. Take both steps of Adam with $\eta = 1$, $\beta_1 = \frac12$,
//! $\beta_2 = \frac{15}{16}$ and $\varepsilon = 0$: once as it is, and once without its
//! corrections, with $m$ and $v$ in place of $\hat m$ and $\hat v$.
//!
//! Two decimals are enough.

/// θ after the first and the second step of Adam.
pub fn corrected() -> [f64; 2] {
    todo!()
}

/// θ after the first and the second step without the corrections.
pub fn uncorrected() -> [f64; 2] {
    todo!()
}
