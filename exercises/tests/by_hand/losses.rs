//! Solutions of the exercises on losses and cross-entropy against numbers worked out by
//! hand, independently of the solutions.

use super::check;

#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let ln2 = std::f64::consts::LN_2;
    let cases: &[(&str, &str, &[f64])] = &[
        ("surprise-by-hand", "wrong_and_sure", &[3.912]),
        ("softmax-by-hand", "colder", &[1.0 / 46.0, 9.0 / 46.0, 36.0 / 46.0]),
        ("log-sum-exp", "log_sum_exp([-0.5", &[-0.5]),
        ("log-sum-exp", "log_sum_exp([1000", &[1000.0 + (2.0 + (-1_f64).exp()).ln()]),
        ("log-sum-exp", "softmax([0, 800", &[0.0, 1.0, 0.0]),
        ("bce-from-logits", "value(logits = [1000],", &[1000.0]),
        ("bce-from-logits", "value(logits = [1000, -1000]", &[0.0]),
        ("bce-from-logits", "gradient(logits = [1000],", &[1.0]),
        ("weighted-bce", "value(logits = [-1000", &[1500.0]),
        ("weighted-bce", "gradient(logits = [-1000", &[-1.5, 0.0]),
        ("weighted-bce", "balancing_weight([0", &[4.0]),
        ("weighted-bce", "balancing_weight([1", &[0.5]),
        ("label-smoothing", "smoothed(class = 0", &[0.85, 0.05, 0.05, 0.05]),
        ("label-smoothing", "value(logits = [500", &[50.0]),
        ("label-smoothing", "gradient(logits = [500", &[0.05, -0.05]),
        ("divergence", "entropy(p = [0.5, 0.25", &[1.5 * ln2]),
        ("divergence", "cross_entropy(p = [0.5, 0.25", &[1.75 * ln2]),
        ("divergence", "divergence(p = [0.5, 0.25", &[0.25 * ln2]),
        ("double-softmax-bug", "value(logits = [1000", &[2000.0]),
        (
            "softmax-axis-bug",
            "softmax_of_rows([[1000",
            &[
                1.0 / (1.0 + 1_f64.exp()),
                1.0 / (1.0 + (-1_f64).exp()),
                1.0 / (1.0 + (-1_f64).exp()),
                1.0 / (1.0 + 1_f64.exp()),
                1.0 / (1.0 + (-1_f64).exp()),
                1.0 / (1.0 + 1_f64.exp()),
            ],
        ),
        ("surface-step-by-hand", "after", &[1.8, 1.4]),
        ("bias-variance-by-hand", "halved_error", &[17.0 / 3.0]),
        // Means 2, −0.5, 2.25 against 0, 1, 2; deviations 1, 0.5, 0.25.
        ("decompose-error", "squared_bias(fits = [[1, 0", &[(4.0 + 2.25 + 0.0625) / 3.0]),
        ("decompose-error", "variance(fits = [[1, 0", &[(1.0 + 0.25 + 0.0625) / 3.0]),
        ("decompose-error", "expected_error(fits = [[1, 2], [1", &[1.0 + 4.0]),
        // Residuals 1, −1, −3 at the inputs −1, 0, 1.
        ("product-of-means-bug", "gradient(x = [-1", &[-8.0 / 3.0, -2.0]),
        ("doubled-weights-predict", "accuracy_doubled", &[2.0 / 3.0]),
    ];
    check(cases);
}
