//! Scatter plots of embeddings: a mark and an ink for each class, and axes of one scale.

use crate::{Ink, Plot, Shape};
use std::ops::Range;

const INKS: [Ink; 5] = [Ink::One, Ink::Two, Ink::Three, Ink::Four, Ink::Five];

/// Points with the mark and the ink of their class; after twenty classes they start over.
pub fn class_marks(plot: &Plot, points: &[(f64, f64)], labels: &[usize], pixels: f64) {
    let classes = labels.iter().max().map_or(0, |&last| last + 1);
    for class in 0..classes {
        let of_class = points.iter().zip(labels).filter(|&(_, &label)| label == class);
        // Inks repeat after five classes and shapes after four: twenty pairs.
        let shape = Shape::ALL[class % Shape::ALL.len()];
        let ink = INKS[class % INKS.len()];
        plot.marks(of_class.map(|(&point, _)| point), shape, pixels, ink);
    }
}

/// A square of axes about zero that holds the points. Its half side is 1, 2 or 5 times a power of ten, so that it keeps still while the points
/// move a little.
pub fn square_around(points: &[(f64, f64)]) -> [Range<f64>; 2] {
    let largest = points.iter().map(|&(x, y)| x.abs().max(y.abs())).fold(0.01, f64::max);
    let power = 10_f64.powf(largest.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0];
    let half = steps.map(|step| step * power).into_iter().find(|&half| half >= largest);
    let half = half.unwrap_or(10.0 * power);
    [-half..half, -half..half]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_square_holds_every_point() {
        for (point, half) in [((0.3, -1.5), 2.0), ((30.0, 0.0), 50.0), ((0.0, 0.0), 0.01)]
        {
            assert_eq!(square_around(&[point]), [-half..half, -half..half]);
        }
    }
}
