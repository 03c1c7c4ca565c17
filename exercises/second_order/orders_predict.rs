//! # What grows, and how fast
//!
//! Predict, then let the check run it. An answer is right within $0.05$.
//!
//! The first three are about a step with many parameters, beyond the evaluation of loss,
//! gradient and Hessian: by which factor do its operations grow when the number of
//! parameters $d$ is doubled? The last two are about a quadratic with $d = 6$ and six
//! different curvatures: after how many steps is the minimum reached, to rounding?

/// The factor for Newton's method.
pub fn newton_doubled() -> f64 {
    todo!()
}

/// The factor for BFGS.
pub fn bfgs_doubled() -> f64 {
    todo!()
}

/// The factor for L-BFGS with the memory 10.
pub fn lbfgs_doubled() -> f64 {
    todo!()
}

/// Steps of Newton's method.
pub fn newton_steps() -> f64 {
    todo!()
}

/// Steps of BFGS with an exact line search.
pub fn bfgs_steps() -> f64 {
    todo!()
}
