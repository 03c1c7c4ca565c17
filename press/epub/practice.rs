//! Exercises and quizzes on paper: tasks and questions in their place, hints, solutions and answers at the end of the page.

use super::links;
use super::rewrite::{Rewriter, summary};
use super::tree::{Element, Node};
use anyhow::{Context, Result};

impl Rewriter<'_> {
    /// An exercise without its hints and its solution, which go to the end of the page.
    pub(super) fn exercise(&mut self, element: &Element) -> Result<Vec<Node>> {
        let is_hint = |inside: &Element| inside.is("hint") || inside.is("solution");
        let mut task = element.clone();
        task.children.retain(|node| !node.element().is_some_and(is_hint));
        let mut task = self.kept(&task)?;

        let mut answers = Vec::new();
        for hint in element.elements().filter(|inside| is_hint(inside)) {
            let (words, content) = summary(hint);
            let words = words.map(Element::text).unwrap_or_default();
            answers.push(Element::html("h4", vec![words.as_str().into()]).into());
            answers.extend(self.nodes(&content)?);
        }
        task.children.push(self.move_to_end(element, "Hints and solution", answers)?);
        Ok(vec![task.into()])
    }

    /// A quiz as numbered questions; the answers go to the end of the page.
    pub(super) fn quiz(&mut self, element: &Element) -> Result<Vec<Node>> {
        let mut quiz = Element::html("section", Vec::new());
        quiz.attributes.clone_from(&element.attributes);
        let mut quiz = self.kept(&quiz)?;
        let mut answers = Vec::new();
        quiz.children.extend(match heading(element) {
            Some(heading) => Some(self.kept(heading)?.into()),
            None => None,
        });
        let form = element.find(&|inside| inside.name == "form").context("no form")?;
        for fieldset in form.elements().filter(|inside| inside.name == "fieldset") {
            quiz.children.push(self.question(fieldset)?);
            answers.extend(self.answers_to(fieldset)?);
        }
        quiz.children.push(self.move_to_end(element, "Answers", answers)?);
        Ok(vec![quiz.into()])
    }

    fn question(&mut self, fieldset: &Element) -> Result<Node> {
        let legend = fieldset.find(&|inside| inside.name == "legend");
        let prompt =
            self.nodes(&legend.context("a question without a prompt")?.children)?;
        let mut options = Vec::new();
        let mut number = None;
        for option in fieldset.elements().filter(|inside| inside.is("quiz-option")) {
            let label = option.find(&|inside| inside.name == "label");
            let words =
                self.nodes(&label.context("an option without words")?.children)?;
            let is_choice = |inside: &Element| inside.attribute("type") == Some("radio");
            match option.find(&is_choice) {
                Some(_) => options.push(Element::html("li", words).into()),
                None => number = Some(Element::html("p", words).into()),
            }
        }
        let mut question = vec![Element::html("p", prompt).into()];
        if !options.is_empty() {
            question.push(Element::html("ul", options).with("class", "options").into());
        }
        question.extend(number);
        let id = links::id(fieldset.attribute("id").unwrap_or_default());
        let question = Element::html("div", question).with("class", "question");
        Ok(question.with("id", &id).into())
    }

    fn answers_to(&mut self, fieldset: &Element) -> Result<Vec<Node>> {
        let number = fieldset.find(&|inside| inside.is("quiz-number"));
        let number = number.map(Element::text).unwrap_or_default();
        let number = number.trim_end_matches('.');
        let mut answers = vec![Element::html("h4", vec![number.into()]).into()];
        let details = fieldset.find(&|inside| inside.name == "details");
        let (_, content) = summary(details.context("a question without answers")?);
        answers.extend(self.nodes(&content)?);
        Ok(answers)
    }

    /// Puts the answers at the end of the page, under the heading of what they answer; returns the way there.
    fn move_to_end(
        &mut self,
        of: &Element,
        words: &str,
        answers: Vec<Node>,
    ) -> Result<Node> {
        let id = links::id(of.attribute("id").context("practice without an id")?);
        let heading = heading(of).context("practice without a heading")?;
        let back = Element::html("a", self.nodes(&heading.children)?)
            .with("href", &format!("#{id}"));
        let mut section = vec![Element::html("h3", vec![back.into()]).into()];
        section.extend(answers);
        let section = Element::html("section", section).with("class", "answers");
        let there = format!("{id}-answers");
        self.answers.push(section.with("id", &there).into());
        let link =
            Element::html("a", vec![words.into()]).with("href", &format!("#{there}"));
        Ok(Element::html("p", vec![link.into()]).with("class", "to-answers").into())
    }
}

fn heading(element: &Element) -> Option<&Element> {
    element.elements().find(|inside| inside.name == "h3")
}

