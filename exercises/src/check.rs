//! What an author writes about one exercise: how to look at an answer, and which mistakes
//! are usual.

use crate::observation::Observation;

/// Tolerance of code: the answers are of order one and differ from the solution's by
/// rounding only, some 1e-15.
pub const ROUNDING: f64 = 1e-9;

/// Tolerance of numbers worked out by hand and written with two decimals: half of the
/// last one.
pub const TWO_DECIMALS: f64 = 0.005 + ROUNDING;

/// The kind of an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Numbers worked out on paper.
    ByHand,
    /// A function to write.
    Code,
    /// Code that is shipped with a fault. It behaves as the catalogued mistake named
    /// here, and counts as attempted once it behaves otherwise.
    FindTheBug {
        /// The name of the mistake.
        shipped: &'static str,
    },
    /// Predictions that are compared with a run; the solution is the run.
    Predict,
    /// A choice with reasons.
    Design,
}

impl Kind {
    /// The kind in words.
    pub fn title(self) -> &'static str {
        match self {
            Self::ByHand => "By hand",
            Self::Code => "Code",
            Self::FindTheBug { .. } => "Find the bug",
            Self::Predict => "Predict, then run",
            Self::Design => "Design",
        }
    }
}

/// The checker of one exercise, whose answers have the type `A` (a struct of function
/// pointers).
pub struct Check<A: 'static> {
    /// The kind of the exercise.
    pub kind: Kind,
    /// The largest absolute difference from the solution that is still right.
    pub tolerance: f64,
    /// Computes labeled results from an answer on fixed inputs.
    pub observe: fn(&A) -> Vec<Observation>,
    /// Hints in the order in which to give them, as Markdown.
    pub hints: &'static [&'static str],
    /// The wrong answers that are recognized. Of two that explain a part equally well,
    /// the first is named.
    pub mistakes: &'static [Mistake<A>],
}

/// A wrong answer that is recognized by its results.
pub struct Mistake<A> {
    /// The name, in kebab-case, unique in its exercise.
    pub name: &'static str,
    /// Turns the right answer into the wrong one.
    pub answer: fn(A) -> A,
    /// What went wrong, in a sentence or two of plain text.
    pub diagnosis: &'static str,
    /// What to do next, in plain text.
    pub hint: &'static str,
}
