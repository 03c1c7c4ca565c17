//! $v$ is $0.1 \cdot 4 = 0.4$, then $0.9 \cdot 0.4 = 0.36$, then $0.9 \cdot 0.36 + 0.1 =
//! 0.424$. The first step is $0.1 \cdot 2 / \sqrt{0.4} = 0.32$: that is
//! $\eta/\sqrt{1 - \rho}$, whatever the gradient. The second is zero. It makes $v$
//! forget a tenth, so the third, $0.1/\sqrt{0.424} = 0.15$, is a little longer than it
//! would have been: AdaGrad's rate never rises, this one does.

/// v after each of the three steps.
pub fn squares() -> [f64; 3] {
    [0.4, 0.36, 0.424]
}

/// The length of each step.
pub fn lengths() -> [f64; 3] {
    [0.2 / 0.4_f64.sqrt(), 0.0, 0.1 / 0.424_f64.sqrt()]
}
