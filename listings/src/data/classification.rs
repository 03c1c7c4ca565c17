//! Classes of stated shares, with informative and redundant features and wrong labels.
//!
//! informative: u = μ_c + N(0, I), with μ_c a vertex of the cube {−s, s}ᵏ;
//! redundant: v = uB, with Bᵢⱼ ~ U(−1, 1).
//!
//! **Convention.** In the spirit of scikit-learn's `make_classification`, with one
//! round cluster a class: classes can be told apart by linear functions. There the
//! vertices are drawn, and clusters are sheared; here the vertices are fixed, so that
//! the task is as hard for one seed as for another.
//!
//! # Reference
//! I. Guyon, "Design of experiments for the NIPS 2003 variable selection benchmark"
//! (2003), the generator of its data set Madelon.

use super::gaussian;
use crate::error::{ParameterError, non_negative, unit_interval};
use ndarray::{Array1, Array2, Axis, concatenate};
use rand::seq::SliceRandom;
use rand::{Rng, RngExt};

// ANCHOR: classification
/// A classification task to draw samples from.
///
/// Class 2m has the vertex that spells m in binary, one coordinate a digit: s for a
/// one, −s for a zero. Class 2m + 1 has the vertex opposite to it. So two classes are
/// 2s√k apart, along the diagonal of the cube, and all k informative features count
/// the same: for equal shares and right labels no classifier is right more often than
/// Φ(s√k), with Φ the distribution function of N(0, 1).
///
/// ```
/// use listings::data::{Classification, seeded};
///
/// let task = Classification::new(1000, 4, 2, vec![0.95, 0.05], 1.0, 0.0)?;
/// let (inputs, labels) = task.draw(&mut seeded(1));
/// assert_eq!(inputs.dim(), (1000, 6));
/// assert_eq!(labels.sum(), 50);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Classification {
    /// n, the number of samples.
    pub samples: usize,
    /// k, the number of features that differ between classes; they come first.
    pub informative: usize,
    /// The number of features that are linear combinations of the informative ones.
    pub redundant: usize,
    /// The share of each class among the samples; 0 is a class that never occurs.
    pub class_shares: Vec<f64>,
    /// s, half a side of the cube, in standard deviations of a class.
    pub separation: f64,
    /// The probability that a label is redrawn, uniformly from all classes.
    pub label_noise: f64,
}

impl Classification {
    /// A task with these fields.
    ///
    /// # Errors
    /// [`ParameterError`] unless the shares are in [0, 1] with the sum 1, there are at
    /// most 2ᵏ classes, k ≥ 1, 0 ≤ s < ∞, and 0 ≤ label_noise ≤ 1.
    pub fn new(
        samples: usize,
        informative: usize,
        redundant: usize,
        class_shares: Vec<f64>,
        separation: f64,
        label_noise: f64,
    ) -> Result<Self, ParameterError> {
        for &share in &class_shares {
            unit_interval("class_shares", share)?;
        }
        let total = class_shares.iter().fold(0.0, |sum, share| sum + share);
        // Shares such as ten tenths sum to 1 up to rounding.
        if (total - 1.0).abs() > 1e-9 {
            let name = "the sum of class_shares";
            return Err(ParameterError { name, value: total, valid: "{1}" });
        }
        // k digits tell as many classes apart as the cube has vertices.
        let digits = (class_shares.len() - 1).checked_ilog2().map_or(1, |log| log + 1);
        if informative < digits as usize {
            return Err(ParameterError {
                name: "informative",
                value: informative as f64,
                valid: "[1, ∞), with 2^informative at least the number of classes",
            });
        }
        non_negative("separation", separation)?;
        unit_interval("label_noise", label_noise)?;
        Ok(Self {
            samples,
            informative,
            redundant,
            class_shares,
            separation,
            label_noise,
        })
    }

