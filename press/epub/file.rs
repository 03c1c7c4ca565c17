//! A file of the EPUB.

use super::tree::{Language, Node};

/// A file of the EPUB.
pub struct File {
    /// Its path below the package document.
    pub path: String,
    /// What it is.
    pub media_type: &'static str,
    /// What a reader must know before it opens the file, as the package document says it.
    pub properties: Vec<&'static str>,
    /// Whether it is a page to be read.
    pub is_page: bool,
    /// Its bytes.
    pub content: Vec<u8>,
}

impl File {
    /// A page, with what it holds besides HTML told.
    pub fn page(path: &str, body: &[Node], text: String) -> Self {
        let mut properties = Vec::new();
        if body.iter().any(|node| holds(node, Language::MathMl)) {
            properties.push("mathml");
        }
        if body.iter().any(|node| holds(node, Language::Svg)) {
            properties.push("svg");
        }
        Self {
            path: path.to_string(),
            media_type: "application/xhtml+xml",
            properties,
            is_page: true,
            content: text.into_bytes(),
        }
    }

    /// The style sheet of all pages.
    pub fn style() -> Self {
        Self {
            path: "style.css".to_string(),
            media_type: "text/css",
            properties: Vec::new(),
            is_page: false,
            content: include_bytes!("style.css").to_vec(),
        }
    }

    /// Its name in the package document.
    pub fn id(&self) -> String {
        self.path.replace(['/', '.'], "-")
    }
}

fn holds(node: &Node, language: Language) -> bool {
    let Node::Element(element) = node else { return false };
    element.language == language
        || element.children.iter().any(|child| holds(child, language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::epub::parse;

    #[test]
    fn a_page_tells_what_it_holds() {
        let html = "<main><p><svg></svg></p></main>";
        let main = parse::first(html, "main").unwrap().into();
        let page = File::page("a/b.xhtml", &[main], String::new());
        assert_eq!((page.properties, page.path.as_str()), (vec!["svg"], "a/b.xhtml"));
    }
}