#[cfg(test)]
mod tests {
    use crate::epub::rewrite::Rewriter;
    use crate::epub::tree::{Element, Node};
    use crate::epub::{parse, xhtml};
    use crate::practice;
    use std::collections::BTreeSet;

    fn paragraph(markdown: &str) -> anyhow::Result<String> {
        Ok(format!("<p>{}</p>", crate::markdown::escape(markdown)))
    }

    /// The practice and what stands at the end of the page.
    fn rewrite(html: &str) -> (Element, Element) {
        let pages = BTreeSet::new();
        let mut rewriter = Rewriter { page: "a.html", pages: &pages, answers: vec![] };
        let main = parse::first(&format!("<main>{html}</main>"), "main").unwrap();
        let body = Element::html("main", rewriter.nodes(&main.children).unwrap());
        (body, Element::html("end", rewriter.answers))
    }

    fn has(element: &Element, name: &str) -> bool {
        element.find(&|inside| inside.name == name).is_some()
    }

    #[test]
    fn hints_and_the_solution_of_every_exercise_stand_at_the_end() {
        for exercise in exercises::all() {
            let html = practice::exercise::render(&exercise.name, "1-2", &mut paragraph);
            let (task, end) = rewrite(&html.unwrap());
            let headings = end.elements().next().unwrap().elements();
            let headings = headings.filter(|inside| inside.name == "h4");
            assert_eq!(headings.count(), exercise.hints.len() + 1, "{}", exercise.name);
            assert!(task.text().contains("Exercise 1-2"), "{}", exercise.name);
            assert!(!task.text().contains("Hint 1"), "{}", exercise.name);
            let code = exercise.solution_code.trim();
            assert!(end.text().contains(code), "{}", exercise.name);
            let link = format!("#exercise-{}-answers", exercise.name);
            assert!(task.find(&|a| a.attribute("href") == Some(&link)).is_some());
            assert!(end.find(&|a| a.attribute("id") == Some(&link[1..])).is_some());
        }
    }

    #[test]
    fn every_quiz_is_questions_and_then_answers() {
        for quiz in exercises::quizzes().unwrap() {
            // In place of an outcome's number, one that is far from the others.
            let mut number = 0;
            let mut inline = |text: &str| {
                number += 1000;
                match text.contains("{{#") {
                    true => Ok(format!("<p>{number}</p>")),
                    false => paragraph(text),
                }
            };
            let html = practice::quiz::render(&quiz.name, &mut inline).unwrap();
            let (questions, end) = rewrite(&html);
            assert!(!has(&questions, "form") && !has(&questions, "fieldset"));
            assert!(!questions.text().contains("Right:"), "{}", quiz.name);
            assert_eq!(
                end.text().matches("Right:").count(),
                quiz.questions.len(),
                "{}",
                quiz.name
            );
        }
    }

    #[test]
    fn a_question_has_its_options_or_asks_for_a_number() {
        let html = "<section class=\"quiz\" id=\"quiz-a\"><h3>Two questions</h3><form>\
            <fieldset id=\"quiz-a-1\"><legend><span class=\"quiz-number\">Question 1.</span> Which?</legend>\
            <div class=\"quiz-option\"><input type=\"radio\" id=\"o\"><label for=\"o\">This</label></div>\
            <p><button>Check</button></p><div class=\"quiz-result\"></div>\
            <details><summary>Answer</summary><p>Right: This</p></details></fieldset>\
            <fieldset id=\"quiz-a-2\"><legend><span class=\"quiz-number\">Question 2.</span> How many?</legend>\
            <div class=\"quiz-option\"><label for=\"n\">Your answer, a number</label> <input type=\"text\" id=\"n\"></div>\
            <details><summary>Answer</summary><p>Right: 2</p></details></fieldset></form></section>";
        let (questions, end) = rewrite(html);
        let nodes: Vec<Node> =
            questions.children.into_iter().chain(end.children).collect();
        let written = xhtml::document("", "en", "", &nodes).unwrap();
        let body = written.split_once("<body>\n").unwrap().1;
        assert_eq!(
            body.split_once("\n</body>").unwrap().0,
            "<section class=\"quiz\" id=\"quiz-a\"><h3>Two questions</h3>\
             <div class=\"question\" id=\"quiz-a-1\"><p><span class=\"quiz-number\">Question 1.</span> Which?</p>\
             <ul class=\"options\"><li>This</li></ul></div>\
             <div class=\"question\" id=\"quiz-a-2\"><p><span class=\"quiz-number\">Question 2.</span> How many?</p>\
             <p>Your answer, a number</p></div>\
             <p class=\"to-answers\"><a href=\"#quiz-a-answers\">Answers</a></p></section>\
             <section class=\"answers\" id=\"quiz-a-answers\"><h3><a href=\"#quiz-a\">Two questions</a></h3>\
             <h4>Question 1</h4><p>Right: This</p><h4>Question 2</h4><p>Right: 2</p></section>"
        );
    }
}