    /// Inputs of shape (samples, informative + redundant) and their classes, shuffled.
    ///
    /// The number of samples of a class before label noise is its share of n, rounded
    /// up or down. A redrawn label can come out as it was: of C classes, a part
    /// label_noise · (1 − 1/C) of the labels is wrong, as with scikit-learn's `flip_y`.
    pub fn draw(&self, random: &mut impl Rng) -> (Array2<f64>, Array1<usize>) {
        let mut labels = self.labels_in_order();
        labels.shuffle(random);
        let mut informative = gaussian(self.samples, self.informative, 1.0, random);
        informative += &self.centers().select(Axis(0), &labels);

        let shape = (self.informative, self.redundant);
        let weight = || random.random_range(-1.0..1.0);
        let weights = Array2::from_shape_simple_fn(shape, weight);
        let redundant = informative.dot(&weights);

        for label in &mut labels {
            if random.random_bool(self.label_noise) {
                *label = random.random_range(..self.class_shares.len());
            }
        }
        let inputs = concatenate![Axis(1), informative, redundant];
        (inputs, Array1::from(labels))
    }

    /// μ, of shape (classes, informative): the vertex of each class.
    pub fn centers(&self) -> Array2<f64> {
        let mut centers = Array2::zeros((self.class_shares.len(), self.informative));
        for (class, mut center) in centers.rows_mut().into_iter().enumerate() {
            let mut digits = class / 2;
            for coordinate in &mut center {
                let is_high = digits % 2 != class % 2;
                *coordinate = if is_high { self.separation } else { -self.separation };
                digits /= 2;
            }
        }
        centers
    }

