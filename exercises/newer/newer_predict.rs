//! # How long, and how much?
//!
//! Predict five numbers, to two decimals, before you look at the chapter.
//!
//! 1. Lion at $\eta = 0.001$ on $10\,000$ parameters, all of which have a gradient: how long is a
//!    step, in the Euclidean norm?
//! 2. LAMB at $\eta = 0.01$ on a layer with $\norm{\theta} = 20$: how long is a step?
//! 3. LARS: the loss is multiplied by 100. By which factor is a step longer, without decay?
//! 4. Schedule-free descent from $0$ under a constant gradient of $1$ at $\eta = 1$: where is the
//!    average $x$ after 9 steps?
//! 5. AdamW keeps two numbers a parameter. How many does Lion keep for each of AdamW's?

/// The length of a step of Lion.
pub fn lion() -> f64 {
    todo!()
}

/// The length of a step of LAMB.
pub fn lamb() -> f64 {
    todo!()
}

/// The factor on a step of LARS.
pub fn lars() -> f64 {
    todo!()
}

/// x of schedule-free descent.
pub fn average() -> f64 {
    todo!()
}

/// Numbers that Lion keeps for each that AdamW keeps.
pub fn memory() -> f64 {
    todo!()
}
