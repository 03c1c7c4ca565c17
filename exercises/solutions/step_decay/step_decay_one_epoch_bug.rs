//! After 30 epochs, 0 to 29, comes epoch 30, which has the new rate: $\lfloor 30/30 \rfloor = 1$. With
//! $t + 1$ in its place the first stage is one epoch short, all others have their length, and for a
//! period of 1 there is no epoch at the initial rate at all.

/// The rate of an epoch, counted from 0.
pub fn rate(initial: f64, factor: f64, period: usize, epoch: usize) -> f64 {
    let cuts = epoch / period;
    initial * factor.powi(cuts as i32)
}
