//! One of the two was tuned, and it was tuned on the test set. The least of three noisy test
//! losses is low partly by luck. Each gets the rate of its least mean *validation* loss, from a
//! sweep of the same size, and the test losses are looked at once, at that rate.

/// Losses at three rates (rows) on three seeds (columns).
pub type Losses = [[f64; 3]; 3];

/// The mean test loss of A less that of B.
pub fn difference(a: (Losses, Losses), b: (Losses, Losses)) -> f64 {
    let mean = |losses: [f64; 3]| losses.iter().sum::<f64>() / 3.0;
    let tuned = |(validation, test): (Losses, Losses)| {
        let mut best = 0;
        for rate in 0..3 {
            if mean(validation[rate]) < mean(validation[best]) {
                best = rate;
            }
        }
        mean(test[best])
    };
    tuned(a) - tuned(b)
}
