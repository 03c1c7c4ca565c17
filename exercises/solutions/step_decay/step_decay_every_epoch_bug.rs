//! From epoch $N$ on the condition holds in every epoch, so ten epochs after the first cut eleven
//! have been made: $0.1^{11}$ of the initial rate. The cut belongs to the multiples of $N$, and not to
//! epoch 0, which is one too.

use ndarray::Array1;

/// The rate of each epoch.
pub fn rates(initial: f64, factor: f64, period: usize, epochs: usize) -> Array1<f64> {
    let mut rate = initial;
    let mut all = Vec::new();
    for epoch in 0..epochs {
        if epoch > 0 && epoch % period == 0 {
            rate *= factor;
        }
        all.push(rate);
    }
    Array1::from(all)
}
