//! With $\alpha = \eta\lambda$, momentum has the eigenvalues of $z^2 - (1 + \beta - \alpha) z + \beta$, and
//! Nesterov those of $z^2 - (1 + \beta)(1 - \alpha) z + \beta(1 - \alpha)$. Where they are complex, their
//! size is the root of the last term. So momentum has $\sqrt{0.9} = 0.949$ in both directions. Nesterov at
//! $\eta = 0.1$ has $0$ in the steep one and $\sqrt{0.9 \cdot 0.9} = 0.9$ in the flat one: half as many
//! steps. At half the rate the flat direction has $\sqrt{0.9 \cdot 0.95} = 0.925$; the brake is in
//! the product of rate and curvature, so the rate counts here, as it does not for momentum.
//!
//! The price is in the borders: $2(1 + \beta)/\lambda = 0.38$ for momentum, and
//! $\frac{2 + 2\beta}{1 + 2\beta} / \lambda = 0.136$ for Nesterov, in the steep direction.

/// The factor of momentum at η = 0.1.
pub fn momentum() -> f64 {
    slower(0.1, momentum_equation)
}

/// The factor of Nesterov at η = 0.1.
pub fn nesterov() -> f64 {
    slower(0.1, nesterov_equation)
}

/// The factor of Nesterov at η = 0.05.
pub fn nesterov_at_half_the_rate() -> f64 {
    slower(0.05, nesterov_equation)
}

/// The rate from which on momentum diverges.
pub fn border_of_momentum() -> f64 {
    border(momentum_equation)
}

/// The rate from which on Nesterov diverges.
pub fn border_of_nesterov() -> f64 {
    border(nesterov_equation)
}

const BETA: f64 = 0.9;

/// Sum and product of the two eigenvalues at ηλ.
type Equation = fn(f64) -> (f64, f64);

fn momentum_equation(alpha: f64) -> (f64, f64) {
    (1.0 + BETA - alpha, BETA)
}

fn nesterov_equation(alpha: f64) -> (f64, f64) {
    ((1.0 + BETA) * (1.0 - alpha), BETA * (1.0 - alpha))
}

/// The larger factor of the curvatures 1 and 10.
fn slower(rate: f64, equation: Equation) -> f64 {
    let factor = |curvature: f64| {
        let (sum, product) = equation(rate * curvature);
        let discriminant = sum * sum - 4.0 * product;
        if discriminant < 0.0 {
            product.sqrt()
        } else {
            0.5 * (sum.abs() + discriminant.sqrt())
        }
    };
    factor(1.0).max(factor(10.0))
}

/// The rate from which on the factor is above 1, by halving.
fn border(equation: Equation) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let rate = 0.5 * (low + high);
        if slower(rate, equation) > 1.0 {
            high = rate;
        } else {
            low = rate;
        }
    }
    low
}
