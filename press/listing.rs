//! Listings: code that a chapter prints from the source files that the tests compile.
//!
//! A file marks a region with mdBook's anchors, `// ANCHOR: name` and `// ANCHOR_END: name`; regions may nest.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use syn::spanned::Spanned;

use crate::nearest::nearest;

/// Code to print, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The file, relative to the crate's `src`, with forward slashes: `losses/huber.rs`.
    pub path: String,
    /// The region; `None` for the whole file.
    pub anchor: Option<String>,
    /// The code, dedented, without lines that mark regions and without tests.
    pub code: String,
    /// Line of the file, counted from 1, on which the code starts.
    pub first_line: usize,
}

/// Loads the listing that `reference` names, such as `losses/huber.rs:huber`, or `losses/huber.rs` for the whole file.
///
/// `root` is the crate's `src` directory.
///
/// # Errors
///
/// For an unknown file or region (naming the nearest one), for a region that is opened twice or not closed (naming file
/// and line), for one without code, and for a file that is not Rust.
pub fn load(root: &Path, reference: &str) -> Result<Listing> {
    let (path, anchor) = match reference.split_once(':') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (reference, None),
    };
    let text = read(root, path)?;
    let lines: Vec<&str> = text.lines().collect();
    let region = region(path, &text, anchor)?;
    let tests = match anchor {
        Some(_) => Vec::new(),
        None => test_lines(path, &text)?,
    };
    let is_printed = |line: usize| {
        !is_marker(lines[line]) && !tests.iter().any(|tests| tests.contains(&line))
    };
    let mut printed: Vec<usize> = region.filter(|&line| is_printed(line)).collect();
    let is_blank = |line: &usize| lines[*line].trim().is_empty();
    while printed.last().is_some_and(is_blank) {
        printed.pop();
    }
    let leading = printed.iter().take_while(|line| is_blank(line)).count();
    printed.drain(..leading);
    let Some(first) = printed.first() else {
        bail!("listing `{reference}` holds no code")
    };

    let code: Vec<&str> = printed.iter().map(|&line| lines[line]).collect();
    Ok(Listing {
        path: path.to_owned(),
        anchor: anchor.map(str::to_owned),
        code: dedent(&code),
        first_line: first + 1,
    })
}

/// The text of a source file of the crate.
fn read(root: &Path, path: &str) -> Result<String> {
    let files = source_files(root)?;
    if !files.iter().any(|file| file == path) {
        let hint = nearest(path, files.iter().map(String::as_str));
        let hint = hint.map_or(String::new(), |file| format!("; did you mean `{file}`?"));
        bail!("there is no source file `{path}` in {}{hint}", root.display());
    }
    fs::read_to_string(root.join(path)).with_context(|| format!("cannot read `{path}`"))
}

/// Every Rust file below `root`, relative to it, sorted.
pub fn source_files(root: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    let mut directories = vec![String::new()];
    while let Some(directory) = directories.pop() {
        let path = root.join(&directory);
        let entries = fs::read_dir(&path)
            .with_context(|| format!("cannot read {}", path.display()))?;
        for entry in entries {
            let entry = entry?;
            let name = format!("{directory}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                directories.push(name + "/");
            } else if name.ends_with(".rs") {
                files.push(name);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// The lines of `anchor`, counted from 0 and without those that mark it; every line for the whole file.
pub(crate) fn region(
    path: &str,
    text: &str,
    anchor: Option<&str>,
) -> Result<Range<usize>> {
    let regions = regions(path, text)?;
    let Some(anchor) = anchor else { return Ok(0..text.lines().count()) };
    regions.get(anchor).cloned().ok_or_else(|| {
        let known = regions.keys().copied();
        let hint = match (nearest(anchor, known.clone()), regions.is_empty()) {
            (Some(name), _) => format!("; did you mean `{name}`?"),
            (None, true) => "; it has none".to_owned(),
            (None, false) => format!(
                "; it has {}",
                known.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
            ),
        };
        anyhow!("`{path}` has no region `{anchor}`{hint}")
    })
}

/// Every region of a file by name.
fn regions<'a>(path: &str, text: &'a str) -> Result<BTreeMap<&'a str, Range<usize>>> {
    let mut open: BTreeMap<&str, usize> = BTreeMap::new();
    let mut closed: BTreeMap<&str, Range<usize>> = BTreeMap::new();
    for (index, line) in text.lines().enumerate() {
        let place = format!("{path}:{}", index + 1);
        match marker(line) {
            Some(Marker::Open(name)) => {
                let first = open
                    .get(name)
                    .copied()
                    .or_else(|| closed.get(name).map(|region| region.start - 1));
                if let Some(first) = first {
                    bail!(
                        "{place}: region `{name}` is opened a second time; the first time is on line {}",
                        first + 1
                    );
                }
                open.insert(name, index);
            }
            Some(Marker::Close(name)) => match open.remove(name) {
                Some(start) => _ = closed.insert(name, start + 1..index),
                None => bail!("{place}: region `{name}` is closed, but was not opened"),
            },
            None => {}
        }
    }
    if let Some((name, index)) = open.first_key_value() {
        bail!("{path}:{}: region `{name}` is opened, but never closed", index + 1);
    }
    Ok(closed)
}

enum Marker<'a> {
    Open(&'a str),
    Close(&'a str),
}

fn marker(line: &str) -> Option<Marker<'_>> {
    let comment = line.trim_start().strip_prefix("//")?.trim();
    if let Some(name) = comment.strip_prefix("ANCHOR:") {
        return Some(Marker::Open(name.trim()));
    }
    comment.strip_prefix("ANCHOR_END:").map(|name| Marker::Close(name.trim()))
}

/// Whether a line marks the start or the end of a region.
pub(crate) fn is_marker(line: &str) -> bool {
    marker(line).is_some()
}

/// The lines of the items under `#[cfg(test)]`, counted from 0.
fn test_lines(path: &str, text: &str) -> Result<Vec<Range<usize>>> {
    let file = syn::parse_file(text).with_context(|| format!("`{path}` is not Rust"))?;
    let tests = file.items.iter().filter(|item| is_test(attributes(item)));
    Ok(tests.map(|item| item.span().start().line - 1..item.span().end().line).collect())
}

/// Whether an item is compiled for tests only.
pub(crate) fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Path>()
                .is_ok_and(|condition| condition.is_ident("test"))
    })
}

