//! The package document: what the book is, which files it has, and in which order its pages are read.

use super::date::Date;
use super::file::File;
use super::xhtml::escape;
use std::fmt::Write;

/// The book's name among all books; it stays the same in all editions.
const IDENTIFIER: &str = "urn:uuid:2edefb97-4da3-4cdc-ad03-64deb091b96f";

/// What may be done with the book.
const RIGHTS: &str = "Text and figures: Creative Commons Attribution 4.0 International (CC BY 4.0), \
    https://creativecommons.org/licenses/by/4.0/. Code: MIT or Apache-2.0.";

/// What a reader who cannot see, or cannot hear, finds in the book.
const ACCESS: [(&str, &str); 9] = [
    ("accessMode", "textual"),
    ("accessMode", "visual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "alternativeText"),
    ("accessibilityFeature", "MathML"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityHazard", "none"),
    (
        "accessibilitySummary",
        "Every figure has a text that says what can be seen; formulas are MathML.",
    ),
];

/// What the package document says.
pub struct Package<'p> {
    /// The book's title.
    pub title: &'p str,
    /// What stands below it; may be empty.
    pub subtitle: &'p str,
    /// Its language.
    pub language: &'p str,
    /// When it was made.
    pub date: Date,
    /// Its files, pages in the order in which they are read.
    pub files: &'p [File],
}

impl Package<'_> {
    /// The package document.
    pub fn document(&self) -> String {
        let (mut manifest, mut spine) = (String::new(), String::new());
        for file in self.files {
            let (id, path, media_type) = (file.id(), &file.path, file.media_type);
            let properties = match file.properties.as_slice() {
                [] => String::new(),
                properties => format!(" properties=\"{}\"", properties.join(" ")),
            };
            add(
                &mut manifest,
                &format!(
                    "<item id=\"{id}\" href=\"{path}\" media-type=\"{media_type}\"{properties}/>"
                ),
            );
            if file.is_page {
                add(&mut spine, &format!("<itemref idref=\"{id}\"/>"));
            }
        }
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"book\" xml:lang=\"{}\">\n\
             <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n{}</metadata>\n\
             <manifest>\n{manifest}</manifest>\n<spine>\n{spine}</spine>\n</package>\n",
            self.language,
            self.metadata(),
        )
    }

    fn metadata(&self) -> String {
        let mut lines = String::new();
        add(
            &mut lines,
            &format!("<dc:identifier id=\"book\">{IDENTIFIER}</dc:identifier>"),
        );
        add(&mut lines, &title("title", "main", self.title));
        if !self.subtitle.is_empty() {
            add(&mut lines, &title("subtitle", "subtitle", self.subtitle));
        }
        add(&mut lines, &format!("<dc:language>{}</dc:language>", self.language));
        add(&mut lines, &format!("<dc:rights>{}</dc:rights>", escape(RIGHTS)));
        if self.date.is_known() {
            add(&mut lines, &format!("<dc:date>{}</dc:date>", self.date.text()));
        }
        let modified = self.date.text();
        add(
            &mut lines,
            &format!("<meta property=\"dcterms:modified\">{modified}</meta>"),
        );
        for (property, value) in ACCESS {
            add(
                &mut lines,
                &format!("<meta property=\"schema:{property}\">{value}</meta>"),
            );
        }
        lines
    }
}

fn title(id: &str, kind: &str, words: &str) -> String {
    format!(
        "<dc:title id=\"{id}\">{}</dc:title>\n<meta refines=\"#{id}\" property=\"title-type\">{kind}</meta>",
        escape(words)
    )
}

fn add(lines: &mut String, line: &str) {
    writeln!(lines, "{line}").expect("a String takes every text");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_and_pages_are_read() {
        let page = File::page("a/b.xhtml", &[], String::new());
        let files = [page, File::style()];
        let package = Package {
            title: "A & B",
            subtitle: "",
            language: "en",
            date: Date::NONE,
            files: &files,
        };
        let text = package.document();
        for line in [
            "<dc:title id=\"title\">A &amp; B</dc:title>",
            "<meta property=\"dcterms:modified\">1980-01-01T00:00:00Z</meta>",
            "<item id=\"a-b-xhtml\" href=\"a/b.xhtml\" media-type=\"application/xhtml+xml\"/>",
            "<item id=\"style-css\" href=\"style.css\" media-type=\"text/css\"/>",
            "<spine>\n<itemref idref=\"a-b-xhtml\"/>\n</spine>",
        ] {
            assert!(text.contains(line), "{line} is not in\n{text}");
        }
        assert!(!text.contains("subtitle") && !text.contains("<dc:date>"), "{text}");
    }
}
