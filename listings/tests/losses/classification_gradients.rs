//! Gradients of the losses of classes, distributions and embeddings, against central
//! differences of their values.

use crate::differences::check_gradient;
use listings::losses::{
    BinaryCrossEntropy, BinaryFocal, Contrastive, CrossEntropy, Focal, GaussianNll,
    Hinge, KlDivergence, Loss, SquaredHinge, Triplet, log_softmax, sigmoid, softplus,
};
use ndarray::{Array, Array1, Array2, Dimension, array};

fn check_loss<D: Dimension, Target>(
    what: &str,
    loss: &impl Loss<Array<f64, D>, Target>,
    at: &Array<f64, D>,
    target: &Target,
) {
    check_gradient(what, at, &loss.gradient(at, target), |at| loss.value(at, target));
}

/// Scores of both signs; none is within a step of the kinks ±1.
fn scores() -> Array1<f64> {
    array![-4.0, -1.3, -0.4, 0.0, 0.2, 0.9, 1.7, 5.0]
}

#[test]
fn of_one_score_a_sample() {
    let soft = array![0.0, 1.0, 0.3, 0.5, 1.0, 0.0, 0.9, 0.1];
    for weight in [0.0, 1.0, 3.0] {
        let loss = BinaryCrossEntropy::default().with_positive_weight(weight).unwrap();
        check_loss(&format!("{loss:?}"), &loss, &scores(), &soft);
    }
    for alpha in [None, Some(0.0), Some(0.25), Some(1.0)] {
        for gamma in [0.0, 0.5, 1.0, 2.0, 5.0] {
            let loss = BinaryFocal::new(alpha, gamma).unwrap();
            check_loss(&format!("{loss:?}"), &loss, &scores(), &soft);
        }
    }
    let signs = array![1.0, 1.0, -1.0, 1.0, -1.0, 1.0, 1.0, -1.0];
    check_loss("hinge", &Hinge, &scores(), &signs);
    check_loss("squared hinge", &SquaredHinge, &scores(), &signs);
}

fn logits() -> Array2<f64> {
    array![[0.5, -1.0, 2.0], [3.0, 0.0, -2.0], [0.1, 0.2, 0.3], [-1.0, 4.0, 0.0]]
}

#[test]
fn of_several_classes() {
    let classes = array![2, 1, 0, 0];
    let weights = array![0.2, 3.0, 1.0];
    let plain = CrossEntropy::default();
    let smoothed = plain.clone().with_label_smoothing(0.1).unwrap();
    let weighted = plain.clone().with_class_weights(weights.clone()).unwrap();
    let both = smoothed.clone().with_class_weights(weights).unwrap();
    let distributions =
        array![[0.2, 0.3, 0.5], [1.0, 0.0, 0.0], [0.0, 0.5, 0.5], [0.1, 0.1, 0.8]];
    for loss in [plain, smoothed, weighted, both] {
        check_loss(&format!("{loss:?}"), &loss, &logits(), &classes);
        check_loss(&format!("{loss:?}"), &loss, &logits(), &distributions);
    }
    for alpha in [0.25, 1.0] {
        for gamma in [0.0, 0.5, 1.0, 2.0, 5.0] {
            let loss = Focal::new(alpha, gamma).unwrap();
            check_loss(&format!("{loss:?}"), &loss, &logits(), &classes);
        }
    }
}

#[test]
fn of_a_logarithm_of_a_distribution() {
    let mut log_q = logits();
    for mut row in log_q.rows_mut() {
        let normalized = log_softmax(row.view());
        row.assign(&normalized);
    }
    let p = array![[0.2, 0.3, 0.5], [1.0, 0.0, 0.0], [0.0, 0.5, 0.5], [0.1, 0.1, 0.8]];
    check_loss("KL", &KlDivergence, &log_q, &p);
}

#[test]
fn of_a_mean_and_a_logarithm_of_a_variance() {
    let prediction = array![[0.0, 0.0], [1.5, -1.0], [-2.0, 2.0]];
    let target = array![1.0, 1.2, 0.5];
    check_loss("Gaussian", &GaussianNll, &prediction, &target);
}

#[test]
fn of_both_embeddings_of_a_pair() {
    let first = array![[1.0, 2.0], [0.3, -0.4], [0.1, 0.2], [5.0, 5.0], [0.7, 0.7]];
    let second = array![[0.0, 0.5], [0.0, 0.0], [0.4, 0.9], [0.0, 0.0], [0.7, 0.7]];
    // Near and far pairs of both kinds, and a similar pair of equal embeddings.
    let similar = array![true, false, false, false, true];
    for margin in [1.0, 2.0] {
        let loss = Contrastive::new(margin).unwrap();
        let [of_first, of_second] = loss.gradients(&first, &second, &similar);
        check_gradient("first", &first, &of_first, |at| {
            loss.value(at, &second, &similar)
        });
        check_gradient("second", &second, &of_second, |at| {
            loss.value(&first, at, &similar)
        });
    }
}

#[test]
fn of_all_three_embeddings_of_a_triplet() {
    let a = array![[1.0, 2.0], [0.3, -0.4], [0.1, 0.2]];
    let p = array![[0.0, 0.5], [0.0, 0.0], [0.4, 0.9]];
    let n = array![[2.0, 2.0], [9.0, 9.0], [0.0, 1.0]];
    for margin in [0.0, 0.2, 2.0] {
        let loss = Triplet::new(margin).unwrap();
        let [of_a, of_p, of_n] = loss.gradients(&a, &p, &n);
        check_gradient("anchor", &a, &of_a, |at| loss.value(at, &p, &n));
        check_gradient("positive", &p, &of_p, |at| loss.value(&a, at, &n));
        check_gradient("negative", &n, &of_n, |at| loss.value(&a, &p, at));
    }
}

#[test]
fn the_slope_of_softplus_is_the_sigmoid() {
    let gradient = scores().mapv(sigmoid);
    check_gradient("softplus", &scores(), &gradient, |at| at.mapv(softplus).sum());
}
