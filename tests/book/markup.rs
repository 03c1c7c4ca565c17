//! Every page is sound HTML that says what it shows.

use crate::built::{assert_none, chapters, pages};
use crate::page::{Element, Page};
use std::collections::BTreeSet;

/// What holds code or formulas in their own language rather than prose.
const NOT_PROSE: [&str; 6] =
    ["annotation", "code", "script", "style", "template", "title"];

#[test]
fn pages_are_well_formed() {
    let mut wrong = Vec::new();
    // mdBook writes the table of contents for readers without JavaScript, with one list item inside another.
    for page in pages().iter().filter(|page| page.path != "toc.html") {
        wrong.extend(page.errors.iter().map(|error| format!("{}: {error}", page.path)));
    }
    assert_none(&wrong);
}

/// The menu bar's title, which mdBook makes an `h1` too, stands outside of `main`.
#[test]
fn a_chapter_has_one_title_and_it_comes_first() {
    let mut wrong = Vec::new();
    for page in chapters() {
        let Some(main) = page.named("main").next() else {
            wrong.push(format!("{}: no <main>", page.path));
            continue;
        };
        let headings: Vec<&str> = page.inside(main).iter().filter_map(heading).collect();
        let titles = headings.iter().filter(|heading| **heading == "h1").count();
        if titles != 1 || headings[0] != "h1" {
            wrong.push(format!("{}: its headings are {headings:?}", page.path));
        }
    }
    assert_none(&wrong);
}

/// On the page to print, too, where all chapters meet.
#[test]
fn an_id_stands_once_in_its_page() {
    let mut wrong = Vec::new();
    for page in pages() {
        let mut ids = BTreeSet::new();
        for id in page.elements.iter().filter_map(|element| element.attribute("id")) {
            if !ids.insert(id) {
                wrong.push(format!("{}: id=\"{id}\" stands again", page.path));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn an_element_is_labeled_by_elements_that_exist() {
    let mut wrong = Vec::new();
    for (page, element) in contents() {
        for attribute in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
            let ids = element.attribute(attribute).unwrap_or_default().split_whitespace();
            for id in ids.filter(|id| !page.ids.contains(*id)) {
                let tag = element.tag();
                wrong.push(format!(
                    "{}: {tag} {attribute}=\"{id}\": no such id",
                    page.path
                ));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn a_picture_says_what_it_shows() {
    let mut wrong = Vec::new();
    for (page, element) in contents() {
        let is_silent = || {
            let mut around = page.outward(element.range.start);
            around.any(|element| element.attribute("aria-hidden") == Some("true"))
        };
        let label = match element.name.as_str() {
            "img" => element.attribute("alt"),
            "svg" if is_silent() => continue,
            "svg" if element.attribute("role") == Some("img") => {
                element.attribute("aria-label")
            }
            "svg" => None,
            _ => continue,
        };
        if label.is_none_or(|label| label.trim().is_empty()) {
            wrong.push(format!("{}: {} says nothing", page.path, element.tag()));
        }
    }
    assert_none(&wrong);
}

#[test]
fn nothing_is_left_of_directives_and_formulas() {
    let mut wrong = Vec::new();
    for page in pages() {
        for (range, parent) in &page.texts {
            let text = page.piece(range);
            let is_prose =
                || page.outward(*parent).all(|e| !NOT_PROSE.contains(&e.name.as_str()));
            for left in ["{{#", "}}", "$$", r"\frac", r"\{", r"\("] {
                if text.contains(left) && is_prose() {
                    wrong.push(format!("{}: `{left}` is left in {text:?}", page.path));
                }
            }
        }
        for element in &page.elements {
            let mut values = element.attributes.values();
            if let Some(value) = values.find(|value| value.contains("{{#")) {
                wrong.push(format!("{}: a directive is left in {value:?}", page.path));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn figures_listings_and_tables_are_not_empty() {
    let mut wrong = Vec::new();
    for (page, element) in contents() {
        let inside = page.inside(element);
        let holds = |name: &str| {
            let has_text = |e: &Element| !page.text(e).trim().is_empty();
            inside.iter().any(|e| e.name == name && has_text(e))
        };
        let is_full = match element.name.as_str() {
            "figure" if element.is("figure") => {
                let pictures = inside.iter().filter(|e| e.name == "svg");
                let is_drawn = |svg: &Element| page.inside(svg).iter().any(is_shape);
                pictures.clone().count() == 2
                    && pictures.clone().all(is_drawn)
                    && holds("figcaption")
                    && holds("td")
            }
            "figure" if element.is("listing") => {
                let is_copied_whole = element.is("of-labs") || holds("script");
                holds("figcaption") && holds("pre") && is_copied_whole
            }
            "figure" => holds("figcaption") && holds("td"),
            "table" => holds("th") && holds("td"),
            _ => true,
        };
        if !is_full {
            wrong.push(format!("{}: {} lacks a part", page.path, element.tag()));
        }
    }
    assert_none(&wrong);
}

/// Browsers show a formula's element with another number of parts as an error, or as nothing.
#[test]
fn a_formulas_elements_have_all_their_parts() {
    let mut wrong = Vec::new();
    for (page, element) in contents() {
        let needed = match element.name.as_str() {
            "mfrac" | "mover" | "mroot" | "msub" | "msup" | "munder" => 2,
            "msubsup" | "munderover" => 3,
            _ => continue,
        };
        let own = Some(element.range.start);
        let parts = page.inside(element).iter().filter(|part| part.parent == own).count();
        if parts != needed {
            let text = page.text(element);
            wrong.push(format!("{}: {} of `{text}`", page.path, element.name));
        }
    }
    assert_none(&wrong);
}

#[test]
fn the_numbers_of_the_evidence_are_not_broken() {
    let mut wrong = Vec::new();
    for (page, element) in contents().filter(|(_, element)| element.is("evidence")) {
        let text = page.text(element);
        if text.contains(" × 10") {
            wrong.push(format!("{}: a line can break in `{text}`", page.path));
        }
    }
    assert_none(&wrong);
}

/// Every element of every page's content.
fn contents() -> impl Iterator<Item = (&'static Page, &'static Element)> {
    pages().iter().flat_map(|page| {
        let mains = page.named("main");
        mains.flat_map(move |main| {
            page.inside(main).iter().map(move |inside| (page, inside))
        })
    })
}

fn heading(element: &Element) -> Option<&str> {
    let level = element.name.strip_prefix('h')?.parse::<u8>();
    level.is_ok().then_some(element.name.as_str())
}

fn is_shape(element: &Element) -> bool {
    ["path", "polyline", "polygon", "line", "rect", "circle"]
        .contains(&element.name.as_str())
}
