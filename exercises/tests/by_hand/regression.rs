//! Of the exercises on regression losses.

use super::check;

#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let cases: &[(&str, &str, &[f64])] = &[
        // (1 + 9 + 4 + 16 + 900) / 5, (1 + 3 + 2 + 4 + 30) / 5.
        ("five-points-by-hand", "mean_squared_error", &[930.0 / 5.0]),
        ("five-points-by-hand", "mean_absolute_error", &[40.0 / 5.0]),
        ("five-points-by-hand", "huber_delta_1", &[(0.5 + 2.5 + 1.5 + 3.5 + 29.5) / 5.0]),
        (
            "five-points-by-hand",
            "huber_delta_4",
            &[(0.5 + 4.5 + 2.0 + 8.0 + 112.0) / 5.0],
        ),
        // r = -10; w - 0.1 L'(r) 3 and b - 0.1 L'(r), with L' = -20, -1, -2.
        ("one-step-by-hand", "squared_error", &[2.0 + 6.0, 2.0]),
        ("one-step-by-hand", "absolute_error", &[2.0 + 0.3, 0.1]),
        ("one-step-by-hand", "huber", &[2.0 + 0.6, 0.2]),
        ("one-step-by-hand", "residuals_after", &[26.0 - 16.0, 7.0 - 16.0, 8.0 - 16.0]),
        // Residuals 1.5, -0.5, 6, -20, 0, -2 with delta = 2.
        ("huber", "value", &[(1.125 + 0.125 + 10.0 + 38.0 + 0.0 + 2.0) / 6.0]),
        (
            "huber",
            "gradient",
            &[1.5 / 6.0, -0.5 / 6.0, 2.0 / 6.0, -2.0 / 6.0, 0.0, -2.0 / 6.0],
        ),
        // Residuals 2.5, -0.5, 6, -20, 3 with delta = 3 and weight = 1/4, which makes the
        // outer slope 3/4.
        (
            "weighted-huber",
            "value",
            &[(3.125 + 0.125 + 0.75 * 4.5 + 0.75 * 18.5 + 4.5) / 5.0],
        ),
        ("weighted-huber", "gradient", &[0.5, -0.1, 0.15, -0.15, 0.6]),
        ("weighted-huber", "jump", &[0.25 * 4.5 - 4.5]),
        // Residuals 3, -1, 0, -2.5 with tau = 0.9: too high costs 0.1, too low 0.9 per
        // unit.
        ("quantile-loss", "value", &[(0.3 + 0.9 + 0.0 + 2.25) / 4.0]),
        ("quantile-loss", "gradient", &[0.1 / 4.0, -0.9 / 4.0, 0.0, -0.9 / 4.0]),
        ("mae-gradient-bug", "gradient", &[0.2, -0.2, 0.0, -0.2, 0.2]),
        ("mae-gradient-bug", "gradient(residuals = [0", &[0.0; 5]),
        ("huber-delta-bug", "value(residual = 5,", &[12.5]),
        ("huber-delta-bug", "value(residual = -20,", &[5.0 * 17.5]),
        ("outlier-predict", "mean_move", &[997.0 / 5.0]),
        ("outlier-predict", "median_move", &[1.0]),
        // Between 3 and 4 the clamped residuals of 1, 2, 4, 5 and the outlier are 2, m -
        // 2, m - 4, m - 5, -2: m = 11/3.
        ("outlier-predict", "huber_move()", &[2.0 / 3.0]),
        ("outlier-predict", "huber_move_to_a_million", &[2.0 / 3.0]),
    ];
    check(cases);
}
