//! Checks the checkers: solutions pass, and wrong answers are caught and recognized.

use std::collections::HashSet;

use exercises::observation::Seen;
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

/// What the solution of `exercise` gives for the call that begins with `call`.
fn solution(exercise: &str, call: &str) -> Vec<f64> {
    let exercise =
        all().into_iter().find(|candidate| candidate.name == exercise).unwrap();
    let mut seen = exercise.observe_solution().into_iter();
    match seen.find(|observation| observation.label.starts_with(call)).unwrap().seen {
        Seen::Number(number) => vec![number],
        Seen::Numbers(numbers) => numbers,
        other => panic!("{call} gave {other}"),
    }
}

/// Values worked out by hand, independently of the solutions. They are short decimals or
/// fractions written out, so they differ from the solutions by rounding only.
#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let cases: &[(&str, &str, &[f64])] = &[
        // (1 + 4 + 4 + 9 + 400) / 5, (1 + 2 + 2 + 3 + 20) / 5.
        ("five-points-by-hand", "mean_squared_error", &[418.0 / 5.0]),
        ("five-points-by-hand", "mean_absolute_error", &[28.0 / 5.0]),
        ("five-points-by-hand", "huber_delta_1", &[(0.5 + 1.5 + 1.5 + 2.5 + 19.5) / 5.0]),
        ("five-points-by-hand", "huber_delta_5", &[(0.5 + 2.0 + 2.0 + 4.5 + 87.5) / 5.0]),
        // r = -10; w - 0.1 L'(r) 3 and b - 0.1 L'(r), with L' = -20, -1, -2.
        ("one-step-by-hand", "squared_error", &[2.0 + 6.0, 2.0]),
        ("one-step-by-hand", "absolute_error", &[2.0 + 0.3, 0.1]),
        ("one-step-by-hand", "huber", &[2.0 + 0.6, 0.2]),
        ("one-step-by-hand", "residuals_after", &[26.0 - 16.0, 7.0 - 16.0, 8.0 - 16.0]),
        // Residuals 1.5, -0.5, 6, -20, 0, -2 with delta = 2.
        ("huber", "value", &[(1.125 + 0.125 + 10.0 + 38.0 + 0.0 + 2.0) / 6.0]),
        (
            "huber",
            "gradient",
            &[1.5 / 6.0, -0.5 / 6.0, 2.0 / 6.0, -2.0 / 6.0, 0.0, -2.0 / 6.0],
        ),
        // Residuals 2.5, -0.5, 6, -20, 3 with delta = 3 and weight = 1/4, which makes the
        // outer slope 3/4.
        (
            "weighted-huber",
            "value",
            &[(3.125 + 0.125 + 0.75 * 4.5 + 0.75 * 18.5 + 4.5) / 5.0],
        ),
        ("weighted-huber", "gradient", &[0.5, -0.1, 0.15, -0.15, 0.6]),
        ("weighted-huber", "jump", &[0.25 * 4.5 - 4.5]),
        // Residuals 3, -1, 0, -2.5 with tau = 0.9: too high costs 0.1, too low 0.9 per
        // unit.
        ("quantile-loss", "value", &[(0.3 + 0.9 + 0.0 + 2.25) / 4.0]),
        ("quantile-loss", "gradient", &[0.1 / 4.0, -0.9 / 4.0, 0.0, -0.9 / 4.0]),
        ("mae-gradient-bug", "gradient", &[0.2, -0.2, 0.0, -0.2, 0.2]),
        ("mae-gradient-bug", "gradient(residuals = [0", &[0.0; 5]),
        ("huber-delta-bug", "value(residual = 5,", &[12.5]),
        ("huber-delta-bug", "value(residual = -20,", &[5.0 * 17.5]),
        ("outlier-predict", "mean_move", &[997.0 / 5.0]),
        ("outlier-predict", "median_move", &[1.0]),
        // Between 3 and 4 the clamped residuals of 1, 2, 4, 5 and the outlier are 2, m -
        // 2, m - 4, m - 5, -2: m = 11/3.
        ("outlier-predict", "huber_move()", &[2.0 / 3.0]),
        ("outlier-predict", "huber_move_to_a_million", &[2.0 / 3.0]),
    ];
    for (exercise, call, expected) in cases {
        let got = solution(exercise, call);
        assert_eq!(got.len(), expected.len(), "{exercise}: {call}");
        for (got, expected) in got.iter().zip(*expected) {
            assert!(
                (got - expected).abs() < 1e-9,
                "{exercise}: {call} = {got}, by hand {expected}"
            );
        }
    }
}
