//! Solutions on step decay and exponential decay against numbers worked out by hand,
//! independently of the solutions.

use super::check;

/// Short decimals or fractions written out: they differ from the solutions by rounding.
#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let cases: &[(&str, &str, &[f64])] = &[
        // ⌊45/20⌋ = 2 and ⌊100/20⌋ = 5 halvings of 0.4.
        ("step-decay-by-hand", "rates", &[0.4, 0.4, 0.2, 0.1, 0.0125]),
        ("step-decay-by-hand", "at_milestones", &[0.1, 0.01, 0.01, 0.001]),
        // 0.1 · 4/(2 · 1.9).
        ("step-decay-by-hand", "loss_at_rest", &[2.0 / 19.0]),
        ("step-decay-code", "step_decay(0.8, 0.5, period = 30, epoch = 75", &[0.2]),
        ("step-decay-code", "step_decay(0.8, 0.5, period = 1, epoch = 4", &[0.05]),
        ("step-decay-code", "multi_step(0.8, 0.5, [10, 16, 17], epoch = 40", &[0.1]),
        ("step-decay-one-epoch-bug", "rate(0.8, 0.5, period = 30, epoch = 29", &[0.8]),
        (
            "step-decay-every-epoch-bug",
            "rates(initial = 1, factor = 0.5, period = 3",
            &[1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.25, 0.25],
        ),
        (
            "step-decay-clock-bug",
            "rates((1, 0.5), period = 3, epochs = 4, batches = 2",
            &[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.5],
        ),
        // 0.9 · 0.1 · (−0.4) − 0.02, and 0.5 · 4 · 0.3 + 0.2.
        (
            "velocity-at-a-cut",
            "step(theta = 1, velocity = -0.4, gradient = 2, rate = 0.01",
            &[0.944, -0.056],
        ),
        ("velocity-at-a-cut", "step(theta = -0.5", &[0.3, 0.8]),
        // (0.05/1.95)/(0.5/1.5), and with 1.9995 and 1.995.
        ("cut-predict", "after_the_cut()", &[1.0 / 13.0]),
        ("cut-predict", "after_the_cut_flat", &[0.1 * 1.995 / 1.9995]),
        ("exponential-by-hand", "lecture_rates", &[0.1, 0.096, 0.09216]),
        ("exponential-by-hand", "reach", &[5.0]),
        // Three steps are one and a half halvings.
        ("exponential-code", "rate(0.1, d = 0.5, s = 2, t = 3", &[0.1 / 8.0_f64.sqrt()]),
        ("exponential-code", "per_step_factor(d = 0.25, s = 1", &[0.25]),
        ("exponential-code", "half_life(d = 0.5, s = 2", &[2.0]),
        ("exponential-code", "half_life(d = 0.25, s = 1", &[0.5]),
        (
            "exponential-staircase-bug",
            "rate(0.8, 0.5, steps = 10, staircase = true, step = 28",
            &[0.2],
        ),
        (
            "exponential-staircase-bug",
            "rate(0.8, 0.5, steps = 10, staircase = false, step = 5",
            &[0.4 * 2.0_f64.sqrt()],
        ),
        (
            "exponential-clock-bug",
            "rate(1, constant = 0.5, batches = 4, update = 4",
            &[(-0.5_f64).exp()],
        ),
        ("exponential-predict", "steps_to_a_percent", &[90.0]),
    ];
    check(cases);
}
