//! A small residual network for gray images.
//!
//! With C a 3 × 3 convolution and ρ the rectifier:   x ← ρ(C(image)),   then for each block
//! x ← ρ(S(x) + C₂(ρ(C₁(x)))), S the identity or, where the block halves the sides and doubles
//! the channels, a linear map of every second pixel. The outputs are an affine map of the
//! mean over the pixels.
//!
//! **No batch normalization.** It makes the loss of one sample depend on the others of its
//! batch, so that the gradient of a batch is no mean of gradients any more; it has state that
//! is not in θ; and it behaves differently in training and test. What it is for at this depth,
//! a start at which signals neither vanish nor explode, the zero start of every C₂ gives: each
//! block begins as the identity. Group normalization has none of these faults, but costs ten
//! passes over every activation here; it would hide what the labs compare, how an optimizer
//! copes with scales.
//!
//! # Reference
//! K. He et al., "Deep residual learning for image recognition", *CVPR* (2016). The zero start:
//! H. Zhang, Y. N. Dauphin & T. Ma, "Fixup initialization: residual learning without
//! normalization", *ICLR* (2019), of which this keeps only that rule. Y. Wu & K. He, "Group
//! normalization", *ECCV* (2018).

use crate::models::convolution::Patches;
use crate::models::layers::{dense, input, rectify};
use crate::models::{Layout, Network, Start};
use candle_core::{Result, Tensor};
use ndarray::Array2;

/// A residual network; its batches are images in rows, pixel by pixel.
///
/// ```
/// use labs::models::{Network, ResidualNetwork};
///
/// assert_eq!(ResidualNetwork::new(14, 16, 10).layout().parameters(), 38_026);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ResidualNetwork {
    side: usize,
    layout: Layout,
    /// Neighborhoods in the full image, on the way to the half, in the half.
    full: Patches,
    halving: Patches,
    half: Patches,
    /// Every second pixel.
    every_second: Patches,
}

/// Tensors of one convolution: W of shape (9 · from, to) and b of shape (to).
const CONVOLUTION: usize = 2;

impl ResidualNetwork {
    /// Images of side × side, `width` channels at full size and twice as many at half size,
    /// `classes` outputs: one block at full size, one that halves, one at half size.
    ///
    /// # Panics
    /// Panics when one of them is 0.
    pub fn new(side: usize, width: usize, classes: usize) -> Self {
        let half = side.div_ceil(2);
        let mut layout = Layout::default();
        convolution(&mut layout, "stem", 1, width, Some(2.0));
        layout.next_layer();
        block(&mut layout, "full", width, width);
        block(&mut layout, "halving", width, 2 * width);
        block(&mut layout, "half", 2 * width, 2 * width);
        layout.add("W", &[2 * width, classes], Start::Normal(1.0 / (2 * width) as f64));
        layout.add("b", &[classes], Start::Zero);
        Self {
            side,
            layout,
            full: Patches::new(side, 3, 1),
            halving: Patches::new(side, 3, 2),
            half: Patches::new(half, 3, 1),
            every_second: Patches::new(side, 1, 2),
        }
    }
}

/// He's start times a gain, or zeros.
fn convolution(
    layout: &mut Layout,
    name: &str,
    from: usize,
    to: usize,
    gain: Option<f64>,
) {
    let inputs = 9 * from;
    let start = gain.map_or(Start::Zero, |gain| Start::Normal(gain / inputs as f64));
    layout.add(&format!("{name} W"), &[inputs, to], start);
    layout.add(&format!("{name} b"), &[to], Start::Zero);
}

/// C₁, C₂ and, where the channels change, the shortcut.
fn block(layout: &mut Layout, name: &str, from: usize, to: usize) {
    convolution(layout, &format!("{name} first"), from, to, Some(2.0));
    convolution(layout, &format!("{name} second"), to, to, None);
    if from != to {
        let start = Start::Normal(1.0 / from as f64);
        layout.add(&format!("{name} shortcut"), &[from, to], start);
    }
    layout.next_layer();
}

fn convolve(patches: &Patches, x: &Tensor, parts: &[Tensor]) -> Result<Tensor> {
    dense(&patches.of(x)?, &parts[0], &parts[1])
}

impl Network for ResidualNetwork {
    type Batch = Array2<f64>;

    fn layout(&self) -> &Layout {
        &self.layout
    }

    fn outputs(&self, parts: &[Tensor], batch: &Array2<f64>) -> Result<Tensor> {
        let (images, pixels) = batch.dim();
        let expected = self.side * self.side;
        if pixels != expected {
            candle_core::bail!("images of {pixels} pixels for a network of {expected}");
        }
        let (stem, parts) = parts.split_at(CONVOLUTION);
        let (full, parts) = parts.split_at(2 * CONVOLUTION);
        let (halving, parts) = parts.split_at(2 * CONVOLUTION + 1);
        let (half, last) = parts.split_at(2 * CONVOLUTION);

        // One row a pixel, one channel.
        let x = input(batch, stem[0].dtype())?.reshape((images * pixels, 1))?;
        let x = rectify(&convolve(&self.full, &x, stem)?)?;

        let inner = rectify(&convolve(&self.full, &x, &full[..2])?)?;
        let x = rectify(&(&x + convolve(&self.full, &inner, &full[2..])?)?)?;

        let inner = rectify(&convolve(&self.halving, &x, &halving[..2])?)?;
        let shortcut = self.every_second.of(&x)?.matmul(&halving[4])?;
        let x = rectify(&(shortcut + convolve(&self.half, &inner, &halving[2..4])?)?)?;

        let inner = rectify(&convolve(&self.half, &x, &half[..2])?)?;
        let x = rectify(&(&x + convolve(&self.half, &inner, &half[2..])?)?)?;

        let (pixels, channels) = (self.half.outputs(), x.dim(1)?);
        let mean =
            (x.reshape((images, pixels, channels))?.sum(1)? * (1.0 / pixels as f64))?;
        dense(&mean, &last[0], &last[1])
    }
}
