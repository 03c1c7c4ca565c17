//! One model against several others, without finding a winner by trying often.
//!
//! An interval misses in one of twenty cases; of ten comparisons one is then "better" in four
//! of ten labs where all are alike. Holm's steps keep the chance of any false one below 5 %:
//! with the comparisons in order of |t|, the largest first, the i-th of m must be beyond the
//! quantile 1 − 0.025/(m − i), i from 0; the first that is not, and all after it, are noise.
//!
//! # Reference
//! S. Holm, "A simple sequentially rejective multiple test procedure", *Scandinavian Journal
//! of Statistics* 6 (1979) 65–70.

use super::{deviation, mean};
use serde::Serialize;

/// A comparison of one model with the reference.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// Which model.
    pub name: String,
    /// The mean of its values less those of the reference, seed by seed.
    pub difference: f64,
    /// "lower", "higher", or "noise".
    pub verdict: &'static str,
}

/// Compares each of `others`, a name and a value a seed, with `reference`. The results are
/// in the order of `others`.
///
/// # Panics
/// Panics unless there are 2 seeds or more, and as many values everywhere.
pub fn holm(reference: &[f64], others: &[(String, Vec<f64>)]) -> Vec<Comparison> {
    let seeds = reference.len();
    assert!(seeds >= 2, "{seeds} seeds: a difference needs 2 to have a spread");
    let mut results = Vec::new();
    let mut sizes = Vec::new();
    for (name, values) in others {
        let count = values.len();
        assert_eq!(count, seeds, "{count} values of {name} for {seeds} seeds");
        let differences: Vec<f64> =
            values.iter().zip(reference).map(|(value, of)| value - of).collect();
        let difference = mean(&differences);
        let error = deviation(&differences) / (seeds as f64).sqrt();
        // Equal on every seed is no difference, whatever it is divided by.
        let size = if difference == 0.0 { 0.0 } else { difference.abs() / error };
        sizes.push(size);
        results.push(Comparison { name: name.clone(), difference, verdict: "noise" });
    }
    let mut order: Vec<usize> = (0..results.len()).collect();
    order.sort_by(|&a, &b| sizes[b].total_cmp(&sizes[a]));
    for (step, &index) in order.iter().enumerate() {
        let two_sided = 0.05 / (others.len() - step) as f64;
        if tail(sizes[index], seeds - 1) > two_sided {
            break;
        }
        let is_lower = results[index].difference < 0.0;
        results[index].verdict = if is_lower { "lower" } else { "higher" };
    }
    results
}

/// P(|T| ≥ t) for Student's T with ν degrees of freedom.
///
/// With θ = arctan(t/√ν), P(|T| < t) is a finite sum of powers of cos θ: M. Abramowitz & I.
/// Stegun, *Handbook of Mathematical Functions* (1964), 26.7.3 and 26.7.4.
fn tail(t: f64, freedom: usize) -> f64 {
    if t.is_infinite() {
        return 0.0;
    }
    let angle = (t / (freedom as f64).sqrt()).atan();
    let (sine, cosine) = angle.sin_cos();
    let is_odd = freedom % 2 == 1;
    // Odd: cos θ (1 + 2/3 cos² θ + 2·4/(3·5) cos⁴ θ + …); even: 1 + 1/2 cos² θ + ….
    let (mut term, mut sum) = (if is_odd { cosine } else { 1.0 }, 0.0);
    let mut power = if is_odd { 1 } else { 0 };
    while power + 2 <= freedom {
        sum += term;
        power += 2;
        term *= cosine * cosine * (power - 1) as f64 / power as f64;
    }
    let inside = if is_odd {
        std::f64::consts::FRAC_2_PI * (angle + sine * sum)
    } else {
        sine * sum
    };
    1.0 - inside
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{gaussian, seeded};

    #[test]
    fn the_tail_is_that_of_the_tables() {
        // The 97.5 % quantiles, to three decimals: the tail is 5 % up to their rounding.
        for (freedom, quantile) in [
            (1, 12.706),
            (2, 4.303),
            (3, 3.182),
            (4, 2.776),
            (5, 2.571),
            (9, 2.262),
            (19, 2.093),
        ] {
            let tail = tail(quantile, freedom);
            assert!((tail - 0.05).abs() < 1e-4, "{freedom}: {tail}");
        }
        assert_eq!(tail(0.0, 4), 1.0);
        // One degree of freedom is Cauchy's distribution: a half beyond 1.
        assert!((tail(1.0, 1) - 0.5).abs() < 1e-15);
    }

    #[test]
    fn a_difference_is_found_and_noise_is_not() {
        let reference = [1.0, 1.1, 0.9, 1.0, 1.05];
        let others = [
            ("alike".to_string(), vec![1.1, 1.0, 0.95, 0.9, 1.1]),
            ("lower".to_string(), vec![0.5, 0.62, 0.4, 0.49, 0.56]),
            ("same".to_string(), reference.to_vec()),
        ];
        let verdicts: Vec<_> =
            holm(&reference, &others).into_iter().map(|c| c.verdict).collect();
        assert_eq!(verdicts, ["noise", "lower", "noise"]);
    }

    #[test]
    fn of_many_that_are_alike_one_lab_in_twenty_says_otherwise() {
        let mut random = seeded(1);
        let labs = 2000;
        let alarms = (0..labs)
            .filter(|_| {
                let mut draw = || gaussian(5, 1, 1.0, &mut random).column(0).to_vec();
                let reference = draw();
                let others: Vec<_> = (0..8).map(|i| (i.to_string(), draw())).collect();
                holm(&reference, &others).iter().any(|c| c.verdict != "noise")
            })
            .count();
        // At most 0.05, and four standard errors of it: 4 · √(0.05 · 0.95/2000) = 0.019.
        let share = alarms as f64 / f64::from(labs);
        assert!(share < 0.07, "{share}");
        // Uncorrected it would be about 0.2, so the steps are not idle; nor is it never.
        assert!(share > 0.005, "{share}");
    }
}
