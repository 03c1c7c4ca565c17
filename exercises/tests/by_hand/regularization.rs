//! The solutions on regularization, against values worked out by hand, independently of
//! them: short fractions, which differ from the solutions by rounding only.

use super::check_within;

#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let cases: &[(&str, &str, &[f64])] = &[
        // Toward zero by 1; halved; toward zero by 1/2 and divided by 3/2.
        ("proximal-by-hand", "l1", &[2.0, 0.0, 0.0, -1.5]),
        ("proximal-by-hand", "l2", &[1.5, -0.2, 0.5, -1.25]),
        ("proximal-by-hand", "elastic_net", &[5.0 / 3.0, 0.0, 1.0 / 3.0, -4.0 / 3.0]),
        // θ = (3, −1, 0, 10) and λ = 1/2: 1/4 · (9 + 1).
        ("l2-penalty", "value", &[2.5]),
        ("l2-penalty", "gradient", &[1.5, -0.5, 0.0, 0.0]),
        // w = (3, −1/4, 1/2, −2, 0, 3/4) with s = 1 and λ = 1/2.
        ("l1-proximal", "proximal", &[2.5, 0.0, 0.0, -1.5, 0.0, 0.25]),
        // The same w with λ = 2 and ρ = 1/4: Σ|w| = 6.5 and Σw² = 13.875; s = 1/2 makes
        // the threshold 1/4 and the divisor 7/4.
        ("elastic-net", "value", &[2.0 * (0.25 * 6.5 + 0.375 * 13.875)]),
        (
            "elastic-net",
            "proximal",
            &[2.75 / 1.75, 0.0, 0.25 / 1.75, -1.0, 0.0, 0.5 / 1.75],
        ),
        // a = 3 − (0.5 · −2 − 1 · 0.5) = 4.5, less 0.5, over 2.
        ("coordinate-step", "update(j = 0", &[2.0]),
        // (1 − 0.05) w − 0.1 g, and b without the decay.
        ("weight-decay-step", "step", &[2.75, -0.75, 0.475, 9.6]),
        ("bias-decay-bug", "gradient", &[0.2, -0.05, 0.0]),
        // 0.95 w − 0.1 sign(g), up to ε/|g| = 1e-6 of 0.1.
        ("adamw-bug", "step", &[1.8, -1.05, 0.575, 2.85]),
        // 8(2u − 4)/2 + 2u = 0 and the like; see the solution.
        ("twins-predict", "ridge", &[4.0 / 3.0, 4.0 / 3.0]),
        ("twins-predict", "lasso", &[3.0, 0.0]),
        ("twins-predict", "elastic_net", &[1.4, 1.4]),
        ("twins-predict", "lambda_max", &[8.0]),
        // Errors 9, 6, 4.5, 4, 3.8, 3.9, 4.4: the bar is 3.8 + 0.3.
        ("choose-lambda", "minimum", &[0.5]),
        ("choose-lambda", "one_standard_error", &[1.0]),
    ];
    // Some are written with seven digits.
    check_within(2e-7, cases);
}
