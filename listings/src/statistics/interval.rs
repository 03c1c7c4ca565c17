//! A mean with its 95 % interval.

use super::{Paired, mean};
use serde::{Deserialize, Serialize};

/// The mean of one number a seed, and Student's interval about it.
///
/// ```
/// use listings::statistics::Interval;
///
/// let of = Interval::of_mean(&[1.0, 2.0, 3.0]).unwrap();
/// // s = 1, and 4.303 is the quantile for two degrees of freedom.
/// assert_eq!(of.mean, 2.0);
/// assert!((of.half_width.unwrap() - 4.303 / 3_f64.sqrt()).abs() < 1e-15);
/// ```
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Interval {
    /// The mean.
    pub mean: f64,
    /// The interval goes so far to either side; absent for a single seed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub half_width: Option<f64>,
    /// How many seeds.
    pub seeds: usize,
}

impl Interval {
    /// The interval of up to twenty numbers; `None` of none.
    ///
    /// # Panics
    /// Panics for more than twenty.
    pub fn of_mean(values: &[f64]) -> Option<Self> {
        let seeds = values.len();
        match seeds {
            0 => None,
            1 => Some(Self { mean: mean(values), half_width: None, seeds }),
            _ => {
                // Differences from zero are the values themselves.
                let of = Paired::of(values, &vec![0.0; seeds]);
                Some(Self { mean: of.mean, half_width: Some(of.half_width), seeds })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{gaussian, seeded};

    #[test]
    fn one_seed_has_no_interval_and_none_has_no_mean() {
        let of = Interval::of_mean(&[3.0]).unwrap();
        assert_eq!((of.mean, of.half_width, of.seeds), (3.0, None, 1));
        assert_eq!(Interval::of_mean(&[]), None);
        assert_eq!(Interval::of_mean(&[2.0; 5]).unwrap().half_width, Some(0.0));
    }

    #[test]
    fn nineteen_of_twenty_intervals_hold_the_true_mean() {
        let mut random = seeded(1);
        let experiments = 4000;
        let holds = |of: Interval| (of.mean - 7.0).abs() <= of.half_width.unwrap();
        let count = (0..experiments)
            .filter(|_| {
                let values = gaussian(5, 1, 2.0, &mut random).mapv(|x| x + 7.0);
                holds(Interval::of_mean(&values.into_raw_vec_and_offset().0).unwrap())
            })
            .count();
        // Four standard errors of a share of 0.95: 4 · √(0.95 · 0.05/4000) = 0.014.
        let share = count as f64 / f64::from(experiments);
        assert!((share - 0.95).abs() < 0.014, "{share}");
    }
}
