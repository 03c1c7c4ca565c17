//! How far a reader has come: chapter by chapter, what passes, what fails, and what comes
//! next.

use std::fmt::Write;

use crate::exercise::Exercise;
use crate::registry::all;
use crate::verdict::Verdict;

/// How an exercise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Passed,
    Failed,
    NotAttempted,
}

/// An exercise and how it stands.
struct Standing {
    name: String,
    chapter: String,
    path: String,
    state: State,
}

/// Checks every exercise and says how they stand, as text of a line for each chapter.
pub fn report() -> String {
    let standings: Vec<Standing> = all().iter().map(standing).collect();
    text(&standings)
}

fn standing(exercise: &Exercise) -> Standing {
    let state = match exercise.check() {
        Verdict::Passed => State::Passed,
        Verdict::Failed { .. } => State::Failed,
        Verdict::NotAttempted => State::NotAttempted,
    };
    Standing {
        name: exercise.name.clone(),
        chapter: exercise.chapter.clone(),
        path: exercise.path.clone(),
        state,
    }
}

/// Exercises of one chapter stand together.
fn text(standings: &[Standing]) -> String {
    let count = |state: State| standings.iter().filter(|s| s.state == state).count();
    let mut text = format!(
        "Of {} exercises: {} passed, {} failed, {} not attempted.\n\n",
        standings.len(),
        count(State::Passed),
        count(State::Failed),
        count(State::NotAttempted)
    );
    let of_one_chapter =
        standings.chunk_by(|before, after| before.chapter == after.chapter);
    let width = standings.iter().map(|s| s.chapter.chars().count()).max().unwrap_or(0);
    for chapter in of_one_chapter {
        let bar: String = chapter
            .iter()
            .map(|standing| match standing.state {
                State::Passed => '■',
                State::Failed => '×',
                State::NotAttempted => '·',
            })
            .collect();
        let passed = chapter.iter().filter(|s| s.state == State::Passed).count();
        let title = title(&chapter[0].chapter);
        writeln!(text, "{title:width$}  {passed:>2} of {:>2}  {bar}", chapter.len())
            .expect("writing to a string does not fail");
    }
    for (state, heading) in [(State::Failed, "To mend"), (State::NotAttempted, "Next")] {
        let of_state: Vec<&Standing> =
            standings.iter().filter(|standing| standing.state == state).collect();
        // What fails is told whole; of what is left, the first is enough.
        let shown = if state == State::Failed { of_state.len() } else { 1 };
        for standing in of_state.iter().take(shown) {
            write!(
                text,
                "\n{heading}: {}\n  edit {}\n  then cargo test -p exercises {}\n",
                standing.name, standing.path, standing.name
            )
            .expect("writing to a string does not fail");
        }
    }
    text
}

/// "Regression losses" for "regression-losses".
fn title(chapter: &str) -> String {
    let words = chapter.replace('-', " ");
    let mut letters = words.chars();
    letters
        .next()
        .map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(chapter: &str, name: &str, state: State) -> Standing {
        let path = format!("exercises/{chapter}/{name}.rs");
        Standing { name: name.to_owned(), chapter: chapter.to_owned(), path, state }
    }

    #[test]
    fn chapters_are_counted_and_what_to_do_is_named() {
        let standings = [
            of("what-a-loss-is-for", "one", State::Passed),
            of("what-a-loss-is-for", "two", State::Failed),
            of("huber", "three", State::NotAttempted),
            of("huber", "four", State::NotAttempted),
        ];
        assert_eq!(
            text(&standings),
            "\
Of 4 exercises: 1 passed, 1 failed, 2 not attempted.

What a loss is for   1 of  2  ■×
Huber                0 of  2  ··

To mend: two
  edit exercises/what-a-loss-is-for/two.rs
  then cargo test -p exercises two

Next: three
  edit exercises/huber/three.rs
  then cargo test -p exercises three
"
        );
    }

    #[test]
    fn every_exercise_is_counted_once() {
        let text = report();
        let rows = text.lines().skip(1).filter(|line| line.contains(" of "));
        let marks: usize = rows
            .map(|row| row.chars().filter(|mark| "■×·".contains(*mark)).count())
            .sum();
        assert_eq!(marks, all().len());
    }

    #[test]
    fn exercises_of_a_chapter_stand_together() {
        let all = all();
        let mut chapters: Vec<&str> =
            all.iter().map(|exercise| exercise.chapter.as_str()).collect();
        chapters.dedup();
        let runs = chapters.len();
        chapters.sort_unstable();
        chapters.dedup();
        assert_eq!(runs, chapters.len());
    }
}
