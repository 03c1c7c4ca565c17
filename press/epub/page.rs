//! A page of the EPUB, from a page of the built book.

use super::file::File;
use super::links::to_root;
use super::outline::Entry;
use super::rewrite::Rewriter;
use super::tree::{Element, Node};
use super::{parse, xhtml};
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The page of a chapter, or the title of a part.
///
/// # Errors
/// A page that cannot be read or holds what an EPUB cannot, with its name.
pub fn file(
    built: &Path,
    entry: &Entry,
    pages: &BTreeSet<String>,
    language: &str,
) -> Result<File> {
    let (title, body) = match &entry.page {
        Some(page) => {
            let path = built.join(page);
            let html = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            content(&html, page, pages).with_context(|| page.clone())?
        }
        None => {
            let title = Element::html("h1", vec![entry.title.as_str().into()]);
            (entry.title.clone(), vec![title.with("class", "part").into()])
        }
    };
    let style = format!("{}style.css", to_root(&entry.file));
    let text = xhtml::document(&title, language, &style, &body)
        .with_context(|| entry.file.clone())?;
    Ok(File::page(&entry.file, &body, text))
}

/// Title and content of a page.
fn content(
    html: &str,
    page: &str,
    pages: &BTreeSet<String>,
) -> Result<(String, Vec<Node>)> {
    let main = parse::first(html, "main")?;
    let mut rewriter = Rewriter { page, pages, answers: Vec::new() };
    let mut body = rewriter.nodes(&main.children)?;
    if !rewriter.answers.is_empty() {
        let title = Element::html("h2", vec!["Hints, solutions and answers".into()]);
        let mut end = vec![title.into()];
        end.append(&mut rewriter.answers);
        body.push(Element::html("section", end).with("class", "end").into());
    }
    let title = main.find(&|inside| inside.name == "h1").context("no <h1>")?.text();
    Ok((title, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(page: Option<&str>) -> Entry {
        Entry {
            title: "Part 1".to_string(),
            file: "chapters/a/b.xhtml".to_string(),
            page: page.map(str::to_string),
            below: Vec::new(),
        }
    }

    #[test]
    fn an_error_names_the_page() {
        let folder = tempfile::tempdir().unwrap();
        for (html, reason) in [
            (
                "<main><h1>A</h1><iframe></iframe></main>",
                "<iframe> cannot stand in an EPUB",
            ),
            ("<p>a</p>", "no <main>"),
            ("<main></main>", "no <h1>"),
        ] {
            fs::write(folder.path().join("b.html"), html).unwrap();
            let made =
                file(folder.path(), &entry(Some("b.html")), &BTreeSet::new(), "en");
            let error = format!("{:#}", made.err().unwrap());
            assert_eq!(error, format!("b.html: {reason}"));
        }
    }

    #[test]
    fn a_part_is_its_title() {
        let made = file(Path::new("no"), &entry(None), &BTreeSet::new(), "en").unwrap();
        let text = String::from_utf8(made.content).unwrap();
        assert!(text.contains("<h1 class=\"part\">Part 1</h1>"), "{text}");
        assert!(text.contains("href=\"../../style.css\""), "{text}");
    }
}
