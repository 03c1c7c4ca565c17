//! Front matter: TOML between two lines `+++` at the top of a page, about the page as part of a course.

use anyhow::{Result, anyhow};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What a page says about itself.
#[derive(Clone, Debug, PartialEq)]
pub enum FrontMatter {
    /// A chapter: what it teaches, and the time it takes.
    Lesson(Lesson),
    /// The instructor's page: the sessions of the course.
    Timetable(Timetable),
    /// The front page: what is said of each part.
    Introductions(Introductions),
}

/// What a chapter teaches, and the time it takes.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// Each completes "After this chapter you can …"; Markdown with math.
    pub objectives: Vec<String>,
    /// The chapters it cannot be understood without: names of files without folder and ending.
    pub needs: Vec<String>,
    /// The week of the plan for self-study, from 1.
    pub week: u32,
    /// Minutes to read it, figures and all.
    pub reading: u32,
    /// Minutes for its quiz and exercises.
    pub practice: u32,
    /// The session of the course, from 1.
    pub session: u32,
    /// Minutes of that session.
    pub teaching: u32,
}

/// The sessions of a course, and what they hold besides chapters.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timetable {
    /// The sessions.
    pub sessions: Vec<Session>,
    /// What is not a chapter.
    #[serde(default)]
    pub items: Vec<Item>,
}

/// A session of a course.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// From 1.
    pub number: u32,
    /// What it is about.
    pub title: String,
    /// How long it lasts.
    pub minutes: u32,
}

/// An item of a session that is not a chapter.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The session's number.
    pub session: u32,
    /// Before the chapters, or after them.
    pub at: Place,
    /// What is done; Markdown.
    pub title: String,
    /// How long it takes.
    pub minutes: u32,
}

/// Where in a session an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// Before its chapters.
    Start,
    /// After its chapters.
    End,
}

/// What the front page says of each part.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Introductions {
    /// The parts, in the order of the summary.
    pub parts: Vec<Introduction>,
}

/// What the front page says of one part.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Introduction {
    /// The part's title in the summary.
    pub title: String,
    /// A sentence or two; Markdown.
    pub text: String,
}

/// The line before and after front matter.
const FENCE: &str = "+++";

/// The front matter of a page, and its text with blank lines in its place: what stands below keeps its line.
///
/// # Errors
/// Front matter that does not end or cannot be read, with its line.
pub fn split(text: &str) -> (Result<Option<FrontMatter>>, String) {
    let mut lines = text.lines();
    if lines.next().map(str::trim_end) != Some(FENCE) {
        return (Ok(None), text.to_string());
    }
    let Some(length) = lines.position(|line| line.trim_end() == FENCE) else {
        let error = anyhow!("line 1: the front matter is not closed by a line `{FENCE}`");
        return (Err(error), text.to_string());
    };
    let lines: Vec<&str> = text.lines().collect();
    let below =
        format!("{}{}\n", "\n".repeat(length + 2), lines[length + 2..].join("\n"));
    (parse(&lines[1..=length].join("\n")).map(Some), below)
}

/// What a page's front matter is about is told by its fields.
fn parse(inside: &str) -> Result<FrontMatter> {
    let has =
        |field: &str| inside.lines().any(|line| line.trim() == format!("[[{field}]]"));
    if has("sessions") || has("items") {
        Ok(FrontMatter::Timetable(read(inside)?))
    } else if has("parts") {
        Ok(FrontMatter::Introductions(read(inside)?))
    } else {
        Ok(FrontMatter::Lesson(read(inside)?))
    }
}

fn read<T: DeserializeOwned>(inside: &str) -> Result<T> {
    toml::from_str(inside).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        // The fence is the first line.
        let line = 2 + inside[..start].matches('\n').count();
        anyhow!("line {line}: front matter: {}", error.message())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LESSON: &str = "objectives = [\n  \"derive a gradient\",\n]\nneeds = []\nweek = 1\nreading = 30\npractice = 45\n\
        session = 1\nteaching = 10\n";

    #[test]
    fn what_stands_below_keeps_its_line() {
        let text = format!("+++\n{LESSON}+++\n# Title\n\nText.\n");
        let (found, below) = split(&text);
        let Some(FrontMatter::Lesson(lesson)) = found.unwrap() else {
            panic!("no lesson")
        };
        assert_eq!((lesson.reading, lesson.teaching), (30, 10));
        assert_eq!(lesson.objectives, ["derive a gradient"]);
        let line = |text: &str| text.lines().position(|line| line == "Text.");
        assert_eq!(line(&below), line(&text));
        assert!(!below.contains("week"));
    }

    #[test]
    fn a_page_without_it_is_left_alone() {
        let text = "# Title\n\n+++\nweek = 1\n+++\n";
        let (found, below) = split(text);
        assert_eq!((found.unwrap(), below.as_str()), (None, text));
    }

    #[test]
    fn mistakes_are_told_with_their_line() {
        let error = |text: &str| split(text).0.unwrap_err().to_string();
        assert!(
            error("+++\nweek = 1\n# Title\n")
                .starts_with("line 1: the front matter is not closed")
        );
        let misspelled = format!("+++\n{}+++\n", LESSON.replace("week", "weak"));
        let message = error(&misspelled);
        assert!(
            message.starts_with("line 6: front matter: unknown field `weak`"),
            "{message}"
        );
        let missing = format!("+++\n{}+++\n", LESSON.replace("teaching = 10\n", ""));
        assert!(error(&missing).contains("missing field `teaching`"));
    }

    #[test]
    fn sessions_and_parts_are_told_by_their_fields() {
        let text = "+++\n[[sessions]]\nnumber = 1\ntitle = \"Losses\"\nminutes = 90\n\n[[items]]\nsession = 1\nat = \"end\"\n\
            title = \"Closing\"\nminutes = 5\n+++\n# For instructors\n";
        let Ok(Some(FrontMatter::Timetable(table))) = split(text).0 else { panic!() };
        assert_eq!((table.sessions[0].minutes, table.items[0].at), (90, Place::End));
        let text =
            "+++\n[[parts]]\ntitle = \"Part 1\"\ntext = \"Losses.\"\n+++\n# Downhill\n";
        assert!(matches!(split(text).0, Ok(Some(FrontMatter::Introductions(_)))));
    }
}
