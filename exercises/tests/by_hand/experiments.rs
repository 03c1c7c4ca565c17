//! Values of the exercises that predict a run on a bowl, a hill or a surface, worked out by
//! hand, independently of the solutions.

use super::{check_within, solution};

#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let (ln, exp) = (f64::ln, f64::exp);
    let cases: &[(&str, &str, &[f64])] = &[
        // η / √0.1 and η; the cycle of RMSprop, ±η/2.
        ("bowl-predict", "first_of_rmsprop()", &[0.25 * f64::sqrt(10.0)]),
        ("bowl-predict", "first_of_adam()", &[0.25]),
        ("bowl-predict", "rest_of_rmsprop()", &[0.125]),
        ("bowl-predict", "rest_of_adam()", &[0.0]),
        ("bowl-predict", "apart()", &[0.0]),
        ("starts-predict", "descent_from_one_half()", &[1.0]),
        ("starts-predict", "descent_from_two()", &[1.0]),
        ("starts-predict", "descent_from_zero()", &[0.0]),
        // A factor of 100 at 0.9 a step, and one of 10 000.
        (
            "starts-predict",
            "a_hundred_times_as_far()",
            &[(ln(1e4) / ln(10.0 / 9.0)).ceil() / (ln(1e2) / ln(10.0 / 9.0)).ceil()],
        ),
        ("bias-predict", "at_zero()", &[ln(2.0)]),
        (
            "bias-predict",
            "at_three()",
            &[0.5 * (ln(1.0 + exp(-3.0)) + ln(1.0 + exp(3.0)))],
        ),
        (
            "bias-predict",
            "at_minus_three()",
            &[0.5 * (ln(1.0 + exp(-3.0)) + ln(1.0 + exp(3.0)))],
        ),
        ("bias-predict", "accuracy()", &[4.0 / 6.0]),
        ("surface-predict", "weighted_at_zero()", &[2.0 * ln(2.0)]),
        ("surface-predict", "focal_at_zero()", &[ln(2.0) / 4.0]),
        ("nesterov-predict", "momentum()", &[f64::sqrt(0.9)]),
        ("nesterov-predict", "nesterov()", &[0.9]),
        ("nesterov-predict", "nesterov_at_half_the_rate()", &[f64::sqrt(0.9 * 0.95)]),
        ("nesterov-predict", "border_of_momentum()", &[0.38]),
        ("nesterov-predict", "border_of_nesterov()", &[3.8 / 28.0]),
        ("surface-predict", "weighted_best_bias()", &[ln(3.0)]),
    ];
    // The ε of both optimizers moves the bowl's numbers by some 1e-7, and a search for a minimum
    // ends within some 1e-8, the root of the rounding.
    check_within(1e-6, cases);
}

/// 2σ(w) − 1 = 2(1 − σ(2w)), where the slope along w vanishes at b = 0, holds for the weight
/// that the statement gives, and for the weighted loss, too.
#[test]
fn a_class_weight_does_not_move_the_weight_of_symmetric_points() {
    let sigmoid = |z: f64| 1.0 / (1.0 + (-z).exp());
    let best = solution("surface-predict", "weighted_best_weight()")[0];
    let (left, right) = (2.0 * sigmoid(best) - 1.0, 2.0 * (1.0 - sigmoid(2.0 * best)));
    assert!((left - right).abs() < 1e-6, "{left} and {right} at {best}");
    assert!((best - 0.76).abs() < 0.005, "{best}");
}

/// Momentum's energy ½v²η + L falls, and the ball that starts above the hill crosses it.
#[test]
fn the_ball_ends_on_the_other_side() {
    let end = solution("starts-predict", "momentum_from_two()")[0];
    // 3000 steps at a factor of √0.8 each.
    assert!((end + 1.0).abs() < 1e-9, "{end}");
}

/// At the best w of b = 3, the slope Σ (p − y) x over the six points is zero.
#[test]
fn the_border_is_where_the_slope_vanishes() {
    let border = solution("bias-predict", "border()")[0];
    let w = -3.0 / border;
    let p = |x: f64| 1.0 / (1.0 + (-(w * x + 3.0)).exp());
    let slope =
        (p(1.0) - 1.0) + 2.0 * (p(2.0) - 1.0) - p(-1.0) - 2.0 * p(-2.0) - (p(-1.0) - 1.0)
            + p(1.0);
    // Sixty halvings of 20.
    assert!(slope.abs() < 1e-9, "{slope} at {w}");
    assert!((border + 1.49).abs() < 0.005, "{border}");
}

/// With the pull (1 − p)² (1 − p − 2p ln p) of a point of probability p, the good points at 1 and 2
/// and the bad one at 1 balance; and the shares of cross-entropy's pull 1 − p that the solution
/// names are those at the weight 0.76.
#[test]
fn the_focal_minimum_is_where_the_pulls_balance() {
    let sigmoid = |z: f64| 1.0 / (1.0 + (-z).exp());
    let pull = |p: f64| (1.0 - p).powi(2) * (1.0 - p - 2.0 * p * p.ln());
    let best = solution("surface-predict", "focal_best_weight()")[0];
    let good = pull(sigmoid(best)) + 2.0 * pull(sigmoid(2.0 * best));
    let bad = pull(sigmoid(-best));
    assert!((good - bad).abs() < 1e-6, "{good} and {bad} at {best}");
    assert!((best - 0.296).abs() < 0.0005, "{best}");
    let share = |z: f64| pull(sigmoid(z)) / (1.0 - sigmoid(z));
    for (z, expected) in [(0.76, 0.25), (1.52, 0.1), (-0.76, 0.95)] {
        // As rough as the words: a quarter, a tenth, nearly.
        assert!((share(z) - expected).abs() < 0.05, "{} at {z}", share(z));
    }
}
