//! A surface as a picture needs it: its values on a grid, contour levels, minima.

use super::Field;
use crate::surfaces::Surface;
use ndarray::array;
use serde::Serialize;

/// Points along each axis: as many as the floor of Rosenbrock's valley needs.
const POINTS: usize = 121;

/// Contours in a picture.
const CONTOURS: usize = 9;

/// A surface over its domain.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Landscape {
    /// Its values.
    pub field: Field,
    /// Levels of contours, from low to high.
    pub levels: Vec<f64>,
    /// Where it is least.
    pub minima: Vec<[f64; 2]>,
}

impl Landscape {
    /// The surface at 121 × 121 points of its domain.
    ///
    /// Below the k-th of n levels lies the share ((k + 1)/(n + 2))² of the picture: so
    /// the contours of a bowl are evenly spaced, and no other surface has them all in
    /// one corner.
    ///
    /// ```
    /// use listings::report::Landscape;
    /// use listings::surfaces::Himmelblau;
    ///
    /// let landscape = Landscape::of(&Himmelblau);
    /// assert_eq!(landscape.minima[0], [3.0, 2.0]);
    /// assert!(landscape.levels.is_sorted());
    /// ```
    pub fn of(surface: &dyn Surface) -> Self {
        let [x, y] = surface.domain();
        let field =
            Field::sample(x, y, POINTS, POINTS, |x, y| surface.value(&array![x, y]));
        let mut values: Vec<f64> = field.values.iter().copied().collect();
        values.sort_by(f64::total_cmp);
        let share = |k: usize| ((k + 1) as f64 / (CONTOURS + 2) as f64).powi(2);
        let levels = (1..=CONTOURS)
            .map(|k| values[(share(k) * (values.len() - 1) as f64).round() as usize]);
        let minima = surface.minima().iter().map(|point| [point[0], point[1]]).collect();
        Self { levels: levels.collect(), minima, field }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::surfaces::{Saddle, all};

    #[test]
    fn between_two_levels_lies_the_share_of_the_picture_that_is_said() {
        for surface in all() {
            let landscape = Landscape::of(surface.as_ref());
            let values = &landscape.field.values;
            for (index, &level) in landscape.levels.iter().enumerate() {
                let below = values.iter().filter(|&&value| value < level).count();
                let share = ((index + 2) as f64 / 11.0).powi(2);
                // A symmetric surface has up to four equal values on the grid, of 14641,
                // the saddle more near its flat ridge.
                let error = below as f64 / values.len() as f64 - share;
                assert!(error.abs() < 3e-3, "{}: {error}", surface.name());
            }
        }
    }

    #[test]
    fn the_minima_are_those_of_the_surface() {
        assert_eq!(Landscape::of(&Saddle).minima, [[0.0, 1.0], [0.0, -1.0]]);
    }
}
