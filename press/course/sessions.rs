//! `{{#sessions}}`: the timetable of a course, minute by minute.

use super::{Course, Place, Session};
use crate::practice::{Inline, one_line};
use anyhow::{Context, Result, bail};

impl Course {
    /// A heading and a table for each session.
    ///
    /// # Errors
    /// A book without sessions; a chapter or an item of a session that there is not; a session whose items are not as long as it is.
    pub fn sessions(&self, from: &str, inline: &mut Inline) -> Result<String> {
        let timetable =
            self.timetable.as_ref().context("no page has front matter with sessions")?;
        let has = |number: u32| {
            timetable.sessions.iter().any(|session| session.number == number)
        };
        if let Some((chapter, lesson)) =
            self.lessons().find(|(_, lesson)| !has(lesson.session))
        {
            bail!(
                "src/{} is of session {}, which there is not",
                chapter.file,
                lesson.session
            );
        }
        if let Some(item) = timetable.items.iter().find(|item| !has(item.session)) {
            bail!("“{}” is of session {}, which there is not", item.title, item.session);
        }
        let mut text = String::new();
        for session in &timetable.sessions {
            let items = self.items(session, from, inline)?;
            text.push_str(&format!(
                "\n\n### Session {}: {}\n\n{}\n",
                session.number,
                session.title,
                table(session, &items)?
            ));
        }
        Ok(text)
    }

    /// What a session holds, and its minutes, in order.
    fn items(
        &self,
        session: &Session,
        from: &str,
        inline: &mut Inline,
    ) -> Result<Vec<(String, u32)>> {
        let mut items = Vec::new();
        let others = self.timetable.iter().flat_map(|timetable| &timetable.items);
        let (before, after): (Vec<_>, Vec<_>) = others
            .filter(|item| item.session == session.number)
            .partition(|item| item.at == Place::Start);
        for item in before {
            items.push((one_line(&item.title, inline)?, item.minutes));
        }
        for (chapter, lesson) in
            self.lessons().filter(|(_, lesson)| lesson.session == session.number)
        {
            items.push((
                format!("{}. {}", chapter.number, chapter.link(from)),
                lesson.teaching,
            ));
        }
        for item in after {
            items.push((one_line(&item.title, inline)?, item.minutes));
        }
        Ok(items)
    }
}

fn table(session: &Session, items: &[(String, u32)]) -> Result<String> {
    let mut rows = String::new();
    let mut start = 0;
    for (title, minutes) in items {
        rows.push_str(&format!(
            "<tr><td class=\"number\">{}:{:02}</td><th scope=\"row\">{title}</th><td class=\"number\">{minutes}</td></tr>",
            start / 60,
            start % 60
        ));
        start += minutes;
    }
    if start != session.minutes {
        bail!(
            "session {} lasts {} minutes, and its items take {start}",
            session.number,
            session.minutes
        );
    }
    Ok(format!(
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Session {}\"><table class=\"plan\"><thead><tr>\
         <th scope=\"col\" class=\"number\">From</th><th scope=\"col\">Item</th><th scope=\"col\" class=\"number\">Minutes</th></tr></thead><tbody>{rows}</tbody>\
         <tfoot><tr><td class=\"number\">{}:{:02}</td><th scope=\"row\">End</th><td class=\"number\">{start}</td></tr></tfoot></table></div>",
        session.number,
        start / 60,
        start % 60
    ))
}

#[cfg(test)]
mod tests {
    use super::super::tests::course;
    use super::*;

    fn sessions(course: &Course) -> Result<String> {
        course.sessions("appendix/instructors.md", &mut |text| Ok(text.to_string()))
    }

    #[test]
    fn a_session_begins_with_its_opening_and_ends_on_time() {
        let html = sessions(&course()).unwrap();
        assert!(html.contains("### Session 1: A session\n\n"), "{html}");
        let first = html.split("### Session 2").next().unwrap();
        let at = |text: &str| {
            first.find(text).unwrap_or_else(|| panic!("no {text} in {first}"))
        };
        assert!(
            at("0:00</td><th scope=\"row\">Opening")
                < at("0:06</td><th scope=\"row\">1. <a")
        );
        assert!(
            at("1:26</td><th scope=\"row\">Closing")
                < at("1:30</td><th scope=\"row\">End</th><td class=\"number\">90")
        );
    }

    #[test]
    fn a_session_that_does_not_add_up_is_refused() {
        let mut course = course();
        course.timetable.as_mut().unwrap().items[0].minutes = 5;
        let error = sessions(&course).unwrap_err().to_string();
        assert_eq!(error, "session 1 lasts 90 minutes, and its items take 91");
        course.timetable.as_mut().unwrap().items[0].session = 3;
        let error = sessions(&course).unwrap_err().to_string();
        assert_eq!(error, "“Closing” is of session 3, which there is not");
        course.timetable = None;
        assert!(sessions(&course).is_err());
    }
}
