//! Checks the checkers: solutions pass, and wrong answers are caught and recognized.

use std::collections::HashSet;

use exercises::{Kind, Verdict, all};

#[test]
fn solutions_pass() {
    for exercise in all() {
        assert_eq!(exercise.check_solution(), Verdict::Passed, "{}", exercise.name);
    }
}

#[test]
fn solutions_give_finite_results_for_distinct_calls() {
    for exercise in all() {
        let seen = exercise.observe_solution();
        assert!(!seen.is_empty(), "{} observes nothing", exercise.name);
        let labels: HashSet<_> =
            seen.iter().map(|observation| &observation.label).collect();
        assert_eq!(labels.len(), seen.len(), "{} uses a label twice", exercise.name);
        for observation in seen {
            assert!(
                observation.seen.is_sound(),
                "{}: {} = {}",
                exercise.name,
                observation.label,
                observation.seen
            );
        }
    }
}

#[test]
fn wrong_answers_fail_and_are_recognized_as_themselves() {
    for exercise in all() {
        for mistake in &exercise.mistakes {
            let expected = match exercise.kind {
                Kind::FindTheBug { shipped } if mistake.name == shipped => None,
                _ => Some(vec![mistake.name]),
            };
            let got = match mistake.check() {
                Verdict::NotAttempted => None,
                Verdict::Passed => {
                    panic!("{}: the mistake {} passes", exercise.name, mistake.name)
                }
                Verdict::Failed { recognized, .. } => Some(recognized),
            };
            // Two mistakes with the same results cannot both be recognized.
            assert_eq!(got, expected, "{}: the mistake {}", exercise.name, mistake.name);
        }
    }
}

#[test]
fn bugs_that_are_shipped_are_in_the_catalog() {
    for exercise in all() {
        if let Kind::FindTheBug { shipped } = exercise.kind {
            assert!(
                exercise.mistakes.iter().any(|mistake| mistake.name == shipped),
                "{}: no {shipped}",
                exercise.name
            );
        }
    }
}

#[test]
fn every_exercise_is_complete() {
    let mut names = HashSet::new();
    for exercise in all() {
        let name = &exercise.name;
        assert!(names.insert(name.clone()), "{name} is declared twice");
        assert!(
            !exercise.title.is_empty(),
            "{} needs a title, `//! # …`, in its first line",
            exercise.path
        );
        assert!(!exercise.statement.is_empty(), "{} needs a statement", exercise.path);
        assert!(
            !exercise.solution_explanation.is_empty(),
            "{} needs an explanation",
            exercise.solution_path
        );
        assert!(!exercise.hints.is_empty(), "{name} needs a hint");
        let mistakes = if exercise.kind == Kind::ByHand { 1 } else { 2 };
        assert!(
            exercise.mistakes.len() >= mistakes,
            "{name} needs at least {mistakes} mistakes"
        );
        for mistake in &exercise.mistakes {
            assert!(
                !mistake.diagnosis.is_empty() && !mistake.hint.is_empty(),
                "{name}: {} is not explained",
                mistake.name
            );
        }
        let repository =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        for path in [&exercise.path, &exercise.solution_path] {
            assert!(repository.join(path).is_file(), "{name}: no file {path}");
        }
    }
}

/// An untouched file has a `todo!()` in each function. Your own answers have fewer, and
/// are left out.
#[test]
fn untouched_files_count_as_not_attempted() {
    for exercise in all() {
        let functions = exercise.code.matches("pub fn ").count();
        if exercise.code.matches("todo!()").count() == functions {
            assert_eq!(exercise.check(), Verdict::NotAttempted, "{}", exercise.name);
        }
    }
}

#[test]
#[ignore = "holds in a fresh clone, before you solve anything"]
fn a_fresh_clone_has_no_answers() {
    for exercise in all() {
        assert_eq!(exercise.check(), Verdict::NotAttempted, "{}", exercise.name);
    }
}

#[test]
fn quizzes_can_be_read() {
    for quiz in exercises::quizzes().unwrap() {
        assert!(!quiz.questions.is_empty());
    }
}
