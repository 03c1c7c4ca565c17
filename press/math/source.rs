//! Where the formulas of a chapter are: Markdown's own parser decides, so code and escapes are safe.

use std::ops::Range;

use mdbook_markdown::pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Formula, html};

/// The formulas of a chapter, and the offsets of dollar signs that belong to none.
pub(super) fn find(markdown: &str) -> (Vec<Formula>, Vec<usize>) {
    let mut formulas = Vec::new();
    let mut strays = Vec::new();
    let mut in_code = false;
    let mut html_lines: Vec<Range<usize>> = Vec::new();

    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        match event {
            Event::InlineMath(tex) => {
                formulas.push(Formula { range, tex: tex.into_string(), display: false })
            }
            Event::DisplayMath(tex) => {
                formulas.push(Formula { range, tex: tex.into_string(), display: true })
            }
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if !in_code => {
                strays.extend(unescaped_dollars(markdown, range))
            }
            Event::Html(_) => html_lines.push(range),
            Event::End(TagEnd::HtmlBlock) => {
                html::find(markdown, &html_lines, &mut formulas, &mut strays);
                html_lines.clear();
            }
            _ => {}
        }
    }
    (formulas, strays)
}

/// mdBook's own options (`mdbook_markdown::new_cmark_parser`) and math: another set would see another structure.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_MATH
}

/// Dollar signs that stand in running text as they are: neither `\$` nor an entity.
fn unescaped_dollars(markdown: &str, range: Range<usize>) -> impl Iterator<Item = usize> {
    let escaped = |dollar: usize| {
        let backslashes =
            markdown[..dollar].bytes().rev().take_while(|&byte| byte == b'\\').count();
        backslashes % 2 == 1
    };
    markdown[range.clone()]
        .match_indices('$')
        .map(move |(offset, _)| range.start + offset)
        .filter(move |&dollar| !escaped(dollar))
}
