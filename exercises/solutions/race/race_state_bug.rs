//! The velocity is made once and used for every start: each run but the first begins with the
//! speed at which the last one ended. An optimizer with a memory belongs to one run. In this
//! book's code a race makes a fresh optimizer for each start; in PyTorch the same fault is an
//! optimizer that outlives the model it was made for.

/// L after `steps` steps of momentum, v ← βv + g, x ← x − ηv, from each start.
pub fn final_losses(starts: &[f64], rate: f64, beta: f64, steps: usize) -> Vec<f64> {
    let mut losses = Vec::new();
    for &start in starts {
        let mut velocity = 0.0;
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
