//! Links between the pages of the EPUB.

use std::collections::BTreeSet;

/// Where a link of a page leads in the EPUB; `None` for what the EPUB does not hold.
///
/// `page` and `pages` are pages of the built book: `part-1-losses/regression-losses.html`.
pub fn target(address: &str, page: &str, pages: &BTreeSet<String>) -> Option<String> {
    if leads_out(address) {
        return Some(address.to_string());
    }
    let (path, fragment) = match address.split_once('#') {
        Some((path, fragment)) => (path, format!("#{}", id(fragment))),
        None => (address, String::new()),
    };
    if path.is_empty() {
        return Some(fragment);
    }
    let path_in_epub = path.strip_suffix(".html")?;
    let is_held = pages.contains(&resolve(path, page)?);
    is_held.then(|| format!("{path_in_epub}.xhtml{fragment}"))
}

/// An id as XML has it: not beginning with a digit.
pub fn id(id: &str) -> String {
    match id.starts_with(|first: char| first.is_alphabetic() || first == '_') {
        true => id.to_string(),
        false => format!("_{id}"),
    }
}

/// The way to the root of the EPUB from one of its files: `../` for each folder.
pub fn to_root(file: &str) -> String {
    "../".repeat(file.matches('/').count())
}

fn leads_out(address: &str) -> bool {
    let before_path = address.split(['/', '?', '#']).next().unwrap_or_default();
    address.starts_with("//") || before_path.contains(':')
}

/// The page to which a path leads from another page.
fn resolve(path: &str, page: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_a_page_of_the_epub_or_nowhere() {
        let pages = BTreeSet::from(["index.html".into(), "a/b.html".into()]);
        let target = |address| target(address, "a/b.html", &pages);
        for (address, expected) in [
            ("#here", Some("#here")),
            ("#1cycle", Some("#_1cycle")),
            ("../index.html", Some("../index.xhtml")),
            ("b.html#c", Some("b.xhtml#c")),
            ("../a/./b.html", Some("../a/./b.xhtml")),
            ("https://example.org/a.html#1", Some("https://example.org/a.html#1")),
            ("../code/losses.html#huber-rs", None),
            ("../../index.html", None),
            ("../assets/picture.png", None),
        ] {
            assert_eq!(target(address).as_deref(), expected, "{address}");
        }
    }
}
