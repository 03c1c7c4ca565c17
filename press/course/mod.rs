//! The book as a course: objectives, plan, sessions and map, made from the front matter of its pages.

mod front_matter;
mod map;
mod objectives;
mod plan;
mod sessions;

pub use front_matter::{
    FrontMatter, Introductions, Item, Lesson, Place, Session, Timetable, split,
};

use crate::labels::to_root;
use crate::nearest::nearest;
use anyhow::{Result, bail};

/// The chapters of the book, and what their front matter says.
#[derive(Clone, Debug, Default)]
pub struct Course {
    /// The parts, in the order of the summary.
    pub parts: Vec<Part>,
    /// The sessions, from the page that has them.
    pub timetable: Option<Timetable>,
    /// What the front page says of the parts.
    pub introductions: Option<Introductions>,
}

/// A part of the book.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Its title in the summary.
    pub title: String,
    /// Its chapters.
    pub chapters: Vec<Chapter>,
}

/// A chapter of the book.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// Its number.
    pub number: u32,
    /// Its title in the summary.
    pub title: String,
    /// Its file, relative to `src`.
    pub file: String,
    /// Titles and files of the pages below it.
    pub pages: Vec<(String, String)>,
    /// What it teaches.
    pub lesson: Option<Lesson>,
}

impl Chapter {
    /// The name by which other chapters need it: that of its file.
    pub fn name(&self) -> &str {
        let file = self.file.rsplit('/').next().unwrap_or(&self.file);
        file.strip_suffix(".md").unwrap_or(file)
    }

    /// Whether it is a lab: what is done after the course, and has no minutes of its plan.
    fn is_lab(&self) -> bool {
        self.file.starts_with("labs/")
    }

    /// A link to it, from another page's file.
    fn link(&self, from: &str) -> String {
        link(&self.title, &self.file, from)
    }
}

/// A link in HTML from the page of one file to that of another.
fn link(title: &str, file: &str, from: &str) -> String {
    let page = file.strip_suffix(".md").unwrap_or(file);
    format!(
        "<a href=\"{}{page}.html\">{}</a>",
        to_root(from),
        crate::markdown::escape(title)
    )
}

impl Course {
    /// Every chapter, in the order of the book.
    pub fn chapters(&self) -> impl Iterator<Item = &Chapter> {
        self.parts.iter().flat_map(|part| &part.chapters)
    }

    /// Every chapter with what it teaches.
    fn lessons(&self) -> impl Iterator<Item = (&Chapter, &Lesson)> {
        self.chapters().filter_map(|chapter| Some((chapter, chapter.lesson.as_ref()?)))
    }

    /// The chapter of a file, and what it teaches.
    fn lesson(&self, file: &str) -> Result<(&Chapter, &Lesson)> {
        match self.lessons().find(|(chapter, _)| chapter.file == file) {
            Some(found) => Ok(found),
            None => bail!("src/{file} has no front matter that says what it teaches"),
        }
    }

    /// What is wrong with the course as a whole, each with file and line.
    pub fn errors(&self) -> Vec<String> {
        let mut errors = Vec::new();
        let mut earlier: Vec<&str> = Vec::new();
        let mut week = 1;
        for chapter in self.chapters() {
            let mut say = |what: String| {
                errors.push(format!("src/{}: line 1: {what}", chapter.file))
            };
            if let Some(lesson) = &chapter.lesson {
                for need in &lesson.needs {
                    if !earlier.contains(&need.as_str()) {
                        let hint = nearest(need, earlier.iter().copied())
                            .map_or(String::new(), |near| {
                                format!("; did you mean `{near}`?")
                            });
                        say(format!(
                            "it needs `{need}`, which is no chapter before it{hint}"
                        ));
                    }
                }
                if lesson.objectives.is_empty() {
                    say("it has no objectives".to_string());
                }
                if lesson.week < week {
                    say(format!(
                        "its week {} is before that of an earlier chapter, {week}",
                        lesson.week
                    ));
                }
                week = lesson.week.max(week);
            } else if self.timetable.is_some() && !chapter.is_lab() {
                say("the plan of the course needs this chapter's front matter: objectives, needs, week, reading, practice, session, \
                     teaching"
                    .to_string());
            }
            earlier.push(chapter.name());
        }
        errors
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn lesson(needs: &[&str], week: u32, teaching: u32) -> Lesson {
        Lesson {
            objectives: vec!["derive it".to_string(), "tune it".to_string()],
            needs: needs.iter().map(ToString::to_string).collect(),
            week,
            reading: 45,
            practice: 30,
            session: week,
            teaching,
        }
    }

    fn chapter(number: u32, title: &str, file: &str, lesson: Lesson) -> Chapter {
        let pages = vec![("Practice".to_string(), file.replace(".md", "-practice.md"))];
        Chapter {
            number,
            title: title.to_string(),
            file: file.to_string(),
            pages,
            lesson: Some(lesson),
        }
    }

    /// A course of two parts with a chapter each.
    pub(super) fn course() -> Course {
        let part = |title: &str, chapter| Part {
            title: title.to_string(),
            chapters: vec![chapter],
        };
        let session =
            |number, minutes| Session { number, title: "A session".to_string(), minutes };
        let item = |at, title: &str, minutes| Item {
            session: 1,
            at,
            title: title.to_string(),
            minutes,
        };
        Course {
            parts: vec![
                part(
                    "Losses",
                    chapter(1, "Huber & co.", "one/huber.md", lesson(&[], 1, 80)),
                ),
                part(
                    "Optimizers",
                    chapter(2, "Adam", "two/adam.md", lesson(&["huber"], 2, 90)),
                ),
            ],
            timetable: Some(Timetable {
                sessions: vec![session(1, 90), session(2, 90)],
                items: vec![
                    item(Place::End, "Closing", 4),
                    item(Place::Start, "Opening", 6),
                ],
            }),
            introductions: None,
        }
    }

    #[test]
    fn a_course_in_order_has_no_errors() {
        assert_eq!(course().errors(), Vec::<String>::new());
    }

    #[test]
    fn a_chapter_needs_earlier_ones_and_comes_in_its_week() {
        let mut course = course();
        course.parts[1].chapters[0].lesson = Some(lesson(&["hubre", "adam"], 2, 90));
        course.parts[0].chapters[0].lesson = Some(lesson(&[], 3, 80));
        let errors = course.errors();
        assert_eq!(errors.len(), 3, "{errors:#?}");
        assert_eq!(
            errors[0],
            "src/two/adam.md: line 1: it needs `hubre`, which is no chapter before it; did you mean `huber`?"
        );
        assert!(errors[1].contains("it needs `adam`, which is no chapter before it"));
        assert!(errors[2].contains("its week 2 is before that of an earlier chapter, 3"));
    }

    #[test]
    fn a_course_with_sessions_needs_every_chapter_s_front_matter() {
        let mut course = course();
        course.parts[1].chapters[0].lesson = None;
        assert!(
            course.errors()[0]
                .starts_with("src/two/adam.md: line 1: the plan of the course needs")
        );
        course.timetable = None;
        assert!(course.errors().is_empty());
    }
}
