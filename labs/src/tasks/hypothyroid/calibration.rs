//! Whether patients with a probability of one half are ill half of the time.

use crate::metrics::{Bin, Reliability, brier_score};
use listings::labs::hypothyroid::Calibration;
use ndarray::Array1;

/// Rounded to so many decimals, to keep the file of records small.
pub(super) fn rounded(value: f64, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    (value * scale).round() / scale
}

/// Probabilities against classes, with so many bins; those without a patient are left out.
pub(super) fn calibration(
    probabilities: &[f64],
    classes: &[usize],
    bins: usize,
) -> Calibration {
    let of = Array1::from(probabilities.to_vec());
    let brier = brier_score(&of, &Array1::from(classes.to_vec()));
    let error = Reliability::of(probabilities, classes, 10).expected_error();
    let of_bin = |bin: &Bin| {
        let samples = bin.samples as f64;
        let number = ((bin.probability * bins as f64) as usize).min(bins - 1);
        let ill = (bin.share * samples).round() as usize;
        (number, bin.samples, ill, rounded(bin.probability * samples, 2))
    };
    let bins = match bins {
        0 => Vec::new(),
        _ => Reliability::of(probabilities, classes, bins)
            .bins
            .iter()
            .map(of_bin)
            .collect(),
    };
    Calibration {
        brier: rounded(brier.expect("there are patients"), 6),
        error: rounded(error.expect("there are patients"), 6),
        bins,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bins_by_hand() {
        let of = calibration(&[0.0, 0.25, 0.25, 1.0], &[0, 1, 0, 1], 20);
        assert_eq!(of.bins, [(0, 1, 0, 0.0), (5, 2, 1, 0.5), (19, 1, 1, 1.0)]);
    }
}
