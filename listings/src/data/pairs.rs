//! Pairs of samples to compare.

use ndarray::Array1;
use rand::Rng;
use rand::seq::IndexedRandom;

// ANCHOR: pairs
/// Pairs of sample indices, and whether each is of one class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairs {
    /// The first of each pair.
    pub first: Vec<usize>,
    /// The second.
    pub second: Vec<usize>,
    /// Whether both have the same label.
    pub similar: Array1<bool>,
}

/// Draws `count` pairs, similar and dissimilar ones in turn.
///
/// Drawn blindly, pairs out of k equal classes would be similar once in k times. Half
/// and half gives attraction and repulsion the same say.
///
/// # Panics
/// Panics unless some label occurs twice and there are two labels.
///
/// ```
/// use listings::data::{balanced_pairs, seeded};
/// use ndarray::array;
///
/// let labels = array![0, 0, 1, 1, 1];
/// let pairs = balanced_pairs(&labels, 4, &mut seeded(1));
/// assert_eq!(pairs.similar, array![true, false, true, false]);
/// assert_eq!(labels[pairs.first[0]], labels[pairs.second[0]]);
/// assert_ne!(labels[pairs.first[1]], labels[pairs.second[1]]);
/// ```
pub fn balanced_pairs(
    labels: &Array1<usize>,
    count: usize,
    random: &mut impl Rng,
) -> Pairs {
    let partners = |first: usize, similar: bool| -> Vec<usize> {
        let fits = |&i: &usize| i != first && (labels[i] == labels[first]) == similar;
        (0..labels.len()).filter(fits).collect()
    };
    for (similar, what) in [(true, "similar"), (false, "dissimilar")] {
        let exists = (0..labels.len()).any(|first| !partners(first, similar).is_empty());
        assert!(exists, "no {what} pair among the labels {labels}");
    }
    let all: Vec<usize> = (0..labels.len()).collect();
    let mut pairs =
        Pairs { first: Vec::new(), second: Vec::new(), similar: Array1::default(0) };
    let mut similar = Vec::new();
    while similar.len() < count {
        let first = *all.choose(random).expect("there is a pair, so there is a sample");
        let is_similar = similar.len() % 2 == 0;
        // A sample that is alone in its class has no partner: draw another.
        let Some(&second) = partners(first, is_similar).choose(random) else { continue };
        pairs.first.push(first);
        pairs.second.push(second);
        similar.push(is_similar);
    }
    pairs.similar = Array1::from(similar);
    pairs
}
// ANCHOR_END: pairs

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;
    use ndarray::array;

    #[test]
    fn every_pair_of_a_kind_is_drawn() {
        let labels = array![0, 0, 1, 1, 2];
        let pairs = balanced_pairs(&labels, 2000, &mut seeded(1));
        let mut seen = std::collections::BTreeSet::new();
        for ((&i, &j), &similar) in
            pairs.first.iter().zip(&pairs.second).zip(&pairs.similar)
        {
            assert!(i != j && (labels[i] == labels[j]) == similar);
            seen.insert((i, j));
        }
        // 4 similar pairs in order, and 5 · 4 − 4 dissimilar ones.
        assert_eq!(seen.len(), 20);
        assert_eq!(pairs.similar.iter().filter(|&&similar| similar).count(), 1000);
    }

    #[test]
    #[should_panic(expected = "no dissimilar pair among the labels [3, 3]")]
    fn one_class_has_no_dissimilar_pair() {
        balanced_pairs(&array![3, 3], 2, &mut seeded(1));
    }

    #[test]
    #[should_panic(expected = "no similar pair among the labels [1, 2]")]
    fn classes_of_one_have_no_similar_pair() {
        balanced_pairs(&array![1, 2], 2, &mut seeded(1));
    }
}
