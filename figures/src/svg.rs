//! The drawing backend: plotters' calls written as compact SVG.

use crate::metrics::text_width;
use crate::palette::{css, dashes};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend,
    DrawingErrorKind, FontStyle, FontTransform,
};
use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt::Write;
use std::rc::Rc;

/// The markup written so far, shared between the backend that plotters owns and the canvas.
#[derive(Clone, Default)]
pub struct Markup(Rc<RefCell<String>>);

impl Markup {
    /// Appends markup.
    pub fn push(&self, markup: &str) {
        self.0.borrow_mut().push_str(markup);
    }

    /// Takes what was written.
    pub fn take(&self) -> String {
        self.0.take()
    }
}

/// Text as it stands between tags or in an attribute.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// A backend that writes SVG with theme colors.
pub struct Svg {
    pub markup: Markup,
    pub size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Svg {
    /// `fill="…"` or `stroke="…"` with opacity.
    fn paint(attribute: &str, color: BackendColor) -> String {
        let opacity = if color.alpha < 1.0 {
            format!(" {attribute}-opacity=\"{:.2}\"", color.alpha)
        } else {
            String::new()
        };
        format!("{attribute}=\"{}\"{opacity}", css(color.rgb))
    }

    fn stroke<S: BackendStyle>(style: &S) -> String {
        let dash =
            dashes(style.color().rgb).map(|dash| format!(" stroke-dasharray=\"{dash}\""));
        let paint = Self::paint("stroke", style.color());
        format!(
            "{paint} stroke-width=\"{}\"{}",
            style.stroke_width(),
            dash.unwrap_or_default()
        )
    }

    /// The points of a polyline: the first, then small steps.
    pub fn path_data(points: impl IntoIterator<Item = BackendCoord>) -> String {
        let mut data = String::new();
        let mut previous: Option<BackendCoord> = None;
        for point in points {
            match previous {
                None => write!(data, "M{} {}l", point.0, point.1),
                Some(last) if last == point => Ok(()),
                Some(last) => {
                    let (dx, dy) = (point.0 - last.0, point.1 - last.1);
                    let gap = if data.ends_with('l') || dx < 0 { "" } else { " " };
                    write!(data, "{gap}{dx}{}{dy}", if dy < 0 { "" } else { " " })
                }
            }
            .expect("a string takes any text");
            previous = Some(point);
        }
        data.trim_end_matches('l').to_string()
    }
}

impl DrawingBackend for Svg {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let paint = if fill {
            Self::paint("fill", style.color())
        } else {
            format!("fill=\"none\" {}", Self::stroke(style))
        };
        let (width, height) = (right - left, bottom - top);
        self.markup.push(&format!(
            "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" {paint}/>"
        ));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        if style.color().alpha > 0.0 {
            let (data, stroke) = (Self::path_data(path), Self::stroke(style));
            self.markup.push(&format!("<path d=\"{data}\" fill=\"none\" {stroke}/>"));
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let paint = if fill {
            Self::paint("fill", style.color())
        } else {
            // A small ring has no room for dashes.
            let stroke = Self::paint("stroke", style.color());
            format!("fill=\"none\" {stroke} stroke-width=\"{}\"", style.stroke_width())
        };
        self.markup
            .push(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {paint}/>"));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let (data, fill) = (Self::path_data(corners), Self::paint("fill", style.color()));
        self.markup.push(&format!("<path d=\"{data}z\" {fill}/>"));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn {
        let size = style.size();
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        // Baselines are placed by hand: `dominant-baseline` differs between browsers.
        let down = (size
            * match style.anchor().v_pos {
                VPos::Top => 0.8,
                VPos::Center => 0.35,
                VPos::Bottom => -0.2,
            })
        .round();
        let place = match style.transform() {
            FontTransform::None => format!("x=\"{x}\" y=\"{}\"", f64::from(y) + down),
            turned => {
                let degrees = match turned {
                    FontTransform::Rotate90 => 90,
                    FontTransform::Rotate180 => 180,
                    _ => 270,
                };
                format!("transform=\"translate({x} {y})rotate({degrees})\" y=\"{down}\"")
            }
        };
        let weight = if matches!(style.style(), FontStyle::Bold) {
            " font-weight=\"600\""
        } else {
            ""
        };
        let fill = Self::paint("fill", style.color());
        self.markup.push(&format!(
            "<text {place} font-size=\"{size}\"{anchor}{weight} {fill}>{}</text>",
            escape(text)
        ));
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size();
        Ok((text_width(text, size).ceil() as u32, size.ceil() as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_in_small_steps() {
        assert_eq!(
            Svg::path_data([(10, 20), (13, 25), (13, 25), (12, 21)]),
            "M10 20l3 5-1-4"
        );
        assert_eq!(Svg::path_data([(1, 2)]), "M1 2");
        assert_eq!(Svg::path_data([]), "");
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escape("a < b & \"c\""), "a &lt; b &amp; &quot;c&quot;");
    }
}