/// The attributes of an item.
pub(crate) fn attributes(item: &syn::Item) -> &[syn::Attribute] {
    use syn::Item;
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::ExternCrate(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::ForeignMod(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::TraitAlias(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// Lines without the indentation that all of them share, each ended by a line break.
pub(crate) fn dedent(lines: &[&str]) -> String {
    let indentation = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let shared = lines
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(|line| indentation(line))
        .min();
    let shared = shared.unwrap_or(0);
    lines.iter().map(|line| line.get(shared..).unwrap_or("").to_owned() + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
//! A file.

// ANCHOR: outer
pub struct Point {
    pub x: f64,
}

impl Point {
    // ANCHOR: inner
    /// Doubles it.
    pub fn double(&self) -> f64 {
        2.0 * self.x
    }
    // ANCHOR_END: inner
}
// ANCHOR_END: outer

#[cfg(test)]
mod tests {
    #[test]
    fn works() {}
}

pub const LAST: f64 = 1.0;
";

    fn crate_with(text: &str) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("shapes")).unwrap();
        fs::write(root.path().join("lib.rs"), "pub mod shapes;\n").unwrap();
        fs::write(root.path().join("shapes/point.rs"), text).unwrap();
        root
    }

    fn error(text: &str, reference: &str) -> String {
        load(crate_with(text).path(), reference).unwrap_err().to_string()
    }

    #[test]
    fn a_region_is_dedented_and_knows_its_line() {
        let root = crate_with(FILE);
        let inner = load(root.path(), "shapes/point.rs:inner").unwrap();
        assert_eq!(
            inner.code,
            "/// Doubles it.\npub fn double(&self) -> f64 {\n    2.0 * self.x\n}\n"
        );
        assert_eq!((inner.first_line, inner.anchor.as_deref()), (10, Some("inner")));
        assert_eq!(inner.path, "shapes/point.rs");

        let outer = load(root.path(), "shapes/point.rs:outer").unwrap();
        assert!(outer.code.starts_with(
            "pub struct Point {\n    pub x: f64,\n}\n\nimpl Point {\n    /// Doubles"
        ));
        assert!(outer.code.ends_with("    }\n}\n") && !outer.code.contains("ANCHOR"));
        assert_eq!(outer.first_line, 4);
    }

    #[test]
    fn a_whole_file_comes_without_its_tests() {
        let file = load(crate_with(FILE).path(), "shapes/point.rs").unwrap();
        assert!(
            file.code.starts_with("//! A file.\n")
                && file.code.ends_with("pub const LAST: f64 = 1.0;\n")
        );
        assert!(
            !file.code.contains("mod tests")
                && !file.code.contains("cfg")
                && !file.code.contains("ANCHOR")
        );
    }

    #[test]
    fn an_unknown_name_gets_the_nearest_one() {
        assert!(
            error(FILE, "shapes/pint.rs:inner")
                .contains("did you mean `shapes/point.rs`?")
        );
        assert!(error(FILE, "../shapes/point.rs").contains("no source file"));
        assert_eq!(
            error(FILE, "shapes/point.rs:iner"),
            "`shapes/point.rs` has no region `iner`; did you mean `inner`?"
        );
        assert!(
            error(FILE, "shapes/point.rs:zebra").ends_with("it has `inner`, `outer`")
        );
        assert!(error("", "shapes/point.rs:a").ends_with("it has none"));
    }

    #[test]
    fn regions_that_do_not_pair_name_their_line() {
        let open = "// ANCHOR: a\nfn f() {}\n";
        assert!(
            error(open, "shapes/point.rs:a")
                .starts_with("shapes/point.rs:1: region `a` is opened, but never")
        );
        let closed = "fn f() {}\n// ANCHOR_END: a\n";
        assert!(
            error(closed, "shapes/point.rs")
                .starts_with("shapes/point.rs:2: region `a` is closed, but was not")
        );
        let twice = "// ANCHOR: a\nfn f() {}\n// ANCHOR_END: a\n// ANCHOR: a\nfn g() {}\n// ANCHOR_END: a\n";
        let error_twice = error(twice, "shapes/point.rs:a");
        assert!(
            error_twice
                .starts_with("shapes/point.rs:4: region `a` is opened a second time"),
            "{error_twice}"
        );
        assert!(error_twice.ends_with("on line 1"));
        let empty = "// ANCHOR: a\n\n// ANCHOR_END: a\n";
        assert_eq!(
            error(empty, "shapes/point.rs:a"),
            "listing `shapes/point.rs:a` holds no code"
        );
    }
}
