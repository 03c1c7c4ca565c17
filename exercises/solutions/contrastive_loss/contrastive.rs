//! The distance grows along the unit vector $(x_1 - x_2)/d$. For a similar pair the chain
//! rule gives $2d \cdot (x_1 - x_2)/d$, in which the distance cancels: no division, and no
//! trouble at $d = 0$. For a dissimilar pair within the margin it gives
//! $-2 (m - d) (x_1 - x_2)/d$, in which it does not. Both are a number times the
//! difference, and the mean divides by $n$.

use ndarray::{Array1, Array2, ArrayView1};

/// The mean contrastive loss of the pairs. There is at least one.
pub fn value(
    first: &Array2<f64>,
    second: &Array2<f64>,
    similar: &Array1<bool>,
    margin: f64,
) -> f64 {
    let difference = first - second;
    let rows = difference.rows().into_iter().zip(similar);
    let losses = rows.map(|(row, &similar)| {
        let distance = length(row);
        if similar { distance.powi(2) } else { (margin - distance).max(0.0).powi(2) }
    });
    losses.sum::<f64>() / similar.len() as f64
}

/// The gradient of [`value`] with respect to `first`, of its shape.
pub fn gradient(
    first: &Array2<f64>,
    second: &Array2<f64>,
    similar: &Array1<bool>,
    margin: f64,
) -> Array2<f64> {
    let n = similar.len() as f64;
    let mut gradient = first - second;
    for (mut row, &similar) in gradient.rows_mut().into_iter().zip(similar) {
        let distance = length(row.view());
        let scale = match (similar, distance == 0.0) {
            (true, _) => 2.0,
            (false, true) => 0.0,
            (false, false) => -2.0 * (margin - distance).max(0.0) / distance,
        };
        row *= scale / n;
    }
    gradient
}

fn length(row: ArrayView1<f64>) -> f64 {
    row.dot(&row).sqrt()
}
