//! What a model is to the labs: a layout of θ, and outputs from its tensors.

use crate::models::Layout;
use candle_core::{Result, Tensor};

/// Outputs Z = f(p₁, …, p_m; batch), of shape (n, k).
pub trait Network {
    /// What goes in: n samples.
    type Batch;

    /// Where its tensors are in θ.
    fn layout(&self) -> &Layout;

    /// Z, of shape (n, k), from the tensors in the order of the layout.
    ///
    /// # Errors
    /// What the framework reports, such as shapes that do not fit.
    fn outputs(&self, parts: &[Tensor], batch: &Self::Batch) -> Result<Tensor>;
}
