//! Solutions of the exercises on gradient descent against numbers worked out by hand,
//! independently of the solutions.

use super::check;

#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let cases: &[(&str, &str, &[f64])] = &[
        // ŷ = 7, r = −3; 2rx = −18, 2r = −6.
        ("descent-step-by-hand", "gradient", &[-18.0, -6.0]),
        ("descent-step-by-hand", "after", &[2.0 + 0.9, 1.0 + 0.3]),
        ("descent-step-by-hand", "largest_rate", &[2.0 / 20.0]),
        ("best-rate", "contraction(curvatures = [3, 1, 9], rate = 0.3", &[1.7]),
        ("best-rate", "best_rate(curvatures = [3, 1, 9]", &[0.2]),
        // 0.8¹⁵ = 0.035, 0.8¹⁶ = 0.028.
        ("best-rate", "steps(curvatures = [3, 1, 9], factor = 0.03", &[16.0]),
        ("best-rate", "steps(curvatures = [4, 4], factor = 0.03", &[1.0]),
        ("guarded-step", "step(rate = 1e-1, gradient = [3, -1", &[0.7, -1.9, 0.5]),
        ("simultaneous-bug", "step(w = 2", &[2.9, 1.3]),
        // 3 − 3 · 0.9².
        ("stale-gradient-bug", "descend(theta = 0, rate = 0.1, steps = 2", &[0.57]),
        ("rates-predict", "at_one()", &[10.0]),
        ("rates-predict", "loss_ratio", &[1.44]),
    ];
    check(cases);
}