    /// The classes of the samples before shuffling, each as often as its share says.
    fn labels_in_order(&self) -> Vec<usize> {
        let mut labels = Vec::with_capacity(self.samples);
        let mut shares_so_far = 0.0;
        for (class, share) in self.class_shares.iter().enumerate() {
            // Rounding the sums of shares, not the shares, leaves nothing over.
            shares_so_far += share;
            let end = (shares_so_far * self.samples as f64).round() as usize;
            labels.resize(end, class);
        }
        labels
    }
}
// ANCHOR_END: classification

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;
    use approx::assert_abs_diff_eq;
    use ndarray::{array, s};

    fn task(samples: usize, shares: &[f64]) -> Classification {
        Classification::new(samples, 3, 2, shares.to_vec(), 1.5, 0.0).unwrap()
    }

    fn counts(labels: &Array1<usize>, classes: usize) -> Vec<usize> {
        (0..classes).map(|c| labels.iter().filter(|&&label| label == c).count()).collect()
    }

    #[test]
    fn each_class_has_its_share() {
        let count = |samples, shares: &[f64]| {
            counts(&task(samples, shares).draw(&mut seeded(1)).1, shares.len())
        };
        assert_eq!(count(1000, &[0.9, 0.1]), [900, 100]);
        assert_eq!(count(1000, &[0.7, 0.2, 0.1]), [700, 200, 100]);
        assert_eq!(count(1000, &[0.5, 0.0, 0.5]), [500, 0, 500]);
        assert_eq!(count(1000, &[0.7, 0.3, 0.0]), [700, 300, 0]);
        assert_eq!(count(10, &[1.0]), [10]);
        assert_eq!(count(0, &[0.5, 0.5]), [0, 0]);
    }

    #[test]
    fn rounding_moves_no_class_by_one_sample_or_more_and_loses_none() {
        let share_lists: [&[f64]; 4] =
            [&[0.25; 4], &[1.0 / 3.0; 3], &[0.1; 8], &[0.15, 0.35, 0.5]];
        for shares in share_lists {
            let total: f64 = shares.iter().sum();
            let shares: Vec<f64> = shares.iter().map(|s| s / total).collect();
            for samples in 0..40 {
                let count =
                    counts(&task(samples, &shares).draw(&mut seeded(1)).1, shares.len());
                assert_eq!(count.iter().sum::<usize>(), samples);
                for (count, share) in count.iter().zip(&shares) {
                    let exact = share * samples as f64;
                    // Rounding of the sums of shares, beyond the bound of one sample.
                    assert!((*count as f64 - exact).abs() < 1.0 + 1e-12, "{samples}");
                }
            }
        }
    }

    #[test]
    fn centers_are_distinct_vertices_and_pairs_of_classes_are_opposite() {
        let eight = task(0, &[0.125; 8]).centers();
        assert_eq!(eight.row(0), array![-1.5, -1.5, -1.5]);
        assert_eq!(eight.row(1), array![1.5, 1.5, 1.5]);
        assert_eq!(eight.row(2), array![1.5, -1.5, -1.5]);
        assert_eq!(eight.row(3), array![-1.5, 1.5, 1.5]);
        for a in 0..8 {
            for b in 0..a {
                assert_ne!(eight.row(a), eight.row(b));
            }
        }
        // More informative features than a machine word has digits.
        let wide = Classification::new(0, 70, 0, vec![0.5, 0.5], 1.0, 0.0).unwrap();
        assert_eq!(wide.centers().row(0), Array1::from_elem(70, -1.0));
        assert_eq!(wide.centers().row(1), Array1::from_elem(70, 1.0));
    }

    #[test]
    fn informative_features_are_round_about_their_centers() {
        let n = 30_000;
        let task = task(n, &[0.5, 0.2, 0.3]);
        let (inputs, labels) = task.draw(&mut seeded(1));
        let centers = task.centers();
        for class in 0..3 {
            let rows: Vec<usize> = (0..n).filter(|&row| labels[row] == class).collect();
            let samples = inputs.select(Axis(0), &rows);
            let deviations = &samples.slice(s![.., ..3]) - &centers.row(class);
            let count = rows.len() as f64;
            let mean = deviations.sum_axis(Axis(0)) / count;
            let covariance = deviations.t().dot(&deviations) / count;
            // Four standard errors: 1/√n for a mean and a covariance, √(2/n) for a
            // variance.
            assert!(mean.iter().all(|m| m.abs() < 4.0 / count.sqrt()), "{mean}");
            for ((i, j), value) in covariance.indexed_iter() {
                let (expected, spread): (f64, f64) =
                    if i == j { (1.0, 2.0) } else { (0.0, 1.0) };
                let standard_error = (spread / count).sqrt();
                assert!((value - expected).abs() < 4.0 * standard_error, "{covariance}");
            }
        }
    }

    #[test]
    fn redundant_features_are_linear_combinations_of_the_informative_ones() {
        let inputs = task(200, &[0.5, 0.5]).draw(&mut seeded(1)).0;
        let (informative, redundant) = inputs.view().split_at(Axis(1), 3);
        // Three samples determine the three coefficients of each combination by
        // Cramer's rule; they must hold for all the others.
        let rows = informative.slice(s![..3, ..]).to_owned();
        let determinant = |m: &Array2<f64>| {
            m[[0, 0]] * (m[[1, 1]] * m[[2, 2]] - m[[1, 2]] * m[[2, 1]])
                - m[[0, 1]] * (m[[1, 0]] * m[[2, 2]] - m[[1, 2]] * m[[2, 0]])
                + m[[0, 2]] * (m[[1, 0]] * m[[2, 1]] - m[[1, 1]] * m[[2, 0]])
        };
        for column in redundant.columns() {
            let weights = Array1::from_shape_fn(3, |j| {
                let mut replaced = rows.clone();
                replaced.column_mut(j).assign(&column.slice(s![..3]));
                determinant(&replaced) / determinant(&rows)
            });
            assert!(weights.iter().all(|w| w.abs() <= 1.0), "{weights}");
            // Rounding times the condition of three samples, far below the features'
            // own size of about one.
            let predicted = informative.dot(&weights);
            assert_abs_diff_eq!(predicted, column.to_owned(), epsilon = 1e-9);
        }
    }

    #[test]
    fn the_best_classifier_is_right_as_often_as_the_distance_says() {
        // s√k = 1 with k = 4: the sign of the sum decides, and Φ(1) ≈ 0.841345.
        let n = 40_000;
        let task = Classification::new(n, 4, 0, vec![0.5, 0.5], 0.5, 0.0).unwrap();
        let (inputs, labels) = task.draw(&mut seeded(1));
        let decided = inputs.sum_axis(Axis(1)).mapv(|sum| usize::from(sum > 0.0));
        let right = decided.iter().zip(&labels).filter(|(a, b)| a == b).count();
        // Four standard errors: √(p(1 − p)/n).
        let p: f64 = 0.841345;
        let standard_error = (p * (1.0 - p) / n as f64).sqrt();
        let share = right as f64 / n as f64;
        assert!((share - p).abs() < 4.0 * standard_error, "{share}");
    }

    #[test]
    fn label_noise_makes_the_stated_part_of_the_labels_wrong() {
        let (n, noise) = (40_000, 0.3);
        // So far apart that the nearest center is the true class.
        let shares = vec![0.6, 0.4, 0.0];
        let task = Classification::new(n, 2, 0, shares, 20.0, noise).unwrap();
        let (inputs, labels) = task.draw(&mut seeded(1));
        let truth: Vec<usize> =
            inputs.column(0).iter().map(|&x| usize::from(x > 0.0)).collect();
        let wrong = truth.iter().zip(&labels).filter(|(a, b)| a != b).count();
        // Four standard errors: √(p(1 − p)/n), with p = 0.3 · (1 − 1/3).
        let check = |count: usize, p: f64| {
            let error = count as f64 / n as f64 - p;
            assert!(error.abs() < 4.0 * (p * (1.0 - p) / n as f64).sqrt(), "{error}");
        };
        check(wrong, 0.2);
        // Also a class of share zero gets its third of the redrawn labels.
        check(counts(&labels, 3)[2], 0.1);
    }

    #[test]
    fn samples_are_shuffled_and_a_seed_is_a_data_set() {
        let task = task(100, &[0.5, 0.5]);
        let (inputs, labels) = task.draw(&mut seeded(7));
        assert!(labels.windows(2).into_iter().any(|pair| pair[0] > pair[1]));
        assert_eq!(task.draw(&mut seeded(7)), (inputs.clone(), labels));
        assert_ne!(task.draw(&mut seeded(8)).0, inputs);
    }

    #[test]
    fn label_noise_leaves_the_inputs_alone() {
        let clean = task(50, &[0.5, 0.5]);
        let noisy = Classification { label_noise: 1.0, ..clean.clone() };
        assert_eq!(clean.draw(&mut seeded(1)).0, noisy.draw(&mut seeded(1)).0);
    }

    #[test]
    fn bad_parameters_are_named() {
        let error = |informative, shares: &[f64], separation, noise| {
            Classification::new(10, informative, 0, shares.to_vec(), separation, noise)
                .unwrap_err()
                .to_string()
        };
        let half = [0.5, 0.5];
        assert_eq!(error(2, &half, -1.0, 0.0), "separation = -1 is outside [0, ∞)");
        assert_eq!(error(2, &half, 1.0, 1.5), "label_noise = 1.5 is outside [0, 1]");
        assert_eq!(
            error(2, &[1.5, -0.5], 1.0, 0.0),
            "class_shares = 1.5 is outside [0, 1]"
        );
        assert_eq!(
            error(2, &[0.5, f64::NAN], 1.0, 0.0),
            "class_shares = NaN is outside [0, 1]"
        );
        assert_eq!(
            error(2, &[0.5, 0.25], 1.0, 0.0),
            "the sum of class_shares = 0.75 is outside {1}"
        );
        assert_eq!(error(2, &[], 1.0, 0.0), "the sum of class_shares = 0 is outside {1}");
        assert!(error(0, &[1.0], 1.0, 0.0).starts_with("informative = 0 is outside"));
        assert!(error(1, &[0.25; 4], 1.0, 0.0).starts_with("informative = 1 is outside"));
        assert!(error(2, &[0.2; 5], 1.0, 0.0).starts_with("informative = 2 is outside"));
        // Ten tenths sum to 1 up to rounding, four classes fit a square.
        assert!(Classification::new(1, 4, 0, vec![0.1; 10], 1.0, 0.0).is_ok());
        assert!(Classification::new(1, 2, 0, vec![0.25; 4], 1.0, 0.0).is_ok());
    }
}
