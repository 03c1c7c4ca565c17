//! Paired differences, several at a time.

use crate::statistics::{Paired, holm};
use serde::Serialize;

/// A mean of paired differences.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// The mean.
    pub mean: f64,
    /// Student's half width of 95 %, for this difference alone.
    pub half_width: f64,
    /// "lower", "higher" or "noise", by Holm's steps over all differences of its family.
    pub verdict: &'static str,
}

/// Judges a family of differences together. Absent stay those that are, and those with
/// another number of values than the first of the family; so do all of a single value.
pub fn family(values: &[Option<Vec<f64>>]) -> Vec<Option<Difference>> {
    let count = values.iter().flatten().map(Vec::len).next().unwrap_or(0);
    let is_one = |values: &&Vec<f64>| values.len() == count && count >= 2;
    let named: Vec<(String, Vec<f64>)> = values
        .iter()
        .enumerate()
        .filter_map(|(index, values)| {
            Some((index.to_string(), values.as_ref().filter(is_one)?.clone()))
        })
        .collect();
    let mut judged = vec![None; values.len()];
    if named.is_empty() {
        return judged;
    }
    let zeros = vec![0.0; count];
    for (found, (name, values)) in holm(&zeros, &named).iter().zip(&named) {
        let index: usize = name.parse().expect("it was a number");
        let Paired { mean, half_width, .. } = Paired::of(values, &zeros);
        judged[index] = Some(Difference { mean, half_width, verdict: found.verdict });
    }
    judged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_that_is_sure_alone_may_be_noise_in_company() {
        // t = 4.2 with four degrees of freedom: beyond the 2.776 of one comparison, and
        // not beyond the 5.26 of the first of eight.
        let doubtful = vec![0.01, 0.02, 0.03, 0.04, 0.05];
        let alone = family(&[Some(doubtful.clone())])[0].unwrap();
        assert_eq!(alone.verdict, "higher");
        assert!((alone.mean - 0.03).abs() < 1e-15);
        let mut company = vec![Some(vec![0.1, -0.1, 0.0, 0.05, -0.05]); 7];
        company.push(Some(doubtful));
        let in_company = family(&company)[7].unwrap();
        assert_eq!(in_company.verdict, "noise");
        assert_eq!(in_company.half_width, alone.half_width);
    }

    #[test]
    fn what_is_not_there_stays_absent() {
        let found = family(&[None, Some(vec![1.0, 1.1]), Some(vec![1.0])]);
        assert_eq!(
            found.iter().map(Option::is_some).collect::<Vec<_>>(),
            [false, true, false]
        );
        assert_eq!(family(&[Some(vec![1.0])]), [None]);
        assert_eq!(family(&[]), []);
    }
}
