//! Words as numbers.
//!
//! A word is a run of letters, digits and apostrophes, in lowercase. The words of the
//! training texts that occur in at least so many of them get the numbers from 2 on, the
//! most frequent first, and equally frequent ones by the alphabet; any other word is 1, and
//! 0 fills a text up to its length.

use ndarray::Array2;
use std::collections::{BTreeSet, HashMap};

/// What fills a text up.
pub const PADDING: usize = 0;

/// A word that is not in the vocabulary.
pub const UNKNOWN: usize = 1;

/// The words of a text, in lowercase.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '\'')
        .map(|word| word.trim_matches('\'').to_ascii_lowercase())
        .filter(|word| !word.is_empty())
}

/// The words of one set of texts: fit on the training texts, apply to all.
///
/// ```
/// use labs::data::Vocabulary;
/// use ndarray::array;
///
/// let vocabulary = Vocabulary::fit(&["A dress, a fit.", "This dress!"], 1);
/// assert_eq!(vocabulary.words(), ["dress", "a", "fit", "this"]);
/// // dress is 2, a word that was never seen 1, and 0 fills up.
/// assert_eq!(vocabulary.sequences(&["Dress? Skirt!"], 4), array![[2, 1, 0, 0]]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vocabulary {
    words: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Vocabulary {
    /// The words that occur in at least `texts_each` of the texts.
    pub fn fit(texts: &[impl AsRef<str>], texts_each: usize) -> Self {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for text in texts {
            for word in words(text.as_ref()).collect::<BTreeSet<_>>() {
                *counts.entry(word).or_default() += 1;
            }
        }
        let mut counted: Vec<(String, usize)> =
            counts.into_iter().filter(|(_, count)| *count >= texts_each).collect();
        // A hash map has no order of its own; this one depends on the texts alone.
        counted.sort_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.cmp(b)));
        let words: Vec<String> = counted.into_iter().map(|(word, _)| word).collect();
        let numbers = words.iter().cloned().zip(UNKNOWN + 1..).collect();
        Self { words, numbers }
    }

    /// The words, of which the first has the number 2.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// How many numbers there are, with those of what is unknown and what fills up.
    pub fn tokens(&self) -> usize {
        self.words.len() + UNKNOWN + 1
    }

    /// The numbers of the first `length` words of each text, of shape (texts, length).
    pub fn sequences(&self, texts: &[impl AsRef<str>], length: usize) -> Array2<usize> {
        let mut sequences = Array2::from_elem((texts.len(), length), PADDING);
        for (text, mut row) in texts.iter().zip(sequences.rows_mut()) {
            for (word, place) in words(text.as_ref()).zip(&mut row) {
                *place = self.number(&word);
            }
        }
        sequences
    }

    /// How often each word occurs in each text, of shape (texts, words): the bag of words.
    pub fn counts(&self, texts: &[impl AsRef<str>]) -> Array2<f64> {
        let mut counts = Array2::zeros((texts.len(), self.words.len()));
        for (row, text) in texts.iter().enumerate() {
            for word in words(text.as_ref()) {
                if let Some(column) = self.number(&word).checked_sub(UNKNOWN + 1) {
                    counts[[row, column]] += 1.0;
                }
            }
        }
        counts
    }

    fn number(&self, word: &str) -> usize {
        self.numbers.get(word).copied().unwrap_or(UNKNOWN)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Reviews, default_folder};
    use super::*;
    use ndarray::array;

    #[test]
    fn words_are_letters_digits_and_apostrophes_between() {
        let of = |text: &str| words(text).collect::<Vec<_>>();
        assert_eq!(of("I don't, like 'it'!"), ["i", "don't", "like", "it"]);
        assert_eq!(of("5'4\" and 120lbs...ok"), ["5'4", "and", "120lbs", "ok"]);
        assert!(of(" ' !! ").is_empty());
    }

    #[test]
    fn a_word_counts_once_a_text_and_rare_ones_are_unknown() {
        let vocabulary = Vocabulary::fit(&["b a a a", "b c", "c"], 2);
        // b and c in two texts each, by the alphabet; a thrice in one.
        assert_eq!(vocabulary.words(), ["b", "c"]);
        assert_eq!(vocabulary.tokens(), 4);
        let texts = ["c a b c", ""];
        assert_eq!(vocabulary.sequences(&texts, 3), array![[3, 1, 2], [0, 0, 0]]);
        assert_eq!(vocabulary.counts(&texts), array![[1.0, 2.0], [0.0, 0.0]]);
    }

    #[test]
    fn no_word_comes_from_the_test_part() {
        let Reviews { training, test } = Reviews::load(&default_folder()).unwrap();
        let vocabulary = Vocabulary::fit(&training.texts, 1);
        let known: BTreeSet<String> =
            training.texts.iter().flat_map(|text| words(text)).collect();
        assert!(vocabulary.words().iter().all(|word| known.contains(word)));
        assert_eq!(vocabulary.words().len(), known.len());
        // The test part has words of its own, and they are unknown.
        let new =
            words(&test.texts.join(" ")).find(|word| !known.contains(word)).unwrap();
        assert_eq!(vocabulary.sequences(&[new], 1), array![[UNKNOWN]]);
        // All texts, in all of their words, are within the numbers.
        let sequences = vocabulary.sequences(&training.texts, 70);
        assert!(sequences.iter().all(|&number| number < vocabulary.tokens()));
        assert!(sequences.iter().all(|&number| number != UNKNOWN));
    }
}
