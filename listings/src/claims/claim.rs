//! A claim and its parts.

use std::fmt;

/// Something that lectures say, decided by evidence.
#[derive(Clone, Copy)]
pub struct Claim {
    /// The one name everywhere, in kebab case.
    pub id: &'static str,
    /// What is said, in our words.
    pub statement: &'static str,
    /// Where it is said or comes from.
    pub source: &'static str,
    /// What the evidence makes of it.
    pub verdict: Verdict,
    /// One correct statement in its place.
    pub correct: &'static str,
    /// Computes the evidence.
    pub evidence: fn() -> Evidence,
}

/// What evidence makes of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// True as it is said.
    Confirmed,
    /// False as it is said.
    Corrected,
    /// True under a condition that the claim leaves out.
    Depends,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Confirmed => "confirmed",
            Self::Corrected => "corrected",
            Self::Depends => "depends",
        })
    }
}

/// Evidence computed from outcomes.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// Whether it supports the verdict.
    pub supports: bool,
    /// What was found, with its numbers.
    pub text: String,
}
