//! `{{#quiz regression-losses}}`: a form whose answers `theme/practice.js` checks in the
//! page. Without it, the explanations can still be opened.

use super::{Inline, escape, one_line, unknown, without_blank_lines};
use anyhow::{Context, ensure};
use exercises::quiz::{Choice, Form, Question, Quiz, WrongNumber};

/// The quiz `name` as HTML.
///
/// # Errors
/// An unknown name, with the nearest one; a quiz that cannot be read; an error of
/// `inline` or an answer that is not a number, with the quiz and the question.
pub fn render(name: &str, inline: &mut Inline) -> anyhow::Result<String> {
    let quizzes = exercises::quizzes().map_err(anyhow::Error::msg)?;
    match quizzes.iter().find(|quiz| quiz.name == name) {
        Some(quiz) => html(quiz, inline),
        None => Err(unknown("quiz", name, quizzes.iter().map(|quiz| quiz.name.as_str()))),
    }
}

fn html(quiz: &Quiz, inline: &mut Inline) -> anyhow::Result<String> {
    let id = format!("quiz-{}", quiz.name);
    let title = one_line(&quiz.title, inline)?;
    let mut questions = String::new();
    for (index, question) in quiz.questions.iter().enumerate() {
        let number = index + 1;
        let place = || format!("quiz `{}`, question {number}", quiz.name);
        questions
            .push_str(&question_html(&id, number, question, inline).with_context(place)?);
    }
    Ok(without_blank_lines(&format!(
        "<section class=\"quiz\" id=\"{id}\" aria-labelledby=\"{id}-title\">\n\
         <h3 id=\"{id}-title\">{title}</h3>\n\
         <form autocomplete=\"off\">\n{questions}\
         <p class=\"quiz-score\" hidden></p>\n\
         </form>\n</section>"
    )))
}

fn question_html(
    id: &str,
    number: usize,
    Question { prompt, form, explanation }: &Question,
    inline: &mut Inline,
) -> anyhow::Result<String> {
    let id = format!("{id}-{number}");
    let prompt = one_line(prompt, inline)?;
    let explanation = inline(explanation)?;
    let (attributes, fields, answers) = match form {
        Form::Choice(options) => choice(&id, options, &explanation, inline)?,
        Form::Number { answer, tolerance, wrong } => {
            numeric(&id, answer, *tolerance, wrong, &explanation, inline)?
        }
    };
    let of_question =
        format!("<span class=\"visually-hidden\"> of question {number}</span>");
    Ok(format!(
        "<fieldset id=\"{id}\"{attributes}>\n\
         <legend><span class=\"quiz-number\">Question {number}.</span> {prompt}</legend>\n\
         {fields}\
         <p><button type=\"button\" hidden>Check\
         <span class=\"visually-hidden\"> question {number}</span></button></p>\n\
         <div class=\"quiz-result\" role=\"status\" aria-live=\"polite\"></div>\n\
         <details>\n<summary>Answer and explanations{of_question}</summary>\n\
         {answers}</details>\n\
         </fieldset>\n"
    ))
}

/// Attributes of the question, its fields, and its explanations.
type Parts = (String, String, String);

/// An attribute with the name of an option that is nothing but formulas: what is typeset is hidden from programs that read aloud, and
/// not all of them take a name from MathML.
fn name_of_formula(text: &str) -> String {
    let outside: String = text.split('$').step_by(2).collect();
    if outside.contains(char::is_alphanumeric) {
        return String::new();
    }
    format!(" aria-label=\"{}\"", escape(text.replace('$', "").trim()))
}

fn choice(
    id: &str,
    options: &[Choice],
    explanation: &str,
    inline: &mut Inline,
) -> anyhow::Result<Parts> {
    let (mut fields, mut right, mut wrong) =
        (String::new(), String::new(), String::new());
    for (index, option) in options.iter().enumerate() {
        let value = index + 1;
        let text = one_line(&option.text, inline)?;
        let name = name_of_formula(&option.text);
        fields.push_str(&format!(
            "<div class=\"quiz-option\">\
             <input type=\"radio\" name=\"{id}\" id=\"{id}-{value}\" value=\"{value}\"{name}>\
             <label for=\"{id}-{value}\">{text}</label></div>\n"
        ));
        if option.right {
            right = answer_html(
                "right",
                &format!("data-value=\"{value}\""),
                &text,
                explanation,
            );
        } else {
            let why = inline(&option.explanation)?;
            wrong.push_str(&answer_html(
                "wrong",
                &format!("data-value=\"{value}\""),
                &text,
                &why,
            ));
        }
    }
    Ok((String::new(), fields, right + &wrong))
}

