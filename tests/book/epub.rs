//! The EPUB, read back: sound XML, and nothing in it that leads nowhere.

use crate::built::{assert_none, folder, root};
use crate::links::is_inside;
use press::epub::{Date, make};
use roxmltree::{Document, Node, ParsingOptions};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::sync::LazyLock;
use zip::{CompressionMethod, ZipArchive};

const PACKAGE: &str = "EPUB/package.opf";
const PAGE: &str = "application/xhtml+xml";

/// The files of the EPUB, by path.
fn files() -> &'static BTreeMap<String, String> {
    static FILES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
        let mut archive = archive();
        let names: Vec<String> = archive
            .file_names()
            .map(|name| name.expect("a name is text").into_owned())
            .collect();
        let read = |name: String| {
            let mut text = String::new();
            let mut file = archive.by_name(&name).expect("a name of the archive");
            file.read_to_string(&mut text).expect("a file of the EPUB is text");
            (name, text)
        };
        names.into_iter().map(read).collect()
    });
    &FILES
}

fn bytes() -> &'static [u8] {
    static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| {
        make(root(), folder(), Date::NONE)
            .unwrap_or_else(|error| panic!("there is no EPUB: {error:#}"))
    });
    &BYTES
}

fn archive() -> ZipArchive<Cursor<&'static [u8]>> {
    ZipArchive::new(Cursor::new(bytes())).expect("the EPUB is a ZIP file")
}

fn parse(text: &str) -> Result<Document<'_>, roxmltree::Error> {
    // XHTML begins with `<!DOCTYPE html>`.
    Document::parse_with_options(
        text,
        ParsingOptions { allow_dtd: true, ..Default::default() },
    )
}

/// The elements of that name in the package document.
fn package(name: &str) -> Vec<BTreeMap<String, String>> {
    let document = parse(&files()[PACKAGE]).expect("the package document is XML");
    let named = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.idpf.org/2007/opf", name)));
    let attributes = |node: Node| {
        node.attributes().map(|a| (a.name().to_string(), a.value().to_string())).collect()
    };
    named.map(attributes).collect()
}

/// The pages in the order in which they are read, each with its document.
fn for_each_page(mut check: impl FnMut(&str, &Document)) {
    let items = package("item");
    for page in package("itemref") {
        let item = items.iter().find(|item| item["id"] == page["idref"]);
        let path = format!("EPUB/{}", item.expect("an item of the manifest")["href"]);
        let text = &files()[&path];
        match parse(text) {
            Ok(document) => check(&path, &document),
            Err(error) => panic!("{path} is not XML: {error}"),
        }
    }
}

#[test]
fn the_first_file_tells_what_it_is_and_is_not_compressed() {
    let mut archive = archive();
    let mut first = archive.by_index(0).unwrap();
    assert_eq!(first.name().unwrap(), "mimetype");
    assert_eq!(first.compression(), CompressionMethod::Stored);
    let mut text = String::new();
    first.read_to_string(&mut text).unwrap();
    assert_eq!(text, "application/epub+zip");
    assert!(files()["META-INF/container.xml"].contains("full-path=\"EPUB/package.opf\""));
}

#[test]
fn the_manifest_has_every_file_and_the_spine_every_page() {
    let items = package("item");
    let listed: BTreeSet<String> =
        items.iter().map(|item| format!("EPUB/{}", item["href"])).collect();
    assert_eq!(listed.len(), items.len(), "a file is listed twice");
    let outside = ["mimetype", "META-INF/container.xml", PACKAGE];
    let held: BTreeSet<String> = files()
        .keys()
        .filter(|file| !outside.contains(&file.as_str()))
        .cloned()
        .collect();
    assert_eq!(listed, held);

    let pages: BTreeSet<&str> = items
        .iter()
        .filter(|item| item["media-type"] == PAGE)
        .map(|item| item["id"].as_str())
        .collect();
    let spine = package("itemref");
    assert_eq!(spine.len(), pages.len());
    assert!(spine.iter().all(|page| pages.contains(page["idref"].as_str())));
    for property in ["nav", "cover-image", "mathml", "svg"] {
        let has = |item: &BTreeMap<String, String>| {
            item.get("properties")
                .is_some_and(|all| all.split(' ').any(|one| one == property))
        };
        assert!(items.iter().any(has), "no file is `{property}`");
    }
}

