//! A page, read as a browser reads it.

use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

/// A page of the book, with its elements in document order.
pub struct Page {
    /// The file, relative to the book, with forward slashes.
    pub path: String,
    /// What the parser had to mend.
    pub errors: Vec<String>,
    /// Its elements, in document order.
    pub elements: Vec<Element>,
    /// The ids of its elements.
    pub ids: HashSet<String>,
    /// Its texts, in document order: bytes of `text`, and the element that each stands in.
    pub texts: Vec<(Range<usize>, usize)>,
    text: String,
}

/// An element of a page.
pub struct Element {
    /// Its name, in lower case: `figure`.
    pub name: String,
    /// Its attributes; of `xlink:href`, the name is `href`.
    pub attributes: BTreeMap<String, String>,
    /// The element that it stands in.
    pub parent: Option<usize>,
    /// Its own position and those of all elements in it.
    pub range: Range<usize>,
    text: Range<usize>,
}

impl Page {
    /// Reads a page. Its scripts do not run; what stands in `<noscript>` and `<template>` is read.
    pub fn parse(path: &str, html: &str) -> Self {
        let tree_builder =
            TreeBuilderOpts { scripting_enabled: false, ..Default::default() };
        let options = ParseOpts { tree_builder, ..Default::default() };
        let dom = parse_document(RcDom::default(), options).one(html);
        let mut page = Self {
            path: path.to_string(),
            errors: dom.errors.borrow().iter().map(ToString::to_string).collect(),
            elements: Vec::new(),
            ids: HashSet::new(),
            texts: Vec::new(),
            text: String::new(),
        };
        page.add(&dom.document, None);
        let ids = page.elements.iter().filter_map(|element| element.attribute("id"));
        page.ids = ids.map(ToString::to_string).collect();
        page
    }

    fn add(&mut self, node: &Handle, parent: Option<usize>) {
        match &node.data {
            NodeData::Text { contents } => {
                let start = self.text.len();
                self.text.push_str(&contents.borrow());
                self.texts.extend(parent.map(|parent| (start..self.text.len(), parent)));
            }
            NodeData::Element { name, attrs, template_contents, .. } => {
                let own = self.elements.len();
                let start = self.text.len();
                self.elements.push(Element {
                    name: name.local.to_string(),
                    attributes: attrs.borrow().iter().map(attribute).collect(),
                    parent,
                    range: own..own,
                    text: start..start,
                });
                let template = template_contents.borrow();
                let content = template.as_ref().unwrap_or(node);
                for child in content.children.borrow().iter() {
                    self.add(child, Some(own));
                }
                self.elements[own].range.end = self.elements.len();
                self.elements[own].text.end = self.text.len();
            }
            NodeData::Document => {
                for child in node.children.borrow().iter() {
                    self.add(child, None);
                }
            }
            _ => {}
        }
    }

    /// The text inside an element.
    pub fn text(&self, element: &Element) -> &str {
        &self.text[element.text.clone()]
    }

    /// One of the page's `texts`.
    pub fn piece(&self, range: &Range<usize>) -> &str {
        &self.text[range.clone()]
    }

    /// The elements of that name, in document order.
    pub fn named(&self, name: &str) -> impl Iterator<Item = &Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    /// The elements inside an element, in document order.
    pub fn inside(&self, element: &Element) -> &[Element] {
        &self.elements[element.range.start + 1..element.range.end]
    }

    /// An element, the one it stands in, the one that one stands in, and so on.
    pub fn outward(&self, position: usize) -> impl Iterator<Item = &Element> {
        let mut next = Some(position);
        std::iter::from_fn(move || {
            let element = &self.elements[next?];
            next = element.parent;
            Some(element)
        })
    }
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// Whether it is of that class.
    pub fn is(&self, class: &str) -> bool {
        self.attribute("class")
            .is_some_and(|classes| classes.split_whitespace().any(|other| other == class))
    }

    /// The element as a message shows it: `<figure id="figure-outlier-line" class="figure">`.
    pub fn tag(&self) -> String {
        let shown = ["id", "class", "href", "src"].iter().filter_map(|name| {
            self.attribute(name).map(|value| format!(" {name}=\"{value}\""))
        });
        format!("<{}{}>", self.name, shown.collect::<String>())
    }
}

fn attribute(attribute: &Attribute) -> (String, String) {
    (attribute.name.local.to_string(), attribute.value.to_string())
}
