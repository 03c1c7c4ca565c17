//! Solutions on momentum against numbers worked out by hand, independently of the
//! solutions.

use super::check;

/// Short decimals or fractions written out: they differ from the solutions by rounding.
#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let cases: &[(&str, &str, &[f64])] = &[
        // v = 2, 3, 0.5; 1, 1.5, 0.25; 2, 2, 0.5.
        ("momentum-by-hand", "sum", &[0.8, 0.5, 0.45]),
        ("momentum-by-hand", "average", &[0.9, 0.75, 0.725]),
        ("momentum-by-hand", "dampened", &[0.8, 0.6, 0.55]),
        // v = (2, −1), (2.1, −1.8), (−1.32, −1.44); the last rate is 0.02.
        ("momentum", "step(theta and velocity after 1", &[0.8, -1.9, 2.0, -1.0]),
        ("momentum", "step(theta and velocity after 2", &[0.59, -1.72, 2.1, -1.8]),
        (
            "momentum",
            "step(theta and velocity after 3",
            &[0.59 + 0.0264, -1.72 + 0.0288, -1.32, -1.44],
        ),
        // κ = 9: √κ = 3; then roots 0.5 and 10.
        ("best-momentum", "rate(least = 1, most = 9", &[0.25]),
        ("best-momentum", "beta(least = 1, most = 9", &[0.25]),
        ("best-momentum", "factor(least = 1, most = 9", &[0.5]),
        ("best-momentum", "factor(least = 0.25, most = 100", &[9.5 / 10.5]),
        // Steps 1, 1.8, 2.44, 2.952, 3.3616 of (1, 0.5): 11.5536 in all.
        ("velocity-reset-bug", "train(1 batches", &[1.0 - 1.15536, -1.0 - 0.5 * 1.15536]),
        (
            "swapped-beta-bug",
            "velocities(beta = 0.9",
            &[0.1, -0.11, -0.049, 0.0059, 0.40531],
        ),
        ("rate-twice-bug", "step(theta = 1, velocity = -0.4", &[0.48, -0.52]),
        ("momentum-predict", "at_twice_the_rate", &[0.9]),
        ("momentum-predict", "at_a_tenth_of_the_rate", &[0.9025 + 0.00450625_f64.sqrt()]),
        ("momentum-predict", "border", &[0.362]),
    ];
    check(cases);
}
