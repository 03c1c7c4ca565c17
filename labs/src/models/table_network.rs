//! The multilayer perceptron for tables: the book's own, computed by the framework.
//!
//! Same θ, same start, same outputs as [`MultilayerPerceptron`]; a test says so. For a
//! table of a few columns the book's own is as good: this one is for comparison, and for
//! wide hidden layers.
//!
//! [`MultilayerPerceptron`]: listings::models::MultilayerPerceptron

use crate::models::layers::{dense, input, rectify};
use crate::models::{Layout, Network, Start};
use candle_core::{Result, Tensor};
use ndarray::Array2;

/// Affine layers with ReLU between them.
#[derive(Clone, Debug, PartialEq)]
pub struct TableNetwork {
    layout: Layout,
}

impl TableNetwork {
    /// A network of these widths: `[8, 64, 64, 1]` takes 8 features and gives one number.
    ///
    /// # Panics
    /// Panics unless there are at least two widths, all above zero.
    pub fn new(widths: &[usize]) -> Self {
        assert!(
            widths.len() >= 2 && !widths.contains(&0),
            "widths {widths:?}: a network needs its inputs and outputs, all above zero"
        );
        let mut layout = Layout::default();
        for (index, pair) in widths.windows(2).enumerate() {
            let variance = 2.0 / pair[0] as f64;
            layout.add(&format!("W{index}"), pair, Start::Normal(variance));
            layout.add(&format!("b{index}"), &pair[1..], Start::Zero);
            layout.next_layer();
        }
        Self { layout }
    }
}

impl Network for TableNetwork {
    type Batch = Array2<f64>;

    fn layout(&self) -> &Layout {
        &self.layout
    }

    fn outputs(&self, parts: &[Tensor], batch: &Array2<f64>) -> Result<Tensor> {
        let mut x = input(batch, parts[0].dtype())?;
        for (index, layer) in parts.chunks_exact(2).enumerate() {
            if index > 0 {
                x = rectify(&x)?;
            }
            x = dense(&x, &layer[0], &layer[1])?;
        }
        Ok(x)
    }
}
