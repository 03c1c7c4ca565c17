//! The content of a page as it stands in the EPUB.

use super::formula::{formula, pieces};
use super::links;
use super::picture::picture;
use super::tree::{Element, Language, Node};
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;

/// Elements of HTML that stand in the EPUB as they are.
const KEPT: [&str; 49] = [
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "dd",
    "del",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements of HTML that only a program can use.
const DROPPED: [&str; 7] =
    ["button", "input", "output", "progress", "script", "style", "template"];

/// Attributes of HTML that stand in the EPUB as they are; ids and links are written anew.
const ATTRIBUTES: [&str; 12] = [
    "aria-label",
    "aria-labelledby",
    "class",
    "colspan",
    "dir",
    "lang",
    "rowspan",
    "scope",
    "start",
    "style",
    "title",
    // The number of an item in a list.
    "value",
];

/// Rewrites the content of one page.
pub struct Rewriter<'p> {
    /// The page in the built book: `part-1-losses/regression-losses.html`.
    pub page: &'p str,
    /// All pages of the built book that the EPUB holds.
    pub pages: &'p BTreeSet<String>,
    /// What is to stand at the end of the page.
    pub answers: Vec<Node>,
}

impl Rewriter<'_> {
    /// What stands for these nodes.
    ///
    /// # Errors
    /// An element that cannot stand in an EPUB.
    pub fn nodes(&mut self, nodes: &[Node]) -> Result<Vec<Node>> {
        let mut rewritten = Vec::new();
        for node in nodes {
            match node {
                Node::Text(_) => rewritten.push(node.clone()),
                Node::Element(element) => rewritten.extend(self.element(element)?),
            }
        }
        Ok(rewritten)
    }

    fn element(&mut self, element: &Element) -> Result<Vec<Node>> {
        match element.language {
            Language::Svg => return Ok(vec![picture(element)?.into()]),
            Language::MathMl => return Ok(vec![formula(element).into()]),
            Language::Html => {}
        }
        if is_for_the_page_alone(element) {
            return Ok(Vec::new());
        }
        if is_wrapper(element) {
            return self.nodes(&element.children);
        }
        if element.is("katex-display") {
            return displayed(element);
        }
        if element.is("exercise") {
            return self.exercise(element);
        }
        if element.is("quiz") {
            return self.quiz(element);
        }
        match element.name.as_str() {
            "a" => self.link(element),
            "details" => self.opened(element),
            name if KEPT.contains(&name) => Ok(vec![self.kept(element)?.into()]),
            _ => bail!("{} cannot stand in an EPUB", element.tag()),
        }
    }

    /// The element with what stands in it rewritten.
    pub(super) fn kept(&mut self, element: &Element) -> Result<Element> {
        let mut kept = Element::html(&element.name, self.nodes(&element.children)?);
        for (name, value) in &element.attributes {
            if name == "id" {
                kept = kept.with("id", &links::id(value));
            } else if ATTRIBUTES.contains(&name.as_str()) {
                kept = kept.with(name, value);
            }
        }
        Ok(kept)
    }

    /// A link that leads somewhere, or its words.
    fn link(&mut self, element: &Element) -> Result<Vec<Node>> {
        // The number of a figure is a link to itself, for readers who want its address; so is a heading.
        if element.is("header") {
            return self.nodes(&element.children);
        }
        let address = element.attribute("href").unwrap_or_default();
        let target = links::target(address, self.page, self.pages);
        let mut kept = self.kept(element)?;
        match target {
            Some(target) if !element.is("number") => {
                kept.attributes.push(("href".to_string(), target));
            }
            _ if kept.attributes.is_empty() => return Ok(kept.children),
            _ => kept.name = "span".to_string(),
        }
        Ok(vec![kept.into()])
    }

    /// What can be opened in a page stands open, after the words to click on.
    pub(super) fn opened(&mut self, element: &Element) -> Result<Vec<Node>> {
        let (summary, content) = summary(element);
        let words = self.nodes(summary.map_or(&[][..], |summary| &summary.children))?;
        let mut open = vec![Element::html("p", words).with("class", "summary").into()];
        open.extend(self.nodes(&content)?);
        Ok(vec![Element::html("div", open).with("class", "opened").into()])
    }
}

/// The words to click on, and what they open.
pub(super) fn summary(details: &Element) -> (Option<&Element>, Vec<Node>) {
    let is_summary =
        |node: &&Node| node.element().is_some_and(|inside| inside.name == "summary");
    let summary = details.elements().find(|inside| inside.name == "summary");
    (summary, details.children.iter().filter(|node| !is_summary(node)).cloned().collect())
}

/// A displayed formula; one with wide spaces as a line of several, which can be broken between them.
fn displayed(element: &Element) -> Result<Vec<Node>> {
    let found = element.find(&|inside| inside.language == Language::MathMl);
    let found = found.context("a formula without MathML")?;
    let mut line = Vec::new();
    for piece in pieces(&formula(found)) {
        line.extend([Node::from(piece), " ".into()]);
    }
    line.pop();
    if line.len() > 1 {
        line = vec![Element::html("span", line).with("class", "display").into()];
    }
    Ok(line)
}

