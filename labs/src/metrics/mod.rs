//! What predictions are worth, where the listings' own measures end.
//!
//! Accuracy, precision, recall and F₁ of given classes are [`Confusion`], and the price of
//! both mistakes is [`cost_threshold`], both from the listings. Here is what needs scores,
//! probabilities or prices.
//!
//! **Convention.** A measure that is not defined for its samples, such as the recall of a
//! class without samples, is `None`, and the page shows a dash. scikit-learn gives 0 or NaN
//! with a warning.
//!
//! | of | measure |
//! |---|---|
//! | classes | [`Confusion`] |
//! | scores | [`auroc`], [`average_precision`], [`roc_curve`], [`precision_recall_curve`] |
//! | a threshold | [`best_f1_threshold`], [`above`] |
//! | probabilities | [`brier_score`], [`Reliability`] |
//! | numbers | [`RegressionQuality`] |

mod average_precision;
mod brier;
mod ranking;
mod reliability;
mod roc;
mod threshold;

pub use average_precision::{average_precision, precision_recall_curve};
pub use brier::brier_score;
pub use reliability::{Bin, Reliability};
pub use roc::{area_below, auroc, roc_curve};
pub use threshold::{above, best_f1_threshold};

pub use listings::evaluation::{
    Confusion, RegressionQuality, argmax_rows, cost_threshold,
};
