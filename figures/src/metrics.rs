//! How wide a text is, estimated alike on every platform.
//!
//! Asking a font or a browser would give another layout on each; a table of character classes is enough to place labels.

/// The estimated width of `text` at a font size, in the unit of the size.
pub fn text_width(text: &str, size: f64) -> f64 {
    size * text.chars().map(character_width).sum::<f64>()
}

/// Widths in ems, read off Open Sans and rounded up.
fn character_width(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.28,
        ' '
        | 'f'
        | 't'
        | 'r'
        | '('
        | ')'
        | '['
        | ']'
        | '/'
        | '⁻'
        | '⁰'..='⁹'
        | '¹'
        | '²'
        | '³' => 0.37,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.92,
        'A'..='Z' => 0.66,
        '−' | '+' | '=' | '×' | '<' | '>' => 0.58,
        _ => 0.57,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_grows_with_text_and_size() {
        assert_eq!(text_width("", 10.0), 0.0);
        assert!(text_width("il", 10.0) < text_width("mw", 10.0));
        assert_eq!(2.0 * text_width("loss", 10.0), text_width("loss", 20.0));
    }
}
