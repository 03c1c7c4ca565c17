//! At rest the loss is $\eta\sigma^2/(2(2 - \eta\lambda))$. The factor is a tenth but for the
//! denominators, $2 - 0.05$ in place of $2 - 0.5$, which in a flat direction are equal. The batch
//! divides $\sigma^2$, and nothing else, by ten. The excess shrinks by $(1 - \eta\lambda)^2$ a step, here
//! ten times, so $0.95^{20}$ of it is left: of 12 resting losses, 4.3.

/// The resting loss at a rate, with the noise variance 1.
fn rest(rate: f64, curvature: f64) -> f64 {
    rate / (2.0 * (2.0 - rate * curvature))
}

/// The resting loss at 0.05 over that at 0.5.
pub fn after_the_cut() -> f64 {
    rest(0.05, 1.0) / rest(0.5, 1.0)
}

/// The same at curvature 0.01.
pub fn after_the_cut_flat() -> f64 {
    rest(0.05, 0.01) / rest(0.5, 0.01)
}

/// The resting loss with a tenth of the noise variance over that before.
pub fn after_the_larger_batch() -> f64 {
    0.1
}

/// The excess over the new resting loss ten steps after the cut, over that resting loss.
pub fn excess_after_ten_steps() -> f64 {
    let (old, new) = (rest(0.5, 1.0), rest(0.05, 1.0));
    0.95_f64.powi(20) * (old - new) / new
}
