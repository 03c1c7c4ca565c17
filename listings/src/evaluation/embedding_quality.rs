//! How well an embedding keeps classes together and apart.
//!
//! within = mean of ‖xᵢ − x_j‖ over pairs of one class, between = the same over pairs of two
//! classes, ratio = between/within; with embeddings x of shape (n, e).

use crate::losses::{Distance, mining::pairwise_distances};
use ndarray::{Array1, Array2};
use serde::Serialize;

// ANCHOR: embedding_quality
/// What an embedding is worth to someone who compares distances.
///
/// ```
/// use listings::evaluation::EmbeddingQuality;
/// use ndarray::array;
///
/// let embeddings = array![[0.0], [1.0], [4.0], [5.0]];
/// let quality = EmbeddingQuality::of(&embeddings, &array![0, 0, 1, 1]);
/// assert_eq!((quality.within, quality.between), (1.0, 4.0)); // (4 + 5 + 3 + 4) / 4
/// assert_eq!((quality.ratio, quality.accuracy), (4.0, 1.0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct EmbeddingQuality {
    /// The mean distance within a class.
    pub within: f64,
    /// The mean distance between classes.
    pub between: f64,
    /// between/within; 1 where all embeddings are one point.
    pub ratio: f64,
    /// How often the nearest other sample is of the same class.
    pub accuracy: f64,
}

impl EmbeddingQuality {
    /// Compares every two samples.
    ///
    /// # Panics
    /// Panics unless there are as many labels as embeddings, two labels, and a label
    /// that occurs twice.
    pub fn of(embeddings: &Array2<f64>, labels: &Array1<usize>) -> Self {
        let (rows, count) = (embeddings.nrows(), labels.len());
        assert_eq!(rows, count, "{rows} embeddings for {count} labels");
        let distances = pairwise_distances(embeddings, Distance::Euclidean);
        let (mut within, mut between, mut right) = ((0.0, 0), (0.0, 0), 0);
        for i in 0..rows {
            let (mut nearest, mut least) = (i, f64::INFINITY);
            for j in (0..rows).filter(|&j| j != i) {
                let distance = distances[[i, j]];
                let same = labels[i] == labels[j];
                let (sum, pairs) = if same { &mut within } else { &mut between };
                *sum += distance;
                *pairs += 1;
                if distance < least {
                    (nearest, least) = (j, distance);
                }
            }
            right += usize::from(nearest != i && labels[nearest] == labels[i]);
        }
        assert!(within.1 > 0 && between.1 > 0, "no two of one class, or one class alone");
        let (within, between) =
            (within.0 / within.1 as f64, between.0 / between.1 as f64);
        let ratio = if between == 0.0 { 1.0 } else { between / within };
        Self { within, between, ratio, accuracy: right as f64 / rows as f64 }
    }
}
// ANCHOR_END: embedding_quality

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn a_neighbor_of_another_class_is_a_mistake() {
        let embeddings = array![[0.0], [5.0], [0.5], [9.0]];
        let quality = EmbeddingQuality::of(&embeddings, &array![0, 0, 1, 1]);
        // The neighbors of 0, 5, 0.5 and 9 are 0.5, 9, 0 and 5 (4 away; 0.5 is 4.5 from
        // 5): none of the same class.
        assert_eq!(quality.accuracy, 0.0);
        assert_eq!((quality.within, quality.between), (6.75, 4.5));
    }

    #[test]
    fn one_point_tells_nothing_apart() {
        let quality = EmbeddingQuality::of(&Array2::zeros((4, 2)), &array![0, 1, 0, 1]);
        assert_eq!((quality.ratio, quality.between), (1.0, 0.0));
    }

    #[test]
    #[should_panic(expected = "one class alone")]
    fn one_class_has_no_between() {
        EmbeddingQuality::of(&Array2::zeros((2, 2)), &array![1, 1]);
    }
}
