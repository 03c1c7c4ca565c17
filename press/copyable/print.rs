//! The text of a copy.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Context, Result, bail};

use super::CRATE;
use super::library::{Library, SourceFile};
use super::mentions::Edit;
use super::select::Selection;
use crate::listing::{self, Listing, dedent, is_marker};

/// Width beyond which an import takes several lines.
const LINE_WIDTH: usize = 90;

impl Library {
    /// The printed region and all it needs, as one self-contained file; see [`copyable`](super::copyable()).
    ///
    /// # Errors
    ///
    /// As [`copyable`](super::copyable()), and when the listing's file does not belong to the crate.
    pub fn copyable(&self, listing: &Listing) -> Result<String> {
        let reference = match &listing.anchor {
            Some(anchor) => format!("{}:{anchor}", listing.path),
            None => listing.path.clone(),
        };
        self.copy(listing, &reference)
            .with_context(|| format!("listing `{reference}` cannot be copied by itself"))
    }

    fn copy(&self, listing: &Listing, reference: &str) -> Result<String> {
        let file =
            self.files.iter().position(|file| file.path == listing.path).with_context(
                || format!("`{}` is no module of the crate", listing.path),
            )?;
        let region = self.region_bytes(file, listing)?;
        let items: Vec<usize> = (0..self.items.len())
            .filter(|&item| {
                self.items[item].file == file && overlap(&self.items[item].range, &region)
            })
            .collect();
        if items.is_empty() {
            bail!(
                "`{reference}` holds no item; tests, `use` and `mod` lines are left out of copies"
            );
        }
        let selection = self.select(&items)?;

        // A region inside an item comes as the whole item.
        let start = items
            .iter()
            .map(|&item| self.items[item].range.start)
            .fold(region.start, usize::min);
        let end = items
            .iter()
            .map(|&item| self.items[item].range.end)
            .fold(region.end, usize::max);
        let whole = start..end;
        let is_split = |module: &Range<usize>| {
            overlap(module, &whole)
                && !(module.start < whole.start && whole.end < module.end)
        };
        if self.files[file].inline_modules.iter().any(is_split) {
            bail!(
                "`{reference}` holds a module written in braces: take the region inside it, or a file of its own"
            );
        }

        let mut copy = format!(
            "// From \"Downhill\", listings/src/{} (MIT OR Apache-2.0)\n\n",
            listing.path
        );
        copy.push_str(&imports(&selection));
        let helper_text = |&helper: &usize| {
            let item = &self.items[helper];
            let range =
                with_trailing_comment(&self.files[item.file].text, item.range.clone());
            first_paragraphs(&self.cut(item.file, range, &selection))
        };
        let helpers = self.helpers(&selection, &items);
        // What follows the region in its own file follows it in the copy.
        let follows = |helper: &&usize| {
            self.items[**helper].file == file
                && self.items[**helper].range.start >= whole.end
        };
        let (after, before): (Vec<&usize>, Vec<&usize>) =
            helpers.iter().partition(follows);
        let mut pieces: Vec<String> = before.into_iter().map(helper_text).collect();
        pieces.push(without_examples(&self.cut(file, whole, &selection)));
        pieces.extend(after.into_iter().map(helper_text));
        copy.push_str(&pieces.join("\n"));
        Ok(copy)
    }

    /// The region's bytes of its file, without blank lines at its ends.
    fn region_bytes(&self, file: usize, listing: &Listing) -> Result<Range<usize>> {
        let SourceFile { path, text, .. } = &self.files[file];
        let lines = listing::region(path, text, listing.anchor.as_deref())?;
        let length = |count: usize| {
            text.split_inclusive('\n').take(count).map(str::len).sum::<usize>()
        };
        let bytes = length(lines.start)..length(lines.end);
        let region = &text[bytes.clone()];
        let leading = region.len() - region.trim_start().len();
        Ok(bytes.start + leading.min(region.len())
            ..bytes.start + region.trim_end().len().max(leading))
    }

    /// The needed items outside the region: files that are needed by others first, each file from top to bottom.
    fn helpers(&self, selection: &Selection, region: &[usize]) -> Vec<usize> {
        let mut discovered: BTreeMap<usize, usize> = BTreeMap::new();
        for &item in &selection.items {
            let next = discovered.len();
            discovered.entry(self.items[item].file).or_insert(next);
        }
        let mut helpers: Vec<usize> = selection
            .items
            .iter()
            .copied()
            .filter(|item| !region.contains(item))
            .collect();
        helpers.sort_by_key(|&id| {
            let item = &self.items[id];
            // A macro by example has to stand before its use.
            let is_macro = item.namespaces.contains(&super::library::Namespace::Macro);
            (!is_macro, std::cmp::Reverse(discovered[&item.file]), item.range.start)
        });
        helpers
    }

