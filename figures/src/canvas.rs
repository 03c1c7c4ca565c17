//! The sheet a figure is drawn on: a legend on top, panels below it.

use crate::marks::{Shape, marks};
use crate::metrics::text_width;
use crate::palette::Ink;
use crate::plot::{Axis, Plot};
use crate::svg::{Markup, Svg, escape};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{PathElement, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, ShapeStyle, TextStyle};

/// plotters counts in whole pixels; drawing at four times the size makes its rounding invisible.
pub const PIXEL: u32 = 4;

/// How wide the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// A column of text on a desktop: panels side by side.
    Wide,
    /// A phone: panels below each other.
    Narrow,
}

impl Width {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Narrow];

    fn pixels(self) -> u32 {
        match self {
            Self::Wide => 720,
            Self::Narrow => 360,
        }
    }
}

/// What stands beside a name in a legend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sample {
    /// A curve.
    Line,
    /// A mark of [`Plot::marks`].
    Mark(Shape),
    /// A filled region, with its opacity.
    Region(f64),
}

impl Sample {
    fn width(self) -> u32 {
        match self {
            Self::Line => 28,
            Self::Mark(_) => 10,
            Self::Region(_) => 20,
        }
    }
}

/// A figure being drawn.
pub struct Canvas {
    width: Width,
    markup: Markup,
    /// Where the next thing goes, in pixels from the top.
    top: u32,
}

pub(crate) type Area = DrawingArea<Svg, Shift>;

/// A text style of so many pixels.
pub(crate) fn text(pixels: u32, ink: Ink) -> TextStyle<'static> {
    TextStyle {
        font: ("sans-serif", pixels * PIXEL).into_font(),
        color: Color::to_backend_color(&ink.color()),
        pos: Pos::default(),
    }
}

/// A stroke of so many quarter pixels.
pub(crate) fn stroke(ink: Ink, quarters: u32) -> ShapeStyle {
    ShapeStyle { color: ink.color().into(), filled: false, stroke_width: quarters }
}

/// Our backend writes into memory and cannot fail, so an error of plotters is a fault in the drawing code.
pub(crate) fn drawn<T, E: std::fmt::Debug>(result: Result<T, E>) -> T {
    result.expect("drawing into memory does not fail")
}

impl Canvas {
    /// An empty canvas.
    pub fn new(width: Width) -> Self {
        Self { width, markup: Markup::default(), top: 4 }
    }

    /// Whether the page is narrow.
    pub fn is_narrow(&self) -> bool {
        self.width == Width::Narrow
    }

    fn area(&self, left: u32, top: u32, width: u32, height: u32) -> Area {
        let size = (self.width.pixels() * PIXEL, (top + height) * PIXEL);
        let root = Svg { markup: self.markup.clone(), size }.into_drawing_area();
        root.shrink((left * PIXEL, top * PIXEL), (width * PIXEL, height * PIXEL))
    }

    /// Names the series, in as many lines as they need.
    pub fn legend(&mut self, entries: &[(Ink, &str)]) {
        let entries: Vec<_> =
            entries.iter().map(|&(ink, name)| (Sample::Line, ink, name)).collect();
        self.legend_of(&entries);
    }

    /// Names series of any kind, in as many lines as they need.
    pub fn legend_of(&mut self, entries: &[(Sample, Ink, &str)]) {
        const LINE: u32 = 22;
        let mut left = 8;
        for &(sample, ink, name) in entries {
            let room = sample.width() + 8;
            let width = room + text_width(name, 14.0).ceil() as u32 + 18;
            if left > 8 && left + width > self.width.pixels() {
                (left, self.top) = (8, self.top + LINE);
            }
            let area = self.area(left, self.top, width, LINE);
            let middle = (LINE / 2 * PIXEL) as i32;
            let end = (sample.width() * PIXEL) as i32;
            match sample {
                Sample::Line => {
                    let line = vec![(0, middle), (end, middle)];
                    drawn(area.draw(&PathElement::new(line, stroke(ink, 10))));
                }
                Sample::Mark(shape) => {
                    let (x, y) = area.get_base_pixel();
                    let place = (x + end / 2, y + middle);
                    self.markup.push(&marks([place], shape, 18, ink));
                }
                Sample::Region(opacity) => {
                    let corners = [(0, middle - 24), (end, middle + 24)];
                    let color = ink.color().mix(opacity).filled();
                    drawn(area.draw(&Rectangle::new(corners, color)));
                }
            }
            let style = text(14, Ink::Text).pos(Pos::new(HPos::Left, VPos::Center));
            drawn(area.draw_text(name, &style, ((room * PIXEL) as i32, middle)));
            left += width;
        }
        self.top += LINE + 6;
    }

    /// Draws plots of one height: side by side on a wide page, below each other on a narrow one.
    pub fn panels(&mut self, height: u32, panels: Vec<Panel<'_>>) {
        self.grid(height, panels.len(), panels);
    }

    /// Draws plots of one height row by row, so many side by side on a wide page, below each other on a narrow one.
    ///
    /// # Panics
    /// Panics when `columns` is zero.
    pub fn grid(&mut self, height: u32, columns: usize, panels: Vec<Panel<'_>>) {
        assert!(columns > 0, "a grid of panels needs a column");
        let columns = if self.is_narrow() { 1 } else { columns as u32 };
        let width = self.width.pixels() / columns;
        let mut column = 0;
        for panel in panels {
            let area = self.area(column * width, self.top, width, height);
            (panel.draw)(&Plot::new(
                &area,
                self.markup.clone(),
                panel.title,
                &panel.x,
                &panel.y,
            ));
            column += 1;
            if column == columns {
                (column, self.top) = (0, self.top + height);
            }
        }
        // A last row that is not full.
        if column > 0 {
            self.top += height;
        }
    }

    /// The finished SVG.
    pub(crate) fn finish(self, alternative: &str) -> String {
        // The descenders of the lowest line of text need a little more.
        let (width, height) = (self.width.pixels() * PIXEL, (self.top + 4) * PIXEL);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
             aria-label=\"{}\">{}</svg>",
            escape(alternative),
            self.markup.take()
        )
    }
}

/// A plot of a canvas: its axes, and what to draw between them.
pub struct Panel<'a> {
    /// What the vertical axis shows; stands above the plot.
    pub title: &'a str,
    /// The horizontal axis.
    pub x: Axis<'a>,
    /// The vertical axis; its label is the title.
    pub y: Axis<'a>,
    /// Draws into the plot.
    pub draw: Box<dyn Fn(&Plot) + 'a>,
}
