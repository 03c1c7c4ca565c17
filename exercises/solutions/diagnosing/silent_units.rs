//! The question is about columns: a unit that is off on most samples is at work on the
//! others. The share of zeros among all activations is half in a healthy network.

/// The share, of all units, of those that are off on every sample.
pub fn silent_share(z: &[Vec<f64>]) -> f64 {
    let Some(first) = z.first() else {
        return 0.0;
    };
    let units = first.len();
    let silent = (0..units).filter(|&unit| z.iter().all(|sample| sample[unit] <= 0.0));
    silent.count() as f64 / units as f64
}
