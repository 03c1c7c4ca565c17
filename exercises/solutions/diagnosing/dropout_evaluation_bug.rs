//! The comment is right about the scaling and forgets the dropping: in the evaluation every
//! unit is kept and passed on as it is. In PyTorch this is `model.eval()`, in Keras
//! `training=False`. The test costs one line: evaluate twice, and compare to the last digit.

/// What the layer passes on; `draws` has an entry for each unit, and is not needed where
/// the layer is not training.
pub fn hidden(units: &[f64], draws: &[f64], p: f64, is_training: bool) -> Vec<f64> {
    if !is_training {
        return units.to_vec();
    }
    let drop = |(unit, draw): (&f64, &f64)| {
        if *draw < p { 0.0 } else { unit / (1.0 - p) }
    };
    units.iter().zip(draws).map(drop).collect()
}
