//! A page for each source file of the listings, so that a listing's caption leads to the whole of it.

use crate::listing;
use anyhow::Result;
use mdbook_driver::book::{Book, BookItem, Chapter};
use std::path::Path;

/// The page of a source file, relative to the root of the book: `code/losses/huber.html`.
pub fn page(source: &str) -> String {
    format!("code/{}.html", source.trim_end_matches(".rs"))
}

/// Adds a page for every file below `root/listings/src` to the end of the book.
///
/// # Errors
/// A file that cannot be read.
pub fn add(root: &Path, book: &mut Book) -> Result<()> {
    let sources = root.join("listings/src");
    let mut pages = Vec::new();
    let mut list = String::from(
        "# The code\n\nEvery listing of this book is part of one library, `listings`. These are its files, without \
         their tests.\n\n",
    );
    for file in listing::source_files(&sources)? {
        let whole = match listing::load(&sources, &file) {
            Ok(whole) => whole,
            // A file of tests alone has nothing to print.
            Err(_) => continue,
        };
        list.push_str(&format!("- [`{file}`]({}.md)\n", file.trim_end_matches(".rs")));
        let path = format!("code/{}.md", file.trim_end_matches(".rs"));
        let content = format!("# `{file}`\n\n```rust\n{}```\n", whole.code);
        let mut page = Chapter::new(&file, content, path, vec!["The code".to_string()]);
        page.source_path = None;
        pages.push(BookItem::Chapter(page));
    }
    let mut parent = Chapter::new("The code", list, "code/index.md", Vec::new());
    parent.source_path = None;
    parent.sub_items = pages;
    book.push_item(BookItem::Chapter(parent));
    Ok(())
}
