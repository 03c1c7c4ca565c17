//! `{{#exercise huber}}`: what to do, hints and the solution.

use super::{Inline, code, escape, one_line, unknown, without_blank_lines};
use exercises::Kind;

/// The exercise `name` as HTML, numbered `number`.
///
/// # Errors
/// An unknown name, with the nearest one; an error of `inline`, with the exercise's file.
pub fn render(name: &str, number: &str, inline: &mut Inline) -> anyhow::Result<String> {
    let all = exercises::all();
    let Some(exercise) = all.iter().find(|exercise| exercise.name == name) else {
        return Err(unknown(
            "exercise",
            name,
            all.iter().map(|exercise| exercise.name.as_str()),
        ));
    };
    let file = &exercise.path;
    html(exercise, number, inline)
        .map_err(|error| error.context(format!("exercise `{name}` ({file})")))
}

fn html(
    exercise: &exercises::Exercise,
    number: &str,
    inline: &mut Inline,
) -> anyhow::Result<String> {
    let name = &exercise.name;
    let title = one_line(&exercise.title, inline)?;
    let statement = inline(&exercise.statement)?;
    let file = escape(&exercise.path);
    let kind = exercise.kind.title();
    let given = code("rust", exercise.code);
    let given = match exercise.kind {
        Kind::FindTheBug { .. } => given,
        _ => details("given", "The code to complete", &given),
    };
    let mut hints = String::new();
    for (index, hint) in exercise.hints.iter().enumerate() {
        hints.push_str(&details("hint", &format!("Hint {}", index + 1), &inline(hint)?));
    }
    let explanation = inline(&exercise.solution_explanation)?;
    let solution = details(
        "solution",
        "Solution",
        &format!("{explanation}\n{}", code("rust", exercise.solution_code)),
    );
    let command = code("console", &format!("cargo test -p exercises {name}"));
    Ok(without_blank_lines(&format!(
        "<section class=\"exercise\" id=\"exercise-{name}\" \
         aria-labelledby=\"exercise-{name}-title\">\n\
         <h3 id=\"exercise-{name}-title\">Exercise {number} · {title}</h3>\n\
         <p class=\"exercise-kind\">{kind}</p>\n\
         {statement}\n\
         {given}\n\
         <p>Edit <code>{file}</code>, then run</p>\n\
         {command}\n\
         {hints}{solution}\n\
         </section>"
    )))
}

fn details(class: &str, summary: &str, content: &str) -> String {
    format!(
        "<details class=\"{class}\">\n<summary>{summary}</summary>\n{content}\n</details>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn render(name: &str) -> anyhow::Result<String> {
        super::render(name, "2-3", &mut |markdown| {
            Ok(format!("<p>{}</p>\n", escape(markdown)))
        })
    }

    #[test]
    fn every_exercise_is_one_html_block_with_its_parts() {
        for exercise in exercises::all() {
            let html = render(&exercise.name).unwrap();
            assert!(html.lines().all(|line| !line.trim().is_empty()), "{html}");
            assert!(html.starts_with("<section ") && html.ends_with("</section>"));
            assert!(html.contains(&format!("id=\"exercise-{}\"", exercise.name)));
            assert!(
                html.contains(&format!("Exercise 2-3 · {}", escape(&exercise.title)))
            );
            assert!(
                html.contains(&format!("cargo test -p exercises {}\n<", exercise.name))
            );
            assert_eq!(html.matches("<summary>Hint ").count(), exercise.hints.len());
            assert!(html.contains("<summary>Solution</summary>"));
        }
    }

    #[test]
    fn a_bug_is_shown_and_other_code_is_folded() {
        assert!(!render("huber-delta-bug").unwrap().contains("The code to complete"));
        assert!(
            render("huber").unwrap().contains("<summary>The code to complete</summary>")
        );
    }

    #[test]
    fn an_unknown_name_suggests_the_nearest() {
        let error = render("hubre").unwrap_err().to_string();
        assert_eq!(error, "there is no exercise `hubre`; did you mean `huber`?");
        assert!(
            render("zzz").unwrap_err().to_string().contains(", five-points-by-hand, ")
        );
    }

    #[test]
    fn an_error_names_the_file() {
        let error =
            super::render("huber", "1", &mut |_| anyhow::bail!("no math")).unwrap_err();
        assert!(
            format!("{error:#}")
                .contains("exercises/regression_losses/huber.rs): no math")
        );
    }
}
