//! The loop takes in what the last step has left, decides, and gives the rate: in this order,
//! so that nothing of step $t$ is known before its rate is. A loss that is no lower for long
//! may be a plateau of the landscape, where a cut would be the wrong thing to do; the cosines
//! tell a plateau (they agree) from noise (they do not). That is what *both* is for.
//!
//! All that the schedule remembers is `current`, `best` and `idle`: with the window of cosines,
//! this is what a checkpoint has to save.

/// The rate of each of T steps.
pub fn rates(
    losses: &[f64],
    cosines: &[f64],
    [peak, factor, least]: [f64; 3],
    [warmup, patience, window, finish]: [usize; 4],
) -> Vec<f64> {
    let total = losses.len();
    let (mut current, mut best, mut idle) = (peak, f64::INFINITY, 0);
    let mut rates = Vec::new();
    for t in 0..total {
        if let Some(before) = t.checked_sub(1) {
            if losses[before] < best {
                best = losses[before];
                idle = 0;
            } else if before >= warmup {
                idle += 1;
            }
        }
        let falling = t >= total - finish;
        if t >= warmup && !falling && idle > patience && is_noise(&cosines[..t], window) {
            current = (current * factor).max(least);
            idle = 0;
        }
        rates.push(if t < warmup {
            peak * (t + 1) as f64 / warmup as f64
        } else if falling {
            current * (total - t) as f64 / finish as f64
        } else {
            current
        });
    }
    rates
}

fn is_noise(cosines: &[f64], window: usize) -> bool {
    let Some(begin) = cosines.len().checked_sub(window) else { return false };
    cosines[begin..].iter().sum::<f64>() <= 0.0
}
