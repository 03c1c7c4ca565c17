//! Whether a probability of 0.8 is right eight times in ten.
//!
//! Bins of equal width divide [0, 1]; of the n_b samples in bin b, p̄_b is the mean
//! probability of class 1 and ȳ_b the share of class 1.
//! ECE = Σ_b (n_b/n) |ȳ_b − p̄_b|.
//!
//! **Convention.** The probability of class 1, not of the predicted class: for a rare class
//! the latter hides all that matters in its topmost bin. A bin holds its lower end, and the
//! last one also 1.
//!
//! # Reference
//! M. P. Naeini, G. F. Cooper & M. Hauskrecht, "Obtaining well calibrated probabilities
//! using Bayesian binning", *AAAI* (2015) 2901–2907, for the ECE.

use serde::{Deserialize, Serialize};

/// The samples whose probability is in one bin.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Bin {
    /// n_b, at least 1.
    pub samples: usize,
    /// p̄_b.
    pub probability: f64,
    /// ȳ_b.
    pub share: f64,
}

/// The reliability diagram: the bins that have samples, from 0 to 1.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Reliability {
    /// One a bin with samples.
    pub bins: Vec<Bin>,
}

impl Reliability {
    /// Divides the samples into so many bins.
    ///
    /// ```
    /// use labs::metrics::Reliability;
    ///
    /// // Two of three at 0.5, and one of one at 1.
    /// let of = Reliability::of(&[0.5, 0.5, 0.5, 1.0], &[1, 1, 0, 1], 10);
    /// assert_eq!((of.bins.len(), of.bins[0].samples), (2, 3));
    /// assert!((of.expected_error().unwrap() - 0.125).abs() < 1e-15); // ¾ · (⅔ − ½)
    /// ```
    ///
    /// # Panics
    /// Panics unless there is a class, 0 or 1, for each probability, all of these are in
    /// [0, 1], and there is a bin.
    pub fn of(probabilities: &[f64], classes: &[usize], bins: usize) -> Self {
        let (n, m) = (probabilities.len(), classes.len());
        assert_eq!(n, m, "{n} probabilities, but {m} classes");
        assert!(bins > 0, "0 bins: there is at least one");
        let mut sums = vec![(0, 0.0, 0); bins];
        for (&p, &class) in probabilities.iter().zip(classes) {
            assert!((0.0..=1.0).contains(&p), "the probability {p} is outside [0, 1]");
            assert!(class <= 1, "the class {class}: 0 and 1 are valid");
            let bin = ((p * bins as f64) as usize).min(bins - 1);
            sums[bin].0 += 1;
            sums[bin].1 += p;
            sums[bin].2 += class;
        }
        let bin = |(samples, sum, positives): (usize, f64, usize)| Bin {
            samples,
            probability: sum / samples as f64,
            share: positives as f64 / samples as f64,
        };
        Self { bins: sums.into_iter().filter(|sums| sums.0 > 0).map(bin).collect() }
    }

    /// The expected calibration error; `None` without samples.
    pub fn expected_error(&self) -> Option<f64> {
        let samples: usize = self.bins.iter().map(|bin| bin.samples).sum();
        let gap = |bin: &Bin| bin.samples as f64 * (bin.share - bin.probability).abs();
        (samples > 0).then(|| self.bins.iter().map(gap).sum::<f64>() / samples as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use listings::data::seeded;
    use rand::RngExt;

    #[test]
    fn bins_hold_their_lower_end_and_the_last_both() {
        let of = Reliability::of(&[0.0, 0.25, 0.5, 0.75, 1.0], &[0, 0, 1, 1, 1], 4);
        let samples: Vec<usize> = of.bins.iter().map(|bin| bin.samples).collect();
        assert_eq!(samples, [1, 1, 1, 2]);
        assert_eq!(of.bins[3], Bin { samples: 2, probability: 0.875, share: 1.0 });
    }

    #[test]
    fn known_errors() {
        let error = |p: &[f64], y: &[usize]| Reliability::of(p, y, 10).expected_error();
        assert_eq!(error(&[0.0, 1.0], &[0, 1]), Some(0.0));
        assert_eq!(error(&[0.0, 1.0], &[1, 0]), Some(1.0));
        // Half of those at a half: right, though it tells nothing apart.
        assert_eq!(error(&[0.5, 0.5], &[1, 0]), Some(0.0));
        assert_eq!(error(&[], &[]), None);
    }

    #[test]
    fn probabilities_that_are_true_are_calibrated() {
        let mut random = seeded(1);
        let n = 100_000;
        let p: Vec<f64> = (0..n).map(|_| random.random_range(0.0..1.0)).collect();
        let y: Vec<usize> =
            p.iter().map(|&p| usize::from(random.random_bool(p))).collect();
        let error = Reliability::of(&p, &y, 10).expected_error().unwrap();
        // Each of ten bins of 10⁴ has a standard error of at most 0.005.
        assert!(error < 0.01, "{error}");
        // Twice as sure as justified: off by about |p − ½| where that does not leave [0, 1].
        let sure: Vec<f64> = p.iter().map(|p| (2.0 * p - 0.5).clamp(0.0, 1.0)).collect();
        let error = Reliability::of(&sure, &y, 10).expected_error().unwrap();
        assert!(error > 0.1, "{error}");
    }

    #[test]
    #[should_panic(expected = "the probability 1.5 is outside [0, 1]")]
    fn logits_are_refused() {
        Reliability::of(&[1.5], &[1], 10);
    }
}
