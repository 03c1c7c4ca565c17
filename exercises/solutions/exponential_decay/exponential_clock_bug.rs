//! $k = 0.05$ is per epoch, so $t$ has to be in epochs: `update / batches`, not rounded. With a hundred
//! batches the rate had fallen by $e^{-5}$ at the end of the first epoch, where it should by $e^{-0.05}$.
//! An exponent has no unit; if yours has one, look for the missing factor.

/// The rate of an update, for a decay constant per epoch.
pub fn rate(initial: f64, constant: f64, batches: usize, update: usize) -> f64 {
    let time = update as f64 / batches as f64;
    initial * (-constant * time).exp()
}
