//! Momentum: $v = 2$, $\theta = 0.8$; then $v = 1 + 1.6 = 2.6$, $\theta = 0.54$. Looking ahead:
//! the first step is the same; then the point ahead is $0.8 - 0.1 \cdot 0.5 \cdot 2 = 0.7$,
//! its gradient $1.4$, $v = 1 + 1.4 = 2.4$ and $\theta = 0.56$: a shorter step, as the slope is
//! less steep ahead. The frameworks: $v = 2$ and a step along $2 + 0.5 \cdot 2 = 3$ to $0.7$,
//! which is the point ahead of the second form; then $g = 1.4$, $v = 2.4$ and a step along
//! $1.4 + 1.2 = 2.6$ to $0.44$. Check: $0.56 - 0.1 \cdot 0.5 \cdot 2.4 = 0.44$.

/// θ after the first and second step of momentum.
pub fn momentum() -> [f64; 2] {
    [0.8, 0.8 - 0.1 * (0.5 * 2.0 + 1.6)]
}

/// θ after the first and second step of the look-ahead.
pub fn look_ahead() -> [f64; 2] {
    [0.8, 0.8 - 0.1 * (0.5 * 2.0 + 1.4)]
}

/// θ after the first and second step of the form of the frameworks.
pub fn framework() -> [f64; 2] {
    [0.7, 0.7 - 0.1 * (1.4 + 0.5 * 2.4)]
}
