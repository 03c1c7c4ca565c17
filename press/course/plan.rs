//! `{{#plan}}`: the weeks of a plan for self-study.

use super::{Chapter, Course, Lesson};
use crate::practice::{Inline, one_line};
use anyhow::{Result, ensure};

impl Course {
    /// A heading and a table for each week, with sums. The headings are Markdown, so that they are in the page's contents.
    ///
    /// # Errors
    /// A book without lessons; an objective that cannot be typeset.
    pub fn plan(&self, from: &str, inline: &mut Inline) -> Result<String> {
        ensure!(
            self.lessons().next().is_some(),
            "no chapter has front matter that says what it teaches"
        );
        let weeks = self.lessons().map(|(_, lesson)| lesson.week).max().unwrap_or(0);
        let mut text = String::new();
        for week in 1..=weeks {
            let lessons: Vec<(&Chapter, &Lesson)> =
                self.lessons().filter(|(_, lesson)| lesson.week == week).collect();
            text.push_str(&format!(
                "\n\n### Week {week}\n\n{}\n",
                table(week, &lessons, from, inline)?
            ));
        }
        Ok(text)
    }
}

fn table(
    week: u32,
    lessons: &[(&Chapter, &Lesson)],
    from: &str,
    inline: &mut Inline,
) -> Result<String> {
    let mut rows = String::new();
    for (chapter, lesson) in lessons {
        let objectives: Result<Vec<String>> = lesson
            .objectives
            .iter()
            .map(|objective| one_line(objective, inline))
            .collect();
        // Objectives have a row of their own: beside the minutes they would be a tower on a phone.
        rows.push_str(&format!(
            "<tr class=\"chapter\"><th scope=\"row\">{}. {}</th><td class=\"number\">{}</td><td class=\"number\">{}</td></tr>\
             <tr><td colspan=\"3\">{}</td></tr>",
            chapter.number,
            chapter.link(from),
            duration(lesson.reading),
            duration(lesson.practice),
            objectives?.join("; ")
        ));
    }
    let sum = |minutes: fn(&Lesson) -> u32| {
        duration(lessons.iter().map(|(_, lesson)| minutes(lesson)).sum())
    };
    Ok(format!(
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Week {week}\"><table class=\"plan\"><thead><tr>\
         <th scope=\"col\">Chapter, and what you can do after it</th><th scope=\"col\" class=\"number\">Reading</th>\
         <th scope=\"col\" class=\"number\">Practice</th></tr></thead><tbody>{rows}</tbody><tfoot><tr><th scope=\"row\">{} chapters</th>\
         <td class=\"number\">{}</td><td class=\"number\">{}</td></tr></tfoot></table></div>",
        lessons.len(),
        sum(|lesson| lesson.reading),
        sum(|lesson| lesson.practice),
    ))
}

/// Minutes as a reader plans them: "45 min", "1 h", "1 h 5 min".
fn duration(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{course, lesson};
    use super::*;

    #[test]
    fn minutes_are_told_in_hours() {
        let told: Vec<String> = [0, 45, 60, 125].map(duration).into();
        assert_eq!(told, ["0 min", "45 min", "1 h", "2 h 5 min"]);
    }

    #[test]
    fn a_week_adds_up_its_chapters() {
        let mut course = course();
        course.parts[1].chapters[0].lesson = Some(lesson(&[], 1, 10));
        let html =
            course.plan("appendix/reading.md", &mut |text| Ok(text.to_string())).unwrap();
        assert!(html.contains("### Week 1\n\n<div"), "{html}");
        assert!(html.contains("1. <a href=\"../one/huber.html\">"));
        assert!(html.contains("derive it; tune it"));
        assert!(html.contains("2 chapters</th><td class=\"number\">1 h 30 min</td><td class=\"number\">1 h</td>"), "{html}");
        assert!(!html.contains("Week 2"));
    }
}
