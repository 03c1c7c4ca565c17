//! An exercise, independent of the type of its answers.

use crate::check::{Check, Kind};
use crate::observation::Observation;
use crate::statement::{split_head, split_title};
use crate::verdict::{Verdict, grade};

/// Everything about one exercise: what the press prints, and the check of the reader's
/// answer.
pub struct Exercise {
    /// The name, in kebab-case: the test, the directive and the anchor in the page.
    pub name: String,
    /// The chapter, in kebab-case.
    pub chapter: String,
    /// The kind of the exercise.
    pub kind: Kind,
    /// The title, a line of Markdown.
    pub title: String,
    /// What to do, as Markdown with math.
    pub statement: String,
    /// The file the reader edits, relative to the repository.
    pub path: String,
    /// The code of that file as it now stands, without the statement.
    pub code: &'static str,
    /// The solution's file, relative to the repository.
    pub solution_path: String,
    /// Why the solution is right, as Markdown with math.
    pub solution_explanation: String,
    /// The solution's code.
    pub solution_code: &'static str,
    /// Hints in the order in which to give them, as Markdown with math.
    pub hints: &'static [&'static str],
    /// The catalogued mistakes.
    pub mistakes: Vec<WrongAnswer>,
    check: Box<dyn Fn() -> Verdict + Send>,
    check_solution: Box<dyn Fn() -> Verdict + Send>,
    observe_solution: Box<dyn Fn() -> Vec<Observation> + Send>,
}

/// A catalogued mistake.
pub struct WrongAnswer {
    /// The name, in kebab-case.
    pub name: &'static str,
    /// What went wrong.
    pub diagnosis: &'static str,
    /// What to do next.
    pub hint: &'static str,
    check: Box<dyn Fn() -> Verdict + Send>,
}

impl Exercise {
    /// Puts an exercise together; `chapter` and `name` are the names of its modules.
    pub(crate) fn new<A: Copy + Send + 'static>(
        (chapter, name): (&str, &str),
        (source, solution_source): (&'static str, &'static str),
        check: &'static Check<A>,
        (answer, solution): (A, A),
    ) -> Self {
        let (head, code) = split_head(source);
        let (title, statement) = split_title(&head);
        let (solution_explanation, solution_code) = split_head(solution_source);
        let mistakes = check.mistakes.iter().map(|mistake| WrongAnswer {
            name: mistake.name,
            diagnosis: mistake.diagnosis,
            hint: mistake.hint,
            check: Box::new(move || grade(check, solution, (mistake.answer)(solution))),
        });
        Self {
            name: name.replace('_', "-"),
            chapter: chapter.replace('_', "-"),
            kind: check.kind,
            title,
            statement,
            path: format!("exercises/{chapter}/{name}.rs"),
            code,
            solution_path: format!("exercises/solutions/{chapter}/{name}.rs"),
            solution_explanation,
            solution_code,
            hints: check.hints,
            mistakes: mistakes.collect(),
            check: Box::new(move || grade(check, solution, answer)),
            check_solution: Box::new(move || grade(check, solution, solution)),
            observe_solution: Box::new(move || (check.observe)(&solution)),
        }
    }

    /// Checks the reader's answer.
    pub fn check(&self) -> Verdict {
        (self.check)()
    }

    /// Checks the solution, which passes unless the exercise itself is broken.
    pub fn check_solution(&self) -> Verdict {
        (self.check_solution)()
    }

    /// What the solution gives for the inputs of the check.
    pub fn observe_solution(&self) -> Vec<Observation> {
        (self.observe_solution)()
    }

    /// For an exercise of prediction, what the run gave, a line each.
    pub fn run_report(&self) -> Option<String> {
        let line = |observation: Observation| {
            format!("  {} = {}", observation.label, observation.seen)
        };
        (self.kind == Kind::Predict).then(|| {
            self.observe_solution().into_iter().map(line).collect::<Vec<_>>().join("\n")
        })
    }
}

impl WrongAnswer {
    /// Checks the wrong answer itself, which fails and is recognized unless the exercise
    /// is broken.
    pub fn check(&self) -> Verdict {
        (self.check)()
    }
}