/// Controls, scripts, the picture for narrow pages, the data behind a figure, and the half of a formula that needs KaTeX's style sheet.
fn is_for_the_page_alone(element: &Element) -> bool {
    DROPPED.contains(&element.name.as_str())
        || element.is("controls")
        || element.is("verdicts")
        || element.is("narrow")
        || element.is("data")
        || element.is("katex-html")
        || element.is("visually-hidden")
}

/// What is there for scripts and the style sheet of the page only.
fn is_wrapper(element: &Element) -> bool {
    let wrappers =
        ["drawing", "katex", "katex-mathml", "table-scroll", "table-wrapper", "tied"];
    wrappers.iter().any(|class| element.is(class))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::epub::{parse, xhtml};

    fn rewrite(html: &str) -> Result<String> {
        let pages = BTreeSet::from(["index.html".to_string()]);
        let mut rewriter = Rewriter { page: "a/b.html", pages: &pages, answers: vec![] };
        let main = parse::first(&format!("<main>{html}</main>"), "main")?;
        let nodes = rewriter.nodes(&main.children)?;
        let document = xhtml::document("", "en", "", &nodes)?;
        let body = document.split_once("<body>\n").unwrap().1;
        Ok(body.split_once("\n</body>").unwrap().0.to_string())
    }

    #[test]
    fn a_figure_is_its_wide_picture_and_its_caption() {
        let figure = "<figure class=\"figure\" id=\"figure-x\" data-figure=\"x\" data-live=\"index.js\">\
            <div class=\"drawing wide\"><svg role=\"img\" aria-label=\"Wide\"></svg></div>\
            <div class=\"drawing narrow\"><svg role=\"img\" aria-label=\"Narrow\"></svg></div>\
            <form class=\"controls\" hidden><input type=\"range\"><output>1</output></form>\
            <figcaption><a class=\"number\" href=\"#figure-x\">Figure 1.</a> Words.</figcaption>\
            <details class=\"data\"><summary>Data</summary><table></table></details></figure>";
        assert_eq!(
            rewrite(figure).unwrap(),
            "<figure class=\"figure\" id=\"figure-x\">\
             <svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"Wide\"/>\
             <figcaption><span class=\"number\">Figure 1.</span> Words.</figcaption></figure>"
        );
    }

    #[test]
    fn a_formula_is_its_mathml() {
        let formula = "<p>by <span class=\"katex\"><span class=\"katex-mathml\"><math><semantics><mi>x</mi></semantics></math></span>\
            <span class=\"katex-html\" aria-hidden=\"true\"><span data-glyph=\"x\"></span></span></span></p>";
        let plain = "<p>by <math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi></math></p>";
        assert_eq!(rewrite(formula).unwrap(), plain);
        // What ties it to its full stop is for the page alone.
        let tied = formula.replace("by ", "by <span class=\"tied\">");
        assert_eq!(
            rewrite(&tied.replace("</p>", ".</span></p>")).unwrap(),
            plain.replace("</p>", ".</p>")
        );
    }

    #[test]
    fn a_displayed_formula_can_be_broken_at_its_wide_spaces() {
        let formula = "<span class=\"katex-display\"><span class=\"katex\"><span class=\"katex-mathml\"><math display=\"block\"><mrow>\
            <mi>x</mi><mspace width=\"2em\"></mspace><mi>y</mi></mrow></math></span></span></span>";
        let math = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" displaystyle=\"true\"><mrow><mi>";
        assert_eq!(
            rewrite(formula).unwrap(),
            format!(
                "<span class=\"display\">{math}x</mi></mrow></math> {math}y</mi></mrow></math></span>"
            )
        );
    }

    #[test]
    fn links_lead_to_pages_of_the_epub_and_others_are_words() {
        for (html, expected) in [
            ("<a href=\"../index.html#x\">i</a>", "<a href=\"../index.xhtml#x\">i</a>"),
            ("<a href=\"https://a.b/\">i</a>", "<a href=\"https://a.b/\">i</a>"),
            ("<a href=\"c.html\">i</a>", "i"),
            (
                "<a class=\"source\" href=\"c.html\">i</a>",
                "<span class=\"source\">i</span>",
            ),
            (
                "<h2 id=\"1st\"><a class=\"header\" href=\"#1st\">i</a></h2>",
                "<h2 id=\"_1st\">i</h2>",
            ),
        ] {
            assert_eq!(rewrite(html).unwrap(), expected, "{html}");
        }
    }

    #[test]
    fn what_can_be_opened_is_open() {
        assert_eq!(
            rewrite("<details><summary>More</summary><p>a</p></details>").unwrap(),
            "<div class=\"opened\"><p class=\"summary\">More</p><p>a</p></div>"
        );
    }

    #[test]
    fn what_an_epub_cannot_hold_is_an_error() {
        let error = rewrite("<iframe id=\"film\"></iframe>").unwrap_err();
        assert_eq!(error.to_string(), "<iframe id=\"film\"> cannot stand in an EPUB");
    }
}
