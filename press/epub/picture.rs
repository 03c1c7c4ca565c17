//! A picture that stands still: its colors are written out, for readers that know no variables.

use super::tree::{Element, Node};
use anyhow::{Context, Result};

/// The picture without what scripts need, in the colors of a figure that stands alone.
///
/// # Errors
/// A variable without a value.
pub fn picture(element: &Element) -> Result<Element> {
    let mut still = element.clone();
    still.attributes.clear();
    for (name, value) in &element.attributes {
        if name != "class" && !name.starts_with("data-") {
            still.attributes.push((name.clone(), with_values(value)?));
        }
    }
    still.children.clear();
    for child in &element.children {
        still.children.push(match child {
            Node::Element(element) => picture(element)?.into(),
            Node::Text(_) => child.clone(),
        });
    }
    Ok(still)
}

/// An attribute's value with the values of its variables: `var(--series-1)` becomes `#0b62a8`.
fn with_values(value: &str) -> Result<String> {
    let mut written = String::new();
    let mut rest = value;
    while let Some((before, variable)) = rest.split_once("var(") {
        let (name, after) = variable
            .split_once(')')
            .with_context(|| format!("`{value}` is not whole"))?;
        let declared = figures::STANDALONE_STYLE.split(['{', ';', '}']);
        let color = declared
            .filter_map(|declaration| declaration.split_once(':'))
            .find(|(declared, _)| *declared == name)
            .with_context(|| format!("a picture's color `{name}` has no value"))?
            .1;
        written = written + before + color;
        rest = after;
    }
    Ok(written + rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::epub::parse;

    #[test]
    fn colors_are_values_and_handles_are_marks() {
        let svg = parse::first(
            "<svg viewBox='0 0 9 9' role=img aria-label='One dot'><circle class=handle data-x=a r=1 \
             fill='var(--figure-accent)' style='color: var(--figure-page)'/></svg>",
            "svg",
        );
        let still = picture(&svg.unwrap()).unwrap();
        assert_eq!(still.attribute("aria-label"), Some("One dot"));
        let circle = still.elements().next().unwrap();
        let attributes: Vec<(&str, &str)> =
            circle.attributes.iter().map(|(name, value)| (&**name, &**value)).collect();
        assert_eq!(
            attributes,
            [("r", "1"), ("fill", "#c2185b"), ("style", "color: #fff")]
        );
    }

    #[test]
    fn a_color_without_a_value_is_an_error() {
        let svg = parse::first("<svg fill='var(--no)'></svg>", "svg").unwrap();
        let error = picture(&svg).unwrap_err().to_string();
        assert_eq!(error, "a picture's color `--no` has no value");
    }
}
