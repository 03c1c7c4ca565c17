//! Solutions on Nesterov momentum against numbers worked out by hand, independently of the
//! solutions.

use super::check;

/// Short decimals or fractions written out: they differ from the solutions by rounding.
#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let cases: &[(&str, &str, &[f64])] = &[
        ("nesterov-by-hand", "momentum", &[0.8, 0.54]),
        ("nesterov-by-hand", "look_ahead", &[0.8, 0.56]),
        ("nesterov-by-hand", "framework", &[0.7, 0.44]),
        // v = (2, −1), (2.1, −1.8); steps along (3.6, −1.8), (2.18, −2.44).
        ("nesterov", "step(theta and velocity after 1", &[0.64, -1.82, 2.0, -1.0]),
        ("nesterov", "step(theta and velocity after 2", &[0.422, -1.576, 2.1, -1.8]),
        // Ahead at 1 − 0.24, v = 2.4 + 1.52.
        ("look-back-bug", "step(theta = 1, velocity = 3, gradient = 2θ", &[0.608, 3.92]),
        (
            "look-ahead-rate-bug",
            "step(theta = 1, velocity = 3, gradient = 2θ",
            &[0.608, 3.92],
        ),
    ];
    check(cases);
}
