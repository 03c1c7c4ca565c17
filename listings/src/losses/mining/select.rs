//! Which triplets of a batch: all, the hardest, or the semi-hard ones.
//!
//! **Convention.** A miner gives no triplet where there is none to give: a class with one
//! sample has no positive, a batch of one class no negative, and an anchor and positive
//! may have no semi-hard negative. (TensorFlow's `triplet_semihard_loss` takes the
//! farthest negative there; its loss is then not a mean over semi-hard triplets alone.)
//!
//! # References
//! F. Schroff, D. Kalenichenko & J. Philbin, "FaceNet", *CVPR* (2015), §3.2: online and
//! semi-hard. A. Hermans, L. Beyer & B. Leibe, "In defense of the triplet loss for person
//! re-identification", arXiv:1703.07737 (2017), eq. 5: batch-hard.

use super::{Difficulty, difficulty};
use ndarray::{Array1, Array2};

// ANCHOR: select
/// Every valid triplet of the labels, as indices [anchor, positive, negative].
///
/// ```
/// use listings::losses::mining::all_triplets;
/// use ndarray::array;
///
/// assert_eq!(all_triplets(&array![7, 7, 3]), [[0, 1, 2], [1, 0, 2]]);
/// assert!(all_triplets(&array![7, 7, 7]).is_empty());
/// ```
pub fn all_triplets(labels: &Array1<usize>) -> Vec<[usize; 3]> {
    let mut triplets = Vec::new();
    for anchor in 0..labels.len() {
        for positive in others(labels, anchor, true) {
            for negative in others(labels, anchor, false) {
                triplets.push([anchor, positive, negative]);
            }
        }
    }
    triplets
}

/// For each anchor the farthest positive with the nearest negative.
///
/// # Panics
/// Panics unless there is a row and a column of distances for each label.
pub fn batch_hard(distances: &Array2<f64>, labels: &Array1<usize>) -> Vec<[usize; 3]> {
    assert_square(distances, labels);
    let hardest = |anchor: usize| {
        let to = |other: &usize| distances[[anchor, *other]];
        let farthest = |i: &usize, j: &usize| to(i).total_cmp(&to(j));
        let positive = others(labels, anchor, true).max_by(farthest)?;
        let negative = others(labels, anchor, false).min_by(farthest)?;
        Some([anchor, positive, negative])
    };
    (0..labels.len()).filter_map(hardest).collect()
}

/// For each anchor and positive the nearest negative that is farther than the positive,
/// where it is so by less than the margin.
///
/// # Panics
/// Panics unless there is a row and a column of distances for each label.
pub fn semi_hard(
    distances: &Array2<f64>,
    labels: &Array1<usize>,
    margin: f64,
) -> Vec<[usize; 3]> {
    assert_square(distances, labels);
    let mut triplets = Vec::new();
    for anchor in 0..labels.len() {
        let to = |other: &usize| distances[[anchor, *other]];
        for positive in others(labels, anchor, true) {
            let is_semi_hard = |negative: &usize| {
                difficulty(to(&positive), to(negative), margin) == Difficulty::SemiHard
            };
            let negative = others(labels, anchor, false)
                .filter(is_semi_hard)
                .min_by(|i, j| to(i).total_cmp(&to(j)));
            triplets.extend(negative.map(|negative| [anchor, positive, negative]));
        }
    }
    triplets
}

/// The samples of the anchor's class but the anchor, or those of all other classes.
fn others(
    labels: &Array1<usize>,
    anchor: usize,
    same_class: bool,
) -> impl Iterator<Item = usize> {
    (0..labels.len()).filter(move |&other| {
        other != anchor && (labels[other] == labels[anchor]) == same_class
    })
}

fn assert_square(distances: &Array2<f64>, labels: &Array1<usize>) {
    let (shape, labels) = (distances.shape(), labels.len());
    assert_eq!(shape, [labels, labels], "distances of shape {shape:?}, {labels} labels");
}
// ANCHOR_END: select
