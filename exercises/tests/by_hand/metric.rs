//! Values of the exercises on pairs and triplets, worked out by hand, independently of
//! the solutions.

use super::check;

#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let ln = f64::ln;
    let cases: &[(&str, &str, &[f64])] = &[
        // 5² + 0.5² + 0 and 0 + 1.5² + 5², over three pairs.
        ("pairs-by-hand", "mean_loss()", &[25.25 / 3.0]),
        ("pairs-by-hand", "mean_loss_swapped", &[27.25 / 3.0]),
        // Distances 5, 0.5, 1.5, 0, 9, 0; margin 3: 25, 0.25, 1.5², 3², 0, 0.
        (
            "contrastive",
            "value(six pairs, margin = 3)",
            &[(25.0 + 0.25 + 2.25 + 9.0) / 6.0],
        ),
        (
            "contrastive",
            "gradient(six pairs, margin = 3)",
            // 2 (3, 4), 2 (0.5, 0), −2 · 1.5/1.5 (0.9, 1.2), and zeros, over 6.
            &[1.0, 8.0 / 6.0, 1.0 / 6.0, 0.0, -0.3, -0.4, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        ),
        ("margin-bug", "value(distance = 0.5, similar = false, margin = 2)", &[2.25]),
        ("margin-bug", "value(distance = 3.5, similar = false, margin = 2)", &[0.0]),
        ("siamese-bug", "gradient(theta = [2, 0]", &[4.0, -4.0]),
        ("tug-predict", "dissimilar_after_a_step", &[1.1]),
        ("tug-predict", "similar_after_a_step", &[0.3]),
        ("tug-predict", "dissimilar_after_a_large_step", &[3.5]),
        ("tug-predict", "contradiction_in_the_end", &[1.0]),
        ("triplets-by-hand", "losses", &[3.0, 1.0, 0.0, 0.0]),
        // 3-4-5, and (4, −2) and (1, −2) away.
        (
            "pairwise-distances",
            "distances(three points)",
            &[
                0.0,
                5.0,
                5_f64.sqrt(),
                5.0,
                0.0,
                20_f64.sqrt(),
                5_f64.sqrt(),
                20_f64.sqrt(),
                0.0,
            ],
        ),
        ("pairwise-distances", "distances(near points)", &[0.0, 1e-7, 1e-7, 0.0]),
        ("semi-hard-triplet", "loss(two classes far apart", &[0.0]),
        ("semi-hard-triplet", "count(two classes far apart", &[0.0]),
        // Own similarities 1600 and 900, others 0: e^(−900) is nothing.
        ("info-nce", "value(similarities of a thousand", &[0.0]),
        (
            "swapped-triplet-bug",
            "value(d(a, p) = 1, d(a, n) = 2.5, d(p, n) = 1.5",
            &[0.5],
        ),
        ("swapped-triplet-bug", "value(d(a, p) = 1, d(a, n) = 5", &[0.0]),
        ("collapse-predict", "all_triplets", &[0.5]),
        ("collapse-predict", "contrastive", &[0.1875]),
        ("collapse-predict", "info_nce", &[3.0 * ln(2.0)]),
    ];
    check(cases);
}
