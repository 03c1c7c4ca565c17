//! Solutions of the exercises on batches against numbers worked out by hand, independently
//! of the solutions.

use super::check;

#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let pairs = [2.0, -0.5, 3.5, 0.5, 4.5, 2.0_f64];
    let variance = pairs.iter().map(|mean| (mean - 2.0).powi(2)).sum::<f64>() / 6.0;
    let cases: &[(&str, &str, &[f64])] = &[
        ("last-batch-by-hand", "mean_loss", &[456.0 / 200.0]),
        // The six pairs of 1, 3, −2 and 6.
        ("gradient-noise-by-hand", "variance_of_two_without", &[variance]),
        ("gradient-noise-by-hand", "variance_of_one", &[34.0 / 4.0]),
        // (6 · 1 + 2 · 4)/8, (−12 + 1)/8.
        ("gradient-accumulation", "combine(sizes = [6, 2]", &[1.75, -1.375]),
        ("ball-predict", "rate_doubled", &[19.0 / 9.0]),
        ("ball-predict", "both_doubled", &[19.0 / 18.0]),
        ("ball-predict", "radius_at_hundred", &[0.1]),
    ];
    check(cases);
}
