//! The triplet loss over mined triplets of one batch of embeddings.
//!
//! L = 1/T Σ_t ℓ(x_a(t), x_p(t), x_n(t)) over T triplets of rows of an array of shape
//! (n, e). One embedding takes part in many triplets: its gradients add up.
//!
//! **Convention.** Without triplets L is 0 and so is its gradient, in place of 0/0: a
//! batch that has nothing to teach changes nothing.

use crate::losses::Triplet;
use ndarray::{Array2, Axis};

// ANCHOR: mined
/// The mean triplet loss over the triplets; 0 without any.
///
/// ```
/// use listings::losses::{Triplet, mining::mined_value};
/// use ndarray::array;
///
/// let embeddings = array![[0.0], [1.0], [1.5]];
/// let loss = Triplet::new(1.0)?;
/// assert_eq!(mined_value(&loss, &embeddings, &[[0, 1, 2]]), 0.5); // 1 − 1.5 + 1
/// assert_eq!(mined_value(&loss, &embeddings, &[]), 0.0);
/// # Ok::<(), listings::ParameterError>(())
/// ```
///
/// # Panics
/// An index that is not a row panics.
pub fn mined_value(
    loss: &Triplet,
    embeddings: &Array2<f64>,
    triplets: &[[usize; 3]],
) -> f64 {
    if triplets.is_empty() {
        return 0.0;
    }
    let [anchor, positive, negative] = rows_of(embeddings, triplets);
    loss.value(&anchor, &positive, &negative)
}

/// The gradient of [`mined_value`] with respect to the embeddings, of their shape.
///
/// # Panics
/// An index that is not a row panics.
pub fn mined_gradient(
    loss: &Triplet,
    embeddings: &Array2<f64>,
    triplets: &[[usize; 3]],
) -> Array2<f64> {
    let [anchor, positive, negative] = rows_of(embeddings, triplets);
    let gradients = loss.gradients(&anchor, &positive, &negative);
    let mut gradient = Array2::zeros(embeddings.raw_dim());
    for (role, of_role) in gradients.iter().enumerate() {
        for (triplet, of_row) in triplets.iter().zip(of_role.rows()) {
            gradient.row_mut(triplet[role]).scaled_add(1.0, &of_row);
        }
    }
    gradient
}

/// The anchors, positives and negatives, a triplet a row.
fn rows_of(embeddings: &Array2<f64>, triplets: &[[usize; 3]]) -> [Array2<f64>; 3] {
    [0, 1, 2].map(|role| {
        let rows: Vec<usize> = triplets.iter().map(|triplet| triplet[role]).collect();
        embeddings.select(Axis(0), &rows)
    })
}
// ANCHOR_END: mined
