//! The predictions are $1, 2, 3$ and the residuals $0, 0, -2$: one point pulls. The loss is
//! $4/3$. The gradient is $\frac{2}{3} \sum_i r_i x_i = \frac{2}{3} (-2) \cdot 2 = -\frac{8}{3}$ in
//! $w$ and $\frac{2}{3} (-2) = -\frac{4}{3}$ in $b$. The step leads to $w = 1 + 0.8 = 1.8$ and
//! $b = 1 + 0.4 = 1.4$; the residuals there are $0.4, 1.2, 0$, and the loss
//! $(0.16 + 1.44)/3 = 0.53$.

/// L(1, 1).
pub fn loss() -> f64 {
    4.0 / 3.0
}

/// The gradient at (1, 1): first with respect to w, then to b.
pub fn gradient() -> [f64; 2] {
    [-8.0 / 3.0, -4.0 / 3.0]
}

/// (w, b) after the step.
pub fn after() -> [f64; 2] {
    [1.8, 1.4]
}

/// The loss there.
pub fn loss_after() -> f64 {
    1.6 / 3.0
}
