//! It is a cross-entropy: the similarities of a query are its logits, its own key is its
//! class. So all that was said of logits holds: subtract the largest one before you
//! exponentiate. $\ln \sum_j e^{s_j} = M + \ln \sum_j e^{s_j - M}$ with $M = \max_j s_j$ has no
//! exponent above zero and cannot overflow.

use ndarray::Array2;

/// The InfoNCE loss at temperature τ.
pub fn value(queries: &Array2<f64>, keys: &Array2<f64>, temperature: f64) -> f64 {
    let similarities = queries.dot(&keys.t()) / temperature;
    let losses = similarities.rows().into_iter().enumerate().map(|(i, row)| {
        let largest = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        largest + row.mapv(|s| (s - largest).exp()).sum().ln() - row[i]
    });
    losses.sum::<f64>() / queries.nrows() as f64
}
