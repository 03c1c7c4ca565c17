//! Numbers as a reader sees them.

use std::fmt;
use std::str::FromStr;

/// How a number is written. The text form follows Rust's format strings: `.2`, `+.2`,
/// `.1e`, `.0%`, and nothing at all for the shortest digits that read back as the same
/// number.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Format {
    /// Digits after the point; `None` for the shortest exact form.
    pub digits: Option<usize>,
    /// Fixed point, scientific or percent.
    pub style: Style,
    /// Whether positive numbers get a plus sign.
    pub signed: bool,
}

/// Fixed point, scientific or percent.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Style {
    /// 0.05
    #[default]
    Fixed,
    /// 5 × 10⁻²
    Scientific,
    /// 5 %
    Percent,
}

/// A format that is not of the form `[+][.digits][e|%]`.
#[derive(Clone, Debug, PartialEq)]
pub struct FormatError(String);

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is not a number format; valid are `.2`, `+.2`, `.1e`, `.0%`",
            self.0
        )
    }
}

impl std::error::Error for FormatError {}

impl FromStr for Format {
    type Err = FormatError;

    fn from_str(text: &str) -> Result<Self, FormatError> {
        let error = || FormatError(text.to_string());
        let (signed, rest) = match text.strip_prefix('+') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (style, rest) = if let Some(rest) = rest.strip_suffix('e') {
            (Style::Scientific, rest)
        } else if let Some(rest) = rest.strip_suffix('%') {
            (Style::Percent, rest)
        } else {
            (Style::Fixed, rest)
        };
        let digits = match rest.strip_prefix('.') {
            Some(digits) => {
                Some(digits.parse().ok().filter(|&n| n <= 17).ok_or_else(error)?)
            }
            None if rest.is_empty() => None,
            None => return Err(error()),
        };
        Ok(Self { digits, style, signed })
    }
}

impl Format {
    /// Fixed point with so many digits after the point.
    pub const fn fixed(digits: usize) -> Self {
        Self { digits: Some(digits), style: Style::Fixed, signed: false }
    }

    /// Percent with so many digits after the point.
    pub const fn percent(digits: usize) -> Self {
        Self { digits: Some(digits), style: Style::Percent, signed: false }
    }

    /// The number as text, with a true minus sign (U+2212); a rounded zero has no sign.
    pub fn apply(&self, value: f64) -> String {
        if value.is_nan() {
            return "not a number".to_string();
        }
        let size = match self.style {
            _ if value.is_infinite() => "∞".to_string(),
            Style::Fixed => self.digits_of(value.abs()),
            Style::Percent => format!("{} %", self.digits_of(100.0 * value.abs())),
            Style::Scientific => self.scientific(value.abs()),
        };
        let is_zero = !size.chars().any(|c| matches!(c, '1'..='9' | '∞'));
        match (value < 0.0, self.signed) {
            (true, _) if !is_zero => format!("−{size}"),
            (false, true) if !is_zero => format!("+{size}"),
            _ => size,
        }
    }

    fn digits_of(&self, size: f64) -> String {
        match self.digits {
            Some(digits) => format!("{size:.digits$}"),
            None => size.to_string(),
        }
    }

    fn scientific(&self, size: f64) -> String {
        let text = match self.digits {
            Some(digits) => format!("{size:.digits$e}"),
            None => format!("{size:e}"),
        };
        let (mantissa, exponent) =
            text.split_once('e').expect("`{:e}` writes an exponent");
        let exponent: String = exponent.chars().map(superscript).collect();
        format!("{mantissa} × 10{exponent}")
    }
}

fn superscript(c: char) -> char {
    match c {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        digit => char::from_u32('⁰' as u32 + digit as u32 - '0' as u32).expect("a digit"),
    }
}

/// `value` with so many digits after the point, as in a sentence or a label.
pub fn number(value: f64, digits: usize) -> String {
    Format::fixed(digits).apply(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: f64, format: &str) -> String {
        format.parse::<Format>().unwrap().apply(value)
    }

    #[test]
    fn numbers_are_written_as_a_reader_expects() {
        assert_eq!(shown(83.6, ".1"), "83.6");
        assert_eq!(shown(-0.25, ".1"), "−0.2"); // round half to even of the exact binary value
        assert_eq!(shown(-0.01, ".1"), "0.0");
        assert_eq!(shown(0.5, "+.1"), "+0.5");
        assert_eq!(shown(0.0, "+.1"), "0.0");
        assert_eq!(shown(0.125, ".1%"), "12.5 %");
        assert_eq!(shown(-1.5e-13, ".1e"), "−1.5 × 10⁻¹³");
        assert_eq!(shown(0.1, ""), "0.1");
        assert_eq!(shown(f64::INFINITY, ".1"), "∞");
        assert_eq!(shown(f64::NEG_INFINITY, ".1"), "−∞");
        assert_eq!(shown(f64::NAN, ".1"), "not a number");
    }

    #[test]
    fn a_malformed_format_is_named() {
        for text in ["2", ".x", ".99", "%.2", "."] {
            let error = text.parse::<Format>().unwrap_err().to_string();
            assert!(error.contains(&format!("`{text}`")), "{error}");
        }
    }
}
