//! Gradients by hand.

use super::{Case, check_within};

#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let cases: &[Case] = &[
        // r = −3 and x = 2; r = 1.5 − 1 + 2 + 1 = 3.5; r = 0.5 − 0.5 − 1 − 0.25.
        ("squared-loss-gradient", "value(w = [1], b", &[9.0]),
        ("squared-loss-gradient", "value(w = [0.5", &[12.25]),
        ("squared-loss-gradient", "gradient(w = [1], b", &[-12.0, -6.0]),
        ("squared-loss-gradient", "gradient(w = [0.5", &[21.0, 7.0, 7.0]),
        ("squared-loss-gradient", "gradient(w = [1, 2", &[-1.25, 0.625, 0.0, -2.5]),
        // The table of the chapter: ∂W, ∂b, ∂v, ∂c.
        (
            "two-layer-backward",
            "gradient(the chapter",
            &[-3.0, 6.0, -6.0, 12.0, -3.0, 6.0, -6.0, -1.5, -3.0],
        ),
        // Δ₂Wᵀ = (½ − 6, −1 − 4); then (2, 5) and (½, −3) through gates 01 and 10.
        ("transposed-delta-bug", "delta(both", &[-5.5, -5.0]),
        ("transposed-delta-bug", "delta(some", &[0.0, 5.0, 0.5, 0.0]),
        // 4/5 over 25/16 squared: −2x/(1 + x²)² at −½ is 0.64.
        ("difference-step-bug", "derivative(x³", &[4.75]),
        ("difference-step-bug", "derivative(1/(1", &[0.64]),
        ("difference-step-bug", "derivative(a cube in millions, at = 1000000", &[3.0]),
        ("difference-step-bug", "derivative(a cube in millions, at = -3", &[27.0]),
        // θ₂, θ₁ + 3θ₂²; 3(θ/10⁶)².
        ("gradient-checker", "differences(theta = [2", &[10.0, 302.0]),
        ("gradient-checker", "differences(theta = [-0.5", &[4.0, 47.5]),
        ("gradient-checker", "differences(theta = [1000000", &[3.0]),
        ("gradient-checker", "differences(theta = [-2", &[12.0]),
        ("gradient-checker", "relative_error(a = [3", &[0.2]),
        ("gradient-checker", "relative_error(a = [-1", &[0.2]),
        ("gradient-checker", "relative_error(a = [0, 0", &[0.0]),
    ];
    // What differences leave; the others are exact.
    check_within(1e-6, cases);
}
