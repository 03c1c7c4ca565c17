//! The losses of pairs, triplets and views, and the miners: without samples, with one, at
//! the end of the range of numbers, and with input that is refused.

use listings::evaluation::EmbeddingQuality;
use listings::losses::mining::{
    Difficulty, all_triplets, batch_hard, difficulty, mined_gradient, mined_value,
    pairwise_distances, semi_hard,
};
use listings::losses::{
    CosineEmbedding, Distance, HingeEmbedding, InfoNce, Loss, MarginRanking, NtXent,
    Triplet, UnitRows,
};
use ndarray::{Array1, Array2, array, aview1};
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};

const NAN: f64 = f64::NAN;
const INFINITY: f64 = f64::INFINITY;

fn cosine(margin: f64) -> CosineEmbedding {
    CosineEmbedding::new(margin).unwrap()
}

#[test]
fn nothing_has_no_mean_and_an_empty_gradient() {
    let rows = Array2::zeros((0, 3));
    let none = array![];
    assert!(cosine(0.0).value(&rows, &rows, &array![]).is_nan());
    assert_eq!(cosine(0.0).gradients(&rows, &rows, &array![])[1].dim(), (0, 3));
    let hinge = HingeEmbedding::new(1.0).unwrap();
    assert!(hinge.value(&none, &array![]).is_nan());
    assert!(hinge.gradient(&none, &array![]).is_empty());
    let ranking = MarginRanking::new(1.0).unwrap();
    assert!(ranking.value(&none, &none, &none).is_nan());
    assert!(ranking.gradients(&none, &none, &none)[0].is_empty());
    assert!(InfoNce::new(1.0).unwrap().value(&rows, &rows).is_nan());
    assert_eq!(InfoNce::new(1.0).unwrap().gradients(&rows, &rows)[0].dim(), (0, 3));
    assert!(NtXent::new(1.0).unwrap().value(&rows).is_nan());
    assert_eq!(NtXent::new(1.0).unwrap().gradient(&rows).dim(), (0, 3));
}

/// The one mean that is defined for nothing: a batch may have no triplets to mine, and
/// training goes on.
#[test]
fn no_triplets_cost_nothing_and_change_nothing() {
    let embeddings = array![[1.0, 2.0], [3.0, 4.0]];
    let loss = Triplet::new(1.0).unwrap();
    assert_eq!(mined_value(&loss, &embeddings, &[]), 0.0);
    let zeros: Array2<f64> = Array2::zeros((2, 2));
    assert_eq!(mined_gradient(&loss, &embeddings, &[]), zeros);
}

#[test]
fn miners_give_nothing_where_there_is_nothing() {
    // One class; a sample a class; no samples.
    for labels in [array![4, 4, 4], array![0, 1, 2], array![]] {
        let distances = Array2::ones((labels.len(), labels.len()));
        assert!(all_triplets(&labels).is_empty());
        assert!(batch_hard(&distances, &labels).is_empty());
        assert!(semi_hard(&distances, &labels, 1.0).is_empty());
    }
    // All negatives far beyond the margin: hard ones there are, semi-hard ones not.
    let embeddings = array![[0.0], [0.5], [9.0], [9.5]];
    let distances = pairwise_distances(&embeddings, Distance::Euclidean);
    let labels = array![0, 0, 1, 1];
    assert!(semi_hard(&distances, &labels, 1.0).is_empty());
    assert_eq!(
        batch_hard(&distances, &labels),
        [[0, 1, 2], [1, 0, 2], [2, 3, 1], [3, 2, 1]]
    );
    // A margin of 0 leaves no room between easy and hard.
    assert!(semi_hard(&distances, &labels, 0.0).is_empty());
}

#[test]
fn equal_embeddings_are_hard_and_have_finite_gradients() {
    let embeddings = Array2::from_elem((4, 2), 0.7);
    let labels = array![0, 0, 1, 1];
    let distances = pairwise_distances(&embeddings, Distance::Euclidean);
    assert_eq!(distances, Array2::<f64>::zeros((4, 4)));
    assert!(semi_hard(&distances, &labels, 1.0).is_empty());
    let triplets = batch_hard(&distances, &labels);
    assert_eq!(triplets.len(), 4);
    for distance in [Distance::Euclidean, Distance::SquaredEuclidean, Distance::Manhattan]
    {
        let loss = Triplet::new(0.5).unwrap().with_distance(distance).with_swap();
        assert_eq!(mined_value(&loss, &embeddings, &triplets), 0.5);
        let zeros: Array2<f64> = Array2::zeros((4, 2));
        assert_eq!(mined_gradient(&loss, &embeddings, &triplets), zeros);
    }
}

#[test]
fn a_vector_without_a_direction_has_cosine_zero_and_no_gradient() {
    let (zero, other) = (array![[0.0, 0.0]], array![[3.0, 4.0]]);
    for similar in [true, false] {
        let similar = array![similar];
        let [of_zero, of_other] = cosine(-0.5).gradients(&zero, &other, &similar);
        assert_eq!((of_zero, of_other), (zero.clone(), zero.clone()));
    }
    assert_eq!(cosine(0.0).value(&zero, &other, &array![true]), 1.0);
    assert_eq!(cosine(-0.5).value(&zero, &zero, &array![false]), 0.5);
    let loss = NtXent::new(0.5).unwrap();
    let views = array![[0.0, 0.0], [1.0, 0.0], [0.0, 0.0], [2.0, 0.0]];
    assert!(loss.value(&views).is_finite());
    assert!(loss.gradient(&views).iter().all(|g| g.is_finite()));
}

