//! The sheet a figure is drawn on: a legend on top, panels below it.

use crate::metrics::text_width;
use crate::palette::Ink;
use crate::plot::{Axis, Plot};
use crate::svg::{Markup, Svg, escape};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::PathElement;
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
        const SAMPLE: u32 = 28;
        const LINE: u32 = 22;
        let mut left = 8;
        for (ink, name) in entries {
            let width = SAMPLE + 8 + text_width(name, 14.0).ceil() as u32 + 18;
            if left > 8 && left + width > self.width.pixels() {
                (left, self.top) = (8, self.top + LINE);
            }
            let area = self.area(left, self.top, width, LINE);
            let middle = (LINE / 2 * PIXEL) as i32;
            let sample = vec![(0, middle), ((SAMPLE * PIXEL) as i32, middle)];
            drawn(area.draw(&PathElement::new(sample, stroke(*ink, 10))));
            let style = text(14, Ink::Text).pos(Pos::new(HPos::Left, VPos::Center));
            drawn(area.draw_text(name, &style, (((SAMPLE + 8) * PIXEL) as i32, middle)));
            left += width;
        }
        self.top += LINE + 6;
    }

    /// Draws `panels` plots of one height: side by side on a wide page, below each other on a narrow one.
    ///
    pub fn panels(&mut self, height: u32, panels: Vec<Panel<'_>>) {
        let columns = if self.is_narrow() { 1 } else { panels.len() as u32 };
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
    }

    /// The finished SVG.
    pub(crate) fn finish(self, alternative: &str) -> String {
        let (width, height) = (self.width.pixels() * PIXEL, self.top * PIXEL);
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
