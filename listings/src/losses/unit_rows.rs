//! Rows scaled to length 1, and the way back for a gradient.
//!
//! u = x/‖x‖,   ∂L/∂x = (g − (g·u) u)/‖x‖ with g = ∂L/∂u: what is left of g after its part
//! along u, which cannot change a direction, is taken away; x of shape (n, e).

use ndarray::{Array1, Array2, Axis};

// ANCHOR: unit_rows
/// The directions of the rows of an array, and their lengths.
///
/// ```
/// use listings::losses::UnitRows;
/// use ndarray::array;
///
/// let rows = UnitRows::of(&array![[3.0, 4.0]]);
/// assert_eq!(rows.unit, array![[0.6, 0.8]]);
/// // A pull along the row turns nothing; one across it does, less the longer the row.
/// let along = rows.backward(&array![[0.6, 0.8]]);
/// assert!(along.iter().all(|g| g.abs() < 1e-15));
/// let across = rows.backward(&array![[-0.8, 0.6]]);
/// assert!((across - array![[-0.16, 0.12]]).iter().all(|g| g.abs() < 1e-15));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct UnitRows {
    /// u = x/‖x‖ in each row; a row of zeros stays one.
    pub unit: Array2<f64>,
    /// ‖x‖ of each row.
    pub lengths: Array1<f64>,
}

impl UnitRows {
    /// Scales each row to length 1.
    pub fn of(rows: &Array2<f64>) -> Self {
        let lengths = rows.map_axis(Axis(1), |row| row.dot(&row).sqrt());
        let mut unit = rows.clone();
        for (mut row, &length) in unit.rows_mut().into_iter().zip(&lengths) {
            if length != 0.0 {
                row /= length;
            }
        }
        Self { unit, lengths }
    }

    /// ∂L/∂x from ∂L/∂u; 0 for a row of zeros, which has no direction.
    pub fn backward(&self, unit_gradient: &Array2<f64>) -> Array2<f64> {
        let mut gradient = unit_gradient.clone();
        for (i, mut row) in gradient.rows_mut().into_iter().enumerate() {
            let unit = self.unit.row(i);
            if self.lengths[i] == 0.0 {
                row.fill(0.0);
            } else {
                let along = row.dot(&unit);
                row.scaled_add(-along, &unit);
                row /= self.lengths[i];
            }
        }
        gradient
    }
}
// ANCHOR_END: unit_rows
