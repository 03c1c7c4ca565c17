//! Marks of several shapes, so that classes differ without color, and arrows.
//!
//! All marks of a call are one path, because a scatter plot of hundreds of elements would be most of its page.

use crate::canvas::PIXEL;
use crate::palette::Ink;
use crate::plot::Plot;
use std::fmt::Write;

/// The shape of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A filled disk.
    Circle,
    /// A filled square.
    Square,
    /// A filled triangle.
    Triangle,
    /// Two lines, crossed.
    Cross,
}

impl Shape {
    /// One for each class, in this order.
    pub const ALL: [Self; 4] = [Self::Circle, Self::Square, Self::Triangle, Self::Cross];
}

/// Marks at these places of the drawing, as SVG. `radius` is half the width of a mark.
pub fn marks(
    places: impl IntoIterator<Item = (i32, i32)>,
    shape: Shape,
    radius: i32,
    ink: Ink,
) -> String {
    let mut data = String::new();
    for (x, y) in places {
        let written = match shape {
            // A line without length, drawn with round or square ends.
            Shape::Circle | Shape::Square => write!(data, "M{x} {y}h0"),
            Shape::Triangle => {
                let (up, down) = (radius * 6 / 5, radius * 4 / 5);
                write!(data, "M{} {}l{radius} {}h{}z", x, y - up, up + down, -2 * radius)
            }
            Shape::Cross => {
                let across = 2 * radius;
                let (left, top) = (x - radius, y - radius);
                write!(
                    data,
                    "M{left} {top}l{across} {across}m0-{across}l-{across} {across}"
                )
            }
        };
        written.expect("a string takes any text");
    }
    if data.is_empty() {
        return data;
    }
    let color = ink.css();
    let paint = match shape {
        Shape::Circle => format!(
            "stroke=\"{color}\" stroke-width=\"{}\" stroke-linecap=\"round\"",
            2 * radius
        ),
        // A square as wide as a disk looks larger.
        Shape::Square => format!(
            "stroke=\"{color}\" stroke-width=\"{}\" stroke-linecap=\"square\"",
            2 * radius * 9 / 10
        ),
        Shape::Triangle => format!("fill=\"{color}\""),
        Shape::Cross => format!("fill=\"none\" stroke=\"{color}\" stroke-width=\"6\""),
    };
    format!("<path d=\"{data}\" {paint}/>")
}

impl Plot {
    /// Points as marks of a shape, `pixels` from the middle to the side. Those outside the axes are left out.
    pub fn marks(
        &self,
        points: impl IntoIterator<Item = (f64, f64)>,
        shape: Shape,
        pixels: f64,
        ink: Ink,
    ) {
        let shown = points.into_iter().filter(|&point| self.shows(point));
        let places = shown.map(|point| self.pixel(point));
        let radius = (pixels * f64::from(PIXEL)).round() as i32;
        self.push(&marks(places, shape, radius, ink));
    }

    /// A straight line with a head at its second end. An arrow without length, or with an end that is not finite, is not drawn.
    pub fn arrow(&self, from: (f64, f64), to: (f64, f64), ink: Ink) {
        const HEAD: f64 = 36.0; // quarter pixels
        if ![from.0, from.1, to.0, to.1].iter().all(|number| number.is_finite()) {
            return;
        }
        let ((x, y), (tip_x, tip_y)) = (self.pixel(from), self.pixel(to));
        let (dx, dy) = (f64::from(tip_x - x), f64::from(tip_y - y));
        let length = dx.hypot(dy);
        if length == 0.0 {
            return;
        }
        // From the tip back to both sides; of a short arrow the head is short.
        let size = HEAD.min(length);
        let (along_x, along_y) = (dx / length * size, dy / length * size);
        let side = |turn: f64| {
            let back = (-along_x - turn * along_y, -along_y + turn * along_x);
            (tip_x + back.0.round() as i32, tip_y + back.1.round() as i32)
        };
        let (left, right) = (side(0.4), side(-0.4));
        self.push(&format!(
            "<path d=\"M{x} {y}L{tip_x} {tip_y}M{} {}L{tip_x} {tip_y}L{} {}\" fill=\"none\" stroke=\"{}\" stroke-width=\"6\"/>",
            left.0,
            left.1,
            right.0,
            right.1,
            ink.css(),
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_marks_of_a_shape_are_one_path() {
        let three = [(10, 20), (30, 40), (50, 60)];
        for shape in Shape::ALL {
            let drawn = marks(three, shape, 10, Ink::One);
            assert_eq!(drawn.matches("<path").count(), 1, "{drawn}");
            assert!(drawn.contains("var(--series-1)"), "{drawn}");
            assert_eq!(marks([], shape, 10, Ink::One), "");
        }
        assert!(
            marks(three, Shape::Circle, 10, Ink::One)
                .contains("d=\"M10 20h0M30 40h0M50 60h0\"")
        );
        assert!(
            marks([(50, 50)], Shape::Cross, 10, Ink::One)
                .contains("M40 40l20 20m0-20l-20 20")
        );
        assert!(
            marks([(50, 50)], Shape::Triangle, 10, Ink::One)
                .contains("M50 38l10 20h-20z")
        );
    }
}
