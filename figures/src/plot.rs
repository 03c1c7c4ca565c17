//! A plot: two axes and what is drawn between them.

use crate::canvas::{Area, PIXEL, drawn, stroke, text};
use crate::clip::visible_parts;
use crate::palette::Ink;
use crate::scale::Scale;
use crate::svg::{Markup, Svg};
use plotters::chart::{ChartBuilder, LabelAreaPosition};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::Ranged;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, TRANSPARENT};
use std::ops::Range;

/// An axis: its label and scale.
#[derive(Clone, Debug)]
pub struct Axis<'a> {
    /// What it shows, with its letter and unit; empty for none.
    pub label: &'a str,
    /// Its range and spread.
    pub scale: Scale,
    /// About how many values to write.
    pub values: usize,
}

impl<'a> Axis<'a> {
    /// A linear axis.
    pub fn linear(label: &'a str, range: std::ops::Range<f64>) -> Self {
        Self { label, scale: Scale::Linear(range), values: 6 }
    }

    /// A logarithmic axis.
    pub fn logarithmic(label: &'a str, range: std::ops::Range<f64>) -> Self {
        Self { label, scale: Scale::Logarithmic(range), values: 6 }
    }

    /// The same axis without values and grid.
    pub fn bare(self) -> Self {
        Self { values: 0, ..self }
    }
}

/// A mark that the reader can drag.
#[derive(Clone, Copy, Debug)]
pub struct Handle {
    /// Where it is.
    pub at: (f64, f64),
    /// The setting that its horizontal position sets.
    pub x: Option<&'static str>,
    /// The setting that its vertical position sets.
    pub y: Option<&'static str>,
}

/// A plot being drawn. Marks outside the axes' ranges are cut off.
pub struct Plot {
    area: DrawingArea<Svg, Cartesian2d<Scale, Scale>>,
    markup: Markup,
    x: Scale,
    y: Scale,
}

impl Plot {
    pub(crate) fn new(
        area: &Area,
        markup: Markup,
        title: &str,
        x: &Axis,
        y: &Axis,
    ) -> Self {
        let above = if title.is_empty() { 8 } else { 26 };
        let left = if y.values == 0 { 8 } else { 46 };
        let below = if x.label.is_empty() { 24 } else { 42 };
        let mut builder = ChartBuilder::on(area);
        builder
            .margin_top(above * PIXEL)
            .margin_right(14 * PIXEL)
            .y_label_area_size(left * PIXEL)
            .x_label_area_size(below * PIXEL);
        let mut chart =
            drawn(builder.build_cartesian_2d(x.scale.clone(), y.scale.clone()));
        let mut mesh = chart.configure_mesh();
        mesh.light_line_style(TRANSPARENT)
            .bold_line_style(stroke(Ink::Quiet, 3))
            .axis_style(stroke(Ink::Text, 4))
            // The first value below the plot stays clear of the lowest one beside it.
            .set_tick_mark_size(LabelAreaPosition::Bottom, 4 * PIXEL)
            .label_style(text(13, Ink::Text))
            .axis_desc_style(text(14, Ink::Text))
            .x_labels(x.values)
            .y_labels(y.values)
            .x_desc(x.label);
        if y.values == 0 {
            mesh.disable_y_mesh().disable_y_axis();
        }
        if x.values == 0 {
            mesh.disable_x_mesh().disable_x_axis();
        }
        drawn(mesh.draw());
        if !title.is_empty() {
            let style = text(14, Ink::Text).pos(Pos::new(HPos::Left, VPos::Top));
            drawn(area.draw_text(title, &style, (8 * PIXEL as i32, 2)));
        }
        let area = chart.plotting_area().clone();
        Self { area, markup, x: x.scale.clone(), y: y.scale.clone() }
    }

    /// A curve through the points; it breaks where a coordinate is not finite.
    pub fn curve(&self, points: impl IntoIterator<Item = (f64, f64)>, ink: Ink) {
        for part in visible_parts(points, &self.x.range(), &self.y.range()) {
            drawn(self.area.draw(&PathElement::new(part, stroke(ink, 9))));
        }
    }

    /// The ranges of both axes.
    pub(crate) fn ranges(&self) -> (Range<f64>, Range<f64>) {
        (self.x.range(), self.y.range())
    }

    /// Where a point is in the drawing, in quarter pixels.
    pub(crate) fn pixel(&self, point: (f64, f64)) -> (i32, i32) {
        self.area.map_coordinate(&point)
    }

