//! Solutions on hinge and focal loss against numbers worked out by hand, independently of
//! the solutions.

use super::check;
use std::f64::consts::LN_2;

#[test]
fn of_the_hinge() {
    check(&[
        // Margins 2, 0.5, −1, 0.2, 1.
        ("hinge-by-hand", "hinge", &[(0.0 + 0.5 + 2.0 + 0.8 + 0.0) / 5.0]),
        ("hinge-by-hand", "squared_hinge", &[(0.25 + 4.0 + 0.64) / 5.0]),
        ("hinge-by-hand", "gradient", &[0.0, -0.2, -0.2, 0.2, 0.0]),
        ("hinge-by-hand", "errors", &[1.0 / 5.0]),
        // Margins 3, 0.25, −2, 1, 4, 0.5, −1.5, 1.
        ("hinge-subgradient", "value", &[(0.75 + 3.0 + 0.5 + 2.5) / 8.0]),
        (
            "hinge-subgradient",
            "gradient",
            &[0.0, -0.125, -0.125, 0.0, 0.0, 0.125, 0.125, 0.0],
        ),
        // f = 1 − 0.4 − 0.1 = 0.5: w shrinks by 0.95 and moves by 0.1 (2, −1).
        ("svm-step", "step(theta = [0.5, 0.4, -0.1]", &[0.675, 0.28, 0.0]),
        // f = 8.5: w shrinks, and that is all.
        ("svm-step", "step(theta = [3, -2, 0.5]", &[2.85, -1.9, 0.5]),
        // Rivals at 1.5 and 2.5 of class 0 at 2: slacks 0.5 and 1.5.
        (
            "multi-class-margin",
            "value(scores = [2, 1.5, -3, 2.5], class = 0",
            &[2.0 / 4.0],
        ),
        (
            "multi-class-margin",
            "gradient(scores = [2, 1.5, -3, 2.5], class = 0",
            &[-0.5, 0.25, 0.0, 0.25],
        ),
        // Slacks 0, 0.6, 2 of class 1 and 0, 0.7, 1.8 of class 0.
        ("hinge-labels-bug", "value", &[(0.6 + 2.0 + 0.7 + 1.8) / 6.0]),
        (
            "hinge-labels-bug",
            "gradient",
            &[0.0, -1.0 / 6.0, -1.0 / 6.0, 0.0, 1.0 / 6.0, 1.0 / 6.0],
        ),
        ("margin-predict", "at_first", &[0.5, 2.0 / 3.0]),
        ("margin-predict", "five_to_fifty", &[0.5, 2.0 / 3.0]),
        ("margin-predict", "two_to_four", &[1.5, 0.4]),
        ("margin-predict", "minus_three_to_one", &[1.5, 2.0]),
    ]);
}

#[test]
fn of_the_focal_loss() {
    // σ(1) and ln(1 + e), for the negative sample with the logit 1.
    let (p, u) = (1.0 / (1.0 + (-1.0_f64).exp()), (1.0 + 1.0_f64.exp()).ln());
    check(&[
        ("focal-by-hand", "loss_ratios", &[100.0, 4.0, 100.0 / 81.0]),
        ("focal-by-hand", "pull_at_one_half", &[0.125 + 0.25 * LN_2]),
        ("minority-by-hand", "accuracy", &[(60.0 + 840.0) / 1000.0]),
        ("minority-by-hand", "precision", &[60.0 / 120.0]),
        ("minority-by-hand", "recall", &[60.0 / 100.0]),
        ("minority-by-hand", "f1", &[120.0 / (120.0 + 60.0 + 40.0)]),
        // Lost: 800 and a pull of 1, both times α = 0.25.
        (
            "binary-focal",
            "value(logit = [-800, 1]",
            &[(0.25 * 800.0 + 0.75 * p * p * u) / 2.0],
        ),
        (
            "binary-focal",
            "gradient(logit = [-800, 1]",
            &[-0.125, 0.75 * p * p * (p + 2.0 * (1.0 - p) * u) / 2.0],
        ),
        (
            "focal-alpha-bug",
            "value(right = 0.9, is_positive = false",
            &[-0.1 * 0.01 * 0.9_f64.ln()],
        ),
        (
            "focal-pt-bug",
            "value(positive = 0.99, is_positive = false",
            &[-0.99 * 0.99 * 0.01_f64.ln()],
        ),
        ("focal-predict", "cross_entropy", &[0.1]),
        ("focal-predict", "weighted", &[0.5]),
        ("focal-predict", "focal_with_alpha", &[0.5]),
    ]);
}
