//! Which page needs which module.

use crate::sources::{collect, named, relative, sources};
use std::fs;
use std::io;
use std::path::Path;

/// The directory of the modules, relative to the root of the repository.
pub const MODULES: &str = "src/assets/live";

/// The environment variable with the names of the figures for which a module is compiled.
pub const FIGURES: &str = "DOWNHILL_LIVE_FIGURES";

/// A page with figures that have controls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its file relative to `src`, without the ending: `part-1-losses/regression-losses`.
    pub path: String,
    /// The names of these figures, joined with commas, in the order of the page.
    pub figures: String,
}

/// The pages of the book that have figures with controls, in the order of their paths.
///
/// # Errors
/// A page that cannot be read; the error names it.
pub fn pages(root: &Path) -> io::Result<Vec<Page>> {
    let folder = root.join("src");
    let mut files = Vec::new();
    collect(&folder, &mut files).map_err(named(&folder))?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "md"));
    files.sort();
    let live: Vec<_> = figures::all()
        .into_iter()
        .filter(|entry| !entry.controls.is_empty())
        .map(|entry| entry.name)
        .collect();
    let mut pages = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).map_err(named(&file))?;
        let figures: Vec<_> =
            names(&text).into_iter().filter(|name| live.contains(name)).collect();
        if !figures.is_empty() {
            let path = relative(&folder, &file.with_extension(""));
            pages.push(Page { path, figures: figures.join(",") });
        }
    }
    Ok(pages)
}

/// The names in the figure directives of a text.
fn names(text: &str) -> Vec<&str> {
    const START: &str = "{{#figure ";
    let directives = text.match_indices(START);
    directives
        .filter(|(at, _)| !text[..*at].ends_with('\\'))
        .filter_map(|(at, _)| {
            let rest = text[at + START.len()..].trim_start();
            rest.split(|c: char| c.is_whitespace() || c == '}').next()
        })
        .collect()
}

impl Page {
    /// The file of the page's module, relative to the root of the repository.
    pub fn module(&self) -> String {
        format!("{MODULES}/{}.js", self.path)
    }

    /// The first line of the page's module, built from sources with this hash.
    pub fn first_line(&self, sources: &str) -> String {
        format!("// Downhill live figures: {}. Sources: {sources}", self.figures)
    }
}

/// Whether every page under `root` has its module, built from the sources as they are.
pub fn is_current(root: &Path) -> bool {
    let (Ok(pages), Ok(sources)) = (pages(root), sources(root)) else {
        return false;
    };
    pages.iter().all(|page| {
        let module = fs::read_to_string(root.join(page.module()));
        module.is_ok_and(|text| text.lines().next() == Some(&page.first_line(&sources)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::tests::{root, write};

    #[test]
    fn a_page_has_the_figures_that_it_shows_and_that_have_controls() {
        let root = root();
        let page = "Text.\n\n{{#figure outlier-line delta=2}} and {{#figure best-constant}}\n\\{{#figure five-points}}";
        write(root.path(), "src/part-1/lines.md", page);
        write(
            root.path(),
            "src/index.md",
            "{{#figure no-such-figure}} {{#ref figure outlier-line}}",
        );
        write(root.path(), "src/part-1/lines.txt", "{{#figure outlier-line}}");
        let figures = "outlier-line,best-constant".to_string();
        let page = Page { path: "part-1/lines".to_string(), figures };
        assert_eq!(page.module(), "src/assets/live/part-1/lines.js");
        assert_eq!(pages(root.path()).unwrap(), [page]);
    }

    #[test]
    fn the_book_has_pages_with_figures() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let pages = pages(&root).unwrap();
        let page =
            pages.iter().find(|page| page.path == "part-1-losses/regression-losses");
        assert!(page.unwrap().figures.contains("outlier-line"));
    }

    #[test]
    fn modules_are_current_until_a_source_or_a_page_changes() {
        let root = root();
        write(root.path(), "src/a.md", "{{#figure outlier-line}}");
        write(root.path(), "src/b.md", "{{#figure best-constant}}");
        assert!(!is_current(root.path()), "there are no modules");
        let build = || {
            let sources = sources(root.path()).unwrap();
            for page in pages(root.path()).unwrap() {
                let line = page.first_line(&sources);
                write(
                    root.path(),
                    &page.module(),
                    &format!("{line}\nwindow.downhillModule = {{}};\n"),
                );
            }
        };
        build();
        assert!(is_current(root.path()));
        write(root.path(), "src/a.md", "Other words. {{#figure outlier-line}}");
        assert!(is_current(root.path()), "its figures are the same");
        write(
            root.path(),
            "src/a.md",
            "{{#figure outlier-line}} {{#figure loss-shapes}}",
        );
        assert!(!is_current(root.path()), "a page has another figure");
        build();
        write(root.path(), "figures/src/lib.rs", "other");
        assert!(!is_current(root.path()), "a source is another");
        build();
        fs::remove_file(root.path().join("src/assets/live/b.js")).unwrap();
        assert!(!is_current(root.path()), "a module is missing");
    }
}
