//! Values of the exercises on the race, worked out by hand, independently of the
//! solutions.

use super::{check_within, solution};

#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let ln = f64::ln;
    // ½x² with β ½ and η 0.3 from 1: v = 1, 1.2, 0.94, 0.528 and x = 0.7, 0.34, 0.058,
    // −0.1004.
    let end = 0.5 * 0.1004 * 0.1004;
    let cases: &[(&str, &str, &[f64])] = &[
        ("race-first-step", "gradient()", &[-5.0 - 2250.0, -750.0]),
        // √(2255² + 750²) ≈ 2376, as the chapter says, is checked below.
        ("race-first-step", "descent()", &[-1.5 + 2.255, -1.5 + 0.75]),
        ("race-first-step", "momentum()", &[0.755, -0.75]),
        ("race-first-step", "adam()", &[-1.49, -1.49]),
        // 0.245² + 100 (0.75 + 0.570025)².
        ("race-first-step", "loss_of_descent()", &[0.060025 + 100.0 * 1.742_466]),
        ("rate-sweep", "expected_steps([Some(40), Some(60)", &[60.0]),
        ("rate-sweep", "expected_steps([Some(40), None", &[450.0 / 2.0]),
        ("rate-sweep", "expected_steps([Some(7)", &[407.0]),
        ("rate-sweep", "working([900", &[2.0, 4.0]),
        ("rate-sweep", "working([70", &[2.0, 4.0]),
        ("race-state-bug", "final_losses([1.0, 1.0, 1.0]", &[end; 3]),
        ("conditioning-predict", "descent_at_10()", &[(ln(1e3) / ln(11.0 / 9.0)).ceil()]),
        (
            "conditioning-predict",
            "descent_at_100()",
            &[(ln(1e3) / ln(101.0 / 99.0)).ceil()],
        ),
        ("rescaled-rates", "descent_on_cents()", &[0.001]),
        ("rescaled-rates", "adam_on_tenths()", &[0.3]),
    ];
    // The square of 1.320025 is written with six digits, times a hundred.
    check_within(1e-4, cases);
    let gradient = solution("race-first-step", "gradient()");
    assert_eq!(gradient[0].hypot(gradient[1]).round(), 2376.0);
}
