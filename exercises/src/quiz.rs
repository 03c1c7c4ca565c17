//! Quizzes: questions with an explanation for each wrong answer, written in TOML.

use serde::Deserialize;

/// The questions on one chapter.
#[derive(Clone, Debug, PartialEq)]
pub struct Quiz {
    /// The name, in kebab-case: the file, the directive and the anchor in the page.
    pub name: String,
    /// The title, a line of Markdown.
    pub title: String,
    /// The questions, at least one.
    pub questions: Vec<Question>,
}

/// One question. All texts are Markdown with math and directives.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What is asked, one paragraph.
    pub prompt: String,
    /// How it is answered.
    pub form: Form,
    /// Why the right answer is right.
    pub explanation: String,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// By choosing the one right option.
    Choice(Vec<Choice>),
    /// By giving a number.
    Number {
        /// The number, or text that the press expands to it.
        answer: String,
        /// The largest absolute difference that is still right.
        tolerance: f64,
        /// Numbers that usual mistakes lead to.
        wrong: Vec<WrongNumber>,
    },
}

/// An option of a question.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The option.
    pub text: String,
    /// Whether it is the right one.
    #[serde(default)]
    pub right: bool,
    /// Why it is wrong; empty for the right one, which the question explains.
    #[serde(default)]
    pub explanation: String,
}

/// A number that a usual mistake leads to.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrongNumber {
    /// The number, or text that the press expands to it.
    pub value: String,
    /// The mistake.
    pub explanation: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: String,
    #[serde(default)]
    question: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    prompt: String,
    explanation: String,
    #[serde(default)]
    option: Vec<Choice>,
    answer: Option<String>,
    tolerance: Option<f64>,
    #[serde(default)]
    wrong: Vec<WrongNumber>,
}

impl Quiz {
    /// Reads the quiz `name` from the text of its file.
    ///
    /// # Errors
    /// What is wrong with the text, with the line or the number of the question.
    pub fn parse(name: &str, text: &str) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        if file.question.is_empty() {
            return Err("a quiz needs at least one [[question]]".to_owned());
        }
        let question = |(index, entry)| {
            question(entry).map_err(|error| {
                format!("question {number}: {error}", number = index + 1)
            })
        };
        let questions = file
            .question
            .into_iter()
            .enumerate()
            .map(question)
            .collect::<Result<_, _>>()?;
        Ok(Self { name: name.to_owned(), title: file.title, questions })
    }
}

fn question(entry: Entry) -> Result<Question, String> {
    let Entry { prompt, explanation, option: options, answer, tolerance, wrong } = entry;
    if prompt.trim().is_empty() || explanation.trim().is_empty() {
        return Err("prompt and explanation must not be empty".to_owned());
    }
    let form = match (answer, tolerance) {
        (None, None) if wrong.is_empty() => Form::Choice(choice(options)?),
        (Some(answer), Some(tolerance)) if options.is_empty() => {
            if !(tolerance.is_finite() && tolerance > 0.0) {
                return Err(format!("tolerance = {tolerance} is outside (0, ∞)"));
            }
            if let Some(wrong) =
                wrong.iter().find(|wrong| wrong.explanation.trim().is_empty())
            {
                return Err(format!(
                    "the wrong number {} needs an explanation",
                    wrong.value
                ));
            }
            Form::Number { answer, tolerance, wrong }
        }
        _ => return Err(
            "give either options, or answer and tolerance (and perhaps wrong numbers)"
                .to_owned(),
        ),
    };
    Ok(Question { prompt, form, explanation })
}

fn choice(options: Vec<Choice>) -> Result<Vec<Choice>, String> {
    let right = options.iter().filter(|option| option.right).count();
    if options.len() < 2 || right != 1 {
        let all = options.len();
        return Err(format!(
            "{right} of {all} options are right; give two or more, one of them right"
        ));
    }
    for Choice { text, right, explanation } in &options {
        match (right, explanation.trim().is_empty()) {
            (true, false) => {
                return Err(format!(
                    "move the explanation of the right option {text:?} to the question"
                ));
            }
            (false, true) => {
                return Err(format!("the wrong option {text:?} needs an explanation"));
            }
            _ => {}
        }
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHOICE: &str = "title = 'T'\n[[question]]\nprompt = 'P'\nexplanation = 'E'\n";

    const RIGHT: &str = "[[question.option]]\ntext = 'a'\nright = true\n";

    fn error(rest: &str) -> String {
        Quiz::parse("q", &format!("{CHOICE}{rest}")).unwrap_err()
    }

    #[test]
    fn a_choice_and_a_number_are_read() {
        let text = format!(
            "{CHOICE}{RIGHT}[[question.option]]\ntext = 'b'\nexplanation = 'no'\n\
             [[question]]\nprompt = 'N'\nexplanation = 'E'\n\
             answer = '{{{{#value x.y}}}}'\ntolerance = 0.1\n\
             [[question.wrong]]\nvalue = '2'\nexplanation = 'halve'\n"
        );
        let quiz = Quiz::parse("q", &text).unwrap();
        assert!(
            matches!(&quiz.questions[0].form, Form::Choice(options) if options.len() == 2)
        );
        let Form::Number { answer, tolerance, wrong } = &quiz.questions[1].form else {
            panic!("a number")
        };
        assert_eq!(
            (answer.as_str(), *tolerance, wrong[0].value.as_str()),
            ("{{#value x.y}}", 0.1, "2")
        );
    }

    #[test]
    fn what_is_missing_is_named() {
        assert!(error("").contains("question 1: 0 of 0 options are right"));
        let two_right = RIGHT.repeat(2);
        assert!(error(&two_right).contains("2 of 2 options are right"));
        let explained =
            format!("{RIGHT}explanation = 'e'\n[[question.option]]\ntext = 'b'\n");
        assert!(
            error(&explained).contains("move the explanation of the right option \"a\"")
        );
        let unexplained = format!("{RIGHT}[[question.option]]\ntext = 'b'\n");
        assert!(
            error(&unexplained).contains("the wrong option \"b\" needs an explanation")
        );
        assert!(
            error("answer = '1'\n").contains("either options, or answer and tolerance")
        );
        assert!(
            error("answer = '1'\ntolerance = 0.0\n")
                .contains("tolerance = 0 is outside (0, ∞)")
        );
        assert!(error("asnwer = '1'\n").contains("asnwer"));
        assert!(
            Quiz::parse("q", "title = 'T'")
                .unwrap_err()
                .contains("at least one [[question]]")
        );
    }
}
