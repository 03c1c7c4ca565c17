//! Nothing is loaded from outside of the book: a link to elsewhere waits for the reader's click.

use crate::built::{assert_none, files, folder, pages, root};
use crate::links::{addresses, css_addresses, is_inside};
use std::fs;

/// Names, not addresses: nothing is loaded from them.
const NAMESPACES: [&str; 4] = [
    "http://www.w3.org/1998/Math/MathML",
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/2000/svg",
];

#[test]
fn a_page_loads_nothing_from_outside() {
    let mut wrong = Vec::new();
    for page in pages() {
        for element in page.elements.iter().filter(|element| element.name != "a") {
            let style = css_addresses(element.attribute("style").unwrap_or_default());
            for address in
                addresses(element).chain(style).filter(|address| is_outside(address))
            {
                wrong.push(format!("{}: <{}> loads {address}", page.path, element.name));
            }
        }
        for style in page.named("style") {
            let outside =
                css_addresses(page.text(style)).filter(|address| is_outside(address));
            wrong.extend(outside.map(|address| format!("{}: {address}", page.path)));
        }
    }
    assert_none(&wrong);
}

#[test]
fn a_style_loads_nothing_from_outside() {
    let mut wrong = Vec::new();
    for file in files(folder()).iter().filter(|file| file.ends_with(".css")) {
        let css = fs::read_to_string(folder().join(file)).expect("a style is text");
        let outside = css_addresses(&css).filter(|address| is_outside(address));
        wrong.extend(outside.map(|address| format!("{file}: {address}")));
    }
    assert_none(&wrong);
}

/// Of mdBook's own scripts, the test of the pages in a browser says whether they load anything.
#[test]
fn the_books_scripts_name_no_outside_address() {
    let scripts = ["theme", "src/assets"].into_iter().flat_map(|below| {
        let files = files(&root().join(below)).into_iter();
        files
            .filter(|file| file.ends_with(".js"))
            .map(move |file| format!("{below}/{file}"))
    });
    let mut wrong = Vec::new();
    let mut count = 0;
    for script in scripts {
        count += 1;
        let text = fs::read_to_string(root().join(&script)).expect("a script is text");
        for scheme in ["http://", "https://", "ws://", "wss://"] {
            for (start, _) in text.match_indices(scheme) {
                let rest = &text[start..];
                if !NAMESPACES.iter().any(|name| rest.starts_with(name)) {
                    let shown: String = rest.chars().take(60).collect();
                    wrong.push(format!("{script}: {shown}"));
                }
            }
        }
    }
    assert!(count > 0, "no script was looked at");
    assert_none(&wrong);
}

#[test]
fn outside_and_inside_are_told_apart() {
    for outside in
        ["https://a.example/b.js", "//a.example/b.js", "http:b", "ftp://a.example"]
    {
        assert!(is_outside(outside), "{outside}");
    }
    for inside in ["a/b.js", "../a.css?x=1", "#a:b", "data:image/png;base64,AA==", "/"] {
        assert!(!is_outside(inside), "{inside}");
    }
}

fn is_outside(address: &str) -> bool {
    !is_inside(address) && !address.starts_with("data:")
}
