//! The press as mdBook's preprocessor, in-process or behind `mdbook build`.

use crate::copyable::Library;
use crate::course::{self, Course, FrontMatter};
use crate::directive::find;
use crate::expand::Expander;
use crate::labels::Labels;
use crate::live_module::LiveModule;
use crate::math;
use crate::outcomes::Outcomes;
use crate::references::References;
use crate::source_pages;
use anyhow::{Context, Result, anyhow, bail};
use mdbook_driver::book::{Book, BookItem, Chapter};
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use rayon::prelude::*;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// Replaces directives and typesets math in every chapter.
pub struct Press;

impl Preprocessor for Press {
    fn name(&self) -> &'static str {
        "downhill"
    }

    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        run(&context.root, &mut book)?;
        Ok(book)
    }
}

/// Replaces directives and typesets math in every chapter of the book, and adds the pages of the source files.
///
/// # Errors
/// Every directive and formula that does not resolve, with file and line.
pub fn run(root: &Path, book: &mut Book) -> Result<()> {
    let mut labels = Labels::default();
    let mut references = References::load(root)?;
    let mut errors = not_in_summary(root, book)?;
    let course = take_front_matter(book, &mut errors);
    errors.extend(course.errors());
    for chapter in book.chapters() {
        let file = file(chapter);
        if !chapter.is_draft_chapter() && first_heading(&chapter.content).is_none() {
            errors.push(format!(
                "src/{file}: line 1: a chapter begins with its title, `# …`"
            ));
        }
        // The section number's text ends with a dot: "2." or "2.1.".
        let number = chapter.number.as_ref().map(|number| number.to_string());
        let number = number.as_deref().map(|number| number.trim_end_matches('.'));
        // Directives that are not whole are told when they are replaced.
        let directives = find(&chapter.content).unwrap_or_default();
        let twice = labels.add_chapter(&file, number, &directives);
        references.add_page(&chapter.name, &file, &directives);
        errors.extend(twice.iter().map(|error| format!("src/{file}: {error}")));
    }

    let library = Library::load(&root.join("listings/src"))?;
    let outcomes = Outcomes::new(root);
    let live = LiveModule::look(root) == LiveModule::Current;
    let chapters: Vec<(String, String)> =
        book.chapters().map(|chapter| (file(chapter), chapter.content.clone())).collect();
    // Chapters wait for outcomes, so they are typeset side by side; two that need one outcome wait for one run.
    let typeset: Vec<(String, Result<String, Vec<String>>)> = chapters
        .into_par_iter()
        .map(|(file, content)| {
            let expander = Expander {
                root,
                library: &library,
                outcomes: &outcomes,
                labels: &labels,
                course: &course,
                references: &references,
                live,
                chapter: file.clone(),
            };
            let content = typeset(&expander, &content);
            (file, content)
        })
        .collect();
    let mut contents = HashMap::new();
    for (file, content) in typeset {
        match content {
            Ok(content) => drop(contents.insert(file, content)),
            Err(found) => {
                errors.extend(found.iter().map(|error| format!("src/{file}: {error}")))
            }
        }
    }
    if !errors.is_empty() {
        bail!("{}", errors.join("\n"));
    }
    book.for_each_chapter_mut(|chapter| {
        if let Some(content) = contents.remove(&file(chapter)) {
            chapter.content = content;
        }
    });
    source_pages::add(root, book)
        .map_err(|error| anyhow!("the pages of the code: {error:#}"))
}

/// Takes the front matter out of every page, and makes a course of it and the summary.
fn take_front_matter(book: &mut Book, errors: &mut Vec<String>) -> Course {
    let mut course = Course::default();
    let mut lessons = HashMap::new();
    book.for_each_chapter_mut(|chapter| {
        let (found, below) = course::split(&chapter.content);
        chapter.content = below;
        match found {
            Ok(Some(FrontMatter::Lesson(lesson))) => {
                lessons.insert(file(chapter), lesson);
            }
            Ok(Some(FrontMatter::Timetable(timetable))) => {
                course.timetable = Some(timetable);
            }
            Ok(Some(FrontMatter::Introductions(introductions))) => {
                course.introductions = Some(introductions);
            }
            Ok(None) => {}
            Err(error) => errors.push(format!("src/{}: {error}", file(chapter))),
        }
    });
    for item in &book.items {
        match item {
            BookItem::PartTitle(title) => course
                .parts
                .push(course::Part { title: title.clone(), chapters: Vec::new() }),
            BookItem::Chapter(chapter) => {
                let number = chapter.number.as_ref().and_then(|number| number.first());
                let (Some(part), Some(number)) = (course.parts.last_mut(), number) else {
                    continue;
                };
                let pages = chapter.sub_items.iter().filter_map(|item| match item {
                    BookItem::Chapter(page) => Some((page.name.clone(), file(page))),
                    _ => None,
                });
                part.chapters.push(course::Chapter {
                    number: *number,
                    title: chapter.name.clone(),
                    file: file(chapter),
                    pages: pages.collect(),
                    lesson: lessons.remove(&file(chapter)),
                });
            }
            BookItem::Separator => {}
        }
    }
    // What is left is of pages that are no chapters of a part.
    errors.extend(lessons.keys().map(|file| {
        format!(
            "src/{file}: line 1: front matter about a lesson, in what is no chapter of a part"
        )
    }));
    course
}

/// Chapters of `src` that mdBook would leave out without a word, because the summary does not reach them.
fn not_in_summary(root: &Path, book: &Book) -> Result<Vec<String>> {
    let listed: Vec<String> = book.chapters().map(file).collect();
    let mut missing = Vec::new();
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder);
        for entry in
            entries.with_context(|| format!("cannot read {}", folder.display()))?
        {
            let path = entry?.path();
            let name =
                path.strip_prefix(root.join("src"))?.to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                folders.push(path);
            } else if name.ends_with(".md")
                && name != "SUMMARY.md"
                && !listed.contains(&name)
            {
                missing.push(format!(
                    "src/{name}: line 1: the chapter is not in src/SUMMARY.md"
                ));
            }
        }
    }
    missing.sort();
    Ok(missing)
}

fn typeset(expander: &Expander, content: &str) -> Result<String, Vec<String>> {
    let (expanded, mut errors) = expander.expand(content);
    let line = |line: usize| expanded.lines.get(line - 1).copied().unwrap_or(line);
    match math::render(&expanded.text) {
        Ok(text) if errors.is_empty() => return Ok(text),
        Ok(_) => {}
        Err(refused) => errors.extend(refused.iter().map(|error| {
            format!("line {}: `{}`: {}", line(error.line), error.formula, error.message)
        })),
    }
    Err(errors)
}

fn file(chapter: &Chapter) -> String {
    let path = chapter.source_path.as_ref().or(chapter.path.as_ref());
    path.map_or(String::new(), |path| path.to_string_lossy().replace('\\', "/"))
}

fn first_heading(content: &str) -> Option<&str> {
    content
        .lines()
        .find(|line| !line.trim().is_empty())
        .filter(|line| line.starts_with("# "))
}
