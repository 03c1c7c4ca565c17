//! Every address inside the book leads somewhere.

use crate::built::{assert_none, files, folder, pages};
use crate::page::{Element, Page};
use std::collections::BTreeMap;
use std::fs;

/// Attributes that hold an address. `srcset` holds several.
const ADDRESSES: [&str; 6] = ["action", "data", "href", "poster", "src", "srcset"];

#[test]
fn every_link_and_its_fragment_resolve() {
    let book = Book::new();
    let mut wrong = Vec::new();
    for page in pages() {
        let base = base(page);
        for element in &page.elements {
            for address in addresses(element).filter(|address| is_inside(address)) {
                // The page for an address that leads nowhere is shown anywhere, and mdBook links its title to itself.
                if address.starts_with('#') && base.is_empty() {
                    continue;
                }
                if let Err(reason) = book.resolve(base, address) {
                    wrong.push(format!("{}: {}: {reason}", page.path, element.tag()));
                }
            }
        }
    }
    assert_none(&wrong);
}

/// The script writes the table of contents into every page, with addresses from the root of the book.
#[test]
fn the_table_of_contents_leads_to_pages() {
    let book = Book::new();
    let mut wrong = Vec::new();
    let names = files(folder());
    let scripts = names.iter().filter(|name| name.starts_with("toc-"));
    let script: String = scripts.map(|name| read(name)).collect();
    let addresses: Vec<&str> = between(&script, "<a href=\"", "\"").collect();
    assert!(!addresses.is_empty(), "the table of contents is empty");
    for address in addresses {
        wrong.extend(book.resolve("", address).err());
    }
    assert_none(&wrong);
}

#[test]
fn every_address_in_a_style_resolves() {
    let book = Book::new();
    let mut wrong = Vec::new();
    let mut check = |place: &str, css: &str| {
        for address in css_addresses(css).filter(|address| is_inside(address)) {
            if let Err(reason) = book.resolve(place, address) {
                wrong.push(format!("{place}: {reason}"));
            }
        }
    };
    for file in files(folder()).iter().filter(|file| file.ends_with(".css")) {
        check(file, &read(file));
    }
    for page in pages() {
        let base = base(page);
        for element in &page.elements {
            check(base, element.attribute("style").unwrap_or_default());
        }
        for style in page.named("style") {
            check(base, page.text(style));
        }
    }
    assert_none(&wrong);
}

#[test]
fn a_wrong_address_is_found() {
    let book = Book::new();
    assert_eq!(book.resolve("index.html", "appendix/claims.html"), Ok(()));
    assert_eq!(book.resolve("appendix/claims.html", "../index.html"), Ok(()));
    for (address, reason) in [
        ("appendix/no.html", "`appendix/no.html` is not a file of the book"),
        ("../index.html", "`../index.html` leads out of the book"),
        ("index.html#no", "index.html has no id `no`"),
        ("#no", "index.html has no id `no`"),
    ] {
        assert_eq!(book.resolve("index.html", address), Err(reason.to_string()));
    }
}

/// What addresses lead to.
struct Book {
    files: Vec<String>,
    pages: BTreeMap<&'static str, &'static Page>,
}

impl Book {
    fn new() -> Self {
        let pages = pages().iter().map(|page| (page.path.as_str(), page)).collect();
        Self { files: files(folder()), pages }
    }

    /// Follows an address from the file in which it stands.
    fn resolve(&self, from: &str, address: &str) -> Result<(), String> {
        let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
        let path = path.split('?').next().unwrap_or_default();
        let file = if path.is_empty() {
            from.to_string()
        } else {
            let mut parts: Vec<&str> = from.split('/').collect();
            parts.pop();
            for part in path.split('/') {
                match part {
                    "." => {}
                    ".." if parts.pop().is_none() => {
                        return Err(format!("`{path}` leads out of the book"));
                    }
                    ".." => {}
                    part => parts.push(part),
                }
            }
            parts.join("/")
        };
        if self.files.binary_search(&file).is_err() {
            return Err(format!("`{path}` is not a file of the book"));
        }
        let fragment = percent_decoded(fragment);
        match self.pages.get(file.as_str()) {
            Some(page) if !fragment.is_empty() && !page.ids.contains(&fragment) => {
                Err(format!("{file} has no id `{fragment}`"))
            }
            _ => Ok(()),
        }
    }
}

/// The file from which a page's addresses count. Those of a page with `<base>` count from the root of the book.
fn base(page: &Page) -> &str {
    if page.named("base").next().is_some() { "" } else { &page.path }
}

/// The addresses in the attributes of an element.
pub fn addresses(element: &Element) -> impl Iterator<Item = &str> {
    ADDRESSES.iter().flat_map(|name| {
        let value = element.attribute(name).unwrap_or_default();
        let several = if *name == "srcset" { value } else { "" };
        let candidates =
            several.split(',').filter_map(|one| one.split_whitespace().next());
        let single = (several.is_empty() && !value.is_empty()).then_some(value);
        // `<base>` says where addresses start and leads nowhere itself.
        candidates.chain(single).filter(|_| element.name != "base")
    })
}

/// The addresses in a style: `url(…)` and `@import "…"`.
pub fn css_addresses(css: &str) -> impl Iterator<Item = &str> {
    let urls = between(css, "url(", ")");
    let imports = between(css, "@import \"", "\"").chain(between(css, "@import '", "'"));
    urls.chain(imports).map(|address| address.trim().trim_matches(['"', '\'']))
}

/// Whether an address leads to another place of the book, not out of it or to data in itself.
pub fn is_inside(address: &str) -> bool {
    let before_path = address.split(['/', '?', '#']).next().unwrap_or_default();
    !address.starts_with("//") && !before_path.contains(':')
}

/// Every text between `start` and the next `end`.
fn between<'t>(
    text: &'t str,
    start: &'t str,
    end: &'t str,
) -> impl Iterator<Item = &'t str> {
    text.split(start).skip(1).filter_map(move |rest| Some(rest.split_once(end)?.0))
}

fn read(file: &str) -> String {
    fs::read_to_string(folder().join(file)).expect("a file of the book is text")
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let code = (*first == b'%').then(|| after.get(..2)).flatten();
        let code = code.and_then(|code| std::str::from_utf8(code).ok());
        let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = &after[if byte.is_some() { 2 } else { 0 }..];
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
