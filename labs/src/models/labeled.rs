//! Samples with a class each.

use super::Samples;
use ndarray::{Array1, Array2, Axis};

/// Inputs in rows, each with its class.
#[derive(Clone, Debug, PartialEq)]
pub struct Labeled<T> {
    /// Of shape (n, numbers of a sample).
    pub inputs: Array2<T>,
    /// Of shape (n).
    pub labels: Array1<usize>,
}

impl<T: Clone> Samples for Labeled<T> {
    type Batch = Array2<T>;
    type Target = Array1<usize>;

    fn len(&self) -> usize {
        self.labels.len()
    }

    fn take(&self, indices: &[usize]) -> (Array2<T>, Array1<usize>) {
        let inputs = self.inputs.select(Axis(0), indices);
        (inputs, self.labels.select(Axis(0), indices))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn rows_are_taken_with_their_classes_in_the_order_of_the_indices() {
        let of =
            Labeled { inputs: array![[1, 2], [3, 4], [5, 6]], labels: array![0, 1, 0] };
        assert_eq!(of.len(), 3);
        assert_eq!(of.take(&[2, 1]), (array![[5, 6], [3, 4]], array![0, 1]));
    }
}
