//! Parts of networks, from operations that have a derivative.
//!
//! The framework's own fused softmax and layer norm have none (their output forgets how it
//! was computed), so they are written out here.
//!
//! **Convention.** Weights have inputs in their rows, as in the book; the slope of the
//! rectifier at 0 is 0, as in the book. (candle's own `relu` has the slope 1 there.)

use candle_core::{D, DType, Device, Result, Tensor};
use ndarray::Array2;

/// ε of the layer norm, as in the book.
const EPSILON: f64 = 1e-5;

/// Samples in the rows, as a tensor without history.
///
/// # Errors
/// What the framework reports.
pub fn input(batch: &Array2<f64>, precision: DType) -> Result<Tensor> {
    Tensor::from_vec(batch.iter().copied().collect(), batch.dim(), &Device::Cpu)?
        .to_dtype(precision)
}

/// XW + b, with X of shape (n, inputs), W of shape (inputs, outputs), b of shape (outputs).
///
/// # Errors
/// Shapes that do not fit.
pub fn dense(x: &Tensor, weights: &Tensor, biases: &Tensor) -> Result<Tensor> {
    x.matmul(weights)?.broadcast_add(biases)
}

/// max(0, x).
///
/// # Errors
/// What the framework reports.
pub fn rectify(x: &Tensor) -> Result<Tensor> {
    let is_positive = x.gt(&x.zeros_like()?)?.to_dtype(x.dtype())?;
    x * is_positive
}

/// (x − mean)/√(variance + ε) of each row.
///
/// # Errors
/// What the framework reports.
pub fn normalize_rows(x: &Tensor) -> Result<Tensor> {
    let share = 1.0 / x.dim(D::Minus1)? as f64;
    let mean = (x.sum_keepdim(D::Minus1)? * share)?;
    let centered = x.broadcast_sub(&mean)?;
    let variance = (centered.sqr()?.sum_keepdim(D::Minus1)? * share)?;
    centered.broadcast_div(&(variance + EPSILON)?.sqrt()?)
}

/// The softmax of each row. The largest entry is subtracted as a constant: it cancels.
///
/// # Errors
/// What the framework reports.
pub fn softmax_rows(x: &Tensor) -> Result<Tensor> {
    let powers = x.broadcast_sub(&x.max_keepdim(D::Minus1)?.detach())?.exp()?;
    powers.broadcast_div(&powers.sum_keepdim(D::Minus1)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use candle_core::Var;
    use ndarray::array;

    #[test]
    fn the_rectifier_is_flat_at_zero() {
        let x = Var::from_tensor(&input(&array![[-1.0, 0.0, 2.0]], DType::F64).unwrap())
            .unwrap();
        let y = rectify(&x).unwrap();
        assert_eq!(y.to_vec2::<f64>().unwrap(), [[0.0, 0.0, 2.0]]);
        let gradient = y.sum_all().unwrap().backward().unwrap();
        let gradient = gradient.get(&x).unwrap().to_vec2::<f64>().unwrap();
        assert_eq!(gradient, [[0.0, 0.0, 1.0]]);
    }

    #[test]
    fn the_softmax_survives_large_entries() {
        let x = input(&array![[1000.0, 1000.0], [-1e9, 0.0]], DType::F32).unwrap();
        let shares = softmax_rows(&x).unwrap().to_vec2::<f32>().unwrap();
        assert_eq!(shares, [[0.5, 0.5], [0.0, 1.0]]);
    }
}
