//! Pages with the source files of the listings, one page a folder, so that a listing's caption leads to the whole file.

use crate::listing;
use anyhow::Result;
use mdbook_driver::book::{Book, BookItem, Chapter};
use std::collections::BTreeMap;
use std::path::Path;

/// The address of a source file, from the root of the book: `code/losses.html#huber-rs`.
pub fn address(source: &str) -> String {
    let (folder, file) = place(source);
    format!("code/{folder}.html#{}", file.replace('.', "-"))
}

/// The page and the name of a source file: `losses/huber.rs` is `huber.rs` on the page `losses`.
fn place(source: &str) -> (&str, &str) {
    source.rsplit_once('/').unwrap_or(("library", source))
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
        let (folder, name) = place(&file);
        let page = pages.entry(folder.to_string()).or_insert_with(|| {
            format!(
                "# Code: {folder}\n\nFiles of the library `listings`, from which this book's listings are cut, without \
                 their tests.\n\n"
            )
        });
        let id = name.replace('.', "-");
        page.push_str(&format!(
            "## `{name}` {{#{id}}}\n\n```rust\n{}```\n\n",
            whole.code
        ));
    }
    for (folder, content) in pages {
        let mut page = Chapter::new(
            &format!("Code: {folder}"),
            content,
            format!("code/{folder}.md"),
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
    }
}
