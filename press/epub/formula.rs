//! A formula: MathML as readers know it, without the wrapper that is there for its TeX source.
//!
//! What KaTeX writes for its own screen is not always what others draw: letters with a double stroke are characters of their own, and the
//! invisible sign after a function's name has no place where a number of parts is expected.

use super::tree::{Element, Node};

/// Elements in which each part has its place: base, below, above.
const OF_PARTS: [&str; 8] =
    ["mfrac", "mover", "mroot", "msub", "msubsup", "msup", "munder", "munderover"];

/// The sign between a function and what it is applied to.
const APPLIED: &str = "\u{2061}";

/// The formula with its own elements only.
pub fn formula(element: &Element) -> Element {
    let mut plain = element.clone();
    plain.children = plain.children.iter().flat_map(unwrapped).collect();
    if OF_PARTS.contains(&plain.name.as_str()) {
        let is_applied =
            |part: &Node| matches!(part, Node::Element(part) if part.text() == APPLIED);
        plain.children.retain(|part| !is_applied(part));
    }
    if let Some(alignment) = plain.attribute("columnalign").map(str::to_string) {
        align(&mut plain, &alignment);
    }
    let is_double = |(name, value): &(String, String)| {
        name == "mathvariant" && value == "double-struck"
    };
    if plain.attributes.iter().any(is_double) {
        plain.attributes.retain(|attribute| !is_double(attribute));
        let letters = plain.text().chars().map(double_struck).collect();
        plain.children = vec![Node::Text(letters)];
    }
    plain
}

/// Tells each cell of a table how it is aligned: readers look there, not at the table.
fn align(table: &mut Element, alignment: &str) {
    for row in &mut table.children {
        let Node::Element(row) = row else { continue };
        for (cell, side) in row.children.iter_mut().zip(alignment.split_whitespace()) {
            if let Node::Element(cell) = cell {
                let style = format!("text-align: {side}");
                cell.attributes.push(("style".to_string(), style));
            }
        }
    }
}

/// A capital letter with a double stroke. Seven of them were characters before the others.
fn double_struck(letter: char) -> char {
    match letter {
        'C' => 'ℂ',
        'H' => 'ℍ',
        'N' => 'ℕ',
        'P' => 'ℙ',
        'Q' => 'ℚ',
        'R' => 'ℝ',
        'Z' => 'ℤ',
        'A'..='Y' => {
            let place = u32::from(letter) - u32::from('A');
            char::from_u32(u32::from('𝔸') + place).unwrap_or(letter)
        }
        other => other,
    }
}

fn unwrapped(node: &Node) -> Vec<Node> {
    match node {
        Node::Element(element) if element.name == "semantics" => {
            element.children.iter().flat_map(unwrapped).collect()
        }
        Node::Element(element) => vec![formula(element).into()],
        // The bar that KaTeX takes for `|` is missing in many fonts.
        Node::Text(text) => vec![Node::Text(text.replace('∣', "|"))],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::epub::parse;

    #[test]
    fn the_wrapper_goes_and_what_it_holds_stays() {
        let html =
            "<math display=block><semantics><mrow><mi>x</mi></mrow></semantics></math>";
        let math = formula(&parse::first(html, "math").unwrap());
        assert_eq!(math.attribute("display"), Some("block"));
        let inside: Vec<&str> = math.elements().map(|e| e.name.as_str()).collect();
        assert_eq!((inside, math.text()), (vec!["mrow"], "x".to_string()));
    }

    #[test]
    fn letters_with_a_double_stroke_are_characters() {
        let html = "<math><mi mathvariant=double-struck>R</mi><mi mathvariant=double-struck>E</mi><mi mathvariant=normal>∣</mi></math>";
        let math = formula(&parse::first(html, "math").unwrap());
        assert_eq!(math.text(), "ℝ𝔼|");
        let letter = math.elements().next().unwrap();
        assert_eq!(letter.attribute("mathvariant"), None);
    }

    #[test]
    fn a_part_more_than_there_are_places_goes() {
        let html = "<math><msub><mi>λ</mi><mi>max</mi><mo>\u{2061}</mo></msub><mi>log</mi><mo>\u{2061}</mo></math>";
        let math = formula(&parse::first(html, "math").unwrap());
        assert_eq!(math.elements().next().unwrap().children.len(), 2);
        assert_eq!(math.text(), "λmaxlog\u{2061}");
    }

    #[test]
    fn cells_are_aligned_as_their_table_says() {
        let html = "<math><mtable columnalign='left right'><mtr><mtd></mtd><mtd></mtd></mtr></mtable></math>";
        let math = formula(&parse::first(html, "math").unwrap());
        let row = math.find(&|inside| inside.name == "mtr").unwrap();
        let styles: Vec<_> = row.elements().map(|cell| cell.attribute("style")).collect();
        assert_eq!(styles, [Some("text-align: left"), Some("text-align: right")]);
    }
}
