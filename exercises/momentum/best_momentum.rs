//! # The best rate and β of a quadratic
//!
//! A quadratic has curvatures between $\lambda_{\min} = \mu$ and $\lambda_{\max} = L$. Write
//! three functions of $\mu$ and $L$, with $0 < \mu \le L$: the rate and the $\beta$ with
//! which momentum (in the form $v \leftarrow \beta v + g$, $\theta \leftarrow \theta - \eta v$)
//! converges fastest, and the factor by which it then shrinks the distance at each step in
//! the long run.
//!
//! Derive them: at the best choice the flattest direction is at the lower edge of the band
//! where $\theta$ oscillates, $\eta\mu = (1 - \sqrt\beta)^2$, and the steepest at its upper
//! edge, $\eta L = (1 + \sqrt\beta)^2$.

/// η.
pub fn rate(least: f64, most: f64) -> f64 {
    todo!()
}

/// β.
pub fn beta(least: f64, most: f64) -> f64 {
    todo!()
}

/// The factor a step.
pub fn factor(least: f64, most: f64) -> f64 {
    todo!()
}
