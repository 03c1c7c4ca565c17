//! Inputs and what is to be said of them, row by row.

use ndarray::{Array1, Array2, Axis};

/// n samples of k features, with a target each: a number, or a class.
#[derive(Clone, Debug, PartialEq)]
pub struct Samples<Target> {
    /// Of shape (n, k).
    pub inputs: Array2<f64>,
    /// Of shape (n).
    pub targets: Array1<Target>,
}

impl<Target: Clone> Samples<Target> {
    /// n.
    pub fn len(&self) -> usize {
        self.targets.len()
    }

    /// Whether there is no sample.
    pub fn is_empty(&self) -> bool {
        self.targets.is_empty()
    }

    /// The samples of these rows, in this order.
    ///
    /// # Panics
    /// Panics when there is no such row.
    #[must_use]
    pub fn select(&self, rows: &[usize]) -> Self {
        let inputs = self.inputs.select(Axis(0), rows);
        Self { inputs, targets: self.targets.select(Axis(0), rows) }
    }

    /// The same targets with other inputs, such as standardized ones.
    ///
    /// # Panics
    /// Panics unless there is a row of inputs for each target.
    #[must_use]
    pub fn with_inputs(&self, inputs: Array2<f64>) -> Self {
        let (rows, targets) = (inputs.nrows(), self.targets.len());
        assert_eq!(rows, targets, "{rows} rows of inputs for {targets} targets");
        Self { inputs, targets: self.targets.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn rows_and_targets_stay_together() {
        let samples =
            Samples { inputs: array![[1.0], [2.0], [3.0]], targets: array![10, 20, 30] };
        let chosen = samples.select(&[2, 0]);
        assert_eq!(
            (chosen.inputs, chosen.targets),
            (array![[3.0], [1.0]], array![30, 10])
        );
    }

    #[test]
    #[should_panic(expected = "1 rows of inputs for 2 targets")]
    fn a_target_without_inputs_is_refused() {
        let samples = Samples { inputs: Array2::zeros((2, 1)), targets: array![0, 1] };
        let _ = samples.with_inputs(Array2::zeros((1, 1)));
    }
}
