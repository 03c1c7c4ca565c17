//! # Ninety percent right
//!
//! Of 1000 samples, 100 are of the rare class. A classifier takes 120 samples for the rare
//! class, and is right about 60 of them. Work out its accuracy, and precision, recall and
//! $F_1$ of the rare class:
//!
//! $$ \text{precision} = \frac{TP}{TP + FP}, \qquad
//!    \text{recall} = \frac{TP}{TP + FN}, \qquad
//!    F_1 = \frac{2\,TP}{2\,TP + FP + FN} . $$
//!
//! Two decimals are enough. Which accuracy has a classifier that never says "rare"?

/// The share of right answers.
pub fn accuracy() -> f64 {
    todo!()
}

/// Of the samples taken for the rare class, the part that is.
pub fn precision() -> f64 {
    todo!()
}

/// Of the samples of the rare class, the part that was found.
pub fn recall() -> f64 {
    todo!()
}

/// F₁ of the rare class.
pub fn f1() -> f64 {
    todo!()
}
