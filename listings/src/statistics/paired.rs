//! Paired differences: is one better than the other, or do seeds differ?
//!
//! d_i = a_i − b_i over n seeds, mean d̄ and standard deviation s with n − 1; the interval
//! d̄ ± t s/√n, with t the 97.5 % quantile of Student's distribution of n − 1 degrees of
//! freedom, misses the mean of all seeds in five of a hundred such experiments, for
//! differences that are normal.
//!
//! # Reference
//! Student, "The probable error of a mean", *Biometrika* 6 (1908), 1–25.

use serde::{Deserialize, Serialize};

/// The 97.5 % quantiles of Student's t for 1, 2, … 19 degrees of freedom.
const QUANTILES: [f64; 19] = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179,
    2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093,
];

// ANCHOR: paired
/// The mean of n differences, with its 95 % interval.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Paired {
    /// d̄.
    pub mean: f64,
    /// t s/√n: the interval goes so far to either side.
    pub half_width: f64,
    /// How many of the differences are below zero.
    pub lower: usize,
    /// n.
    pub pairs: usize,
}

impl Paired {
    /// a_i − b_i, of runs that share all but what is compared.
    ///
    /// # Panics
    /// Panics unless there are as many of one as of the other, 2 to 20.
    pub fn of(a: &[f64], b: &[f64]) -> Self {
        let pairs = a.len();
        assert!(
            pairs == b.len() && (2..=20).contains(&pairs),
            "{pairs} and {} values: paired are as many of each, 2 to 20",
            b.len()
        );
        let differences: Vec<f64> = a.iter().zip(b).map(|(a, b)| a - b).collect();
        let n = pairs as f64;
        let mean = differences.iter().sum::<f64>() / n;
        let squares: f64 = differences.iter().map(|d| (d - mean).powi(2)).sum();
        let error = (squares / (n - 1.0) / n).sqrt();
        Self {
            mean,
            half_width: QUANTILES[pairs - 2] * error,
            lower: differences.iter().filter(|&&d| d < 0.0).count(),
            pairs,
        }
    }

    /// "lower" or "higher" where the interval leaves out zero, "noise" where it does not.
    pub fn verdict(&self) -> &'static str {
        if self.mean.abs() <= self.half_width {
            "noise"
        } else if self.mean < 0.0 {
            "lower"
        } else {
            "higher"
        }
    }
}
// ANCHOR_END: paired

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;
    use rand_distr::{Distribution, StandardNormal};

    #[test]
    fn an_interval_by_hand() {
        // Differences −1, −2, −3: mean −2, s = 1, 4.303/√3.
        let paired = Paired::of(&[0.0, 1.0, 2.0], &[1.0, 3.0, 5.0]);
        assert_eq!((paired.mean, paired.lower, paired.pairs), (-2.0, 3, 3));
        assert!((paired.half_width - 4.303 / 3_f64.sqrt()).abs() < 1e-15);
        assert_eq!(paired.verdict(), "noise");
        let sure = Paired::of(&[0.0, 1.0, 2.0], &[1.0, 2.1, 2.9]);
        assert_eq!(sure.verdict(), "lower");
        assert_eq!(Paired::of(&[1.0, 2.1, 2.9], &[0.0, 1.0, 2.0]).verdict(), "higher");
    }

    #[test]
    fn of_two_that_are_alike_one_experiment_in_twenty_says_otherwise() {
        let mut random = seeded(1);
        let mut draw =
            || -> [f64; 10] { [(); 10].map(|()| StandardNormal.sample(&mut random)) };
        let experiments = 4000;
        let alarms = (0..experiments)
            .filter(|_| Paired::of(&draw(), &draw()).verdict() != "noise")
            .count();
        // Four standard errors of a share of 0.05: √(0.05 · 0.95/4000) = 0.0034.
        let share = alarms as f64 / f64::from(experiments);
        assert!((share - 0.05).abs() < 0.014, "{share}");
    }

    #[test]
    #[should_panic(expected = "3 and 2 values: paired are as many of each, 2 to 20")]
    fn what_has_no_partner_is_refused() {
        Paired::of(&[1.0, 2.0, 3.0], &[1.0, 2.0]);
    }
}
