//! Sorted by their starts, ranges cover the parameters once if each starts where the one before
//! it ends, the first starts at 0, and the last ends at $d$. That is all of the check; the rest is
//! about names, so that whoever reads the error knows what to mend.
//!
//! In the step, the part of the gradient is cut out with the same range as the part of θ. Layers
//! do not see each other: in which order they step does not matter.

use crate::ensemble::{Layer, RangeFault};
use ndarray::{Array1, s};

/// Whether every one of so many parameters has exactly one layer.
pub fn check(layers: &[Layer], parameters: usize) -> Result<(), RangeFault> {
    if let Some(empty) = layers.iter().find(|layer| layer.range.is_empty()) {
        return Err(RangeFault::Empty { name: empty.name });
    }
    let mut sorted: Vec<&Layer> = layers.iter().collect();
    sorted.sort_by_key(|layer| layer.range.start);
    let (mut end, mut before) = (0, "");
    for Layer { name, range, .. } in sorted {
        if range.end > parameters {
            return Err(RangeFault::Beyond { name, parameters });
        }
        if range.start < end {
            return Err(RangeFault::Overlap { first: before, second: name });
        }
        if range.start > end {
            return Err(RangeFault::Gap { range: end..range.start });
        }
        (end, before) = (range.end, name);
    }
    if end == parameters {
        Ok(())
    } else {
        Err(RangeFault::Gap { range: end..parameters })
    }
}

/// One step of θ, as long as the gradient.
pub fn step(layers: &mut [Layer], theta: &mut Array1<f64>, gradient: &Array1<f64>) {
    for Layer { range, member, .. } in layers {
        let range = s![range.clone()];
        member.observe(&gradient.slice(range).to_owned());
        let mut own = theta.slice_mut(range);
        own += &member.step();
    }
}
