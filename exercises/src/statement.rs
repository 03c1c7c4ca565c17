//! An exercise file's head (`//!` lines, Markdown) and the code below it.

/// Splits `source` into the text of its leading `//!` lines and the code after them, both
/// trimmed.
pub fn split_head(source: &str) -> (String, &str) {
    let mut head = Vec::new();
    let mut rest = source;
    while let Some(text) = rest.strip_prefix("//!") {
        let (line, after) = text.split_once('\n').unwrap_or((text, ""));
        head.push(line.strip_prefix(' ').unwrap_or(line).trim_end());
        rest = after;
    }
    (head.join("\n").trim().to_owned(), rest.trim())
}

/// Splits a statement into its title, the first line if it is a heading, and what
/// follows. The title is empty where there is no heading.
pub fn split_title(head: &str) -> (String, String) {
    let (first, rest) = head.split_once('\n').unwrap_or((head, ""));
    match first.strip_prefix("# ") {
        Some(title) => (title.trim().to_owned(), rest.trim().to_owned()),
        None => (String::new(), head.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_ends_where_the_code_begins() {
        let (head, code) = split_head(
            "//! # Title\n//!\n//! Text,\n//!     code\n\nfn f() {}\n//! not the head\n",
        );
        assert_eq!(head, "# Title\n\nText,\n    code");
        assert_eq!(code, "fn f() {}\n//! not the head");
    }

    #[test]
    fn a_title_is_a_heading_on_the_first_line() {
        assert_eq!(
            split_title("# Title\n\nText"),
            ("Title".to_owned(), "Text".to_owned())
        );
        assert_eq!(
            split_title("Text\n# Late"),
            (String::new(), "Text\n# Late".to_owned())
        );
        assert_eq!(split_title("# Only"), ("Only".to_owned(), String::new()));
    }
}
