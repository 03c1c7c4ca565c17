//! `{{#map}}`: the parts of the book and their chapters.

use super::{Course, link};
use crate::practice::{Inline, one_line};
use anyhow::{Context, Result, ensure};

impl Course {
    /// Each part with what the front page says of it, and links to its chapters.
    ///
    /// # Errors
    /// Introductions that are not of the summary's parts.
    pub fn map(&self, from: &str, inline: &mut Inline) -> Result<String> {
        let introductions =
            self.introductions.as_ref().context("no page has front matter with parts")?;
        let titles: Vec<&str> =
            self.parts.iter().map(|part| part.title.as_str()).collect();
        let introduced: Vec<&str> =
            introductions.parts.iter().map(|part| part.title.as_str()).collect();
        ensure!(
            titles == introduced,
            "the front matter introduces the parts {introduced:?}, and those of the summary are {titles:?}"
        );
        let mut parts = String::new();
        for (part, introduction) in self.parts.iter().zip(&introductions.parts) {
            let mut chapters = String::new();
            for chapter in &part.chapters {
                // Every chapter has a page of practice; what else is below it is told.
                let others =
                    chapter.pages.iter().filter(|(title, _)| title != "Practice");
                let others: String = others
                    .map(|(title, file)| format!(" · {}", link(title, file, from)))
                    .collect();
                chapters.push_str(&format!(
                    "<li value=\"{}\">{}{others}</li>",
                    chapter.number,
                    chapter.link(from)
                ));
            }
            parts.push_str(&format!(
                "<section aria-label=\"{title}\"><p class=\"part\">{title}</p><p>{}</p><ol>{chapters}</ol></section>",
                one_line(&introduction.text, inline)?,
                title = crate::markdown::escape(&part.title)
            ));
        }
        Ok(format!("<div class=\"map\">{parts}</div>\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::front_matter::Introduction;
    use super::super::{Introductions, tests::course};
    use super::*;

    #[test]
    fn the_map_has_every_part_and_chapter() {
        let mut course = course();
        let introduction = |title: &str| Introduction {
            title: title.to_string(),
            text: "What it is.".to_string(),
        };
        let mut inline = |text: &str| -> Result<String> { Ok(text.to_string()) };
        assert!(course.map("index.md", &mut inline).is_err());
        course.introductions =
            Some(Introductions { parts: vec![introduction("Losses")] });
        let error = course.map("index.md", &mut inline).unwrap_err().to_string();
        assert!(
            error.contains("[\"Losses\"]") && error.contains("\"Optimizers\""),
            "{error}"
        );
        course.introductions = Some(Introductions {
            parts: vec![introduction("Losses"), introduction("Optimizers")],
        });
        course.parts[1].chapters[0]
            .pages
            .push(("Project".to_string(), "two/project.md".to_string()));
        let html = course.map("index.md", &mut inline).unwrap();
        assert!(
            html.contains(
                "<li value=\"1\"><a href=\"one/huber.html\">Huber &amp; co.</a></li>"
            ),
            "{html}"
        );
        assert!(
            html.contains("Adam</a> · <a href=\"two/project.html\">Project</a></li>"),
            "{html}"
        );
        assert!(!html.contains("Practice"));
    }
}
