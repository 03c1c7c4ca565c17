//! Two loops over the rows, and for each pair the length of the difference. The
//! difference of two near numbers is exact or nearly so; the short cut instead subtracts
//! two *large* numbers, $\|x\|^2 + \|y\|^2$ and $2\, x \cdot y$, whose rounding errors remain
//! when the large parts cancel. What is left may be far off, zero, or negative, and the
//! root of a negative number is NaN. Where the matrix product is worth it, cut off at
//! zero before the root, and know that small distances are noise.

use ndarray::Array2;

/// The distance of each row to each other one.
pub fn distances(embeddings: &Array2<f64>) -> Array2<f64> {
    let n = embeddings.nrows();
    Array2::from_shape_fn((n, n), |(i, j)| {
        let difference = &embeddings.row(i) - &embeddings.row(j);
        difference.dot(&difference).sqrt()
    })
}
