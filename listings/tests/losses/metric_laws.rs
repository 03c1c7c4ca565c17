//! Laws of the losses of pairs, triplets and views, and of the miners, at random inputs.

use listings::losses::mining::{
    Difficulty, all_triplets, batch_hard, difficulty, pairwise_distances, semi_hard,
};
use listings::losses::{
    CosineEmbedding, Distance, InfoNce, MarginRanking, NtXent, Triplet, UnitRows,
};
use ndarray::{Array1, Array2, array};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// The same 128 cases on every run.
fn seeded() -> ProptestConfig {
    ProptestConfig {
        cases: 128,
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Eight embeddings of three numbers.
fn embeddings() -> impl Strategy<Value = Array2<f64>> {
    prop::collection::vec(-4.0..4.0, 24)
        .prop_map(|numbers| Array2::from_shape_vec((8, 3), numbers).expect("24 numbers"))
}

/// A few roundings of sums of numbers of size `scale`.
fn rounding(scale: f64) -> f64 {
    64.0 * f64::EPSILON * scale
}

/// Eight labels out of three classes.
fn labels() -> impl Strategy<Value = Array1<usize>> {
    prop::collection::vec(0..3_usize, 8).prop_map(Array1::from)
}

proptest! {
    #![proptest_config(seeded())]

    #[test]
    fn a_cosine_does_not_see_lengths(
        x in embeddings(), y in embeddings(), scale in 0.01..100.0,
        similar in prop::collection::vec(any::<bool>(), 8)
    ) {
        let (loss, similar) = (CosineEmbedding::new(0.25).unwrap(), Array1::from(similar));
        let value = loss.value(&x, &y, &similar);
        let scaled = loss.value(&(scale * &x), &y, &similar);
        prop_assert!((value - scaled).abs() <= rounding(2.0));
        prop_assert!((0.0..=2.0).contains(&value));
        // So its gradient is at a right angle to each embedding.
        let [gradient, _] = loss.gradients(&x, &y, &similar);
        for (row, gradient) in x.rows().into_iter().zip(gradient.rows()) {
            prop_assert!(row.dot(&gradient).abs() <= rounding(1.0));
        }
    }

    #[test]
    fn swapping_anchor_and_positive_leaves_a_swapped_triplet(
        a in embeddings(), p in embeddings(), n in embeddings(), margin in 0.0..5.0
    ) {
        let plain = Triplet::new(margin).unwrap();
        let swap = plain.with_swap();
        // The swap takes the harder of two negatives.
        prop_assert!(swap.value(&a, &p, &n) >= plain.value(&a, &p, &n));
        let difference = swap.value(&a, &p, &n) - swap.value(&p, &a, &n);
        prop_assert!(difference.abs() <= rounding(20.0));
    }

    #[test]
    fn a_squared_distance_scales_with_the_square(
        a in embeddings(), p in embeddings(), n in embeddings(), margin in 0.0..5.0
    ) {
        // Both the margin and the distances: powers of two, so that nothing is rounded.
        let squared = |margin| {
            Triplet::new(margin).unwrap().with_distance(Distance::SquaredEuclidean)
        };
        let value = squared(margin).value(&a, &p, &n);
        let scaled = squared(4.0 * margin).value(&(2.0 * &a), &(2.0 * &p), &(2.0 * &n));
        prop_assert_eq!(4.0 * value, scaled);
        let plain = |margin| Triplet::new(margin).unwrap();
        let value = plain(margin).value(&a, &p, &n);
        let scaled = plain(2.0 * margin).value(&(2.0 * &a), &(2.0 * &p), &(2.0 * &n));
        prop_assert_eq!(2.0 * value, scaled);
    }

    #[test]
    fn ranking_by_negative_distance_is_the_triplet_loss(
        a in embeddings(), p in embeddings(), n in embeddings(), margin in 0.0..5.0
    ) {
        let between = |x: &Array2<f64>| -> Array1<f64> {
            let rows = 0..a.nrows();
            rows.map(|i| -Distance::Euclidean.between(a.row(i), x.row(i))).collect()
        };
        let ranking = MarginRanking::new(margin).unwrap();
        let value = ranking.value(&between(&p), &between(&n), &Array1::ones(8));
        let triplet = Triplet::new(margin).unwrap().value(&a, &p, &n);
        prop_assert!((value - triplet).abs() <= rounding(20.0));
    }

    #[test]
    fn distances_are_symmetric_and_the_straight_way_is_shortest(x in embeddings()) {
        for distance in [Distance::Euclidean, Distance::Manhattan] {
            let d = pairwise_distances(&x, distance);
            prop_assert_eq!(&d, &d.t());
            for i in 0..8 {
                prop_assert_eq!(d[[i, i]], 0.0);
                for j in 0..8 {
                    for k in 0..8 {
                        prop_assert!(d[[i, k]] <= d[[i, j]] + d[[j, k]] + rounding(20.0));
                    }
                }
            }
        }
    }

    #[test]
    fn miners_choose_valid_triplets_of_their_kind(
        x in embeddings(), labels in labels(), margin in 0.1..4.0
    ) {
        let d = pairwise_distances(&x, Distance::Euclidean);
        let all = all_triplets(&labels);
        for &[a, p, n] in &all {
            prop_assert!(a != p && labels[a] == labels[p] && labels[a] != labels[n]);
        }
        let hard = batch_hard(&d, &labels);
        let semi = semi_hard(&d, &labels, margin);
        prop_assert!(hard.iter().chain(&semi).all(|triplet| all.contains(triplet)));
        for &[a, p, n] in &semi {
            prop_assert_eq!(difficulty(d[[a, p]], d[[a, n]], margin), Difficulty::SemiHard);
        }
        // No triplet of an anchor costs more than its hardest.
        for &[a, p, n] in &all {
            let hardest = hard.iter().find(|triplet| triplet[0] == a);
            let &[_, q, m] = hardest.expect("an anchor with a triplet has a hardest");
            prop_assert!(d[[a, p]] - d[[a, n]] <= d[[a, q]] - d[[a, m]]);
        }
        // An anchor and positive with a semi-hard negative among all have one mined, once.
        let pairs = |triplets: &[[usize; 3]]| {
            let mut pairs: Vec<_> = triplets.iter().map(|t| [t[0], t[1]]).collect();
            pairs.dedup();
            pairs
        };
        let is_semi = |&&[a, p, n]: &&[usize; 3]| {
            difficulty(d[[a, p]], d[[a, n]], margin) == Difficulty::SemiHard
        };
        let expected: Vec<_> = all.iter().filter(is_semi).copied().collect();
        prop_assert_eq!(pairs(&semi).len(), semi.len());
        prop_assert_eq!(pairs(&semi), pairs(&expected));
    }

    #[test]
    fn info_nce_of_candidates_alike_is_the_logarithm_of_their_number(
        x in embeddings(), temperature in 0.1..5.0
    ) {
        let loss = InfoNce::new(temperature).unwrap();
        let same = Array2::from_shape_fn((8, 3), |(_, k)| x[[0, k]]);
        let value = loss.value(&x, &same);
        prop_assert!((value - 8_f64.ln()).abs() <= rounding(100.0 / temperature));
        // One query more or less similar to all keys alike changes nothing: the keys'
        // gradients of one query sum to zero.
        let [_, of_keys] = loss.gradients(&x, &x);
        let sum = of_keys.sum_axis(ndarray::Axis(0));
        prop_assert!(sum.iter().all(|g| g.abs() <= rounding(8.0 / temperature)));
    }

    #[test]
    fn the_order_of_the_views_and_their_lengths_do_not_matter(
        x in embeddings(), temperature in 0.1..5.0, scale in 0.01..100.0
    ) {
        let loss = NtXent::new(temperature).unwrap();
        let value = loss.value(&x);
        let tolerance = rounding(10.0 / temperature);
        let swapped = ndarray::concatenate![
            ndarray::Axis(0), x.slice(ndarray::s![4.., ..]), x.slice(ndarray::s![..4, ..])
        ];
        prop_assert!((value - loss.value(&swapped)).abs() <= tolerance);
        prop_assert!((value - loss.value(&(scale * &x))).abs() <= tolerance);
        // Between certainty and twice the widest gap of cosines, beside ln 7.
        prop_assert!(value >= 0.0 && value <= 7_f64.ln() + 2.0 / temperature + tolerance);
    }

    /// NT-Xent by its equation, term by term.
    #[test]
    fn nt_xent_is_its_equation(x in embeddings(), temperature in 0.1..5.0) {
        let temperature: f64 = temperature;
        let u = UnitRows::of(&x).unit;
        let weight = |i, k| -> f64 {
            let cosine: f64 = u.row(i).dot(&u.row(k));
            (cosine / temperature).exp()
        };
        let term = |i: usize| {
            let others: f64 = (0..8).filter(|&k| k != i).map(|k| weight(i, k)).sum();
            -(weight(i, (i + 4) % 8) / others).ln()
        };
        let mean = (0..8).map(term).sum::<f64>() / 8.0;
        let value = NtXent::new(temperature).unwrap().value(&x);
        prop_assert!((value - mean).abs() <= rounding(20.0 / temperature));
    }
}

#[test]
fn a_margin_of_zero_ranks_a_constant_model_free_of_charge() {
    let (same, label) = (array![0.5, 0.5], array![1.0, -1.0]);
    assert_eq!(MarginRanking::new(0.0).unwrap().value(&same, &same, &label), 0.0);
    assert_eq!(MarginRanking::new(0.5).unwrap().value(&same, &same, &label), 0.5);
}
