//! Values of Project B, worked out by hand, independently of the solutions.

use super::{check, check_within};

#[test]
fn projections_votes_and_layers_agree_with_numbers_worked_out_by_hand() {
    // 0.1 / (0.6 + 0.1), the rate of a step of SGD itself, and 0.1 / (0.6 − 0.1).
    let rates: &[(&str, &str, &[f64])] = &[
        ("switching-optimizer", "projected_rate(step = [-0.3, -0.1]", &[1.0 / 7.0]),
        ("switching-optimizer", "projected_rate(step = [-0.5, 0.25]", &[0.25]),
        ("switching-optimizer", "projected_rate(step = [0.1, -0.3]", &[0.2]),
        ("voting-optimizer", "mean([-0.1, 0.2, 0.3]", &[2.9, -0.2 / 3.0, 0.4 / 3.0]),
        ("voting-optimizer", "median([-0.1, 0.2, 0.3]", &[-0.1, -0.1, 0.1]),
        // A draw; three of four below zero, with sizes 0.1, 0.3, 0.5, 0.6; two of three, and a
        // zero, with sizes 0, 0.2, 0.3, 0.4.
        ("voting-optimizer", "majority([0.4, -0.1, 0]", &[0.0, -0.4, -0.25]),
        ("voting-optimizer", "majority([-0.1, 0.2, 0.3]", &[-0.2, -0.2, 0.1]),
    ];
    check(rates);
    // Adam's steps along a constant gradient (4, 1) are −0.1 in both coordinates, so that γ is
    // 0.02 / 0.5 = 0.04. Then v = 10 (4, 1), the rate is 0.004, and each step 0.04 (4, 1).
    let steps: &[(&str, &str, &[f64])] = &[
        (
            "switching-optimizer",
            "step(a constant gradient and loss, θ after step 1",
            &[-0.2; 2],
        ),
        (
            "switching-optimizer",
            "step(a constant gradient and loss, θ after step 2",
            &[-0.36, -0.24],
        ),
        (
            "switching-optimizer",
            "step(a constant gradient and loss, θ after step 3",
            &[-0.52, -0.28],
        ),
        // Momentum on 0..3, Adam on 3..5, descent on 5..7, all from 1.
        (
            "layer-optimizers",
            "step(three layers, θ after step 0",
            &[0.9, 1.2, 0.7, 0.95, 1.05, 0.6, -0.2],
        ),
    ];
    // Adam's ε is 1e-8 of gradients of one half and more.
    check_within(1e-7, steps);
}
