//! Numbers for what can be referred to: "Figure 2-3", and where it stands.

use crate::directive::Directive;
use crate::nearest::nearest;
use anyhow::{Result, bail};
use std::collections::BTreeMap;

/// The kinds of directives that get a number, and what a reader calls them.
const NUMBERED: [(&str, &str); 5] = [
    ("figure", "Figure"),
    ("table", "Table"),
    ("listing", "Listing"),
    ("claim", "Claim"),
    ("exercise", "Exercise"),
];

/// What a reader calls a directive of this kind; `None` for kinds without numbers.
fn title(kind: &str) -> Option<&'static str> {
    NUMBERED.iter().find(|(numbered, _)| *numbered == kind).map(|(_, title)| *title)
}

/// Where something stands, and its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// "2-3", or "3" in a chapter without a number.
    pub number: String,
    /// "Figure".
    pub title: &'static str,
    /// The chapter's file, relative to `src`.
    pub chapter: String,
    /// The element's id in the page.
    pub id: String,
}

impl Label {
    /// "Figure 2-3".
    pub fn text(&self) -> String {
        format!("{} {}", self.title, self.number)
    }

    /// What labels of one kind are sorted by to stand in the order of the book: chapter and count.
    pub fn position(&self) -> (u32, u32) {
        let (chapter, count) = self.number.split_once('-').unwrap_or(("0", &self.number));
        (chapter.parse().unwrap_or(0), count.parse().unwrap_or(0))
    }

    /// The address of the element, from another chapter's file.
    pub fn address(&self, from_chapter: &str) -> String {
        if from_chapter == self.chapter {
            return format!("#{}", self.id);
        }
        let page = self.chapter.strip_suffix(".md").unwrap_or(&self.chapter);
        format!("{}{page}.html#{}", to_root(from_chapter), self.id)
    }
}

/// The way from a chapter's page to the root of the book: `../` for each folder.
pub fn to_root(chapter: &str) -> String {
    "../".repeat(chapter.matches('/').count())
}

/// The id of the element that a directive makes.
pub fn id(kind: &str, name: &str) -> String {
    let name = name.trim_end_matches(".rs").replace(".rs:", "-");
    format!("{kind}-{}", name.replace(|c: char| !c.is_ascii_alphanumeric(), "-"))
}

/// Every label of the book.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    labels: BTreeMap<(String, String), Label>,
    /// How many there are so far, by chapter number and title.
    counts: BTreeMap<(String, &'static str), usize>,
}

impl Labels {
    /// Numbers the directives of a chapter. The pages of one chapter, 2 and 2.1, count on together.
    ///
    /// Gives what has a number already, with its line: it stands twice in the book. A directive without a name gets no number.
    pub fn add_chapter(
        &mut self,
        chapter: &str,
        number: Option<&str>,
        directives: &[Directive],
    ) -> Vec<String> {
        let mut twice = Vec::new();
        let number = number.map(|number| number.split('.').next().unwrap_or(number));
        for directive in directives {
            let Some(title) = title(&directive.kind) else { continue };
            let Ok(name) = directive.name() else { continue };
            let name = name.to_string();
            let of_chapter = (number.unwrap_or_default().to_string(), title);
            let count = self.counts.entry(of_chapter).or_default();
            *count += 1;
            let number = match number {
                Some(chapter) => format!("{chapter}-{count}"),
                None => count.to_string(),
            };
            let id = id(&directive.kind, &name);
            let label = Label { number, title, chapter: chapter.to_string(), id };
            let key = (directive.kind.clone(), name);
            if let Some(first) = self.labels.get(&key) {
                twice.push(format!(
                    "line {}: {} `{}` stands already in src/{} as {}",
                    directive.line,
                    key.0,
                    key.1,
                    first.chapter,
                    first.text()
                ));
                continue;
            }
            self.labels.insert(key, label);
        }
        twice
    }

    /// The label of a directive.
    ///
    /// # Errors
    /// An unknown kind or name, with the nearest one.
    pub fn get(&self, kind: &str, name: &str) -> Result<&Label> {
        if title(kind).is_none() {
            let kinds: Vec<&str> = NUMBERED.iter().map(|(kind, _)| *kind).collect();
            bail!("`{kind}` has no numbers; valid are {}", kinds.join(", "));
        }
        if let Some(label) = self.labels.get(&(kind.to_string(), name.to_string())) {
            return Ok(label);
        }
        let names = self
            .labels
            .keys()
            .filter(|(other, _)| other == kind)
            .map(|(_, name)| name.as_str());
        match nearest(name, names) {
            Some(near) => {
                bail!("no {kind} `{name}` stands in the book; did you mean `{near}`?")
            }
            None => bail!("no {kind} `{name}` stands in the book"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directive::find;

    fn labels() -> Labels {
        let mut labels = Labels::default();
        let text = "{{#figure a}} {{#table a}} {{#figure b}} {{#value a.x}}";
        labels.add_chapter("part/two.md", Some("2"), &find(text).unwrap());
        labels
    }

    #[test]
    fn each_kind_counts_for_itself() {
        let labels = labels();
        assert_eq!(labels.get("figure", "b").unwrap().text(), "Figure 2-2");
        assert_eq!(labels.get("table", "a").unwrap().text(), "Table 2-1");
    }

    #[test]
    fn labels_are_sorted_by_number_and_not_by_letter() {
        let number = |number: &str| Label {
            number: number.to_string(),
            title: "Claim",
            chapter: String::new(),
            id: String::new(),
        };
        assert!(number("2-10").position() > number("2-9").position());
        assert!(number("10-1").position() > number("9-12").position());
        assert_eq!(number("3").position(), (0, 3));
    }

    #[test]
    fn the_pages_of_a_chapter_count_on() {
        let mut labels = labels();
        let directives = find("{{#figure c}}").unwrap();
        labels.add_chapter("part/two-practice.md", Some("2.1"), &directives);
        assert_eq!(labels.get("figure", "c").unwrap().text(), "Figure 2-3");
    }

    #[test]
    fn addresses_lead_from_chapter_to_chapter() {
        let labels = labels();
        let label = labels.get("figure", "b").unwrap();
        assert_eq!(label.address("part/two.md"), "#figure-b");
        assert_eq!(label.address("other/deep/page.md"), "../../part/two.html#figure-b");
        assert_eq!(id("listing", "losses/huber.rs:huber"), "listing-losses-huber-huber");
    }

    #[test]
    fn unknown_and_repeated_names_are_errors() {
        let mut labels = labels();
        let error = labels.get("figure", "bb").unwrap_err().to_string();
        assert!(error.contains("no figure `bb`"), "{error}");
        assert!(labels.get("value", "a").is_err());
        let again = find("\n{{#figure a}}").unwrap();
        let error = labels.add_chapter("three.md", None, &again).join("\n");
        assert!(
            error.contains("line 2: figure `a` stands already in src/part/two.md"),
            "{error}"
        );
    }
}