    /// A piece of a file with its edits made, dedented, without what copies leave out.
    fn cut(&self, file: usize, range: Range<usize>, selection: &Selection) -> String {
        let source = &self.files[file];
        let dropped = source
            .dropped
            .iter()
            .map(|dropped| (with_line_end(&source.text, dropped.clone()), String::new()));
        let edits = selection.edits.get(&file).into_iter().flatten().cloned();
        let mut edits: Vec<Edit> = dropped
            .chain(edits)
            .filter(|(edit, _)| {
                range.start <= edit.start
                    && edit.end.min(source.text.len()) <= range.end + 1
            })
            .collect();
        edits.sort_by_key(|(edit, _)| (edit.start, std::cmp::Reverse(edit.end)));

        let line_start = source.text[..range.start].rfind('\n').map_or(0, |end| end + 1);
        let indentation = &source.text[line_start..range.start];
        let mut text = if indentation.trim().is_empty() {
            indentation.to_owned()
        } else {
            String::new()
        };
        let mut copied = range.start;
        for (edit, replacement) in edits {
            // One change inside another: the outer one decides.
            if edit.start >= copied {
                text.push_str(&source.text[copied..edit.start]);
                text.push_str(&replacement);
                copied = edit.end;
            }
        }
        text.push_str(source.text.get(copied..range.end).unwrap_or(""));

        let mut lines: Vec<&str> = Vec::new();
        for line in text.lines().filter(|line| !is_marker(line)) {
            let blank = line.trim().is_empty();
            if !(blank && lines.last().is_none_or(|last: &&str| last.trim().is_empty())) {
                lines.push(if blank { "" } else { line });
            }
        }
        dedent(&lines).trim_end().to_owned() + "\n"
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// A dropped declaration takes its line break along.
fn with_line_end(text: &str, range: Range<usize>) -> Range<usize> {
    let rest = &text[range.end..];
    let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let end = range.end + blank;
    range.start..if text[end..].starts_with('\n') { end + 1 } else { range.end }
}

/// A comment behind an item on its last line belongs to it.
fn with_trailing_comment(text: &str, range: Range<usize>) -> Range<usize> {
    let rest = text[range.end..].lines().next().unwrap_or("");
    let end = if rest.trim_start().starts_with("//") {
        range.end + rest.trim_end().len()
    } else {
        range.end
    };
    range.start..end
}

/// `use` lines: one a module, sorted, each followed by nothing but the next; a blank line ends them.
fn imports(selection: &Selection) -> String {
    let mut modules: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let named = selection.imports.iter().map(|(name, path)| (path, Some(name)));
    let unnamed = selection.unnamed.iter().map(|path| (path, None));
    for (path, name) in named.chain(unnamed) {
        let (last, module) = path.split_last().expect("a path has a segment");
        let entry = match name {
            Some(name) if name != last => format!("{last} as {name}"),
            None if last != "*" => format!("{last} as _"),
            _ => last.clone(),
        };
        // `use ndarray;` says nothing: a crate's name is known anyway.
        if !(module.is_empty() && entry == *last) {
            modules.entry(module.join("::")).or_default().push(entry);
        }
    }
    let mut text = String::new();
    for (module, mut names) in modules {
        names.sort();
        let module = if module.is_empty() { module } else { module + "::" };
        let line = match names.as_slice() {
            [name] => format!("use {module}{name};\n"),
            names => format!("use {module}{{{}}};\n", names.join(", ")),
        };
        if line.len() > LINE_WIDTH && names.len() > 1 {
            text.push_str(&format!(
                "use {module}{{\n    {},\n}};\n",
                names.join(",\n    ")
            ));
        } else {
            text.push_str(&line);
        }
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// `text` with each doc comment cut to its first paragraph.
fn first_paragraphs(text: &str) -> String {
    each_doc_comment(text, |lines| {
        let end = lines
            .iter()
            .position(|line| doc(line).is_some_and(|line| line.trim().is_empty()));
        lines.truncate(end.unwrap_or(lines.len()));
    })
}

/// `text` without the examples that import the book's crate, which the reader's crate does not know, and with comments
/// about the file, which only its first line may carry, as plain comments.
fn without_examples(text: &str) -> String {
    let text: String = text
        .split_inclusive('\n')
        .map(|line| {
            line.strip_prefix("//!").map_or(line.to_owned(), |rest| format!("//{rest}"))
        })
        .collect();
    each_doc_comment(&text, |lines| {
        let is_fence = |line: &&str| {
            doc(line).is_some_and(|line| line.trim_start().starts_with("```"))
        };
        let mut kept: Vec<&str> = Vec::new();
        let mut rest = lines.as_slice();
        while let Some(open) = rest.iter().position(is_fence) {
            let close = rest[open + 1..]
                .iter()
                .position(is_fence)
                .map_or(rest.len(), |close| open + close + 2);
            kept.extend(&rest[..open]);
            let example = &rest[open..close];
            if example.iter().any(|line| line.contains(&format!("{CRATE}::"))) {
                // The blank line before an example, and its heading, have nothing to announce now.
                while kept.last().is_some_and(|line| {
                    doc(line).is_some_and(|line| {
                        line.trim().is_empty() || line.trim().starts_with("# Example")
                    })
                }) {
                    kept.pop();
                }
            } else {
                kept.extend(example);
            }
            rest = &rest[close..];
        }
        kept.extend(rest);
        *lines = kept;
    })
}

/// Applies `change` to every run of `///` lines.
fn each_doc_comment(text: &str, change: impl Fn(&mut Vec<&str>)) -> String {
    let mut output = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if doc(line).is_none() {
            output.push_str(line);
            output.push('\n');
            continue;
        }
        let mut comment = vec![line];
        while let Some(line) = lines.next_if(|line| doc(line).is_some()) {
            comment.push(line);
        }
        change(&mut comment);
        comment.iter().for_each(|line| output.extend([line, "\n"]));
    }
    output
}

/// The text of a `///` line.
fn doc(line: &str) -> Option<&str> {
    line.trim_start().strip_prefix("///")
}
