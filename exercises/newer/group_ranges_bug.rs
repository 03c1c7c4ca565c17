//! # Half of a network is frozen
//!
//! A network of the given widths keeps its parameters in one vector: for each layer its weights,
//! inputs times outputs of them, and then its biases, one an output. This function gives where
//! each layer starts and ends, for an optimizer that has a trust ratio for each layer. Training
//! goes on, and the loss falls, but worse than without layers; and the last numbers of θ never
//! change. Repair it.

/// Start and end of each layer's parameters, weights and biases together, in one list.
pub fn borders(widths: &[usize]) -> Vec<usize> {
    let mut borders = Vec::new();
    let mut start = 0;
    for pair in widths.windows(2) {
        let (inputs, outputs) = (pair[0], pair[1]);
        let end = start + inputs * outputs;
        borders.extend([start, end]);
        start = end;
    }
    borders
}
