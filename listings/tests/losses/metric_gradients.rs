//! Gradients of the losses of pairs, triplets and views, against central differences of
//! their values.

use crate::differences::check_gradient;
use listings::losses::mining::{all_triplets, mined_gradient, mined_value};
use listings::losses::{
    CosineEmbedding, Distance, HingeEmbedding, InfoNce, Loss, MarginRanking, NtXent,
    Triplet, UnitRows,
};
use ndarray::{Array2, array};

fn first() -> Array2<f64> {
    array![[1.0, 2.0], [0.3, -0.4], [0.1, 0.2], [2.0, 1.5]]
}

fn second() -> Array2<f64> {
    array![[0.0, 0.5], [0.7, 0.1], [0.4, 0.9], [-1.0, 0.5]]
}

#[test]
fn of_a_cosine() {
    for margin in [-0.5, 0.0, 0.5] {
        let loss = CosineEmbedding::new(margin).unwrap();
        for similar in
            [array![true, false, true, false], array![false, true, false, true]]
        {
            let [of_first, of_second] = loss.gradients(&first(), &second(), &similar);
            check_gradient("first", &first(), &of_first, |at| {
                loss.value(at, &second(), &similar)
            });
            check_gradient("second", &second(), &of_second, |at| {
                loss.value(&first(), at, &similar)
            });
        }
    }
}

#[test]
fn of_a_distance_and_of_scores() {
    let distance = array![0.1, 0.4, 1.3, 2.0];
    let similar = array![true, false, false, true];
    let loss = HingeEmbedding::new(1.0).unwrap();
    check_gradient(
        "hinge embedding",
        &distance,
        &loss.gradient(&distance, &similar),
        |at| loss.value(at, &similar),
    );
    let (s, t, label) =
        (array![1.0, 0.2, -0.7], array![0.4, 1.0, 0.1], array![1.0, 1.0, -1.0]);
    let loss = MarginRanking::new(0.9).unwrap();
    let [of_s, of_t] = loss.gradients(&s, &t, &label);
    check_gradient("first score", &s, &of_s, |at| loss.value(at, &t, &label));
    check_gradient("second score", &t, &of_t, |at| loss.value(&s, at, &label));
}

#[test]
fn of_every_distance_of_a_triplet_with_and_without_swap() {
    let (a, p) = (first(), second());
    // The last negative is nearer to the positive than to the anchor.
    let n = array![[2.0, 2.0], [0.5, 0.3], [0.0, 1.0], [-1.2, 0.2]];
    for distance in [Distance::Euclidean, Distance::SquaredEuclidean, Distance::Manhattan]
    {
        let plain = Triplet::new(1.5).unwrap().with_distance(distance);
        for loss in [plain, plain.with_swap()] {
            let what = format!("{loss:?}");
            let [of_a, of_p, of_n] = loss.gradients(&a, &p, &n);
            check_gradient(&what, &a, &of_a, |at| loss.value(at, &p, &n));
            check_gradient(&what, &p, &of_p, |at| loss.value(&a, at, &n));
            check_gradient(&what, &n, &of_n, |at| loss.value(&a, &p, at));
        }
        assert_ne!(plain.value(&a, &p, &n), plain.with_swap().value(&a, &p, &n));
    }
}

#[test]
fn of_embeddings_that_take_part_in_many_triplets() {
    let embeddings = ndarray::concatenate![ndarray::Axis(0), first(), second()];
    let triplets = all_triplets(&array![0, 1, 0, 1, 0, 1, 0, 1]);
    assert_eq!(triplets.len(), 8 * 3 * 4);
    for distance in [Distance::Euclidean, Distance::SquaredEuclidean] {
        let loss = Triplet::new(0.7).unwrap().with_distance(distance);
        let gradient = mined_gradient(&loss, &embeddings, &triplets);
        check_gradient("mined", &embeddings, &gradient, |at| {
            mined_value(&loss, at, &triplets)
        });
    }
}

#[test]
fn of_info_nce_and_nt_xent() {
    for temperature in [0.3, 1.0, 5.0] {
        let loss = InfoNce::new(temperature).unwrap();
        let [of_queries, of_keys] = loss.gradients(&first(), &second());
        check_gradient("queries", &first(), &of_queries, |at| loss.value(at, &second()));
        check_gradient("keys", &second(), &of_keys, |at| loss.value(&first(), at));
        let loss = NtXent::new(temperature).unwrap();
        check_gradient("views", &first(), &loss.gradient(&first()), |at| loss.value(at));
    }
}

#[test]
fn of_a_direction() {
    let weights = array![[0.3, -1.0], [2.0, 0.5], [-0.2, 0.4], [1.0, 1.0]];
    let gradient = UnitRows::of(&first()).backward(&weights);
    check_gradient("unit rows", &first(), &gradient, |at| {
        (UnitRows::of(at).unit * &weights).sum()
    });
}