/// Every chapter of the summary, so that the tests below look at all of them.
#[test]
fn every_chapter_is_a_page() {
    let summary = std::fs::read_to_string(root().join("src/SUMMARY.md")).unwrap();
    let mut missing = Vec::new();
    let chapters: Vec<&str> = summary
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(".md)"))
        .map(|(chapter, _)| chapter)
        .collect();
    assert!(!chapters.is_empty());
    for chapter in chapters {
        let page = format!("EPUB/chapters/{chapter}.xhtml");
        if !files().contains_key(&page) {
            missing.push(page);
        }
    }
    assert_none(&missing);
}

#[test]
fn every_link_and_its_fragment_resolve() {
    let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut addresses: Vec<(String, String)> = Vec::new();
    let mut wrong = Vec::new();
    for_each_page(|path, document| {
        let own = ids.entry(path.to_string()).or_default();
        for node in document.descendants() {
            for attribute in node.attributes() {
                match attribute.name() {
                    "id" if !own.insert(attribute.value().to_string()) => {
                        wrong.push(format!(
                            "{path}: id=\"{}\" stands again",
                            attribute.value()
                        ));
                    }
                    "href" | "src" => {
                        addresses.push((path.to_string(), attribute.value().to_string()));
                    }
                    _ => {}
                }
            }
        }
    });
    assert!(addresses.len() > ids.len(), "there are no links");
    for (page, address) in addresses.iter().filter(|(_, address)| is_inside(address)) {
        let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
        let file = resolve(page, path);
        let is_there = match ids.get(&file) {
            Some(ids) => fragment.is_empty() || ids.contains(fragment),
            None => fragment.is_empty() && files().contains_key(&file),
        };
        if !is_there {
            wrong.push(format!("{page}: `{address}` leads nowhere"));
        }
    }
    assert_none(&wrong);
}

#[test]
fn pages_hold_nothing_that_runs_or_is_fetched() {
    let mut wrong = Vec::new();
    let (mut formulas, mut pictures) = (0, 0);
    for_each_page(|path, document| {
        for node in document.descendants().filter(Node::is_element) {
            let name = node.tag_name().name();
            formulas += usize::from(name == "math");
            pictures += usize::from(name == "svg");
            if ["script", "form", "input", "button", "iframe", "object", "audio", "video"]
                .contains(&name)
            {
                wrong.push(format!("{path}: <{name}>"));
            }
            for attribute in node.attributes() {
                let (name, value) = (attribute.name(), attribute.value());
                let is_fetched = ["src", "srcset", "poster"].contains(&name)
                    && !is_inside(value)
                    || value.contains("url(");
                if is_fetched
                    || name.starts_with("on")
                    || name.starts_with("data-")
                    || value.contains("var(--")
                {
                    wrong.push(format!("{path}: {name}=\"{value}\""));
                }
            }
        }
    });
    let style = &files()["EPUB/style.css"];
    assert!(!style.contains("url(") && !style.contains("@import"));
    assert!(formulas > 0 && pictures > 0, "{formulas} formulas, {pictures} pictures");
    assert_none(&wrong);
}

/// As on the pages: a figure's picture says what can be seen, and the EPUB has as many figures as the book.
#[test]
fn every_figure_is_there_with_its_words() {
    let mut figures = BTreeSet::new();
    let mut wrong = Vec::new();
    for_each_page(|path, document| {
        for figure in document
            .descendants()
            .filter(|node| node.attribute("class") == Some("figure"))
        {
            let id = figure.attribute("id").unwrap_or_default();
            figures.insert(id.to_string());
            let pictures: Vec<Node> = figure
                .descendants()
                .filter(|node| node.tag_name().name() == "svg")
                .collect();
            let words = pictures.first().and_then(|svg| svg.attribute("aria-label"));
            let caption =
                figure.descendants().find(|node| node.tag_name().name() == "figcaption");
            let has_caption = caption
                .is_some_and(|caption| caption.descendants().any(|node| node.is_text()));
            if pictures.len() != 1 || words.is_none_or(str::is_empty) || !has_caption {
                wrong.push(format!(
                    "{path}: {id}: {} pictures, {words:?}",
                    pictures.len()
                ));
            }
        }
    });
    assert_none(&wrong);
    let in_the_book: BTreeSet<String> = crate::built::chapters()
        .flat_map(|page| page.named("figure").filter(|figure| figure.is("figure")))
        .filter_map(|figure| figure.attribute("id").map(str::to_string))
        .collect();
    assert_eq!(figures, in_the_book);
}

#[test]
fn the_same_book_is_the_same_file() {
    assert!(make(root(), folder(), Date::NONE).unwrap() == bytes());
}

/// Follows a path from the page in which it stands.
fn resolve(page: &str, path: &str) -> String {
    if path.is_empty() {
        return page.to_string();
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}
