//! The bibliography: `references.toml`, cited by key and printed with what cites it.

use crate::directive::Directive;
use crate::labels::to_root;
use crate::markdown::escape;
use crate::nearest::nearest;
use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The file at the root of the repository.
const FILE: &str = "references.toml";

/// A paper, a book or a page on the web.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reference {
    /// "D. P. Kingma and J. Ba".
    authors: String,
    year: u32,
    /// What a sentence calls it, before the year: "Kingma and Ba".
    short: String,
    title: String,
    /// Journal, conference or publisher.
    #[serde(default)]
    r#in: String,
    /// Where it can be read.
    #[serde(default)]
    link: String,
}

/// The bibliography, and who cites what.
#[derive(Clone, Debug, Default)]
pub struct References {
    entries: BTreeMap<String, Reference>,
    /// Titles and files of the pages that cite a key, in the order of the book.
    cited: BTreeMap<String, Vec<(String, String)>>,
    /// The file of the page with the bibliography.
    page: Option<String>,
}

impl References {
    /// Reads the bibliography of the repository at `root`; one that is not there is empty.
    ///
    /// # Errors
    /// A file that cannot be read, with its line.
    pub fn load(root: &Path) -> Result<Self> {
        let path = root.join(FILE);
        if !path.is_file() {
            return Ok(Self::default());
        }
        let text =
            fs::read_to_string(&path).with_context(|| format!("cannot read {FILE}"))?;
        Self::parse(&text).with_context(|| format!("cannot read {FILE}"))
    }

    fn parse(text: &str) -> Result<Self> {
        let entries: BTreeMap<String, Reference> = toml::from_str(text)?;
        for (key, entry) in &entries {
            ensure!(
                entry.link.is_empty() || entry.link.starts_with("https://"),
                "the link of `{key}` does not begin with https://: {}",
                entry.link
            );
            let year = entry.year.to_string();
            ensure!(
                key.trim_end_matches(|last: char| last.is_ascii_lowercase())
                    .ends_with(&year),
                "the key `{key}` does not end with its year, {year}"
            );
        }
        Ok(Self { entries, ..Self::default() })
    }

    /// Notes what a page cites, and whether the bibliography stands in it.
    pub fn add_page(&mut self, title: &str, file: &str, directives: &[Directive]) {
        for directive in directives {
            match (directive.kind.as_str(), directive.name()) {
                ("cite", Ok(key)) => {
                    let pages = self.cited.entry(key.to_string()).or_default();
                    let page = (title.to_string(), file.to_string());
                    if !pages.contains(&page) {
                        pages.push(page);
                    }
                }
                ("references", _) => self.page = Some(file.to_string()),
                _ => {}
            }
        }
    }

    /// A citation in the page of the file `from`: "Huber (1964)", with `places` "Huber (1964, §2)".
    ///
    /// # Errors
    /// A key that is not in the bibliography; a book without one.
    pub fn cite(&self, key: &str, places: Option<&str>, from: &str) -> Result<String> {
        let Some(reference) = self.entries.get(key) else {
            match nearest(key, self.entries.keys().map(String::as_str)) {
                Some(near) => {
                    bail!("there is no `{key}` in {FILE}; did you mean `{near}`?")
                }
                None => bail!("there is no `{key}` in {FILE}"),
            }
        };
        let page =
            self.page.as_deref().context("no page has the directive `references`")?;
        let page = page.strip_suffix(".md").unwrap_or(page);
        let places = places.map_or(String::new(), |places| format!(", {places}"));
        Ok(format!(
            "<a class=\"citation\" href=\"{}{page}.html#{key}\">{} ({}{places})</a>",
            to_root(from),
            escape(&reference.short),
            reference.year
        ))
    }

    /// The bibliography as HTML, by author and year.
    ///
    /// # Errors
    /// A reference that no page cites.
    pub fn list(&self, from: &str) -> Result<String> {
        let uncited: Vec<&str> = self
            .entries
            .keys()
            .filter(|key| !self.cited.contains_key(*key))
            .map(String::as_str)
            .collect();
        ensure!(uncited.is_empty(), "no page cites {}", uncited.join(", "));
        let mut entries: Vec<(&String, &Reference)> = self.entries.iter().collect();
        entries
            .sort_by_key(|(key, entry)| (family_name(&entry.authors), entry.year, *key));
        let items: String =
            entries.iter().map(|(key, entry)| self.item(key, entry, from)).collect();
        Ok(format!("<ul class=\"references\">{items}</ul>\n"))
    }

