//! Fields on a plot: contour lines and regions.

use crate::contours::{contours, outlines};
use crate::palette::Ink;
use crate::plot::Plot;
use crate::simplify::simplified;
use crate::svg::Svg;
use listings::report::Field;

/// In quarter pixels: what nobody sees.
const TOLERANCE: f64 = 1.0;

impl Plot {
    /// Thin lines along which the field has the value of a level; none where a neighboring value is not finite.
    ///
    /// # Panics
    /// Panics when the field reaches beyond the axes.
    pub fn contours(&self, field: &Field, levels: &[f64], ink: Ink) {
        self.contour_lines(field, levels, ink, "");
    }

    /// Contours with further attributes.
    pub(crate) fn contour_lines(
        &self,
        field: &Field,
        levels: &[f64],
        ink: Ink,
        attributes: &str,
    ) {
        let lines: Vec<_> =
            levels.iter().flat_map(|&level| contours(field, level)).collect();
        let data = self.field_data(field, lines, "");
        if !data.is_empty() {
            self.push(&format!(
                "<path d=\"{data}\" fill=\"none\" stroke=\"{}\" stroke-width=\"4\"{attributes}/>",
                ink.css()
            ));
        }
    }

    /// Fills where the field is above a level, more or less transparent. Nothing is filled where it is not a number.
    ///
    /// # Panics
    /// Panics when the field reaches beyond the axes.
    pub fn region(&self, field: &Field, level: f64, ink: Ink, opacity: f64) {
        let data = self.field_data(field, outlines(field, level), "z");
        if !data.is_empty() {
            self.push(&format!(
                "<path d=\"{data}\" fill=\"{}\" fill-opacity=\"{opacity:.2}\" fill-rule=\"evenodd\"/>",
                ink.css()
            ));
        }
    }

    /// Lines as path data, each with this end.
    fn field_data(
        &self,
        field: &Field,
        lines: Vec<Vec<(f64, f64)>>,
        end: &str,
    ) -> String {
        let corners = [(field.x.start, field.y.start), (field.x.end, field.y.end)];
        assert!(
            corners.iter().all(|&corner| self.shows(corner)),
            "a field over {:?} × {:?} reaches beyond the axes, {:?} × {:?}",
            field.x,
            field.y,
            self.ranges().0,
            self.ranges().1,
        );
        let path = |line: Vec<(f64, f64)>| {
            let pixels: Vec<_> =
                line.into_iter().map(|point| self.pixel(point)).collect();
            let mut points = simplified(&pixels, TOLERANCE);
            // A closed path draws its last side itself.
            if !end.is_empty() {
                points.pop();
            }
            Svg::path_data(points) + end
        };
        lines.into_iter().map(path).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::Panel;
    use crate::{Axis, Canvas, Sample, Shape, Width};

    /// Everything that a plot of two features shows.
    fn drawing(x: std::ops::Range<f64>) -> String {
        let mut canvas = Canvas::new(Width::Wide);
        canvas.legend_of(&[
            (Sample::Line, Ink::One, "boundary"),
            (Sample::Mark(Shape::Circle), Ink::One, "first class"),
            (Sample::Mark(Shape::Square), Ink::Two, "second class"),
            (Sample::Mark(Shape::Triangle), Ink::Three, "third class"),
            (Sample::Mark(Shape::Cross), Ink::Four, "fourth class"),
            (Sample::Region(0.2), Ink::One, "above"),
        ]);
        let field = Field::sample(x, -2.0..2.0, 41, 41, |x, y| x * x * x - x + y * y);
        let panel = |title| Panel {
            title,
            x: Axis::linear("x", -2.0..2.0),
            y: Axis::linear("", -2.0..2.0),
            draw: Box::new(|plot| {
                plot.region(&field, 0.2, Ink::One, 0.2);
                plot.contours(&field, &[-1.0, 0.2, 1.0, 2.0], Ink::Two);
                for (class, shape) in Shape::ALL.into_iter().enumerate() {
                    let at =
                        |i: u32| (f64::from(i) * 0.2 - 1.0, class as f64 * 0.3 - 1.0);
                    plot.marks((0..9).map(at), shape, 3.5, Ink::Text);
                }
                plot.arrow((0.0, 0.0), (1.0, 1.5), Ink::Accent);
                plot.arrow((0.0, 0.0), (-0.05, 0.1), Ink::Accent);
                plot.arrow((0.0, 0.0), (f64::NAN, 0.1), Ink::Accent);
            }),
        };
        canvas.grid(220, 2, vec![panel("one"), panel("two"), panel("three")]);
        canvas.finish("a test")
    }

    #[test]
    fn a_field_is_drawn_in_few_bytes_of_valid_markup() {
        let svg = drawing(-2.0..2.0);
        let document = roxmltree::Document::parse(&svg).expect("valid XML");
        assert!(!svg.contains("NaN"));
        let paths = |attribute: &str| -> Vec<usize> {
            let all = document.descendants().filter(|node| node.has_attribute(attribute));
            all.map(|node| node.attribute("d").map_or(0, str::len)).collect()
        };
        // Three panels: of each, one region and one path of contours, below two kilobytes together.
        assert_eq!(paths("fill-rule").len(), 3);
        assert!(paths("fill-rule").iter().all(|&bytes| bytes > 50 && bytes < 1000));
        assert!(paths("d").iter().all(|&bytes| bytes < 2000), "{:?}", paths("d"));
        // The third panel is in a row of its own, and within the drawing.
        assert!(
            svg.contains(&format!("viewBox=\"0 0 2880 {}\"", 4 * (4 + 28 + 2 * 220 + 4)))
        );
    }

    #[test]
    #[should_panic(
        expected = "a field over -3.0..2.0 × -2.0..2.0 reaches beyond the axes"
    )]
    fn a_field_beyond_the_axes_is_refused() {
        drawing(-3.0..2.0);
    }
}
