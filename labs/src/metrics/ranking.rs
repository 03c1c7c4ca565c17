//! Samples by their scores, those of one score together.

/// How many samples of either class have one score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tied {
    /// The score.
    pub score: f64,
    /// Samples of class 1.
    pub positives: usize,
    /// Samples of class 0.
    pub negatives: usize,
}

/// The scores that occur, from the largest to the smallest, with their samples.
///
/// Ties are kept together, because a threshold cannot part them: what a measure says may
/// not depend on the order in which samples of one score happen to be stored.
///
/// # Panics
/// Panics unless there is a class, 0 or 1, for each score, and no score is NaN.
pub(super) fn by_score(scores: &[f64], classes: &[usize]) -> Vec<Tied> {
    let (n, m) = (scores.len(), classes.len());
    assert_eq!(n, m, "{n} scores, but {m} classes");
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
    let mut groups: Vec<Tied> = Vec::new();
    for index in order {
        let (score, class) = (scores[index], classes[index]);
        assert!(!score.is_nan(), "the score of sample {index} is NaN: it has no rank");
        assert!(class <= 1, "the class of sample {index} is {class}: 0 and 1 are valid");
        // Equal, and not of the same bits: −0 and 0 are one score.
        if groups.last().is_none_or(|last| last.score != score) {
            groups.push(Tied { score, positives: 0, negatives: 0 });
        }
        let last = groups.last_mut().expect("pushed above");
        last.positives += class;
        last.negatives += 1 - class;
    }
    groups
}

/// How many samples of class 1 and of class 0 there are.
pub(super) fn totals(groups: &[Tied]) -> (usize, usize) {
    groups.iter().fold((0, 0), |(positives, negatives), group| {
        (positives + group.positives, negatives + group.negatives)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_scores_are_one_group_and_the_largest_comes_first() {
        let groups = by_score(&[0.1, 0.9, 0.1, -0.0, 0.0], &[1, 1, 0, 1, 0]);
        let counts: Vec<_> = groups.iter().map(|g| (g.positives, g.negatives)).collect();
        assert_eq!(counts, [(1, 0), (1, 1), (1, 1)]);
        assert_eq!(totals(&groups), (3, 2));
        assert_eq!(groups[0].score, 0.9);
    }

    #[test]
    #[should_panic(expected = "2 scores, but 1 classes")]
    fn a_score_without_a_class_is_refused() {
        by_score(&[0.1, 0.2], &[1]);
    }

    #[test]
    #[should_panic(expected = "the score of sample 1 is NaN")]
    fn no_number_has_no_rank() {
        by_score(&[0.1, f64::NAN], &[1, 0]);
    }

    #[test]
    #[should_panic(expected = "the class of sample 0 is 2")]
    fn a_third_class_is_refused() {
        by_score(&[0.1], &[2]);
    }
}
