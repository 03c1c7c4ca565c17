//! What stands in the EPUB, in order: chapters below their parts, practice below its chapter.

use mdbook_driver::book::{BookItem, Chapter};
use std::collections::BTreeSet;

/// The table of contents.
pub struct Outline {
    /// Its top level.
    pub entries: Vec<Entry>,
}

/// A part or a chapter.
pub struct Entry {
    /// What the table of contents says: "2. Regression losses".
    pub title: String,
    /// The file in the EPUB: `chapters/part-1-losses/regression-losses.xhtml`.
    pub file: String,
    /// The page in the built book; a part has none.
    pub page: Option<String>,
    /// What stands below it.
    pub below: Vec<Entry>,
}

impl Outline {
    /// The outline of a book. Chapters with a number stand below the part before them.
    pub fn of(items: &[BookItem]) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        let mut parts = 0;
        let mut is_in_part = false;
        for item in items {
            match item {
                BookItem::PartTitle(title) => {
                    parts += 1;
                    is_in_part = true;
                    entries.push(Entry {
                        title: title.clone(),
                        file: format!("parts/{parts}.xhtml"),
                        page: None,
                        below: Vec::new(),
                    });
                }
                BookItem::Chapter(chapter) => {
                    is_in_part &= chapter.number.is_some();
                    let place = match entries.last_mut() {
                        Some(part) if is_in_part => &mut part.below,
                        _ => &mut entries,
                    };
                    place.extend(entry(chapter));
                }
                BookItem::Separator => {}
            }
        }
        Self { entries }
    }

    /// All entries, in the order in which they are read.
    pub fn entries(&self) -> Vec<&Entry> {
        fn add<'e>(entries: &'e [Entry], all: &mut Vec<&'e Entry>) {
            for entry in entries {
                all.push(entry);
                add(&entry.below, all);
            }
        }
        let mut all = Vec::new();
        add(&self.entries, &mut all);
        all
    }

    /// All pages of the built book that the EPUB holds.
    pub fn pages(&self) -> BTreeSet<String> {
        self.entries().iter().filter_map(|entry| entry.page.clone()).collect()
    }
}

/// A chapter that is written; one without a file is only planned.
fn entry(chapter: &Chapter) -> Option<Entry> {
    let path =
        chapter.path.as_ref()?.with_extension("").to_string_lossy().replace('\\', "/");
    let below = chapter.sub_items.iter().filter_map(|item| match item {
        BookItem::Chapter(chapter) => entry(chapter),
        _ => None,
    });
    let number = chapter.number.as_ref().map(|number| format!("{number} "));
    Some(Entry {
        title: number.unwrap_or_default() + &chapter.name,
        file: format!("chapters/{path}.xhtml"),
        page: Some(format!("{path}.html")),
        below: below.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use mdbook_driver::book::SectionNumber;

    fn chapter(name: &str, number: &[u32], below: Vec<BookItem>) -> BookItem {
        let mut chapter =
            Chapter::new(name, String::new(), format!("a/{name}.md"), Vec::new());
        chapter.number = (!number.is_empty())
            .then(|| number.iter().copied().collect::<SectionNumber>());
        chapter.sub_items = below;
        chapter.into()
    }

    #[test]
    fn numbered_chapters_stand_below_their_part_and_others_do_not() {
        let practice = chapter("Practice", &[1, 1], vec![]);
        let outline = Outline::of(&[
            chapter("Front", &[], vec![]),
            BookItem::PartTitle("Part 1".to_string()),
            chapter("One", &[1], vec![practice]),
            BookItem::Separator,
            chapter("Back", &[], vec![]),
        ]);
        let titles: Vec<&str> = outline.entries().iter().map(|e| &*e.title).collect();
        assert_eq!(titles, ["Front", "Part 1", "1. One", "1.1. Practice", "Back"]);
        let top: Vec<&str> = outline.entries.iter().map(|e| &*e.file).collect();
        assert_eq!(
            top,
            ["chapters/a/Front.xhtml", "parts/1.xhtml", "chapters/a/Back.xhtml"]
        );
        assert_eq!(
            outline.pages().into_iter().collect::<Vec<_>>(),
            ["a/Back.html", "a/Front.html", "a/One.html", "a/Practice.html"]
        );
    }
}
