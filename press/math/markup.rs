//! KaTeX's markup made fit for a chapter: reproducible, inert in Markdown, and read once by the search index.

use std::fmt::Write;

/// Rewrites what KaTeX returns for one formula.
///
/// - Attributes are sorted by name: KaTeX keeps them in a hash map, so their order changes from run to run.
/// - Punctuation becomes entities, in which Markdown finds no emphasis, table cell, quotation mark or code.
/// - The TeX source is dropped from the MathML, and the glyphs of the visible half move from the text into an attribute
///   (`data-glyph`), which the style sheet shows. mdBook indexes the text of every element, so each formula would be
///   found, quoted in search results and made part of a heading's id three times; this way it is once, as MathML.
/// - The invisible sign after a function's name goes where the name is all there is, as in an index: it applies to nothing there, and
///   an element of two parts would have three, which browsers refuse.
pub(super) fn shield(html: &str) -> String {
    let html = html.replace("<mo>\u{2061}</mo></", "</");
    let mut output = String::with_capacity(html.len());
    let mut rest = html.as_str();
    // Depth of elements inside the visible half, 0 outside.
    let mut visible_depth = 0_usize;
    while let Some(open) = rest.find('<') {
        let (text, tag_on) = rest.split_at(open);
        push_text(&mut output, text, visible_depth > 0);
        if let Some(annotation) = tag_on.strip_prefix("<annotation") {
            let close = "</annotation>";
            let end = annotation.find(close).expect("KaTeX closes its annotation");
            rest = &annotation[end + close.len()..];
            continue;
        }
        let end = tag_on
            .find('>')
            .expect("KaTeX escapes `>` in attributes, so a tag ends at the first one");
        let tag = &tag_on[1..end];
        rest = &tag_on[end + 1..];
        let mut glyph = None;
        if tag.starts_with('/') {
            visible_depth = visible_depth.saturating_sub(1);
        } else if !tag.ends_with('/')
            && (visible_depth > 0 || tag.contains("\"katex-html\""))
        {
            visible_depth += 1;
            if let Some((text, _)) = rest.split_once("</")
                && !text.contains('<')
                && !text.is_empty()
            {
                glyph = Some(text);
                rest = &rest[text.len()..];
            }
        }
        push_tag(&mut output, tag, glyph);
    }
    push_text(&mut output, rest, visible_depth > 0);
    output
}

/// Ties a formula in running text to the marks that touch it, so that no line begins
/// with its full stop or ends with its bracket: `opening` and `closing` are the marks
/// before and after it.
///
/// Lines may still be broken inside the formula, between its bases. Chromium asks the
/// element around a base whether a line may be broken behind it: the last base gets one
/// of its own.
pub(super) fn tie(opening: &str, formula: &str, closing: &str) -> String {
    const BASE: &str = "<span class=\"katex-base\">";
    const ENDS: &str = "</span></span>";
    let formula = match (formula.rfind(BASE), formula.strip_suffix(ENDS)) {
        (Some(last), Some(bases)) => format!(
            "{}<span class=\"last\">{}</span>{ENDS}",
            &bases[..last],
            &bases[last..]
        ),
        _ => formula.to_owned(),
    };
    format!("<span class=\"tied\">{opening}{formula}{closing}</span>")
}

/// The length of the marks at the end of `text` that belong to the formula behind them.
pub(super) fn opening(text: &str) -> usize {
    let marks = text.len() - text.trim_end_matches(['(', '“', '‘']).len();
    // A backslash belongs to the character behind it.
    if text[..text.len() - marks].ends_with('\\') { 0 } else { marks }
}

/// The length of the marks and letters at the start of `text` that belong to the formula
/// before them: `$n$th`, `$k$-means).`
pub(super) fn closing(text: &str) -> usize {
    let belongs = |character: char| {
        character.is_alphanumeric() || ".,;:?!)’”…-–'\"".contains(character)
    };
    let rest = text.trim_start_matches(belongs);
    let marks = &text[..text.len() - rest.len()];
    // `![` begins an image.
    if rest.starts_with('[') { marks.trim_end_matches('!').len() } else { marks.len() }
}

/// Text beside other elements: in the visible half it needs an element of its own to carry the attribute.
fn push_text(output: &mut String, text: &str, visible: bool) {
    if text.is_empty() {
    } else if visible {
        push_tag(output, "span", Some(text));
        output.push_str("</span>");
    } else {
        push_shielded(output, &decode(text), |character| {
            character.is_ascii_punctuation()
        });
    }
}

/// A tag with its attributes in the order of their names, and the glyphs that it shows.
fn push_tag(output: &mut String, tag: &str, glyph: Option<&str>) {
    let self_closing = tag.ends_with('/');
    let (name, mut rest) = match tag.split_once(' ') {
        Some((name, rest)) => (name, rest),
        None => (tag, ""),
    };
    let mut attributes = Vec::new();
    while let Some((attribute, after_name)) = rest.split_once("=\"") {
        let (value, after_value) =
            after_name.split_once('"').expect("KaTeX quotes every attribute");
        attributes.push((attribute.trim(), decode(value)));
        rest = after_value;
    }
    attributes.extend(glyph.map(|text| ("data-glyph", decode(text))));
    attributes.sort();

    output.push('<');
    output.push_str(name.trim_end_matches('/'));
    for (attribute, value) in attributes {
        write!(output, " {attribute}=\"").expect("a String takes every text");
        // A tag is raw HTML to Markdown; only these would end it, or the table cell or code span around it.
        push_shielded(output, &value, |character| "&<>\"|`".contains(character));
        output.push('"');
    }
    output.push_str(if self_closing { "/>" } else { ">" });
}

/// `text` with every character for which `special` holds, and every line break, as a numeric entity.
fn push_shielded(output: &mut String, text: &str, special: impl Fn(char) -> bool) {
    for character in text.chars() {
        if special(character) || character.is_ascii_control() {
            write!(output, "&#{};", u32::from(character))
                .expect("a String takes every text");
        } else {
            output.push(character);
        }
    }
}

/// Undoes KaTeX's escapes, `&amp;` last.
fn decode(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}
