//! Pages with the source files of the listings, so that a listing's caption leads to the whole file: one page a folder, and of the
//! experiments, which are many, one for each stretch of the alphabet.

use crate::listing;
use anyhow::Result;
use mdbook_driver::book::{Book, BookItem, Chapter};
use std::collections::BTreeMap;
use std::path::Path;

/// Where the pages of the experiments begin and end: a page has about a seventh of them.
const INITIALS: [(char, char); 7] =
    [('a', 'b'), ('c', 'c'), ('d', 'g'), ('h', 'l'), ('m', 'o'), ('p', 'r'), ('s', 'z')];

/// The address of a source file, from the root of the book: `code/losses.html#huber-rs`.
pub fn address(source: &str) -> String {
    let (page, file) = place(source);
    format!("code/{}.html#{}", page.replace(' ', "-"), file.replace('.', "-"))
}

/// The page and the name of a source file: `losses/huber.rs` is `huber.rs` on the page `losses`, and `experiments/race.rs` is
/// `race.rs` on the page `experiments p-r`.
fn place(source: &str) -> (String, &str) {
    let (folder, file) = source.rsplit_once('/').unwrap_or(("library", source));
    let within = |&&(first, last): &&(char, char)| {
        folder == "experiments" && file.starts_with(|c| (first..=last).contains(&c))
    };
    let page = match INITIALS.iter().find(within) {
        Some((first, last)) if first == last => format!("{folder} {first}"),
        Some((first, last)) => format!("{folder} {first}-{last}"),
        None => folder.to_string(),
    };
    (page, file)
}

/// Adds the pages of every file below `root/listings/src` to the end of the book.
///
/// # Errors
/// A file that cannot be read.
pub fn add(root: &Path, book: &mut Book) -> Result<()> {
    let sources = root.join("listings/src");
    let mut pages: BTreeMap<String, String> = BTreeMap::new();
    for file in listing::source_files(&sources)? {
        let whole = listing::load(&sources, &file)?;
        let (title, name) = place(&file);
        let page = pages.entry(title.clone()).or_insert_with(|| {
            format!(
                "# Code: {title}\n\nFiles of the library `listings`, from which this book's listings are cut, without \
                 their tests.\n\n"
            )
        });
        let id = name.replace('.', "-");
        page.push_str(&format!(
            "## `{name}` {{#{id}}}\n\n```rust\n{}```\n\n",
            whole.code
        ));
    }
    for (title, content) in pages {
        let mut page = Chapter::new(
            &format!("Code: {title}"),
            content,
            format!("code/{}.md", title.replace(' ', "-")),
            Vec::new(),
        );
        page.source_path = None;
        book.push_item(BookItem::Chapter(page));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_a_section_of_its_folders_page() {
        assert_eq!(address("losses/huber.rs"), "code/losses.html#huber-rs");
        assert_eq!(address("lib.rs"), "code/library.html#lib-rs");
        assert_eq!(address("experiments/race.rs"), "code/experiments-p-r.html#race-rs");
        assert_eq!(address("experiments/curve.rs"), "code/experiments-c.html#curve-rs");
    }
}
