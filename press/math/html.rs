//! Formulas in the text of a raw HTML block, such as `<figcaption>The loss $L$</figcaption>`.

use std::ops::Range;

use super::Formula;

/// Elements whose text is not prose.
const OPAQUE: &[&str] = &[
    "script", "style", "template", "pre", "code", "kbd", "samp", "textarea", "svg",
    "math",
];

/// Adds the formulas of one HTML block, and the dollar signs that belong to none.
///
/// `lines` are the block's pieces of the chapter: in a quotation or a list they do not touch.
pub(super) fn find(
    markdown: &str,
    lines: &[Range<usize>],
    formulas: &mut Vec<Formula>,
    strays: &mut Vec<usize>,
) {
    let block: String = lines.iter().map(|line| &markdown[line.clone()]).collect();
    let offset_in_chapter = |offset: usize| {
        let mut before = 0;
        for line in lines {
            if offset < before + line.len() {
                return line.start + offset - before;
            }
            before += line.len();
        }
        unreachable!("offset {offset} lies outside a block of {before} bytes")
    };

    for text in text_runs(&block) {
        let mut rest = text.start;
        while let Some(found) = block[rest..text.end].find('$') {
            let start = rest + found;
            match formula_at(&block[start..text.end]) {
                Some((length, tex, display)) => {
                    let range = offset_in_chapter(start)
                        ..offset_in_chapter(start + length - 1) + 1;
                    formulas.push(Formula { range, tex, display });
                    rest = start + length;
                }
                None => {
                    strays.push(offset_in_chapter(start));
                    rest = start + 1;
                }
            }
        }
    }
}

/// The formula at the start of `text`, which starts with a dollar sign: its length, TeX source and whether it is
/// displayed. The rules are Markdown's: no blank after the opening sign of `$…$`, none before its closing sign.
fn formula_at(text: &str) -> Option<(usize, String, bool)> {
    if let Some(rest) = text.strip_prefix("$$") {
        let end = rest.find("$$")?;
        return Some((end + 4, decode(&rest[..end]), true));
    }
    let rest = &text[1..];
    let end = rest.find('$')?;
    let tex = &rest[..end];
    let tight = !tex.is_empty() && tex.trim() == tex;
    tight.then(|| (end + 2, decode(tex), false))
}

/// The stretches of text between tags and comments, without the contents of opaque elements.
fn text_runs(block: &str) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut position = 0;
    while position < block.len() {
        let end = block[position..]
            .match_indices('<')
            .map(|(offset, _)| position + offset)
            .find(|&open| {
                block[open + 1..].starts_with(|next: char| {
                    next.is_ascii_alphabetic() || "/!?".contains(next)
                })
            })
            .unwrap_or(block.len());
        runs.push(position..end);
        position = after_tag(block, end);
    }
    runs
}

/// The first position after the tag or comment that opens at `open`, and after the element if it is opaque.
fn after_tag(block: &str, open: usize) -> usize {
    let tag = &block[open..];
    if tag.starts_with("<!--") {
        return tag.find("-->").map_or(block.len(), |end| open + end + 3);
    }
    let mut quote = None;
    let end = tag.char_indices().find(|&(_, character)| {
        match quote {
            Some(open_quote) if character == open_quote => quote = None,
            Some(_) => {}
            None if character == '"' || character == '\'' => quote = Some(character),
            None => return character == '>',
        }
        false
    });
    let Some((end, _)) = end else { return block.len() };
    let name: String = tag[1..].chars().take_while(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    if tag[..end].ends_with('/') || !OPAQUE.contains(&name.as_str()) {
        return open + end + 1;
    }
    let close = tag.to_ascii_lowercase().find(&format!("</{name}"));
    close.map_or(block.len(), |close| open + close)
}

/// TeX source as the author means it: `a &lt; b` is `a < b`.
fn decode(tex: &str) -> String {
    // `&amp;` last: `&amp;lt;` is the text `&lt;`.
    tex.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}
