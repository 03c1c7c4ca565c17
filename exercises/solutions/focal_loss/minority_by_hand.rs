//! $TP = 60$, so $FP = 120 - 60 = 60$ and $FN = 100 - 60 = 40$; the remaining $840$ samples are
//! rightly taken for the common class. Accuracy is $900/1000$, precision $60/120$, recall
//! $60/100$, and $F_1 = 120/220$.
//!
//! A classifier that never says "rare" has the accuracy $900/1000$, too. Accuracy does not
//! see the difference; recall and $F_1$ do.

/// The share of right answers.
pub fn accuracy() -> f64 {
    0.9
}

/// Of the samples taken for the rare class, the part that is.
pub fn precision() -> f64 {
    0.5
}

/// Of the samples of the rare class, the part that was found.
pub fn recall() -> f64 {
    0.6
}

/// F₁ of the rare class.
pub fn f1() -> f64 {
    120.0 / 220.0
}
