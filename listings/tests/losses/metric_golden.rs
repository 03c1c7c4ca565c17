//! The losses of pairs, triplets and scores against PyTorch; `golden/README.md` says how
//! its values were computed.

use crate::golden::{number, numbers};
use crate::golden_case::cases;
use listings::losses::{
    CosineEmbedding, CrossEntropy, Distance, HingeEmbedding, InfoNce, Loss,
    MarginRanking, Triplet,
};
use ndarray::{Array1, Array2, Axis, array, concatenate, s};

/// Values and gradients are a few roundings of numbers of the order of one: some 1e-16.
/// A relative tolerance needs this floor where such numbers cancel to nearly nothing.
const RELATIVE: f64 = 1e-12;
const ABSOLUTE: f64 = 4.0 * f64::EPSILON;

fn assert_close(ours: f64, golden: f64, what: &str) {
    let error = (ours - golden).abs();
    let near = error <= RELATIVE * golden.abs() + ABSOLUTE;
    assert!(near, "{what}: {ours} is not {golden}");
}

/// PyTorch's distances add this to each coordinate of a difference.
const ADDED: f64 = 1e-6;

#[test]
fn triplets_by_other_distances_and_with_swap() {
    let mut checked = 0;
    for case in cases("TripletMarginLoss", 3) {
        let by_sum = number(&case.hyper["p"]) == 1.0;
        let swap = case.hyper["swap"] == true;
        if !by_sum && !swap {
            continue; // In `classification_golden.rs`.
        }
        checked += 1;
        let mut loss = Triplet::new(number(&case.hyper["margin"])).unwrap();
        if by_sum {
            loss = loss.with_distance(Distance::Manhattan);
        }
        if swap {
            loss = loss.with_swap();
        }
        let [a, p, n] = ["anchor", "positive", "negative"].map(|name| case.matrix(name));
        let mut values = 0.0;
        for i in 0..a.nrows() {
            let row = |rows: &Array2<f64>| rows.slice(s![i..=i, ..]).to_owned();
            let [a, p, n] = [&a, &p, &n].map(row);
            // The loss sees differences alone. Give it PyTorch's: a − p + 10⁻⁶ always, and
            // the one of a − n + 10⁻⁶ and p − n + 10⁻⁶ that the row is decided by. The
            // other one is then off by 10⁻⁶ or twice that, and not used.
            let from_anchor = &a - &n + ADDED;
            let from_positive = &p - &n + ADDED;
            let size = |d: &Array2<f64>| (d * d).sum();
            let swapped = swap && size(&from_positive) < size(&from_anchor);
            let positive = -(&a - &p + ADDED);
            let negative =
                if swapped { &positive - &from_positive } else { -&from_anchor };
            let anchor = Array2::zeros(a.raw_dim());
            let value = loss.value(&anchor, &positive, &negative);
            assert_close(
                value,
                number(&case.none[i]),
                &format!("{} row {i}", case.hyper),
            );
            values += value;
            let gradients = loss.gradients(&anchor, &positive, &negative);
            for (name, ours) in ["anchor", "positive", "negative"].iter().zip(gradients) {
                // Ours is of one triplet; the golden one is of the mean.
                let golden = case.gradient(name).row(i).to_owned();
                let ours = ours.row(0).to_owned() / case.samples() as f64;
                assert_all_close(&ours, &golden, &format!("{} {name} {i}", case.hyper));
            }
        }
        assert_close(values / case.samples() as f64, case.mean, "mean");
    }
    assert_eq!(checked, 2);
}

