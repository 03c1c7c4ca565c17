//! First $m = 2$ and $v = 1$, so $\hat m = 4$, $\hat v = 16$: a step of $1$; without the
//! corrections it is $2$. Then $m = 2$ and $v = \frac{15}{16} + \frac{4}{16} = 1.1875$. With
//! $1 - \beta_1^2 = \frac34$ and $1 - \beta_2^2 = \frac{31}{256}$ the step is
//! $\frac83 / \sqrt{9.806} = 0.852$; without, it is $2/\sqrt{1.1875} = 1.835$.

/// θ after the first and the second step of Adam.
pub fn corrected() -> [f64; 2] {
    let second = (2.0 / 0.75) / (1.1875_f64 * 256.0 / 31.0).sqrt();
    [4.0, 4.0 - second]
}

/// θ after the first and the second step without the corrections.
pub fn uncorrected() -> [f64; 2] {
    [3.0, 3.0 - 2.0 / 1.1875_f64.sqrt()]
}
