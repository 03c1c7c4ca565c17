//! A function of two variables on a grid: a loss over two parameters, a probability
//! over the plane of two features. Drawn as contours or regions.

use ndarray::Array2;
use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::ops::Range;

/// Values on a grid of equal steps, its edges included.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// From the first column to the last.
    pub x: Range<f64>,
    /// From the first row to the last.
    pub y: Range<f64>,
    /// (rows, columns): a row for each y from low to high, a column for each x.
    pub values: Array2<f64>,
}

impl Field {
    /// The values of `f(x, y)` at so many columns and rows.
    ///
    /// # Panics
    /// Panics when there are fewer than two columns or rows, or a range is empty or not
    /// finite.
    ///
    /// ```
    /// use listings::report::Field;
    ///
    /// let bowl = Field::sample(-1.0..1.0, 0.0..2.0, 3, 2, |x, y| x * x + y);
    /// assert_eq!(bowl.values, ndarray::array![[1.0, 0.0, 1.0], [3.0, 2.0, 3.0]]);
    /// assert_eq!(bowl.point(1, 2), (1.0, 2.0));
    /// ```
    pub fn sample(
        x: Range<f64>,
        y: Range<f64>,
        columns: usize,
        rows: usize,
        mut f: impl FnMut(f64, f64) -> f64,
    ) -> Self {
        assert!(
            columns >= 2 && rows >= 2,
            "a field of {columns} × {rows} points; it needs two columns and rows"
        );
        for range in [&x, &y] {
            let is_valid =
                range.start < range.end && (range.end - range.start).is_finite();
            assert!(is_valid, "the range {range:?} of a field is empty or not finite");
        }
        let mut field = Self { x, y, values: Array2::zeros((rows, columns)) };
        for row in 0..rows {
            for column in 0..columns {
                let (x, y) = field.point(row, column);
                field.values[[row, column]] = f(x, y);
            }
        }
        field
    }

    /// Where the value of that row and column stands.
    pub fn point(&self, row: usize, column: usize) -> (f64, f64) {
        let (rows, columns) = self.values.dim();
        let at = |range: &Range<f64>, index: usize, count: usize| {
            // Weights rather than steps: the last point is the end of the range, exactly.
            let part = index as f64 / (count - 1) as f64;
            range.start * (1.0 - part) + range.end * part
        };
        (at(&self.x, column, columns), at(&self.y, row, rows))
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rows: Vec<Vec<f64>> =
            self.values.outer_iter().map(|row| row.to_vec()).collect();
        let mut fields = serializer.serialize_struct("Field", 3)?;
        fields.serialize_field("x", &[self.x.start, self.x.end])?;
        fields.serialize_field("y", &[self.y.start, self.y.end])?;
        fields.serialize_field("values", &rows)?;
        fields.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corners_are_the_ends_of_the_ranges() {
        // Thirds and tenths have no exact binary form.
        let field = Field::sample(-0.1..0.3, 0.1..0.7, 31, 8, |x, y| x + y);
        assert_eq!(field.point(0, 0), (-0.1, 0.1));
        assert_eq!(field.point(7, 30), (0.3, 0.7));
        assert_eq!(field.values[[7, 30]], 0.3 + 0.7);
    }

    #[test]
    fn a_sentence_can_quote_a_field() {
        let field = Field::sample(0.0..1.0, 0.0..1.0, 2, 2, |x, y| x + 2.0 * y);
        let json = serde_json::to_string(&field).unwrap();
        assert_eq!(
            json,
            r#"{"x":[0.0,1.0],"y":[0.0,1.0],"values":[[0.0,1.0],[2.0,3.0]]}"#
        );
    }

    #[test]
    #[should_panic(expected = "a field of 1 × 5 points")]
    fn a_single_column_is_refused() {
        Field::sample(0.0..1.0, 0.0..1.0, 1, 5, |_, _| 0.0);
    }

    #[test]
    #[should_panic(expected = "the range 1.0..1.0 of a field is empty")]
    fn an_empty_range_is_refused() {
        Field::sample(0.0..1.0, 1.0..1.0, 2, 2, |_, _| 0.0);
    }
}