#[test]
fn cosine_embedding() {
    for case in cases("CosineEmbeddingLoss", 2) {
        let loss = CosineEmbedding::new(number(&case.hyper["margin"])).unwrap();
        // PyTorch adds 10⁻¹² to both squared lengths and nothing to the product. Two more
        // coordinates, in which only one of both vectors has 10⁻⁶, do the same.
        let with = |rows: Array2<f64>, column: usize| {
            let mut more = Array2::zeros((rows.nrows(), 2));
            more.column_mut(column).fill(1e-6);
            concatenate![Axis(1), rows, more]
        };
        let first = with(case.matrix("input1"), 0);
        let second = with(case.matrix("input2"), 1);
        let similar = case.vector("target").mapv(|label| label == 1.0);
        assert_close(loss.value(&first, &second, &similar), case.mean, "mean");
        for i in 0..case.samples() {
            let row = |rows: &Array2<f64>| rows.slice(s![i..=i, ..]).to_owned();
            let value = loss.value(&row(&first), &row(&second), &array![similar[i]]);
            assert_close(value, number(&case.none[i]), &format!("{} {i}", case.hyper));
        }
        let gradients = loss.gradients(&first, &second, &similar);
        for (name, ours) in ["input1", "input2"].iter().zip(gradients) {
            let golden = case.gradient(name);
            for i in 0..case.samples() {
                let ours = ours.slice(s![i, ..golden.ncols()]).to_owned();
                let what = format!("{} {name} {i}", case.hyper);
                assert_all_close(&ours, &golden.row(i).to_owned(), &what);
            }
        }
    }
}

#[test]
fn hinge_embedding() {
    for case in cases("HingeEmbeddingLoss", 1) {
        let loss = HingeEmbedding::new(number(&case.hyper["margin"])).unwrap();
        let distance = case.vector("input");
        let similar = case.vector("target").mapv(|label| label == 1.0);
        for i in 0..case.samples() {
            let value = loss.value(&array![distance[i]], &array![similar[i]]);
            assert_close(value, number(&case.none[i]), &format!("{i}"));
        }
        assert_close(loss.value(&distance, &similar), case.mean, "mean");
        let gradient = loss.gradient(&distance, &similar);
        assert_all_close(&gradient, &numbers(&case.gradients["input"]), "gradient");
    }
}

#[test]
fn margin_ranking() {
    for case in cases("MarginRankingLoss", 2) {
        let loss = MarginRanking::new(number(&case.hyper["margin"])).unwrap();
        let [first, second, label] =
            ["input1", "input2", "target"].map(|name| case.vector(name));
        for i in 0..case.samples() {
            let one = |numbers: &Array1<f64>| array![numbers[i]];
            let value = loss.value(&one(&first), &one(&second), &one(&label));
            assert_close(value, number(&case.none[i]), &format!("{} {i}", case.hyper));
        }
        assert_close(loss.value(&first, &second, &label), case.mean, "mean");
        let gradients = loss.gradients(&first, &second, &label);
        for (name, ours) in ["input1", "input2"].iter().zip(gradients) {
            assert_all_close(&ours, &numbers(&case.gradients[*name]), name);
        }
    }
}

/// With the unit vectors as keys the similarities are the queries themselves, and
/// InfoNCE is the cross-entropy of the golden file.
#[test]
fn info_nce_of_unit_keys_is_cross_entropy() {
    let case = cases("CrossEntropyLoss", 5).remove(0);
    let logits = case.matrix("input").slice(s![..5, ..]).to_owned();
    let keys = Array2::eye(5);
    for temperature in [1.0, 0.5] {
        let loss = InfoNce::new(temperature).unwrap();
        let queries = &logits * temperature; // exact: a power of two
        let classes = Array1::from_iter(0..5);
        let expected = CrossEntropy::default().value(&logits, &classes);
        assert_close(loss.value(&queries, &keys), expected, "value");
        let [of_queries, _] = loss.gradients(&queries, &keys);
        let expected = CrossEntropy::default().gradient(&logits, &classes) / temperature;
        for (ours, expected) in of_queries.rows().into_iter().zip(expected.rows()) {
            assert_all_close(&ours.to_owned(), &expected.to_owned(), "gradient");
        }
    }
    // Where the golden class is the row's own number: rows 0 to 3.
    for i in 0..4 {
        assert_eq!(case.vector("target")[i], i as f64);
        let value = CrossEntropy::default()
            .value(&logits.slice(s![i..=i, ..]).to_owned(), &array![i]);
        assert_close(value, number(&case.none[i]), "none");
    }
}

fn assert_all_close(ours: &Array1<f64>, golden: &Array1<f64>, what: &str) {
    assert_eq!(ours.len(), golden.len(), "{what}");
    for (ours, golden) in ours.iter().zip(golden) {
        assert_close(*ours, *golden, what);
    }
}
