//! # Two evaluations, two losses
//!
//! A layer with dropout: in training each unit is kept with probability $1 - p$, and what is
//! kept is divided by $1 - p$, so that nothing needs scaling when the network is used
//! (inverted dropout). `draws` are uniform on $[0, 1)$; a unit is dropped where its draw is
//! below $p$. The validation loss of the program changes from one evaluation to the next, at
//! the same θ. Repair the layer.

/// What the layer passes on; `draws` has an entry for each unit, and is not needed where
/// the layer is not training.
pub fn hidden(units: &[f64], draws: &[f64], p: f64, is_training: bool) -> Vec<f64> {
    let drop = |(unit, draw): (&f64, &f64)| {
        if *draw < p { 0.0 } else { unit / (1.0 - p) }
    };
    // Scaled in training already, so the evaluation has nothing to add.
    let _ = is_training;
    units.iter().zip(draws).map(drop).collect()
}
