//! The page after the cover: title, what differs from the pages in a browser, licenses.

use super::file::File;
use super::tree::{Element, Node};
use super::xhtml;
use anyhow::Result;

const ABOUT: [&str; 3] = [
    "This is the book without what moves. Its figures stand still, at their first settings; to move their sliders, to see \
     the data behind them, to copy a listing with all that it needs, and to have your answers checked, build the book from \
     its repository and read it in a browser.",
    "Hints, solutions and answers stand at the end of each page of practice.",
    "Text and figures may be used under the Creative Commons Attribution 4.0 International license (CC BY 4.0), code under \
     MIT or Apache-2.0, at your choice.",
];

/// The title page.
///
/// # Errors
/// A title with a character that XML does not allow.
pub fn file(title: &str, subtitle: &str, language: &str) -> Result<File> {
    let mut body: Vec<Node> = vec![
        Element::html("h1", vec![title.into()]).with("class", "title").into(),
        Element::html("p", vec![subtitle.into()]).with("class", "subtitle").into(),
    ];
    for words in ABOUT {
        let paragraph = Element::html("p", vec![words.into()]);
        body.push(paragraph.with("class", "about").into());
    }
    let text = xhtml::document(title, language, "style.css", &body)?;
    Ok(File::page("title.xhtml", &body, text))
}
