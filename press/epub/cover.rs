//! The cover: the title, and a figure of the book.

use super::file::File;
use super::picture::picture as still;
use super::tree::{Element, Language, Node};
use super::{parse, xhtml};
use crate::outcomes;
use anyhow::Result;
use figures::Width;
use listings::experiments::Settings;

/// The figure on the cover: a walk downhill.
const FIGURE: &str = "descent-ravine";

const WIDTH: usize = 1600;
const HEIGHT: usize = 2560;
const MARGIN: usize = 130;

/// The picture of the cover.
///
/// # Errors
/// A figure that cannot be drawn; a title with a character that XML does not allow.
pub fn picture(title: &str, subtitle: &str) -> Result<File> {
    let drawing =
        outcomes::figure(FIGURE)?.run_and_draw(&Settings::default(), Width::Narrow)?;
    let figure = still(&parse::first(&drawing.svg, "svg")?)?;
    let band = 740;
    let mut children: Vec<Node> = vec![
        rectangle(0, HEIGHT, "#fff").into(),
        rectangle(0, band, "#123b5d").into(),
        line(title, 360, 230, "#fff").with("font-weight", "bold").into(),
    ];
    for (row, words) in wrapped(subtitle, 32).iter().enumerate() {
        children.push(line(words, 500 + 96 * row, 78, "#dde7ef").into());
    }
    children.push(
        figure
            .with("x", &MARGIN.to_string())
            .with("y", &(band + 100).to_string())
            .with("width", &(WIDTH - 2 * MARGIN).to_string())
            .with("height", &(HEIGHT - band - 170).to_string())
            .into(),
    );
    let mut cover = svg("svg").with("viewBox", &format!("0 0 {WIDTH} {HEIGHT}"));
    cover = cover.with("width", &WIDTH.to_string()).with("height", &HEIGHT.to_string());
    cover = cover.with("font-family", "sans-serif");
    cover.children = children;
    Ok(File {
        path: "cover.svg".to_string(),
        media_type: "image/svg+xml",
        properties: vec!["cover-image"],
        is_page: false,
        content: xhtml::picture(&cover)?.into_bytes(),
    })
}

/// The first page, which shows the picture.
///
/// # Errors
/// A title with a character that XML does not allow.
pub fn page(title: &str, language: &str) -> Result<File> {
    let image = Element::html("img", Vec::new())
        .with("src", "cover.svg")
        .with("alt", &format!("Cover of {title}"));
    let body = [Element::html("div", vec![image.into()]).with("class", "cover").into()];
    let text = xhtml::document(title, language, "style.css", &body)?;
    Ok(File::page("cover.xhtml", &body, text))
}

fn svg(name: &str) -> Element {
    let mut element = Element::html(name, Vec::new());
    element.language = Language::Svg;
    element
}

fn rectangle(y: usize, height: usize, fill: &str) -> Element {
    let rectangle = svg("rect").with("x", "0").with("y", &y.to_string());
    let rectangle = rectangle.with("width", &WIDTH.to_string());
    rectangle.with("height", &height.to_string()).with("fill", fill)
}

fn line(words: &str, y: usize, size: usize, fill: &str) -> Element {
    let mut line = svg("text").with("x", &MARGIN.to_string()).with("y", &y.to_string());
    line.children.push(words.into());
    line.with("font-size", &size.to_string()).with("fill", fill)
}

/// The words in lines of at most so many characters, as far as words allow.
fn wrapped(words: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cover_shows_title_and_figure_in_colors() {
        let cover = picture("A & B", "One, two and three").unwrap();
        let text = String::from_utf8(cover.content).unwrap();
        assert!(
            text.contains(">A &amp; B</text>") && text.contains(">One, two and three<")
        );
        assert!(text.contains("aria-label=") && !text.contains("var("));
    }

    #[test]
    fn words_are_wrapped_between_words() {
        assert_eq!(wrapped("ab cd efghij k", 5), ["ab cd", "efghij", "k"]);
    }
}
