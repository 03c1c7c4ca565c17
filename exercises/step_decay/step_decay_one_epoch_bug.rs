//! # Thirty epochs, or twenty-nine?
//!
//! The paper says that the rate is divided by 10 after 30 epochs. The author's log counts epochs
//! from 1, the loop from 0, and the function was written with an eye on the log. Two runs that should
//! be the same differ from epoch 29 on.
//!
//! Find the fault. Then say what happens for a period of 1.

/// The rate of an epoch, counted from 0.
pub fn rate(initial: f64, factor: f64, period: usize, epoch: usize) -> f64 {
    let cuts = (epoch + 1) / period;
    initial * factor.powi(cuts as i32)
}
