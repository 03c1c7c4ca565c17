//! The exponentials are $1, 3, 6$, their sum is $10$, and the softmax $(0.1, 0.3, 0.6)$. The
//! second class costs $-\ln 0.3 = 1.204$, with the gradient $p - y = (0.1, -0.7, 0.6)$: it
//! sums to zero. Adding $100$ to all logits multiplies all exponentials by $e^{100}$, which
//! cancels. At $T = \frac{1}{2}$ the logits double, so the exponentials are squared:
//! $1, 9, 36$, divided by $46$.

/// softmax(z).
pub fn probabilities() -> [f64; 3] {
    [0.1, 0.3, 0.6]
}

/// The cross-entropy if the second class is true.
pub fn loss() -> f64 {
    -0.3_f64.ln()
}

/// The gradient of that loss with respect to z.
pub fn gradient() -> [f64; 3] {
    [0.1, 0.3 - 1.0, 0.6]
}

/// The softmax of z + 100.
pub fn shifted() -> [f64; 3] {
    probabilities()
}

/// The softmax of z at the temperature 1/2.
pub fn colder() -> [f64; 3] {
    [1.0 / 46.0, 9.0 / 46.0, 36.0 / 46.0]
}
