//! With $y - x^2 = -1.5 - 2.25 = -3.75$ the gradient is $-2 \cdot 2.5 - 400 \cdot (-1.5)
//! \cdot (-3.75) = -2255$ and $200 \cdot (-3.75) = -750$. Gradient descent moves by a
//! thousandth of it, to $(0.755, -0.75)$: across the whole valley in one leap, and the loss
//! falls from $1412.5$ to $174.3$. Momentum's first step is the same, because its velocity was
//! zero. Adam's first step has the size $\eta$ in each coordinate, whatever the gradient:
//! $(-1.49, -1.49)$.
//!
//! So after one step Adam is far behind, at a loss of about 1383. The race of the chapter shows
//! how little that says.

/// The gradient at (−1.5, −1.5).
pub fn gradient() -> [f64; 2] {
    [-2255.0, -750.0]
}

/// (x, y) after a step of gradient descent.
pub fn descent() -> [f64; 2] {
    [0.755, -0.75]
}

/// (x, y) after the first step of momentum.
pub fn momentum() -> [f64; 2] {
    [0.755, -0.75]
}

/// (x, y) after the first step of Adam.
pub fn adam() -> [f64; 2] {
    [-1.49, -1.49]
}

/// The loss where gradient descent is now.
pub fn loss_of_descent() -> f64 {
    let (x, y) = (0.755_f64, -0.75_f64);
    (1.0 - x).powi(2) + 100.0 * (y - x * x).powi(2)
}
