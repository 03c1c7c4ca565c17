//! NaN comes first because every comparison with it is false: a run of NaN would pass all
//! other tests as healthy. `f64::min` skips NaN as well, which is another way to overlook it.

use crate::choices::Symptom;

/// The first symptom that holds.
pub fn symptom(training: &[f64], validation: &[f64]) -> Symptom {
    if training.iter().chain(validation).any(|loss| !loss.is_finite()) {
        return Symptom::NotFinite;
    }
    let (first, last) = (training[0], training[training.len() - 1]);
    let best = validation.iter().copied().fold(f64::INFINITY, f64::min);
    let end = validation[validation.len() - 1];
    if last > first {
        Symptom::Rising
    } else if last > 0.9 * first {
        Symptom::Flat
    } else if end > 1.2 * best {
        Symptom::Overfitting
    } else {
        Symptom::Healthy
    }
}
