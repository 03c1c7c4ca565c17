//! Colors as names, resolved by the page's theme.
//!
//! plotters passes colors on as three bytes; each ink travels as a color that nobody would draw with, and the backend writes
//! the CSS variable instead.

use plotters::style::RGBColor;

/// A color by its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Text and axes.
    Text,
    /// Grid lines; too faint for anything that must be seen.
    Quiet,
    /// What lies behind: the page.
    Page,
    /// The first series; blue in the light themes.
    One,
    /// The second series; orange.
    Two,
    /// The third series; green.
    Three,
    /// The fourth series; purple.
    Four,
    /// The fifth series; red-brown.
    Five,
    /// What the reader should look at.
    Accent,
    /// Data that stays in the background, yet can be told from the page and the grid.
    Gray,
}

const INKS: [(Ink, &str, Option<&str>); 10] = [
    (Ink::Text, "var(--figure-text)", None),
    (Ink::Quiet, "var(--figure-quiet)", None),
    (Ink::Page, "var(--figure-page)", None),
    (Ink::One, "var(--series-1)", None),
    (Ink::Two, "var(--series-2)", Some("28 12")),
    (Ink::Three, "var(--series-3)", Some("8 10")),
    (Ink::Four, "var(--series-4)", Some("32 10 8 10")),
    (Ink::Five, "var(--series-5)", Some("14 8")),
    (Ink::Accent, "var(--figure-accent)", None),
    (Ink::Gray, "var(--figure-gray)", None),
];

/// Values of the variables for an SVG that stands alone, outside a page.
pub const STANDALONE_STYLE: &str = "<style>svg{--figure-text:#222;--figure-quiet:#c4c4c4;--figure-gray:#7c818b;--figure-page:#fff;\
--series-1:#0b62a8;--series-2:#b8500a;--series-3:#1c7a3e;--series-4:#7b3fa0;--series-5:#8c4a3f;--figure-accent:#c2185b;\
background:#fff;font-family:sans-serif}</style>";

impl Ink {
    /// The color under which this ink travels through plotters.
    pub fn color(self) -> RGBColor {
        RGBColor(1, 2, self as u8)
    }

    /// Its CSS value, for markup written without plotters.
    pub(crate) fn css(self) -> &'static str {
        INKS[self as usize].1
    }
}

fn ink(
    (red, green, blue): (u8, u8, u8),
) -> Option<&'static (Ink, &'static str, Option<&'static str>)> {
    (red == 1 && green == 2).then(|| INKS.get(usize::from(blue))).flatten()
}

/// The CSS value of a color.
///
/// # Panics
/// Panics for a color that is not an ink: it would be the same in every theme.
pub fn css(rgb: (u8, u8, u8)) -> &'static str {
    ink(rgb).unwrap_or_else(|| panic!("{rgb:?} is not an ink; draw with `Ink::color`")).1
}

/// The dash pattern that tells a series from the others where color does not.
pub fn dashes(rgb: (u8, u8, u8)) -> Option<&'static str> {
    ink(rgb).and_then(|ink| ink.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ink_is_found_under_its_own_color() {
        for (position, (ink, variable, _)) in INKS.iter().enumerate() {
            assert_eq!(*ink as usize, position);
            let RGBColor(red, green, blue) = ink.color();
            assert_eq!(css((red, green, blue)), *variable);
            assert_eq!(ink.css(), *variable);
            assert!(
                STANDALONE_STYLE.contains(&variable[4..variable.len() - 1]),
                "{variable}"
            );
        }
    }

    /// Relative luminance of `#rrggbb`, from 0 to 1, as WCAG 2 defines it.
    fn luminance(color: &str) -> f64 {
        let channel = |at: usize| {
            let byte = u8::from_str_radix(&color[at..at + 2], 16).unwrap();
            let share = f64::from(byte) / 255.0;
            let bent = ((share + 0.055) / 1.055).powf(2.4);
            if share <= 0.04045 { share / 12.92 } else { bent }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    /// What follows `name:` in the text, wherever it stands: a color each.
    fn values<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
        let after = text.match_indices(name).map(|(at, _)| &text[at + name.len()..]);
        after.map(|rest| rest.split([';', '}']).next().unwrap().trim()).collect()
    }

    #[test]
    fn gray_data_is_seen_on_the_page_of_every_theme() {
        let themes = include_str!("../../theme/downhill.css");
        for style in [themes, STANDALONE_STYLE] {
            let grays = values(style, "--figure-gray:");
            let pages = values(style, "--figure-page:");
            // Light, rust and one for the three dark themes; or the one that stands alone.
            assert_eq!(grays.len(), if style == themes { 3 } else { 1 });
            for (at, page) in pages.into_iter().enumerate() {
                let gray = grays[at.min(grays.len() - 1)];
                let page = if page == "#fff" { "#ffffff" } else { page };
                let (a, b) = (luminance(gray), luminance(page));
                let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                assert!(contrast >= 3.0, "{gray} on {page}: {contrast}");
            }
        }
    }

    #[test]
    #[should_panic(expected = "is not an ink")]
    fn a_plain_color_is_refused() {
        css((255, 0, 0));
    }
}
