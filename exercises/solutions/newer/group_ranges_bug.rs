//! The biases were not counted. So the ranges are too short, each layer begins in the biases of
//! the one before, and the end of θ belongs to none. Nothing crashes: a range is a pair of
//! numbers, and fits into any vector that is long enough. Compare the last end with the length of
//! θ, as the parameter groups of this book do.

/// Start and end of each layer's parameters, weights and biases together, in one list.
pub fn borders(widths: &[usize]) -> Vec<usize> {
    let mut borders = Vec::new();
    let mut start = 0;
    for pair in widths.windows(2) {
        let (inputs, outputs) = (pair[0], pair[1]);
        let end = start + (inputs + 1) * outputs;
        borders.extend([start, end]);
        start = end;
    }
    borders
}
