//! The cosine forgets the size of the gradients, which says more about the loss's unit than
//! about noise. A zero gradient has no direction: $0/0$ must not become NaN, because one NaN
//! in a window makes every comparison false, and the detector would sleep without a word.
//!
//! The test goes back to Pflug (1990), who watched the sum of inner products; Chee and Toulis
//! (2018) analyze it.

/// c₀, c₁, … of gradients of one length.
pub fn cosines(gradients: &[Vec<f64>]) -> Vec<f64> {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let cosine = |pair: &[Vec<f64>]| {
        let lengths = (dot(&pair[0], &pair[0]) * dot(&pair[1], &pair[1])).sqrt();
        if lengths == 0.0 { 0.0 } else { dot(&pair[0], &pair[1]) / lengths }
    };
    gradients.windows(2).map(cosine).collect()
}

/// Whether the mean of the last `window` cosines, at least 1, is at or below `threshold`.
pub fn is_noise(cosines: &[f64], window: usize, threshold: f64) -> bool {
    let Some(begin) = cosines.len().checked_sub(window) else { return false };
    cosines[begin..].iter().sum::<f64>() / window as f64 <= threshold
}
