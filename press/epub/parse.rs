//! HTML read as a browser reads it.

use super::tree::{Element, Language, Node};
use anyhow::{Context, Result};
use html5ever::tendril::TendrilSink;
use html5ever::{Attribute, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// The first element of that name in a page.
///
/// # Errors
/// None of that name, or one of a language that pages do not have.
pub fn first(html: &str, name: &str) -> Result<Element> {
    let dom = parse_document(RcDom::default(), Default::default()).one(html);
    let found = find(&dom.document, name).with_context(|| format!("no <{name}>"))?;
    match node(&found)? {
        Some(Node::Element(element)) => Ok(element),
        _ => unreachable!("what has a name is an element"),
    }
}

fn find(handle: &Handle, name: &str) -> Option<Handle> {
    let children = handle.children.borrow();
    children.iter().find_map(|child| match &child.data {
        NodeData::Element { name: own, .. } if *own.local == *name => Some(child.clone()),
        _ => find(child, name),
    })
}

fn node(handle: &Handle) -> Result<Option<Node>> {
    match &handle.data {
        NodeData::Text { contents } => {
            Ok(Some(Node::Text(contents.borrow().to_string())))
        }
        NodeData::Element { name, attrs, .. } => {
            let language = Language::ALL
                .into_iter()
                .find(|language| *name.ns == *language.namespace())
                .with_context(|| format!("<{}> is of no known language", name.local))?;
            let mut children = Vec::new();
            for child in handle.children.borrow().iter() {
                children.extend(node(child)?);
            }
            let attributes = attrs.borrow().iter().filter_map(attribute).collect();
            let name = name.local.to_string();
            Ok(Some(Element { language, name, attributes, children }.into()))
        }
        _ => Ok(None),
    }
}

/// Name and value of an attribute; one with a namespace (`xmlns`) is written again where it is needed.
fn attribute(attribute: &Attribute) -> Option<(String, String)> {
    let Attribute { name, value } = attribute;
    name.ns.is_empty().then(|| (name.local.to_string(), value.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_has_its_language_attributes_and_children() {
        let html = "<!-- c --><p id=a>1 &lt; 2<svg viewbox='0 0 1 1' xmlns='http://www.w3.org/2000/svg'><path d=''/></svg>";
        let p = first(html, "p").unwrap();
        assert_eq!((p.language, p.attribute("id")), (Language::Html, Some("a")));
        assert_eq!(p.text(), "1 < 2");
        let svg = p.elements().next().unwrap();
        assert_eq!(svg.language, Language::Svg);
        assert_eq!(svg.attributes, [("viewBox".to_string(), "0 0 1 1".to_string())]);
        assert_eq!(svg.elements().next().unwrap().name, "path");
        assert_eq!(first(html, "main").unwrap_err().to_string(), "no <main>");
    }
}
