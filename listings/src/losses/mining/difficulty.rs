//! Easy, semi-hard and hard negatives.
//!
//! # Reference
//! F. Schroff, D. Kalenichenko & J. Philbin, "FaceNet", *CVPR* (2015), §3.2, eq. 4 for
//! the semi-hard ones.

// ANCHOR: difficulty
/// How much a negative has to teach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difficulty {
    /// Farther than the positive by the margin or more: the loss is 0.
    Easy,
    /// Farther than the positive, but not by the margin: 0 < ℓ < m.
    SemiHard,
    /// No farther than the positive: ℓ ≥ m.
    Hard,
}

/// The difficulty of a negative, from d(a, p), d(a, n) and m.
///
/// ```
/// use listings::losses::mining::{Difficulty, difficulty};
///
/// assert_eq!(difficulty(1.0, 2.5, 1.0), Difficulty::Easy);
/// assert_eq!(difficulty(1.0, 1.5, 1.0), Difficulty::SemiHard);
/// assert_eq!(difficulty(1.0, 0.5, 1.0), Difficulty::Hard);
/// ```
pub fn difficulty(to_positive: f64, to_negative: f64, margin: f64) -> Difficulty {
    if to_negative <= to_positive {
        Difficulty::Hard
    } else if to_negative < to_positive + margin {
        Difficulty::SemiHard
    } else {
        Difficulty::Easy
    }
}
// ANCHOR_END: difficulty
