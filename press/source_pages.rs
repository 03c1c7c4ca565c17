//! Pages with the source files of the listings and labs, so that a listing's caption leads to the whole file: one page a folder, and of the
//! experiments, which are many, one for each stretch of the alphabet.

use crate::listing;
use crate::room::Room;
use anyhow::Result;
use mdbook_driver::book::{Book, BookItem, Chapter};
use std::collections::BTreeMap;
use std::path::Path;

/// Where the pages of the experiments begin and end: a page has about a seventh of them.
const INITIALS: [(char, char); 7] =
    [('a', 'b'), ('c', 'c'), ('d', 'g'), ('h', 'l'), ('m', 'o'), ('p', 'r'), ('s', 'z')];

/// The address of a source file, from the root of the book: `code/losses.html#huber-rs`.
pub fn address(room: Room, source: &str) -> String {
    let (page, file) = place(room, source);
    format!("code/{}.html#{}", page.replace(' ', "-"), file.replace('.', "-"))
}

/// The page and the name of a source file: `losses/huber.rs` is `huber.rs` on the page `losses`, `experiments/race.rs` is
/// `race.rs` on the page `experiments p-r`, and `run/lab.rs` of the labs is `lab.rs` on the page `labs run`.
fn place(room: Room, source: &str) -> (String, &str) {
    let (folder, file) = match (room, source.rsplit_once('/')) {
        (_, Some(parts)) => parts,
        (Room::Listings, None) => ("library", source),
        (Room::Labs, None) => ("program", source),
    };
    let within = |&&(first, last): &&(char, char)| {
        folder == "experiments" && file.starts_with(|c| (first..=last).contains(&c))
    };
    let page = match INITIALS.iter().find(within) {
        _ if room == Room::Labs => format!("labs {folder}"),
        Some((first, last)) if first == last => format!("{folder} {first}"),
        Some((first, last)) => format!("{folder} {first}-{last}"),
        // Not pages of the crate `labs`.
        None if folder == "labs" || folder.starts_with("labs/") => {
            format!("records of {folder}")
        }
        None => folder.to_string(),
    };
    (page, file)
}

fn about(room: Room) -> &'static str {
    match room {
        Room::Listings => {
            "Files of the library `listings`, from which this book's listings are cut, without their tests."
        }
        Room::Labs => {
            "Files of the crate `labs`, which runs the labs, without their tests."
        }
    }
}

/// Adds the pages of every file of the listings and of the labs to the end of the book.
///
/// # Errors
/// A file that cannot be read.
pub fn add(root: &Path, book: &mut Book) -> Result<()> {
    let mut pages: BTreeMap<String, String> = BTreeMap::new();
    for room in Room::ALL {
        let sources = room.sources(root);
        for file in listing::source_files(&sources)? {
            let whole = listing::load(&sources, &file)?;
            let (title, name) = place(room, &file);
            let page = pages
                .entry(title.clone())
                .or_insert_with(|| format!("# Code: {title}\n\n{}\n\n", about(room)));
            let id = name.replace('.', "-");
            page.push_str(&format!(
                "## `{name}` {{#{id}}}\n\n```rust\n{}```\n\n",
                whole.code
            ));
        }
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
        assert_eq!(
            address(Room::Listings, "losses/huber.rs"),
            "code/losses.html#huber-rs"
        );
        assert_eq!(address(Room::Listings, "lib.rs"), "code/library.html#lib-rs");
        let experiment =
            |name: &str| address(Room::Listings, &format!("experiments/{name}"));
        assert_eq!(experiment("race.rs"), "code/experiments-p-r.html#race-rs");
        assert_eq!(experiment("curve.rs"), "code/experiments-c.html#curve-rs");
    }

    #[test]
    fn the_labs_have_pages_of_their_own() {
        assert_eq!(address(Room::Labs, "run/lab.rs"), "code/labs-run.html#lab-rs");
        assert_eq!(address(Room::Labs, "main.rs"), "code/labs-program.html#main-rs");
        let records = address(Room::Listings, "labs/record.rs");
        assert_eq!(records, "code/records-of-labs.html#record-rs");
        assert_eq!(
            address(Room::Labs, "tasks/fashion/parts.rs"),
            "code/labs-tasks/fashion.html#parts-rs"
        );
        assert_eq!(
            address(Room::Listings, "labs/fashion/mod.rs"),
            "code/records-of-labs/fashion.html#mod-rs"
        );
    }
}
