//! Reviews of clothes: 4,188 short texts, half of them by customers who were content.
//!
//! # Reference
//! N. Brooks, "Women's E-Commerce Clothing Reviews", Kaggle (2018). See
//! `labs/data/README.md` for provenance, licence, and which reviews were taken.

use super::{DataError, DataFile};
use ndarray::Array1;
use std::path::Path;

pub(super) const FILE: DataFile = DataFile {
    name: "reviews.tsv.gz",
    size: 280_606,
    sha256: "01454b7b10cbe0fb1dc9f07cba1b989d7d9b87ea815e9ce0d78f89e829e40e15",
};

/// The file is stratified: the first lines are for training.
const TRAINING: usize = 3_350;

/// Texts and their classes: 0 for a customer who was not content, 1 for one who was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// n texts, ASCII, each on one line.
    pub texts: Vec<String>,
    /// Of shape (n).
    pub labels: Array1<usize>,
}

impl Texts {
    /// The texts of these rows, in this order.
    ///
    /// # Panics
    /// Panics when there is no such row.
    #[must_use]
    pub fn select(&self, rows: &[usize]) -> Self {
        let texts = rows.iter().map(|&row| self.texts[row].clone()).collect();
        Self { texts, labels: rows.iter().map(|&row| self.labels[row]).collect() }
    }
}

/// Reviews, half of each class in both parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviews {
    /// 3,350 reviews.
    pub training: Texts,
    /// 838 reviews.
    pub test: Texts,
}

impl Reviews {
    /// Reads the data from `folder`.
    ///
    /// # Errors
    /// [`DataError`] when the file is missing or damaged.
    pub fn load(folder: &Path) -> Result<Self, DataError> {
        let text = FILE.read_text(folder)?;
        let (mut texts, mut labels) = (Vec::new(), Vec::new());
        for (index, line) in text.lines().enumerate() {
            let (label, review) = match line.split_once('\t') {
                Some(("0", review)) => (0, review),
                Some(("1", review)) => (1, review),
                _ => {
                    let expected = "a class, 0 or 1, and a tab";
                    let found = format!("{line:.20} in line {}", index + 1);
                    return Err(FILE.unexpected(folder, expected, found));
                }
            };
            texts.push(review.to_string());
            labels.push(label);
        }
        let test = texts.split_off(TRAINING);
        let test_labels = labels.split_off(TRAINING);
        Ok(Self {
            training: Texts { texts, labels: Array1::from(labels) },
            test: Texts { texts: test, labels: Array1::from(test_labels) },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::default_folder;
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn sizes_first_texts_and_classes_are_those_of_the_file() {
        let Reviews { training, test } = Reviews::load(&default_folder()).unwrap();
        assert_eq!((training.texts.len(), training.labels.len()), (3_350, 3_350));
        assert_eq!((test.texts.len(), test.labels.len()), (838, 838));
        assert_eq!((training.labels.sum(), test.labels.sum()), (1_675, 419));
        assert!(training.texts[0].starts_with("I was very excited about this dress"));
        let first = "Love the colors on this adorable, flattering style!";
        assert_eq!((test.texts[0].as_str(), test.labels[0]), (first, 1));
    }

    #[test]
    fn no_text_of_the_test_part_is_in_the_training_part() {
        let Reviews { training, test } = Reviews::load(&default_folder()).unwrap();
        let known: HashSet<&String> = training.texts.iter().collect();
        assert!(test.texts.iter().all(|text| !known.contains(text)));
    }
}