#[test]
fn similarities_of_a_million_do_not_overflow() {
    let (queries, keys) = (array![[1e3], [-1e3]], array![[1e3], [-1e3]]);
    let loss = InfoNce::new(1.0).unwrap();
    assert_eq!(loss.value(&queries, &keys), 0.0);
    assert_eq!(loss.value(&queries, &-&keys), 2e6);
    let [of_queries, _] = loss.gradients(&queries, &-&keys);
    // Each query pays the difference of the two keys, over the two queries.
    assert_eq!(of_queries, array![[1e3], [-1e3]]);
    // Unit rows at a temperature of a thousandth.
    let views = array![[1.0, 0.0], [-1.0, 0.0], [-2.0, 0.0], [0.5, 0.0]];
    assert_eq!(NtXent::new(1e-3).unwrap().value(&views), 2000.0);
}

#[test]
fn alone_a_query_is_always_right() {
    let row = array![[0.3, -0.4]];
    let loss = InfoNce::new(0.1).unwrap();
    assert_eq!(loss.value(&row, &row), 0.0);
    assert_eq!(
        loss.gradients(&row, &row),
        [Array2::<f64>::zeros((1, 2)), Array2::zeros((1, 2))]
    );
    let two_views = array![[1.0, 0.0], [0.0, 1.0]];
    assert_eq!(NtXent::new(0.1).unwrap().value(&two_views), 0.0);
}

#[test]
fn what_is_not_a_number_spoils_the_value_and_its_own_gradient_alone() {
    let (good, bad) = (array![[0.5, 0.5], [1.0, 0.0]], array![[0.5, 1.0], [NAN, 0.0]]);
    for similar in [true, false] {
        let similar = array![similar, similar];
        assert!(cosine(0.0).value(&good, &bad, &similar).is_nan());
        let [gradient, _] = cosine(0.0).gradients(&good, &bad, &similar);
        assert!(gradient.row(0).iter().all(|g| g.is_finite()));
        assert!(gradient.row(1).iter().all(|g| g.is_nan()));

        let hinge = HingeEmbedding::new(1.0).unwrap();
        let distance = array![0.5, NAN];
        assert!(hinge.value(&distance, &similar).is_nan());
        let is_nan = hinge.gradient(&distance, &similar).mapv(f64::is_nan);
        assert_eq!(is_nan, array![false, true]);
    }
    let ranking = MarginRanking::new(1.0).unwrap();
    let (scores, label) = (array![0.5, NAN], array![1.0, 1.0]);
    assert!(ranking.value(&scores, &array![0.0, 0.0], &label).is_nan());
    let [of_first, _] = ranking.gradients(&scores, &array![0.0, 0.0], &label);
    assert_eq!(of_first.mapv(f64::is_nan), array![false, true]);
    // In a batch of candidates one bad key spoils every sum.
    assert!(InfoNce::new(1.0).unwrap().value(&good, &bad).is_nan());
    let loss = Triplet::new(1.0).unwrap();
    assert!(mined_value(&loss, &bad, &[[0, 0, 1]]).is_nan());
    assert!(Distance::Manhattan.gradient(bad.row(1), good.row(1))[0].is_nan());
}

#[test]
fn an_infinite_distance_is_far() {
    let hinge = HingeEmbedding::new(1.0).unwrap();
    assert_eq!(hinge.value(&array![INFINITY], &array![false]), 0.0);
    assert_eq!(hinge.value(&array![INFINITY], &array![true]), INFINITY);
    assert_eq!(difficulty(1.0, INFINITY, 2.0), Difficulty::Easy);
}

#[test]
fn the_ends_of_a_zone_belong_to_the_outer_one() {
    assert_eq!(difficulty(1.0, 1.0, 0.5), Difficulty::Hard);
    assert_eq!(difficulty(1.0, 1.5, 0.5), Difficulty::Easy);
    assert_eq!(difficulty(1.0, 1.5_f64.next_down(), 0.5), Difficulty::SemiHard);
}

#[test]
fn of_several_semi_hard_negatives_the_nearest_is_taken() {
    // From 0 its positive, 1, is at 1, and both negatives are less than the margin
    // farther. From the others no negative is semi-hard.
    let distances = array![
        [0.0, 1.0, 1.5, 1.2],
        [1.0, 0.0, 9.0, 9.0],
        [1.5, 9.0, 0.0, 5.0],
        [1.2, 9.0, 5.0, 0.0]
    ];
    assert_eq!(semi_hard(&distances, &array![0, 0, 1, 1], 1.0), [[0, 1, 3]]);
}

