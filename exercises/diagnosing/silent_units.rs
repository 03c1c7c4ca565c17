//! # Units that learn nothing
//!
//! Write the share of rectified units that are off on *every* sample of a batch. `z[i][j]` is
//! what unit j gets for sample i, before the rectifier; a unit is on where it is above 0. No
//! gradient reaches the weights of such a unit, and none ever will, unless the units before it
//! move. An empty batch says nothing about any unit: the share is 0 then.

/// The share, of all units, of those that are off on every sample.
pub fn silent_share(z: &[Vec<f64>]) -> f64 {
    todo!()
}
