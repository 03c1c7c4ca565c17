//! Every entry of Lion's step is η, so its length is $\eta\sqrt{d}$. LAMB's is
//! $\eta \norm{\theta}$. In LARS the length of the gradient cancels. The walk $z$ is at
//! $-1, -2, \dots, -9$, and $x$ is the mean of these. Lion keeps $m$, AdamW $m$ and $v$.

/// The length of a step of Lion.
pub fn lion() -> f64 {
    0.001 * 10_000_f64.sqrt()
}

/// The length of a step of LAMB.
pub fn lamb() -> f64 {
    0.01 * 20.0
}

/// The factor on a step of LARS.
pub fn lars() -> f64 {
    1.0
}

/// x of schedule-free descent.
pub fn average() -> f64 {
    -(1..=9).sum::<i32>() as f64 / 9.0
}

/// Numbers that Lion keeps for each that AdamW keeps.
pub fn memory() -> f64 {
    0.5
}
