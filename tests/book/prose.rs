//! What the eye meets: code that fits, and no number that a program computed typed by hand.

use crate::built::{assert_none, chapters, files, root};
use mdbook_markdown::pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::fs;
use std::ops::Range;

/// A line of a listing, beyond which it scrolls sideways on a usual screen and is cut off on paper.
const LONGEST_LINE: usize = 92;

/// Numbers that may stand in a chapter: nothing computed them.
const TYPED: [(&str, &str); 1] =
    [("1.35", "the default of scikit-learn's HuberRegressor")];

#[test]
fn printed_lines_fit() {
    let mut wrong = Vec::new();
    for page in chapters() {
        for figure in page.named("figure").filter(|figure| figure.is("listing")) {
            let id = figure.attribute("id").unwrap_or_default();
            for code in page.inside(figure).iter().filter(|inside| inside.name == "pre") {
                let lines = page.text(code).lines();
                let long = lines.filter(|line| line.chars().count() > LONGEST_LINE);
                wrong.extend(long.map(|line| format!("{}: {id}: {line}", page.path)));
            }
        }
    }
    assert_none(&wrong);
}

/// A heuristic: a number with two or more decimals in a chapter's prose is one that an experiment should give.
#[test]
fn no_computed_number_is_typed_by_hand() {
    let sources = root().join("src");
    let mut wrong = Vec::new();
    for file in files(&sources).iter().filter(|file| file.ends_with(".md")) {
        let text = fs::read_to_string(sources.join(file)).expect("a chapter is text");
        for (line, number) in typed_numbers(&text) {
            if !TYPED.iter().any(|(allowed, _)| *allowed == number) {
                wrong.push(format!("src/{file}: line {line}: {number} is typed by hand"));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn typed_numbers_are_told_from_others() {
    let text = "\
Here 0.375 and −12.50.
Not `0.375`, $0.375$, {{#value a.b:.2 c=0.375}}, 2.5, 1.10.2, <b title=\"0.375\">, https://a.example/0.375.

```rust
let x = 0.375;
```

$$ 0.375 $$
";
    let found: Vec<(usize, &str)> = typed_numbers(text).collect();
    assert_eq!(found, [(1, "0.375"), (1, "12.50")]);
}

/// Decimals such as `0.85` in prose, each with its line: not in code, formulas, HTML and directives.
fn typed_numbers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let directives = press::directive::find(text).expect("the book builds");
    let prose = prose(text);
    decimals(text)
        .filter(move |number| !directives.iter().any(|d| d.range.contains(&number.start)))
        .filter(move |number| prose.iter().any(|words| words.contains(&number.start)))
        .map(|range| (1 + text[..range.start].matches('\n').count(), &text[range]))
}

/// The bytes of `text` that are words for the reader.
fn prose(text: &str) -> Vec<Range<usize>> {
    let options =
        Options::ENABLE_MATH | Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut is_code = false;
    let mut prose = Vec::new();
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Text(_) if !is_code => prose.push(range),
            _ => {}
        }
    }
    prose
}

/// Where `text` has digits, a dot and two or more digits, with nothing numeric or an address around.
fn decimals(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_part = |c: char| c.is_ascii_digit() || c == '.';
    let mut starts = text.match_indices(is_part).map(|(at, _)| at).peekable();
    std::iter::from_fn(move || {
        let start = starts.next()?;
        let mut end = start + 1;
        while starts.next_if_eq(&end).is_some() {
            end += 1;
        }
        Some(start..end)
    })
    .filter_map(|range| {
        let run = text[range.clone()].trim_end_matches('.');
        let (whole, decimals) = run.split_once('.')?;
        let is_decimal =
            !whole.is_empty() && decimals.len() > 1 && !decimals.contains('.');
        let before = &text[..range.start];
        let is_in_word = before.ends_with(|c: char| c.is_alphanumeric() || c == '/');
        (is_decimal && !is_in_word).then_some(range.start..range.start + run.len())
    })
}
