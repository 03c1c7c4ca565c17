//! Solutions on choosing against numbers worked out by hand, independently of the
//! solutions.

use super::{Case, check, check_within};

#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let cases: &[Case] = &[
        // 1 − 0.59049.
        ("trials-by-hand", "chance_of_five", &[0.409_51]),
        // 0.9²⁸ = 0.0523, 0.9²⁹ = 0.0471.
        ("trials-by-hand", "trials_needed", &[29.0]),
        ("trials-by-hand", "farthest_factor", &[3.162_278]),
        ("trials-by-hand", "share_below_a_tenth", &[0.75]),
        ("best-of-trials", "log_grid(0.001", &[0.001, 0.01, 0.1, 1.0]),
        ("best-of-trials", "log_grid(1, 3", &[1.0, 1.732_051, 3.0]),
        // (7 · 0.3 + 5 · 0.4 + 3 · 0.5 + 1 · 0.9)/16.
        ("best-of-trials", "expected_best([0.9, 0.3, 0.5, 0.4], 2)", &[0.406_25]),
    ];
    // Six decimals are written out.
    check_within(1e-6, cases);
}

#[test]
fn solutions_agree_with_what_was_counted_by_hand() {
    check(&[
        // At 0.05 all four honest ones are stopped; at 0.4 two of them, and no fraud is missed;
        // at 0.5 one, and one fraud is missed; at 2 both frauds are.
        (
            "cheapest-threshold",
            "cost(p = [0.3, 0.05, 0.9, 0.4, 0.4, 0.7], [false, false, true, true, false, false], 0.05,",
            &[4.0],
        ),
        (
            "cheapest-threshold",
            "cost(p = [0.3, 0.05, 0.9, 0.4, 0.4, 0.7], [false, false, true, true, false, false], 0.4,",
            &[2.0],
        ),
        (
            "cheapest-threshold",
            "cost(p = [0.3, 0.05, 0.9, 0.4, 0.4, 0.7], [false, false, true, true, false, false], 0.5,",
            &[4.0],
        ),
        (
            "cheapest-threshold",
            "cost(p = [0.3, 0.05, 0.9, 0.4, 0.4, 0.7], [false, false, true, true, false, false], 2,",
            &[6.0],
        ),
        ("cheapest-threshold", "cheapest(p = [0.2, 0.6]", &[2.0]),
        ("cheapest-threshold", "cheapest(p = [0.2, 0.8, 0.5]", &[0.2]),
        ("sweep-edge-bug", "best_exponent(least at 1)", &[1.0]),
        ("sweep-edge-bug", "best_exponent(falls to the right)", &[3.0]),
        ("sweep-edge-bug", "best_exponent(falls to the left)", &[-8.0]),
        ("sweep-edge-bug", "best_exponent(falls to -1", &[-1.0]),
        ("sweep-edge-bug", "best_exponent(NaN", &[-5.0]),
        // A at its second rate 0.47, B at its third 0.42.
        ("unfair-race-bug", "difference(a, b)", &[0.05]),
        ("unfair-race-bug", "difference(b, a)", &[-0.05]),
    ]);
}
