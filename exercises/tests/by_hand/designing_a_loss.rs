//! Values of the exercises on designing a loss and of Project A, worked out by hand,
//! independently of the solutions.

use super::{check, solution};

#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let ln = f64::ln;
    let e = |x: f64| x.exp();
    let cases: &[(&str, &str, &[f64])] = &[
        ("expectile-by-hand", "best_under_expectile", &[(2.0 + 4.0 + 36.0) / 5.0]),
        ("expectile-by-hand", "best_under_quantile", &[12.0]),
        ("cost-threshold-by-hand", "threshold", &[10.0 / 50.0]),
        ("cost-threshold-by-hand", "cost_at_the_threshold", &[2.0 + 6.0 + 7.0 + 3.0]),
        ("cost-threshold-by-hand", "cost_at_one_half", &[2.0 + 6.0 + 12.0 + 3.0]),
        ("weigh-two-terms", "minimum_without_weights", &[16.0 / 10.0]),
        ("weigh-two-terms", "weight_for_equal_values", &[1.0 / 16.0]),
        ("weigh-two-terms", "minimum_with_equal_values", &[1.0 / 2.5]),
        ("weigh-two-terms", "weight_for_equal_pulls", &[2.0 / 8.0]),
        ("best-order", "cost(order = 10, demand = 7", &[3.0]),
        ("best-order", "cost(order = 10, demand = 14", &[16.0]),
        // Sorted: 8, 9, 12, 15, 20, 30, 60; ⌈0.8 · 7⌉ = 6, ⌈0.2 · 7⌉ = 2, ⌈0.9 · 7⌉ = 7.
        (
            "best-order",
            "best_order([30.0, 8.0, 12.0, 60.0, 9.0, 15.0, 20.0], too_little = 4",
            &[30.0],
        ),
        (
            "best-order",
            "best_order([30.0, 8.0, 12.0, 60.0, 9.0, 15.0, 20.0], too_little = 1, too_much = 4",
            &[9.0],
        ),
        (
            "best-order",
            "best_order([30.0, 8.0, 12.0, 60.0, 9.0, 15.0, 20.0], too_little = 9",
            &[60.0],
        ),
        // Residuals 2, −1, 0, −4, 3 with τ = 3/4.
        ("asymmetric-loss", "value", &[(1.0 + 0.75 + 0.0 + 12.0 + 2.25) / 5.0]),
        ("asymmetric-loss", "gradient", &[0.2, -0.3, 0.0, -1.2, 0.3]),
        // r = −3, s = 0.
        ("gaussian-nll-sample", "value", &[4.5]),
        ("gaussian-nll-sample", "gradient", &[-3.0, -4.0]),
        ("gaussian-nll-sample", "best_log_variance(residual = -3", &[2.0 * ln(3.0)]),
        ("variance-bug", "value(residual = -1", &[0.5 * (1.5 + e(-1.5))]),
        ("variance-bug", "gradient(residual = 2", &[2.0, -1.5]),
        // 4 c = 10 − c; 4 c² = (10 − c)².
        ("difficulty-predict", "without_weights", &[10.0 / 5.0]),
        ("difficulty-predict", "hard_first", &[10.0 / 3.0]),
        ("loss-terms", "squared", &[4.5]),
        ("loss-terms", "uncertainty(0, -800)", &[-400.0]),
        ("loss-terms", "complexity", &[2.5]),
        ("loss-terms", "difficulty([1, -2, 0, 5], 1)", &[0.5, 1.0, 0.0, 2.5]),
        // Residuals 2, −½, 0, −½.
        ("combined-loss", "value(weights = [1.0", &[(4.0 + 0.25 + 0.25) / 8.0]),
        ("combined-loss", "gradient_of_mean(weights = [1.0", &[0.5, -0.125, 0.0, -0.125]),
        (
            "combined-loss",
            "gradient_of_complexity(weights = [0.0, 0.0, 0.5",
            &[0.5, -1.0, 0.0],
        ),
        ("combined-loss", "gradient_of_log_variance(at its best", &[0.0; 3]),
        ("combined-loss", "value(exact predictions", &[-400.0]),
    ];
    check(cases);
    // Answers written with two decimals.
    let rounded = |call| solution("expectile-by-hand", call)[0];
    assert!((rounded("loss_of_the_mean") - 32.0 / 3.0).abs() < 0.005);
    let shift = solution("cost-threshold-by-hand", "shift_of_the_logit")[0];
    assert!((shift - 4.0_f64.ln()).abs() < 0.005);
}
