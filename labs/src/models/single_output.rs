//! Losses of one number a sample, for networks with one output.

use listings::losses::Loss;
use ndarray::{Array1, Array2, Axis};

/// A loss of predictions of shape (n), applied to outputs of shape (n, 1).
///
/// # Panics
/// Besides what the loss panics at, outputs with another number of columns than 1 panic.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SingleOutput<L>(pub L);

fn column(outputs: &Array2<f64>) -> Array1<f64> {
    let columns = outputs.ncols();
    assert_eq!(columns, 1, "{columns} outputs a sample, but the loss takes 1");
    outputs.column(0).to_owned()
}

impl<L: Loss> Loss<Array2<f64>, Array1<f64>> for SingleOutput<L> {
    fn value(&self, outputs: &Array2<f64>, target: &Array1<f64>) -> f64 {
        self.0.value(&column(outputs), target)
    }

    fn gradient(&self, outputs: &Array2<f64>, target: &Array1<f64>) -> Array2<f64> {
        self.0.gradient(&column(outputs), target).insert_axis(Axis(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use listings::losses::MeanSquaredError;
    use ndarray::array;

    #[test]
    fn it_is_the_loss_of_the_column() {
        let (outputs, target) = (array![[1.0], [3.0]], array![0.0, 1.0]);
        let loss = SingleOutput(MeanSquaredError);
        assert_eq!(loss.value(&outputs, &target), 2.5);
        assert_eq!(loss.gradient(&outputs, &target), array![[1.0], [2.0]]);
    }
}
