//! Real data: files that are checked before they are believed, and fixed splits.
//!
//! Every data set has a training part and a test part, fixed by the order of its file
//! (`labs/data/README.md`). What is fitted to data, such as means, medians and
//! vocabularies, is fitted to training samples; what is chosen, such as rates and
//! thresholds, is chosen by a validation part drawn from the training part by a seed. The
//! test part is for the last number of a run.
//!
//! | to get | call |
//! |---|---|
//! | prices of houses, 8 features | [`Housing::load`] |
//! | images of clothes, 10 classes | [`Fashion::load`], [`Fashion::load_full`] |
//! | reviews, for or against | [`Reviews::load`] |
//! | thyroid records, 1 in 22 ill | [`Hypothyroid::load`] |
//! | words as numbers | [`Vocabulary`] |
//! | no missing values | [`Imputation`] |
//! | a validation part | [`validation_split`], [`stratified_validation_split`] |
//! | parts for cross-validation | [`stratified_folds`] |

mod csv;
mod data_file;
mod error;
mod fashion;
mod folds;
mod housing;
mod hypothyroid;
mod idx;
mod imputation;
mod reviews;
mod samples;
mod validation;
mod vocabulary;

pub use data_file::{DataFile, default_folder};
pub use error::{Damage, DataError};
pub use fashion::{CLASSES, Fashion, Images};
pub use folds::stratified_folds;
pub use housing::Housing;
pub use hypothyroid::Hypothyroid;
pub use imputation::Imputation;
pub use reviews::{Reviews, Texts};
pub use samples::Samples;
pub use validation::{stratified_validation_split, validation_split};
pub use vocabulary::{PADDING, UNKNOWN, Vocabulary, words};
