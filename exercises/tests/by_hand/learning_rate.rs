//! Solutions on the rate and on plateaus against numbers worked out by hand,
//! independently of the solutions.

use super::check;

/// Short decimals or fractions written out: they differ from the solutions by rounding.
#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let cases: &[(&str, &str, &[f64])] = &[
        // Half a decade a step.
        ("rate-finder", "rate(step = 0", &[0.001]),
        ("rate-finder", "rate(step = 3", &[0.001 * 31.622_776_601_683_793]),
        ("rate-finder", "rate(step = 6", &[1.0]),
        // Means 1, 2.5, 1.75, 4.875 over ½, ¾, ⅞, 15/16.
        ("rate-finder", "smoothed(losses = [2", &[2.0, 10.0 / 3.0, 2.0, 5.2]),
        ("rate-finder", "smoothed(losses = [3", &[3.0, 3.0, 3.0]),
        ("rate-finder", "seen(smoothed = [8", &[5.0]),
        ("rate-finder", "seen(smoothed = [3", &[4.0]),
        ("rate-finder", "suggestion", &[0.1]),
        ("finder-linear-bug", "rates(start = 0.1", &[0.1, 0.2, 0.4]),
        ("finder-linear-bug", "rates(start = 2", &[2.0, 4.0, 8.0, 16.0]),
        // θ = 3, 2.4, 0.48, −0.288 at ηλ = 0.2, 0.8, 1.6.
        (
            "finder-restore-bug",
            "search(theta = [3], curvature = 4, losses",
            &[18.0, 11.52, 0.4608, 0.165_888],
        ),
        ("finder-restore-bug", "search(theta = [3], curvature = 4, theta", &[3.0]),
        ("stability-by-hand", "border", &[0.25]),
        ("stability-by-hand", "flat_factor", &[0.7225]),
        // Flat: 5, then 4; the third 4 after the first is one too many, and so on.
        ("plateau-detector", "cuts(losses = [5", &[5.0, 8.0]),
        ("plateau-detector", "cuts(losses = [10", &[3.0, 6.0, 8.0]),
        ("plateau-detector", "cuts(losses = [3", &[5.0, 9.0]),
        ("plateau-detector", "cuts(losses = [2", &[5.0, 8.0]),
        // 6, 7 and 8 are not counted, and after 9 and 10 it ends.
        ("plateau-detector", "cuts_with_cooldown(losses = [5", &[5.0]),
        ("plateau-patience-bug", "cuts(losses = [5", &[5.0, 8.0]),
        ("plateau-best-bug", "cuts(losses = [3", &[5.0, 9.0]),
        ("plateau-by-hand", "cuts", &[4.0, 8.0]),
    ];
    check(cases);
}
