//! Fisher's irises: 150 flowers of three species.
//!
//! # Reference
//! R. A. Fisher, "The use of multiple measurements in taxonomic problems", *Annals of
//! Eugenics* 7 (1936) 179–188. See `listings/data/README.md` for its licence.

use ndarray::{Array1, Array2};

/// The lengths and widths of sepals and petals in centimeters, of shape (150, 4), and the
/// species: 0 setosa, 1 versicolor, 2 virginica, 50 of each, in this order.
///
/// ```
/// use listings::data::iris;
/// use ndarray::array;
///
/// let (inputs, species) = iris();
/// assert_eq!(inputs.dim(), (150, 4));
/// assert_eq!(inputs.row(0), array![5.1, 3.5, 1.4, 0.2]);
/// assert_eq!(species[149], 2);
/// ```
pub fn iris() -> (Array2<f64>, Array1<usize>) {
    // In the program, not beside it: a browser has no files.
    let text = include_str!("../../data/iris.csv");
    let rows: Vec<Vec<f64>> = text
        .lines()
        .skip(1)
        .map(|line| line.split(',').map(|cell| cell.parse().expect("a number")).collect())
        .collect();
    let inputs =
        Array2::from_shape_fn((rows.len(), 4), |(row, column)| rows[row][column]);
    (inputs, rows.iter().map(|row| row[4] as usize).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::Axis;

    #[test]
    fn the_means_are_those_that_are_published() {
        let (inputs, species) = iris();
        // Means of all flowers, as scikit-learn's description of the data set gives them,
        // to two decimals.
        let means = inputs.mean_axis(Axis(0)).expect("there are flowers");
        for (mean, published) in means.iter().zip([5.84, 3.05, 3.76, 1.20]) {
            assert!((mean - published).abs() < 0.01, "{means}");
        }
        for class in 0..3 {
            assert_eq!(species.iter().filter(|&&other| other == class).count(), 50);
        }
        // The two rows that differ at UCI.
        assert_eq!(inputs.row(34).to_vec(), [4.9, 3.1, 1.5, 0.2]);
        assert_eq!(inputs.row(37).to_vec(), [4.9, 3.6, 1.4, 0.1]);
    }
}
