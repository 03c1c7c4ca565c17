//! A tree written as XML.

use super::tree::{Element, Language, Node};
use anyhow::{Result, ensure};

/// Elements of HTML in which nothing can stand.
const VOID: [&str; 3] = ["br", "hr", "wbr"];

/// A page as an XHTML document; `style` is the way to the style sheet.
///
/// # Errors
/// A character that XML does not allow.
pub fn document(
    title: &str,
    language: &str,
    style: &str,
    body: &[Node],
) -> Result<String> {
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"{}\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"{language}\" xml:lang=\"{language}\">\n\
         <head>\n<meta charset=\"UTF-8\"/>\n<title>{}</title>\n\
         <link rel=\"stylesheet\" type=\"text/css\" href=\"{style}\"/>\n</head>\n<body>\n",
        Language::Html.namespace(),
        escape(title)
    );
    for node in body {
        write(&mut text, node, Language::Html);
    }
    text.push_str("\n</body>\n</html>\n");
    ensure_characters(&text)?;
    Ok(text)
}

/// A picture as an SVG document.
///
/// # Errors
/// A character that XML does not allow.
pub fn picture(svg: &Element) -> Result<String> {
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    write(&mut text, &svg.clone().into(), Language::Html);
    text.push('\n');
    ensure_characters(&text)?;
    Ok(text)
}

/// Text as it stands between tags or in an attribute.
pub fn escape(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;")
}

fn write(text: &mut String, node: &Node, around: Language) {
    let element = match node {
        Node::Text(words) => return text.push_str(&escape(words)),
        Node::Element(element) => element,
    };
    text.push('<');
    text.push_str(&element.name);
    if element.language != around {
        text.push_str(&format!(" xmlns=\"{}\"", element.language.namespace()));
    }
    for (name, value) in &element.attributes {
        // XML would read a line break in an attribute as a blank.
        let value = escape(value).replace('\n', "&#10;");
        text.push_str(&format!(" {name}=\"{value}\""));
    }
    let is_void = element.language != Language::Html || VOID.contains(&&*element.name);
    if is_void && element.children.is_empty() {
        return text.push_str("/>");
    }
    text.push('>');
    for child in &element.children {
        write(text, child, element.language);
    }
    text.push_str(&format!("</{}>", element.name));
}

fn ensure_characters(text: &str) -> Result<()> {
    let refused = text.chars().find(|&character| {
        !matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..)
    });
    ensure!(
        refused.is_none(),
        "XML does not allow the character {:?}",
        refused.unwrap_or_default()
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::epub::parse;

    #[test]
    fn what_is_written_is_xml() {
        let html = "<main><p title='a \"b\"'>1 < 2 & c<br>d<math><mi>x</mi></math><svg><path d='M0 0'></path></svg><b></b></main>";
        let main = parse::first(html, "main").unwrap();
        let text = document("A < B", "en", "../style.css", &[main.into()]).unwrap();
        let body = text.split_once("<body>\n").unwrap().1;
        assert_eq!(
            body,
            "<main><p title=\"a &quot;b&quot;\">1 &lt; 2 &amp; c<br/>d\
             <math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi></math>\
             <svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg><b></b></p></main>\n</body>\n</html>\n"
        );
        assert!(text.contains("<title>A &lt; B</title>"));
    }

    #[test]
    fn a_character_that_xml_refuses_is_an_error() {
        let error = document("", "en", "", &["\u{1}".into()]).unwrap_err();
        assert_eq!(error.to_string(), "XML does not allow the character '\\u{1}'");
    }
}
