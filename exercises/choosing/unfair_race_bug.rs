//! # B is worse, it says
//!
//! Two optimizers were run at three rates each, on three seeds. For each rate there is the
//! validation loss and the test loss of every seed. The function should say by how much the
//! mean test loss of A is above that of B, both at rates of their own. It says every time that
//! A, the new one, is ahead. Find what is unfair (there are two things) and repair it.

/// Losses at three rates (rows) on three seeds (columns).
pub type Losses = [[f64; 3]; 3];

/// The mean test loss of A less that of B.
pub fn difference(a: (Losses, Losses), b: (Losses, Losses)) -> f64 {
    let (_a_validation, a_test) = a;
    let (_b_validation, b_test) = b;
    let mean = |losses: [f64; 3]| losses.iter().sum::<f64>() / 3.0;
    // A has been tuned: its best rate.
    let a = a_test.map(mean).into_iter().fold(f64::INFINITY, f64::min);
    // B is well known: its usual rate, the first.
    let b = mean(b_test[0]);
    a - b
}
