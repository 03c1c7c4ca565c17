//! Directives: `{{#figure outlier-line}}` and the like, found in a chapter's text.

use anyhow::{Result, bail};
use std::ops::Range;

/// A directive as it stands in a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// The bytes of the chapter it takes.
    pub range: Range<usize>,
    /// The line on which it stands, counted from 1.
    pub line: usize,
    /// The word after `{{#`.
    pub kind: String,
    /// The words after it, without settings and caption.
    pub words: Vec<String>,
    /// The words with an equals sign: `delta=5`.
    pub settings: Vec<String>,
    /// The text in double quotes.
    pub caption: Option<String>,
}

impl Directive {
    /// The one word that a directive of this kind takes.
    ///
    /// # Errors
    /// When it has none, or more than one.
    pub fn name(&self) -> Result<&str> {
        match self.words.as_slice() {
            [name] => Ok(name),
            words => bail!(
                "`{{{{#{}}}}}` takes one name and got {}: {}",
                self.kind,
                words.len(),
                words.join(" ")
            ),
        }
    }
}

/// Every directive of a text, in order. `\{{#` is not one.
///
/// # Errors
/// A directive that is not closed on its line, with its line.
pub fn find(text: &str) -> Result<Vec<Directive>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find("{{#").map(|offset| from + offset) {
        from = start + 3;
        if text[..start].ends_with('\\') {
            continue;
        }
        let line = 1 + text[..start].matches('\n').count();
        let rest = &text[from..];
        let end_of_line = rest.find('\n').unwrap_or(rest.len());
        let Some(length) = rest[..end_of_line].find("}}") else {
            bail!("line {line}: `{{{{#{}` is not closed by `}}}}`", &rest[..end_of_line]);
        };
        found.push(parse(&rest[..length], start..from + length + 2, line));
        from += length + 2;
    }
    Ok(found)
}

fn parse(text: &str, range: Range<usize>, line: usize) -> Directive {
    let (text, caption) = match text.split_once('"') {
        Some((before, caption)) => {
            (before, Some(caption.trim().trim_end_matches('"').to_string()))
        }
        None => (text, None),
    };
    let mut words = text.split_whitespace().map(str::to_string);
    let kind = words.next().unwrap_or_default();
    let (settings, words) = words.partition(|word| word.contains('='));
    Directive { range, line, kind, words, settings, caption }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directive_has_kind_words_settings_and_caption() {
        let text = "a\n{{#listing losses/huber.rs:huber delta=5 \"The loss\"}} b {{#ref figure x}}";
        let found = find(text).unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].kind.as_str(), found[0].line), ("listing", 2));
        assert_eq!(found[0].name().unwrap(), "losses/huber.rs:huber");
        assert_eq!(found[0].settings, ["delta=5"]);
        assert_eq!(found[0].caption.as_deref(), Some("The loss"));
        assert_eq!(&text[found[1].range.clone()], "{{#ref figure x}}");
        assert!(found[1].name().is_err());
    }

    #[test]
    fn an_escaped_directive_is_text_and_an_open_one_an_error() {
        assert!(find(r"write \{{#figure name}}").unwrap().is_empty());
        let error = find("fine\n{{#figure name\n}}").unwrap_err().to_string();
        assert!(error.starts_with("line 2: `{{#figure name` is not closed"), "{error}");
    }
}