    /// Adds markup of the plot.
    pub(crate) fn push(&self, markup: &str) {
        self.markup.push(markup);
    }

    /// Whether a point is within the axes.
    pub(crate) fn shows(&self, (x, y): (f64, f64)) -> bool {
        let (xs, ys) = (self.x.range(), self.y.range());
        (xs.start..=xs.end).contains(&x) && (ys.start..=ys.end).contains(&y)
    }

    /// A thin straight line.
    pub fn line(&self, from: (f64, f64), to: (f64, f64), ink: Ink) {
        drawn(self.area.draw(&PathElement::new(vec![from, to], stroke(ink, 5))));
    }

    /// A straight line across the whole plot.
    pub fn straight(&self, slope: f64, intercept: f64, ink: Ink) {
        let ends = [self.x.range().start, self.x.range().end];
        self.curve(ends.map(|x| (x, slope * x + intercept)), ink);
    }

    /// Filled points.
    pub fn points(
        &self,
        points: impl IntoIterator<Item = (f64, f64)>,
        pixels: f64,
        ink: Ink,
    ) {
        let radius = (pixels * f64::from(PIXEL)).round() as i32;
        for point in points.into_iter().filter(|&point| self.shows(point)) {
            drawn(self.area.draw(&Circle::new(point, radius, ink.color().filled())));
        }
    }

    /// Open points.
    pub fn rings(
        &self,
        points: impl IntoIterator<Item = (f64, f64)>,
        pixels: f64,
        ink: Ink,
    ) {
        let radius = (pixels * f64::from(PIXEL)).round() as i32;
        for point in points.into_iter().filter(|&point| self.shows(point)) {
            drawn(self.area.draw(&Circle::new(point, radius, stroke(ink, 7))));
        }
    }

    /// A filled rectangle between two corners, more or less transparent.
    pub fn rectangle(&self, from: (f64, f64), to: (f64, f64), ink: Ink, opacity: f64) {
        drawn(
            self.area
                .draw(&Rectangle::new([from, to], ink.color().mix(opacity).filled())),
        );
    }

    /// A filled band between two curves.
    pub fn band(&self, lower: &[(f64, f64)], upper: &[(f64, f64)], ink: Ink) {
        let corners: Vec<_> = lower.iter().chain(upper.iter().rev()).copied().collect();
        drawn(self.area.draw(&Polygon::new(corners, ink.color().mix(0.15))));
    }

    /// A text, with the side of it that stands at the point.
    pub fn label(&self, at: (f64, f64), words: &str, side: HPos, ink: Ink) {
        let style = text(13, ink).pos(Pos::new(side, VPos::Center));
        drawn(self.area.draw(&Text::new(words.to_string(), at, style)));
    }

    /// A bold text, with the side of it that stands at the point.
    pub fn heading(&self, at: (f64, f64), words: &str, side: HPos, ink: Ink) {
        let mut style = text(14, ink).pos(Pos::new(side, VPos::Center));
        style.font = style.font.style(FontStyle::Bold);
        drawn(self.area.draw(&Text::new(words.to_string(), at, style)));
    }

    /// A mark that the reader can drag; without JavaScript it is a mark.
    ///
    /// The mark moves along linear axes only. `data-frame` holds the plot's edges in the drawing, `data-range` the values there: left, right, bottom, top.
    pub fn handle(&self, handle: Handle) {
        let (x, y) = self.area.map_coordinate(&handle.at);
        let (columns, rows) = self.area.get_pixel_range();
        let (xs, ys) = (self.x.range(), self.y.range());
        let setting = |axis, name: Option<&str>| {
            name.map_or(String::new(), |name| format!(" data-{axis}=\"{name}\""))
        };
        self.markup.push(&format!(
            "<circle class=\"handle\" cx=\"{x}\" cy=\"{y}\" r=\"{}\" fill=\"var(--figure-accent)\" \
             stroke=\"var(--figure-page)\" stroke-width=\"6\"{}{} data-frame=\"{} {} {} {}\" \
             data-range=\"{} {} {} {}\"/>",
            8 * PIXEL,
            setting("x", handle.x),
            setting("y", handle.y),
            columns.start,
            columns.end,
            rows.end,
            rows.start,
            xs.start,
            xs.end,
            ys.start,
            ys.end,
        ));
    }
}
