//! How many are found, and how many alarmed.

use listings::labs::hypothyroid::Decisions;
use ndarray::Array1;

/// Found and alarmed.
pub(super) fn count(says_ill: &Array1<usize>, classes: &[usize]) -> [usize; 2] {
    let of = |class: usize| {
        let alarmed = says_ill.iter().zip(classes).filter(|(says, _)| **says == 1);
        alarmed.filter(|(_, other)| **other == class).count()
    };
    [of(1), of(0)]
}

/// The ill among the share of patients with the highest scores.
pub(super) fn found_in(share: f64, scores: &[f64], classes: &[usize]) -> usize {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
    let count = (share * scores.len() as f64).round() as usize;
    order[..count].iter().map(|&index| classes[index]).sum()
}

/// One pair of counts a fold, as two vectors.
pub(super) fn decisions(counts: impl Iterator<Item = [usize; 2]>) -> Decisions {
    let (found, alarms) = counts.map(|[found, alarms]| (found, alarms)).unzip();
    Decisions { found, alarms }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn counts_by_hand() {
        let classes = [1, 0, 1, 0];
        assert_eq!(count(&array![1, 1, 0, 0], &classes), [1, 1]);
        assert_eq!(found_in(0.5, &[0.9, 0.1, 0.8, 0.2], &classes), 2);
        assert_eq!(found_in(0.25, &[0.1, 0.9, 0.8, 0.2], &classes), 0);
    }
}
