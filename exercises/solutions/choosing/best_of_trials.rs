//! On the logarithm the grid is straight: $\text{low} \cdot (\text{high}/\text{low})^{i/(n-1)}$. Sort
//! the losses. All of $k$ draws are at place $r$ (from 0) or beyond with the probability
//! $((n - r)/n)^k$, so the least is at exactly $r$ with
//! $((n - r)/n)^k - ((n - r - 1)/n)^k$. Look at how slowly the mean falls with $k$ once it is near the
//! best: that is the end of tuning.

/// n rates with equal ratios from low to high.
pub fn log_grid(low: f64, high: f64, n: usize) -> Vec<f64> {
    let ratio = high / low;
    (0..n).map(|i| low * ratio.powf(i as f64 / (n - 1) as f64)).collect()
}

/// The mean of the least of k losses, each drawn from all of the list.
pub fn expected_best(losses: &[f64], k: usize) -> f64 {
    let mut sorted = losses.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len() as f64;
    let at_or_beyond = |place: usize| ((n - place as f64) / n).powi(k as i32);
    let term = |(place, loss): (usize, &f64)| {
        (at_or_beyond(place) - at_or_beyond(place + 1)) * loss
    };
    sorted.iter().enumerate().map(term).sum()
}
