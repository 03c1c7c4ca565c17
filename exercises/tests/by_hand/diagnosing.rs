//! Solutions on diagnosing against numbers worked out by hand, independently of the
//! solutions.

use super::{Case, check_within};
use std::f64::consts::{LN_2, LN_10};

#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let cases: &[Case] = &[
        ("first-loss-predict", "two_classes", &[LN_2]),
        ("first-loss-predict", "thousand_classes", &[6.907_755]),
        // 32 · 2.302585.
        ("first-loss-predict", "summed", &[73.682_723]),
        // 0.91 and nine times 0.01, each times ln 10.
        ("first-loss-predict", "smoothed", &[LN_10]),
        ("first-loss-predict", "squared", &[1.0]),
        // log₁₀ 4 = 0.60206, log₁₀ 2 = 0.30103, log₁₀ 0.8 = 0.90309 − 1.
        ("shrinking-predict", "sigmoid_bound", &[-6.020_600]),
        ("shrinking-predict", "half_weights", &[-3.010_300]),
        ("shrinking-predict", "twice_weights", &[3.010_300]),
        ("shrinking-predict", "kept_slope", &[-0.969_100]),
        // p = ½, residual −½: both grow by a quarter.
        ("wrong-sign-bug", "step(theta = [0, 0]", &[0.25, 0.25]),
        // ln(1 + e⁻²) = ln 1.135335, and 2 more for the other class.
        ("naive-loss-bug", "loss(logits = [1000.0, 998.0]", &[0.126_928]),
        ("naive-loss-bug", "loss(logits = [0.0, 1000.0", &[1000.0]),
        ("naive-loss-bug", "loss(logits = [0.0, 0.0]", &[LN_2]),
        (
            "dropout-evaluation-bug",
            "hidden(draws = [0.1, 0.9, 0.6, 0.3], p = 0.5, true",
            &[0.0, 4.0, -6.0, 0.0],
        ),
        (
            "dropout-evaluation-bug",
            "hidden(draws = [0.1, 0.9, 0.6, 0.3], p = 0.5, false",
            &[1.0, 2.0, -3.0, 4.0],
        ),
        ("next-value-bug", "pairs([5.0, 3.0, 1.0, 0.0])", &[5.0, 3.0, 1.0, 0.0]),
        ("next-value-bug", "pairs([5.0, 3.0, 1.0])", &[]),
        ("silent-units", "silent_share(z = [[1.0, -1.0, -2.0", &[0.25]),
        ("silent-units", "silent_share(z = [[0.0", &[1.0 / 3.0]),
        ("silent-units", "silent_share(z = []", &[0.0]),
    ];
    // Six decimals are written out.
    check_within(1e-6, cases);
}
