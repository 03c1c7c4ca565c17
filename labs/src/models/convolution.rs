//! Convolution as a matrix product: the neighborhoods of all pixels in the rows.
//!
//! An activation has one row for each pixel of each image and one column for each channel.
//! The patches P of shape (n · outputs, taps · channels) hold the neighborhood of each output
//! pixel, row after row; the convolution is PW + b, the affine layer of the book. Pixels
//! outside the image are a row of zeros behind the last one.
//!
//! **Why not the framework's own.** On a CPU candle 0.9 to 0.11 computes the gradient by the
//! input of a convolution with dot products of a few channels, and that by the kernel
//! with a convolution whose kernel is as large as the image. Here both are matrix products.
//!
//! # Reference
//! K. Chellapilla, S. Puri & P. Simard, "High performance convolutional neural networks for
//! document processing", *IWFHR* (2006).

use candle_core::{Device, Result, Tensor};

/// Which pixels each output pixel looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patches {
    /// Pixels of an image that goes in.
    pixels: usize,
    /// Pixels of an image that comes out.
    outputs: usize,
    /// Pixels of a neighborhood.
    taps: usize,
    /// The neighborhood of each output pixel; none where it leaves the image.
    neighbors: Vec<Option<usize>>,
}

impl Patches {
    /// Square neighborhoods of `kernel` (odd) around every `stride`-th pixel of square
    /// images of this side, in both directions from the first one.
    ///
    /// # Panics
    /// Panics unless side and stride are above zero and the kernel is odd.
    pub fn new(side: usize, kernel: usize, stride: usize) -> Self {
        assert!(
            side > 0 && stride > 0 && kernel % 2 == 1,
            "side {side}, kernel {kernel}, stride {stride}: side and stride must be above \
             zero, the kernel odd"
        );
        let reach = kernel / 2;
        let inside = |center: usize, tap: usize| {
            (center + tap).checked_sub(reach).filter(|&at| at < side)
        };
        let mut neighbors = Vec::new();
        let centers = || (0..side).step_by(stride);
        for row in centers() {
            for column in centers() {
                for down in 0..kernel {
                    for right in 0..kernel {
                        let at = inside(row, down).zip(inside(column, right));
                        neighbors.push(at.map(|(row, column)| row * side + column));
                    }
                }
            }
        }
        let taps = kernel * kernel;
        Self { pixels: side * side, outputs: neighbors.len() / taps, taps, neighbors }
    }

    /// Pixels of an image that comes out.
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// The rows to look up for n images; the zeros are row n · pixels.
    ///
    /// # Errors
    /// What the framework reports.
    pub fn rows(&self, images: usize) -> Result<Tensor> {
        let zeros = images * self.pixels;
        let mut rows = Vec::with_capacity(images * self.neighbors.len());
        for image in 0..images {
            let row =
                |at: &Option<usize>| at.map_or(zeros, |at| image * self.pixels + at);
            rows.extend(self.neighbors.iter().map(|at| row(at) as u32));
        }
        let count = rows.len();
        Tensor::from_vec(rows, count, &Device::Cpu)
    }

    /// P, of shape (n · outputs, taps · channels), from x of shape (n · pixels, channels).
    ///
    /// # Errors
    /// x with a number of rows that is no multiple of the pixels.
    pub fn of(&self, x: &Tensor) -> Result<Tensor> {
        let (count, channels) = x.dims2()?;
        if !count.is_multiple_of(self.pixels) {
            candle_core::bail!("{count} rows are no images of {} pixels", self.pixels);
        }
        let images = count / self.pixels;
        let padded = x.pad_with_zeros(0, 0, 1)?.contiguous()?;
        padded
            .index_select(&self.rows(images)?, 0)?
            .reshape((images * self.outputs, self.taps * channels))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::layers::input;
    use candle_core::DType;
    use listings::data::seeded;
    use ndarray::Array2;
    use rand_distr::{Distribution, StandardNormal};

    fn image(side: usize) -> Tensor {
        let pixels: Vec<f64> = (1..=side * side).map(|pixel| pixel as f64).collect();
        Tensor::from_vec(pixels, (side * side, 1), &Device::Cpu).unwrap()
    }

    fn sums(patches: &Patches, x: &Tensor) -> Vec<f64> {
        patches.of(x).unwrap().sum(1).unwrap().to_vec1().unwrap()
    }

    #[test]
    fn sums_of_neighborhoods_by_hand() {
        // 1 2 3 / 4 5 6 / 7 8 9, with zeros around it.
        let expected = [12.0, 21.0, 16.0, 27.0, 45.0, 33.0, 24.0, 39.0, 28.0];
        assert_eq!(sums(&Patches::new(3, 3, 1), &image(3)), expected);
        // Every second pixel of 4 × 4: around 1, 3, 9 and 11.
        let patches = Patches::new(4, 3, 2);
        assert_eq!(patches.outputs(), 4);
        assert_eq!(sums(&patches, &image(4)), [14.0, 30.0, 57.0, 99.0]);
    }

    #[test]
    fn images_do_not_leak_into_each_other() {
        let one = image(3);
        let two = Tensor::cat(&[&one, &(&one * 100.0).unwrap()], 0).unwrap();
        let patches = Patches::new(3, 3, 1);
        let (alone, both) = (sums(&patches, &one), sums(&patches, &two));
        assert_eq!(both[..9], alone);
        assert_eq!(both[9..], alone.iter().map(|sum| 100.0 * sum).collect::<Vec<_>>());
    }

    #[test]
    fn it_is_the_convolution_of_the_framework() {
        // Two images of 5 × 5 with 3 channels, 4 channels out: same sums in another order.
        let (side, from, to) = (5, 3, 4);
        let mut random = seeded(1);
        let mut normals = |rows, columns| {
            let entries: Array2<f64> =
                Array2::from_shape_simple_fn((rows, columns), || {
                    StandardNormal.sample(&mut random)
                });
            input(&entries, DType::F64).unwrap()
        };
        let x = normals(2 * side * side, from);
        let weights = normals(9 * from, to);
        for stride in [1, 2] {
            let ours =
                Patches::new(side, 3, stride).of(&x).unwrap().matmul(&weights).unwrap();
            // (images, channels, rows, columns) and (to, from, rows, columns).
            let images = x.reshape((2, side, side, from)).unwrap();
            let images = images.permute((0, 3, 1, 2)).unwrap().contiguous().unwrap();
            let kernel = weights.reshape((3, 3, from, to)).unwrap();
            let kernel = kernel.permute((3, 2, 0, 1)).unwrap().contiguous().unwrap();
            let theirs = images.conv2d(&kernel, 1, stride, 1, 1).unwrap();
            let theirs = theirs.permute((0, 2, 3, 1)).unwrap().contiguous().unwrap();
            let entries =
                |tensor: &Tensor| tensor.flatten_all().unwrap().to_vec1::<f64>().unwrap();
            let (ours, theirs) = (entries(&ours), entries(&theirs));
            assert_eq!(ours.len(), theirs.len());
            for (ours, theirs) in ours.iter().zip(&theirs) {
                // 27 products of size 1: rounding leaves some 10⁻¹⁵.
                assert!(
                    (ours - theirs).abs() < 1e-13,
                    "stride {stride}: {ours}, {theirs}"
                );
            }
        }
    }
}
