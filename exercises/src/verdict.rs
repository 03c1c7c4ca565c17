//! Grading: comparing an answer with the solution and with the catalogued mistakes.

use crate::check::{Check, Kind, Mistake};
use crate::observation::{Observation, Seen};

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The answer is as it was shipped.
    NotAttempted,
    /// Every observation agrees with the solution.
    Passed,
    /// Some observation differs from the solution.
    Failed {
        /// The names of the mistakes that were recognized.
        recognized: Vec<&'static str>,
        /// What to tell the reader.
        report: String,
    },
}

/// Grades `answer` against `solution`, both of which `check` observes.
pub fn grade<A: Copy>(check: &Check<A>, solution: A, answer: A) -> Verdict {
    let expected = (check.observe)(&solution);
    let got = (check.observe)(&answer);
    let agree =
        |a: &Observation, b: &Observation| a.seen.agrees(&b.seen, check.tolerance);
    let all_agree =
        |a: &[Observation], b: &[Observation]| a.iter().zip(b).all(|(a, b)| agree(a, b));
    let is_right = |expected: &Observation, got: &Observation| {
        agree(expected, got) && got.seen.is_sound()
    };

    if got.iter().all(|observation| observation.seen == Seen::Todo) {
        return Verdict::NotAttempted;
    }
    if expected.iter().zip(&got).all(|(expected, got)| is_right(expected, got)) {
        return Verdict::Passed;
    }
    let catalog: Vec<(&Mistake<A>, Vec<Observation>)> = check
        .mistakes
        .iter()
        .map(|mistake| (mistake, (check.observe)(&(mistake.answer)(solution))))
        .collect();
    let whole = catalog
        .iter()
        .find(|(_, seen)| all_agree(seen, &got))
        .map(|(mistake, _)| *mistake);
    if let (Some(mistake), Kind::FindTheBug { shipped }) = (whole, check.kind)
        && mistake.name == shipped
    {
        return Verdict::NotAttempted;
    }

    let mut recognized: Vec<&'static str> = Vec::new();
    let mut unrecognized = false;
    let mut findings = Vec::new();
    for part in parts(&got) {
        let in_part = |observation: &&Observation| observation.part() == part;
        let pairs = || expected.iter().filter(in_part).zip(got.iter().filter(in_part));
        let Some((expected_first, first)) =
            pairs().find(|(expected, got)| !is_right(expected, got))
        else {
            continue;
        };
        if first.seen == Seen::Todo {
            findings.push(format!("{part}: still to be written."));
            continue;
        }
        let explains = |seen: &[Observation]| {
            let seen = || seen.iter().filter(in_part);
            seen().zip(pairs()).all(|(seen, (_, got))| agree(seen, got))
                && seen().zip(pairs()).any(|(seen, (expected, _))| !agree(seen, expected))
        };
        // A mistake that explains the whole answer is better than one that explains this
        // part only.
        let mistake = whole.or_else(|| {
            catalog.iter().find(|(_, seen)| explains(seen)).map(|(mistake, _)| *mistake)
        });
        let Some(mistake) = mistake else {
            unrecognized = true;
            findings.push(format!(
                "{}: expected {}, got {}",
                first.label, expected_first.seen, first.seen
            ));
            continue;
        };
        findings.push(format!("{}: got {}", first.label, first.seen));
        if !recognized.contains(&mistake.name) {
            recognized.push(mistake.name);
            findings.push(format!(
                "  [{}] {}\n  Hint: {}",
                mistake.name, mistake.diagnosis, mistake.hint
            ));
        }
    }
    if let (true, Some(hint)) = (unrecognized, check.hints.first()) {
        findings.push(format!("  Hint: {hint}"));
    }
    Verdict::Failed { recognized, report: findings.join("\n") }
}

