//! Markdown as HTML, for text inside an HTML block, where mdBook's own pass does not reach.

use crate::math;
use anyhow::{Result, bail};
use mdbook_markdown::MarkdownOptions;
use mdbook_markdown::pulldown_cmark::html::push_html;

/// Block Markdown with math as HTML.
///
/// # Errors
/// A formula that cannot be typeset.
pub fn to_html(markdown: &str) -> Result<String> {
    let typeset = match math::render(markdown) {
        Ok(typeset) => typeset,
        Err(errors) => {
            let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
            bail!("{}", errors.join("; "))
        }
    };
    let mut html = String::new();
    push_html(
        &mut html,
        mdbook_markdown::new_cmark_parser(&typeset, &MarkdownOptions::default()),
    );
    Ok(html)
}

/// Text as it stands between tags or in an attribute. The dollar sign is an entity, so that it begins no formula.
pub fn escape(text: &str) -> String {
    let html = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    html.replace('"', "&quot;").replace('$', "&#36;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_math_become_html() {
        let html = to_html("The *loss* is $r^2$.").unwrap();
        assert!(html.starts_with("<p>The <em>loss</em> is <span"), "{html}");
        assert!(to_html(r"$\frac{1$").is_err());
        assert_eq!(escape("a < \"$b\" & c"), "a &lt; &quot;&#36;b&quot; &amp; c");
    }
}