#[test]
fn on_the_margin_nothing_pushes() {
    let loss = HingeEmbedding::new(1.0).unwrap();
    assert_eq!(loss.gradient(&array![1.0], &array![false]), array![0.0]);
    // A cosine of exactly 0, and a margin of 0.
    let (first, second) = (array![[1.0, 0.0]], array![[0.0, 1.0]]);
    let [of_first, of_second] = cosine(0.0).gradients(&first, &second, &array![false]);
    assert_eq!((of_first, of_second), (array![[0.0, 0.0]], array![[0.0, 0.0]]));
}

#[test]
fn of_two_nearest_neighbors_the_first_counts() {
    // 0 has a neighbor of its class and, as far, one of the other.
    let embeddings = array![[0.0], [1.0], [-1.0]];
    let quality = EmbeddingQuality::of(&embeddings, &array![0, 0, 1]);
    assert_eq!(quality.accuracy, 2.0 / 3.0);
}

#[test]
fn a_negative_as_far_from_both_is_not_swapped() {
    let (a, p, n) = (array![[0.0, 0.0]], array![[2.0, 0.0]], array![[1.0, 1.0]]);
    let plain = Triplet::new(1.0).unwrap();
    assert_eq!(plain.with_swap().gradients(&a, &p, &n), plain.gradients(&a, &p, &n));
}

#[test]
fn hyperparameters_outside_their_range_are_refused_by_name() {
    for margin in [-1.5, 1.5, NAN, INFINITY] {
        let error = CosineEmbedding::new(margin).unwrap_err().to_string();
        assert_eq!(error, format!("margin = {margin} is outside [-1, 1]"));
    }
    for margin in [-0.1, NAN, INFINITY] {
        let expected = format!("margin = {margin} is outside [0, ∞)");
        assert_eq!(HingeEmbedding::new(margin).unwrap_err().to_string(), expected);
        assert_eq!(MarginRanking::new(margin).unwrap_err().to_string(), expected);
    }
    for temperature in [0.0, -1.0, NAN, INFINITY] {
        let expected = format!("temperature = {temperature} is outside (0, ∞)");
        assert_eq!(InfoNce::new(temperature).unwrap_err().to_string(), expected);
        assert_eq!(NtXent::new(temperature).unwrap_err().to_string(), expected);
    }
}

#[test]
fn shapes_that_do_not_fit_panic_with_both() {
    let (three, four) = (Array2::zeros((3, 2)), Array2::zeros((4, 2)));
    let expected = "first of shape [3, 2] for second of shape [4, 2]";
    let similar = array![true, true, true];
    refuses(expected, || cosine(0.0).value(&three, &four, &similar));
    refuses(expected, || cosine(0.0).gradients(&three, &four, &similar));
    let expected = "pairs of shape [4, 2] for 3 labels";
    refuses(expected, || cosine(0.0).value(&four, &four, &similar));
    let hinge = HingeEmbedding::new(1.0).unwrap();
    let expected = "2 distances for 3 labels";
    refuses(expected, || hinge.value(&array![1.0, 2.0], &similar));
    refuses(expected, || hinge.gradient(&array![1.0, 2.0], &similar));
    let ranking = MarginRanking::new(1.0).unwrap();
    let (one, two) = (array![1.0], array![1.0, -1.0]);
    refuses("1 first scores for 2 second ones", || ranking.value(&one, &two, &two));
    refuses("2 pairs of scores for 1 labels", || ranking.gradients(&two, &two, &one));
    let bad = array![1.0, 0.0];
    refuses("label 1 is 0, which is neither", || ranking.value(&two, &two, &bad));
    let expected = "queries of shape [3, 2] for keys of shape [4, 2]";
    refuses(expected, || InfoNce::new(1.0).unwrap().value(&three, &four));
    refuses(expected, || InfoNce::new(1.0).unwrap().gradients(&three, &four));
    let expected = "3 rows are not two views of each sample";
    refuses(expected, || NtXent::new(1.0).unwrap().value(&three));
    refuses(expected, || NtXent::new(1.0).unwrap().gradient(&three));
    let labels = Array1::from_elem(4, 1);
    let expected = "distances of shape [3, 2], 4 labels";
    refuses(expected, || batch_hard(&three, &labels));
    refuses(expected, || semi_hard(&three, &labels, 1.0));
    let (one, two) = (aview1(&[1.0]), aview1(&[1.0, 2.0]));
    refuses("distance of 1 numbers to 2", || Distance::Euclidean.between(one, two));
}

#[test]
fn a_row_of_zeros_stays_one() {
    let rows = UnitRows::of(&array![[0.0, 0.0], [0.0, -2.0]]);
    assert_eq!(rows.unit, array![[0.0, 0.0], [0.0, -1.0]]);
    assert_eq!(rows.backward(&Array2::ones((2, 2))), array![[0.0, 0.0], [0.5, 0.0]]);
}

/// Fails unless `call` panics with a message that contains `expected`.
fn refuses<T: Debug>(expected: &str, call: impl FnOnce() -> T) {
    let panic = catch_unwind(AssertUnwindSafe(call)).expect_err("it must panic");
    let message = panic.downcast::<String>().expect("a formatted message");
    assert!(message.contains(expected), "{message}");
}