fn numeric(
    id: &str,
    answer: &str,
    tolerance: f64,
    wrong: &[WrongNumber],
    explanation: &str,
    inline: &mut Inline,
) -> anyhow::Result<Parts> {
    let expected = number(answer, inline)?;
    let mut answers = answer_html("right", "", &expected.to_string(), explanation);
    let mut taken = vec![expected];
    for WrongNumber { value, explanation } in wrong {
        let value = number(value, inline)?;
        // Otherwise the page could not tell which of the two the reader gave.
        if let Some(other) =
            taken.iter().find(|other| (**other - value).abs() <= 2.0 * tolerance)
        {
            anyhow::bail!(
                "the answers {value} and {other} are within twice the tolerance {tolerance}"
            );
        }
        taken.push(value);
        let why = inline(explanation)?;
        answers.push_str(&answer_html(
            "wrong",
            &format!("data-value=\"{value}\""),
            &value.to_string(),
            &why,
        ));
    }
    let attributes =
        format!(" data-answer=\"{expected}\" data-tolerance=\"{tolerance}\"");
    let field = format!(
        "<div class=\"quiz-option\"><label for=\"{id}-number\">Your answer, a number</label> \
         <input type=\"text\" inputmode=\"decimal\" id=\"{id}-number\" size=\"10\"></div>\n"
    );
    Ok((attributes, field, answers))
}

fn answer_html(
    verdict: &str,
    attribute: &str,
    answer: &str,
    explanation: &str,
) -> String {
    let lead = if verdict == "right" { "Right" } else { "Wrong" };
    format!(
        "<div class=\"quiz-answer\" data-verdict=\"{verdict}\" {attribute}>\n\
         <p><strong>{lead}:</strong> {answer}</p>\n\
         <div class=\"quiz-why\">{explanation}</div>\n</div>\n"
    )
}

/// The number that `text` expands to.
fn number(text: &str, inline: &mut Inline) -> anyhow::Result<f64> {
    let html = one_line(text, inline)?;
    let text = without_tags(&html).replace('−', "-");
    let number: f64 = text
        .trim()
        .parse()
        .with_context(|| format!("{:?} is not a number", text.trim()))?;
    ensure!(number.is_finite(), "{number} is not a finite number");
    Ok(number)
}

fn without_tags(html: &str) -> String {
    let mut inside = false;
    html.chars()
        .filter(|&character| {
            inside = inside && character != '>' || character == '<';
            !inside && character != '>'
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_that_is_a_formula_has_a_name() {
        assert_eq!(name_of_formula("$a < 2$"), " aria-label=\"a &lt; 2\"");
        assert_eq!(name_of_formula("$1$, $2$"), " aria-label=\"1, 2\"");
        assert_eq!(name_of_formula("by $\\eta$"), "");
        assert_eq!(name_of_formula("0.5"), "");
    }

    /// Stands in for the press: escaped paragraphs, and `5.1` for every value.
    fn paragraph(markdown: &str) -> anyhow::Result<String> {
        Ok(if markdown.starts_with("{{#value") {
            "<p><span class=\"value\">5.1</span></p>\n".to_owned()
        } else {
            format!("<p>{}</p>\n", escape(markdown))
        })
    }

    fn numeric(answer: &str, wrong: &str) -> anyhow::Result<String> {
        let text = format!(
            "title = 'T'\n[[question]]\nprompt = 'P'\nexplanation = 'E'\n\
             answer = '{answer}'\ntolerance = 0.05\n\
             [[question.wrong]]\nvalue = '{wrong}'\nexplanation = 'W'\n"
        );
        html(&Quiz::parse("q", &text).unwrap(), &mut paragraph)
    }

    #[test]
    fn every_quiz_is_one_html_block_with_unique_ids() {
        for quiz in exercises::quizzes().unwrap() {
            let html = html(&quiz, &mut paragraph).unwrap();
            assert!(html.lines().all(|line| !line.trim().is_empty()), "{html}");
            let mut ids: Vec<_> = html
                .match_indices(" id=\"")
                .map(|(at, _)| html[at + 5..].split('"').next())
                .collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all);
            assert_eq!(html.matches("<fieldset").count(), quiz.questions.len());
        }
    }

    #[test]
    fn an_answer_may_be_a_directive() {
        let html = numeric("{{#value five-points.huber.mean}}", "-1e2").unwrap();
        assert!(html.contains("data-answer=\"5.1\" data-tolerance=\"0.05\""), "{html}");
        assert!(html.contains("data-verdict=\"wrong\" data-value=\"-100\""), "{html}");
    }

    #[test]
    fn what_is_no_number_is_named_with_its_question() {
        let error = format!("{:#}", numeric("five", "1").unwrap_err());
        assert!(
            error.starts_with("quiz `q`, question 1: \"five\" is not a number"),
            "{error}"
        );
        assert!(
            format!("{:#}", numeric("NaN", "1").unwrap_err())
                .contains("NaN is not a finite number")
        );
    }

    #[test]
    fn answers_that_cannot_be_told_apart_are_refused() {
        let error = format!("{:#}", numeric("5.1", "5.15").unwrap_err());
        assert!(
            error
                .contains("the answers 5.15 and 5.1 are within twice the tolerance 0.05"),
            "{error}"
        );
    }

    #[test]
    fn an_unknown_name_suggests_the_nearest() {
        let error = render("regresion-losses", &mut paragraph).unwrap_err().to_string();
        assert_eq!(
            error,
            "there is no quiz `regresion-losses`; did you mean `regression-losses`?"
        );
    }
}
