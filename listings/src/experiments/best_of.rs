//! What k trials find: the expected value of the best of k settings drawn at random.
//!
//! Of n settings in the order of their prices, the r-th (from 0) is the cheapest of k drawn
//! without replacement with the probability C(n − 1 − r, k − 1) / C(n, k).

// ANCHOR: best_of
/// The expected value of the setting that `k` trials would choose: of `k` settings, drawn
/// without replacement, the one of the least price. Its value is another number, such as
/// the loss on data that did not choose.
///
/// # Panics
/// Panics unless there are as many values as prices, and 1 ≤ k ≤ n.
pub fn expected_value_of_best(prices: &[f64], values: &[f64], k: usize) -> f64 {
    let n = prices.len();
    assert_eq!(n, values.len(), "{n} prices, but {} values", values.len());
    assert!((1..=n).contains(&k), "{k} trials of {n} settings: 1 to {n} are possible");
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&a, &b| prices[a].total_cmp(&prices[b]));

    let mut probability = k as f64 / n as f64; // that the cheapest of all is drawn
    let mut expected = 0.0;
    for (rank, &index) in order.iter().enumerate() {
        expected += probability * values[index];
        let below = (n - 1 - rank) as f64; // settings that are dearer
        if below > 0.0 {
            probability *= (below - (k - 1) as f64) / below;
        }
    }
    expected
}
// ANCHOR_END: best_of

#[cfg(test)]
mod tests {
    use super::*;

    const PRICES: [f64; 4] = [3.0, 1.0, 4.0, 2.0];
    const VALUES: [f64; 4] = [30.0, 11.0, 42.0, 19.0];

    #[test]
    fn as_the_mean_over_all_draws() {
        for k in 1..=4 {
            let draws = (0_u32..16).filter(|draw| draw.count_ones() as usize == k);
            let best = |draw: u32| {
                let drawn = (0..4).filter(|i| draw >> i & 1 == 1);
                let best = drawn.min_by(|&a, &b| PRICES[a].total_cmp(&PRICES[b]));
                VALUES[best.expect("k is at least one")]
            };
            let values: Vec<f64> = draws.map(best).collect();
            let mean = values.iter().sum::<f64>() / values.len() as f64;
            let expected = expected_value_of_best(&PRICES, &VALUES, k);
            assert!((expected - mean).abs() < 1e-12, "{k}: {expected} and {mean}");
        }
    }

    #[test]
    fn one_trial_is_the_mean_and_all_are_the_best() {
        assert_eq!(expected_value_of_best(&PRICES, &VALUES, 4), 11.0);
        let mean = expected_value_of_best(&PRICES, &VALUES, 1);
        assert!((mean - 25.5).abs() < 1e-12);
    }

    #[test]
    #[should_panic(expected = "5 trials of 4 settings: 1 to 4 are possible")]
    fn more_trials_than_settings_are_refused() {
        expected_value_of_best(&PRICES, &VALUES, 5);
    }
}
