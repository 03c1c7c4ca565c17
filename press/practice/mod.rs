//! Exercises and quizzes as HTML.
//!
//! A fragment has no blank line, which would end an HTML block in Markdown.

pub mod exercise;
pub mod quiz;

use crate::nearest::nearest;

/// Turns Markdown with math and directives into HTML.
pub type Inline<'a> = dyn FnMut(&str) -> anyhow::Result<String> + 'a;

/// Text as HTML. The dollar sign is written as an entity, so that it cannot begin a
/// formula.
fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '$' => html.push_str("&#36;"),
            other => html.push(other),
        }
    }
    html
}

/// Code as HTML. Long lines scroll, so the block takes the focus.
fn code(language: &str, text: &str) -> String {
    let text = escape(text);
    format!(
        "<pre><code class=\"language-{language}\" tabindex=\"0\">{text}\n</code></pre>"
    )
}

/// Markdown of one paragraph as HTML without the paragraph, for a place that allows only
/// text.
///
/// # Errors
/// More than one paragraph; an error of `inline`.
pub fn one_line(markdown: &str, inline: &mut Inline) -> anyhow::Result<String> {
    let html = inline(markdown.trim())?;
    let html = html.trim();
    let text = html
        .strip_prefix("<p>")
        .and_then(|rest| rest.strip_suffix("</p>"))
        .unwrap_or(html);
    anyhow::ensure!(
        !text.contains("<p>"),
        "more than one paragraph where one is needed: {markdown:?}"
    );
    Ok(text.to_owned())
}

/// Writes the newlines of blank lines as entities: the text is the same, but no line is
/// blank.
fn without_blank_lines(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for line in html.trim().split('\n') {
        out.push_str(line);
        out.push_str(if line.trim().is_empty() { "&#10;" } else { "\n" });
    }
    out.trim_end().to_owned()
}

/// The error for an unknown name.
fn unknown<'a>(
    what: &str,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> anyhow::Error {
    match nearest(name, known.clone()) {
        Some(near) => {
            anyhow::anyhow!("there is no {what} `{name}`; did you mean `{near}`?")
        }
        None => {
            let known: Vec<_> = known.collect();
            anyhow::anyhow!("there is no {what} `{name}`; there are {}", known.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_keep_their_newlines() {
        assert_eq!(
            without_blank_lines("<pre>a\n\n  \nb</pre>\n"),
            "<pre>a\n&#10;  &#10;b</pre>"
        );
    }

    #[test]
    fn a_paragraph_is_unwrapped_and_two_are_refused() {
        assert_eq!(one_line("a", &mut |_| Ok("<p>a</p>\n".to_owned())).unwrap(), "a");
        assert!(one_line("a", &mut |_| Ok("<p>a</p>\n<p>b</p>".to_owned())).is_err());
    }

    #[test]
    fn code_is_escaped() {
        assert_eq!(escape("&a < \"$b\""), "&amp;a &lt; &quot;&#36;b&quot;");
    }
}
