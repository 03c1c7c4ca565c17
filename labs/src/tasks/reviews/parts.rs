//! What is trained on, what chooses, and what judges.

use super::ReviewsLab;
use crate::data::{Texts, Vocabulary, stratified_validation_split};
use crate::models::Labeled;
use listings::labs::reviews::Config;

/// Reviews as tokens in rows, with their classes.
pub(super) type Part = Labeled<usize>;

/// What is trained on, chosen by, and judged on, as one vocabulary reads it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Parts {
    pub(super) tokens: usize,
    pub(super) train: Part,
    pub(super) held_out: Part,
    pub(super) test: Part,
}

impl ReviewsLab {
    // ANCHOR: parts
    /// The parts of a seed, as numbers: the words are those of the reviews that are
    /// trained on, and of no others.
    pub(super) fn parts(&self, config: &Config, seed: u64) -> Parts {
        let used = self.data.training.select(&(0..config.reviews).collect::<Vec<_>>());
        let (train, held_out) =
            stratified_validation_split(&used.labels, config.validation, seed);
        let (train, held_out) = (used.select(&train), used.select(&held_out));
        let vocabulary = Vocabulary::fit(&train.texts, config.occurs);
        let part = |part: &Texts| Part {
            inputs: vocabulary.sequences(&part.texts, config.length),
            labels: part.labels.clone(),
        };
        Parts {
            tokens: vocabulary.tokens(),
            train: part(&train),
            held_out: part(&held_out),
            test: part(&self.data.test),
        }
    }
    // ANCHOR_END: parts
}

#[cfg(test)]
mod tests {
    use super::super::candidates::candidates;
    use super::super::tests::{lab, small};
    use super::*;
    use crate::models::Samples;
    use crate::run::Scale;
    use listings::labs::reviews::Predictor;

    #[test]
    fn parts_have_their_sizes_and_half_of_each_class() {
        let config = candidates(Scale::Full)[0];
        let parts = lab().parts(&config, 1);
        let sizes = [&parts.train, &parts.held_out, &parts.test]
            .map(|part| (part.len(), part.labels.sum()));
        assert_eq!(sizes, [(2_680, 1_340), (670, 335), (838, 419)]);
        assert_eq!(parts.train.inputs.dim(), (2_680, 64));
        assert_ne!(parts, lab().parts(&config, 2));
    }

    #[test]
    fn words_are_known_from_reviews_that_are_trained_on_and_from_no_others() {
        let (lab, config) = (lab(), small(Predictor::Always));
        let parts = lab.parts(&config, 1);
        // Another test part, and words that only validation has, change nothing.
        let mut other = lab.clone();
        other.data.test.texts.iter_mut().for_each(|text| *text = "zzz ".repeat(9));
        let used = lab.data.training.select(&(0..640).collect::<Vec<_>>());
        let (_, held_out) = stratified_validation_split(&used.labels, 0.2, 1);
        for row in held_out {
            other.data.training.texts[row] += " zzz";
        }
        let same = other.parts(&config, 1);
        assert_eq!((parts.tokens, parts.train), (same.tokens, same.train));
        assert!(same.test.inputs.iter().all(|&token| token <= 1), "zzz is unknown");
    }
}
