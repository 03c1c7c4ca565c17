//! The step decay spends a third of its time at each of $0.1$, $0.01$ and $0.001$: the mean is
//! $0.111/3 = 0.037$. The exponential is a geometric sum, $0.1\,(1 - 0.97^{150})/(0.03 \cdot
//! 150) = 0.022$: most of the run is spent at small rates. A cosine is as long above its
//! middle as below it, so its mean is about half of the peak. For equal sums the exponential
//! needs $0.0503/0.022 = 2.29$ times the peak. The cosine is above during the warm-up, 20
//! epochs, and never again: the straight fall begins 20 epochs later and from the same peak,
//! and that head start lasts to the end.

use std::f64::consts::PI;

const EPOCHS: usize = 150;

/// The mean rate of the step decay.
pub fn mean_of_step() -> f64 {
    mean(|epoch| 0.1 * 0.1_f64.powi(epoch as i32 / 50))
}

/// The mean rate of the exponential decay.
pub fn mean_of_exponential() -> f64 {
    mean(|epoch| 0.1 * 0.97_f64.powi(epoch as i32))
}

/// The mean rate of the cosine.
pub fn mean_of_cosine() -> f64 {
    mean(cosine)
}

/// The peak of the exponential over that of the cosine, for equal sums.
pub fn peak_ratio() -> f64 {
    mean_of_cosine() / mean_of_exponential()
}

/// Epochs in which the cosine is above warm-up and straight fall.
pub fn epochs_above() -> f64 {
    (0..EPOCHS).filter(|&epoch| cosine(epoch) > warmed_up(epoch)).count() as f64
}

fn mean(rate: fn(usize) -> f64) -> f64 {
    (0..EPOCHS).map(rate).sum::<f64>() / EPOCHS as f64
}

fn cosine(epoch: usize) -> f64 {
    1e-5 + (0.1 - 1e-5) * (1.0 + (PI * epoch as f64 / 150.0).cos()) / 2.0
}

fn warmed_up(epoch: usize) -> f64 {
    let epoch = epoch as f64;
    if epoch < 20.0 { 0.1 * epoch / 20.0 } else { 0.1 * (1.0 - (epoch - 20.0) / 130.0) }
}
