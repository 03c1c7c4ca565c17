//! Three nested questions: which anchor, which positive, which negative. The innermost
//! filters the negatives to the ring between $d(a, p)$ and $d(a, p) + m$ and takes the
//! least distance; `min_by` of nothing is `None`, and `filter_map` drops the pair.
//!
//! Two details decide whether this works in training. A pair without a semi-hard negative
//! must not count in the mean, or the loss falls as pairs become easy. And a batch
//! without any triplet must give $0$, not $0/0$: late in training such batches are common,
//! and one NaN ends the run.

use ndarray::{Array1, Array2};

/// The mean loss over the semi-hard triplets of a batch; 0 without any.
pub fn loss(distances: &Array2<f64>, labels: &Array1<usize>, margin: f64) -> f64 {
    let losses = losses(distances, labels, margin);
    if losses.is_empty() { 0.0 } else { losses.iter().sum::<f64>() / losses.len() as f64 }
}

/// How many triplets the loss is a mean over.
pub fn count(distances: &Array2<f64>, labels: &Array1<usize>, margin: f64) -> f64 {
    losses(distances, labels, margin).len() as f64
}

/// d(a, p) - d(a, n) + m of each semi-hard triplet.
fn losses(distances: &Array2<f64>, labels: &Array1<usize>, margin: f64) -> Vec<f64> {
    let samples = labels.len();
    let mut losses = Vec::new();
    for anchor in 0..samples {
        for positive in 0..samples {
            if positive == anchor || labels[positive] != labels[anchor] {
                continue;
            }
            let near = distances[[anchor, positive]];
            let far = (0..samples)
                .filter(|&other| labels[other] != labels[anchor])
                .map(|negative| distances[[anchor, negative]])
                .filter(|&far| near < far && far < near + margin)
                .min_by(f64::total_cmp);
            losses.extend(far.map(|far| near - far + margin));
        }
    }
    losses
}
