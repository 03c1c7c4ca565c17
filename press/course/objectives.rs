//! `{{#objectives}}`: what a chapter teaches, and what it builds on.

use super::Course;
use crate::practice::Inline;
use anyhow::Result;

impl Course {
    /// What the chapter of `file` teaches, as HTML.
    ///
    /// # Errors
    /// A chapter without front matter; an objective that cannot be typeset.
    pub fn objectives(&self, file: &str, inline: &mut Inline) -> Result<String> {
        let (_, lesson) = self.lesson(file)?;
        let mut items = String::new();
        for objective in &lesson.objectives {
            items.push_str(&format!(
                "<li>{}</li>",
                crate::practice::one_line(objective, inline)?
            ));
        }
        let needs: Vec<String> = self
            .chapters()
            .filter(|chapter| lesson.needs.iter().any(|need| need == chapter.name()))
            .map(|chapter| chapter.link(file))
            .collect();
        let needs = match needs.split_last() {
            None => String::new(),
            Some((last, [])) => format!("<p>It builds on {last}.</p>"),
            Some((last, others)) => {
                format!("<p>It builds on {} and {last}.</p>", others.join(", "))
            }
        };
        Ok(format!(
            "<div class=\"objectives\"><p>After this chapter you can</p><ul>{items}</ul>{needs}</div>\n"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::course;

    #[test]
    fn objectives_are_a_list_with_what_they_build_on() {
        let html = course()
            .objectives("two/adam.md", &mut |text| Ok(format!("<p>{text}</p>")))
            .unwrap();
        assert!(html.contains("<li>derive it</li><li>tune it</li>"), "{html}");
        assert!(
            html.contains(
                "It builds on <a href=\"../one/huber.html\">Huber &amp; co.</a>."
            ),
            "{html}"
        );
        let first = course()
            .objectives("one/huber.md", &mut |text| Ok(text.to_string()))
            .unwrap();
        assert!(!first.contains("builds on"));
        assert!(
            course().objectives("index.md", &mut |text| Ok(text.to_string())).is_err()
        );
    }
}