/// The parts of an answer, each once, in order.
fn parts(observations: &[Observation]) -> Vec<&str> {
    let mut parts = Vec::new();
    for observation in observations {
        if !parts.contains(&observation.part()) {
            parts.push(observation.part());
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Copy)]
    struct Answer {
        double: fn(f64) -> f64,
        square: fn(f64) -> f64,
    }

    const SOLUTION: Answer = Answer { double: |x| 2.0 * x, square: |x| x * x };

    const CHECK: Check<Answer> = Check {
        kind: Kind::FindTheBug { shipped: "square-of-one" },
        tolerance: 1e-9,
        observe: |answer| {
            let double = [1.0, 3.0]
                .map(|x| Observation::of(format!("double({x})"), || (answer.double)(x)));
            let square = [1.0, 3.0]
                .map(|x| Observation::of(format!("square({x})"), || (answer.square)(x)));
            double.into_iter().chain(square).collect()
        },
        hints: &["First hint.", "Second hint."],
        mistakes: &[
            Mistake {
                name: "double-is-identity",
                answer: |right| Answer { double: |x| x, ..right },
                diagnosis: "Not doubled.",
                hint: "Add it to itself.",
            },
            Mistake {
                name: "square-is-cube",
                answer: |right| Answer { square: |x| x * x * x, ..right },
                diagnosis: "A cube.",
                hint: "One factor less.",
            },
            Mistake {
                name: "square-of-one",
                answer: |right| Answer { square: |_| 1.0, ..right },
                diagnosis: "Always one.",
                hint: "Use the argument.",
            },
        ],
    };

    fn failure(answer: Answer) -> (Vec<&'static str>, String) {
        match grade(&CHECK, SOLUTION, answer) {
            Verdict::Failed { recognized, report } => (recognized, report),
            verdict => panic!("{verdict:?}"),
        }
    }

    #[test]
    fn the_solution_passes() {
        assert_eq!(grade(&CHECK, SOLUTION, SOLUTION), Verdict::Passed);
    }

    #[test]
    fn todo_everywhere_and_the_shipped_bug_are_not_attempted() {
        let untouched = Answer { double: |_| todo!(), square: |_| todo!() };
        assert_eq!(grade(&CHECK, SOLUTION, untouched), Verdict::NotAttempted);
        let shipped = Answer { square: |_| 1.0, ..SOLUTION };
        assert_eq!(grade(&CHECK, SOLUTION, shipped), Verdict::NotAttempted);
    }

    #[test]
    fn two_mistakes_in_two_functions_are_both_recognized() {
        let (recognized, report) =
            failure(Answer { double: |x| x, square: |x| x * x * x });
        assert_eq!(recognized, ["double-is-identity", "square-is-cube"]);
        assert!(
            report.contains("Not doubled.") && report.contains("square(3): got 27"),
            "{report}"
        );
        assert!(!report.contains("expected"), "{report}");
    }

    #[test]
    fn a_function_still_to_be_written_is_named_beside_a_right_one() {
        let (recognized, report) = failure(Answer { square: |_| todo!(), ..SOLUTION });
        assert!(recognized.is_empty());
        assert_eq!(report, "square: still to be written.");
    }

    #[test]
    fn an_unknown_failure_shows_the_first_difference_and_the_first_hint() {
        let (recognized, report) = failure(Answer { double: |x| x + 1.0, ..SOLUTION });
        assert!(recognized.is_empty());
        assert_eq!(report, "double(3): expected 6, got 4\n  Hint: First hint.");
    }

    #[test]
    fn a_panic_is_quoted() {
        let (_, report) = failure(Answer { double: |x| panic!("no {x}"), ..SOLUTION });
        assert!(
            report.starts_with("double(1): expected 2, got a panic: no 1"),
            "{report}"
        );
    }

    #[test]
    fn nan_and_infinity_fail_even_where_the_solution_gives_them() {
        for number in [f64::NAN, f64::INFINITY] {
            let check: Check<f64> = Check {
                kind: Kind::ByHand,
                tolerance: 1e-9,
                observe: |answer| vec![Observation::of("f()", || *answer)],
                hints: &[],
                mistakes: &[],
            };
            assert!(matches!(grade(&check, number, number), Verdict::Failed { .. }));
        }
    }
}
