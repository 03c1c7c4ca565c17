//! The table of contents, which readers show beside the book and which is a page of it, too.

use super::file::File;
use super::outline::{Entry, Outline};
use super::tree::{Element, Node};
use super::xhtml;
use anyhow::Result;

/// The file of the table of contents.
///
/// # Errors
/// A title with a character that XML does not allow.
pub fn file(outline: &Outline, language: &str) -> Result<File> {
    let title = Element::html("h1", vec!["Contents".into()]);
    let nav = Element::html("nav", vec![title.into(), list(&outline.entries)])
        .with("epub:type", "toc")
        .with("id", "toc");
    let body = [nav.into()];
    let text = xhtml::document("Contents", language, "style.css", &body)?;
    let mut file = File::page("contents.xhtml", &body, text);
    file.properties.push("nav");
    Ok(file)
}

fn list(entries: &[Entry]) -> Node {
    let items = entries.iter().map(|entry| {
        let link = Element::html("a", vec![entry.title.as_str().into()]);
        let mut item = vec![link.with("href", &entry.file).into()];
        if !entry.below.is_empty() {
            item.push(list(&entry.below));
        }
        Element::html("li", item).into()
    });
    Element::html("ol", items.collect()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_below_entries() {
        let entry = |title: &str, below| Entry {
            title: title.to_string(),
            file: format!("{title}.xhtml"),
            page: None,
            below,
        };
        let entries = vec![entry("A", vec![entry("B", vec![])]), entry("C", vec![])];
        let file = file(&Outline { entries }, "en").unwrap();
        let text = String::from_utf8(file.content).unwrap();
        assert!(
            text.contains(
                "<ol><li><a href=\"A.xhtml\">A</a><ol><li><a href=\"B.xhtml\">B</a></li></ol></li>\
                 <li><a href=\"C.xhtml\">C</a></li></ol>"
            ),
            "{text}"
        );
        assert_eq!(file.properties, ["nav"]);
    }
}