    fn item(&self, key: &str, entry: &Reference, from: &str) -> String {
        let title = match entry.link.as_str() {
            "" => escape(&entry.title),
            link => format!("<a href=\"{link}\">{}</a>", escape(&entry.title)),
        };
        let venue = match entry.r#in.as_str() {
            "" => String::new(),
            venue => format!(" <i>{}</i>.", escape(venue)),
        };
        let pages = &self.cited[key];
        let pages: Vec<String> = pages
            .iter()
            .map(|(title, file)| {
                let page = file.strip_suffix(".md").unwrap_or(file);
                format!("<a href=\"{}{page}.html\">{}</a>", to_root(from), escape(title))
            })
            .collect();
        // A title that ends a sentence needs no full stop.
        let stop = if entry.title.ends_with(['.', '?', '!']) { "" } else { "." };
        format!(
            "<li id=\"{key}\">{} ({}). {title}{stop}{venue} <span class=\"cited\">In {}.</span></li>",
            escape(&entry.authors),
            entry.year,
            pages.join(", ")
        )
    }
}

/// What a list is sorted by: "D. P. Kingma and J. Ba" is under "kingma".
fn family_name(authors: &str) -> String {
    let first = authors.split([',']).next().unwrap_or(authors);
    let first = first.split(" and ").next().unwrap_or(first);
    let first = first.strip_suffix(" et al.").unwrap_or(first);
    let names = first.split_whitespace().skip_while(|name| name.ends_with('.'));
    let name = names.collect::<Vec<_>>().join(" ");
    let name = if name.is_empty() { first } else { &name };
    name.to_lowercase().chars().map(without_accent).collect()
}

/// The letter that a lowercase one is sorted with: "Hägele" stands before "Huber".
fn without_accent(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' => 's',
        'ţ' | 'ť' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directive::find;

    const TEXT: &str = r#"
[kingma2015]
authors = "D. P. Kingma and J. Ba"
year = 2015
short = "Kingma and Ba"
title = "Adam: a method for stochastic optimization"
in = "ICLR"
link = "https://arxiv.org/abs/1412.6980"

[huber1964]
authors = "P. J. Huber"
year = 1964
short = "Huber"
title = "Robust estimation of a location parameter"
"#;

    fn references() -> References {
        let mut references = References::parse(TEXT).unwrap();
        let cites =
            find("{{#cite huber1964}} {{#cite huber1964 \"§2\"}} {{#cite kingma2015}}")
                .unwrap();
        references.add_page("Regression losses", "one/regression.md", &cites);
        references.add_page(
            "References",
            "appendix/references.md",
            &find("{{#references}}").unwrap(),
        );
        references
    }

    #[test]
    fn a_citation_leads_to_the_bibliography() {
        let cite =
            references().cite("huber1964", Some("§2"), "one/regression.md").unwrap();
        assert_eq!(
            cite,
            "<a class=\"citation\" href=\"../appendix/references.html#huber1964\">Huber (1964, §2)</a>"
        );
        let error =
            references().cite("hubre1964", None, "one/regression.md").unwrap_err();
        assert_eq!(
            error.to_string(),
            "there is no `hubre1964` in references.toml; did you mean `huber1964`?"
        );
        let nowhere = References::parse(TEXT).unwrap();
        assert!(nowhere.cite("huber1964", None, "a.md").is_err());
    }

    #[test]
    fn the_bibliography_is_sorted_and_leads_back() {
        let html = references().list("appendix/references.md").unwrap();
        assert!(html.find("huber1964").unwrap() < html.find("kingma2015").unwrap());
        assert!(
            html.contains(
                "P. J. Huber (1964). Robust estimation of a location parameter. <span"
            ),
            "{html}"
        );
        assert_eq!(
            html.matches("<a href=\"../one/regression.html\">Regression losses</a>")
                .count(),
            2
        );
        assert!(
            html.contains("<a href=\"https://arxiv.org/abs/1412.6980\">Adam: a method")
        );
    }

    #[test]
    fn what_no_page_cites_is_told() {
        let mut references = References::parse(TEXT).unwrap();
        references.add_page("A", "a.md", &find("{{#cite huber1964}}").unwrap());
        assert_eq!(
            references.list("a.md").unwrap_err().to_string(),
            "no page cites kingma2015"
        );
    }

    #[test]
    fn a_key_ends_with_its_year_and_a_link_is_safe() {
        let error = |text: &str| format!("{:#}", References::parse(text).unwrap_err());
        assert!(
            error(&TEXT.replace("[huber1964]", "[huber1965]"))
                .contains("does not end with its year, 1964")
        );
        assert!(References::parse(&TEXT.replace("[huber1964]", "[huber1964b]")).is_ok());
        assert!(
            error(&TEXT.replace("https://arxiv", "http://arxiv"))
                .contains("does not begin with https://")
        );
        assert!(
            error(&TEXT.replace("title =", "titel =")).contains("unknown field `titel`")
        );
    }

    #[test]
    fn lists_are_sorted_by_family_name() {
        let names = [
            "D. P. Kingma and J. Ba",
            "J. Duchi, E. Hazan",
            "T.-Y. Lin et al.",
            "C. van der Waals",
            "PyTorch",
            "A. Hägele et al.",
            "Ł. Šoltés and M. Müller",
        ];
        assert_eq!(
            names.map(family_name),
            ["kingma", "duchi", "lin", "van der waals", "pytorch", "hagele", "soltes"]
        );
        assert!(family_name("A. Hägele") < family_name("P. J. Huber"));
    }
}
