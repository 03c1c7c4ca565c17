//! # The second start is slower
//!
//! This function races momentum from several starting points on $L(x) = \frac{1}{2} x^2$, and
//! gives $L$ at the end of each run. A student noticed that the answer for a start depends on
//! which starts came before it: alone, `2.0` ends in one place, and after `10.0` in another.
//! The optimizer is deterministic, and so is the loss. Find the fault and repair it.

/// L after `steps` steps of momentum, v ← βv + g, x ← x − ηv, from each start.
pub fn final_losses(starts: &[f64], rate: f64, beta: f64, steps: usize) -> Vec<f64> {
    let mut velocity = 0.0;
    let mut losses = Vec::new();
    for &start in starts {
        let mut x = start;
        for _ in 0..steps {
            let gradient = x;
            velocity = beta * velocity + gradient;
            x -= rate * velocity;
        }
        losses.push(0.5 * x * x);
    }
    losses
}
