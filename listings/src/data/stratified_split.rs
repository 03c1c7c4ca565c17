//! A split in which every class has its share in both parts.

use super::split;
use ndarray::Array1;
use rand::Rng;
use rand::seq::SliceRandom;

// ANCHOR: stratified_split
/// Divides the indices of `classes` as [`split`] does, each class alone: a part of so few
/// samples would else have too many of one class by chance. Both parts are shuffled.
///
/// # Panics
/// Panics unless 0 ≤ test_share ≤ 1.
pub fn stratified_split(
    classes: &Array1<usize>,
    test_share: f64,
    random: &mut impl Rng,
) -> (Vec<usize>, Vec<usize>) {
    let (mut train, mut test) = (Vec::new(), Vec::new());
    for class in 0..=classes.iter().copied().max().unwrap_or(0) {
        let own: Vec<usize> =
            (0..classes.len()).filter(|&index| classes[index] == class).collect();
        let (kept, left_out) = split(own.len(), test_share, random);
        train.extend(kept.into_iter().map(|position| own[position]));
        test.extend(left_out.into_iter().map(|position| own[position]));
    }
    train.shuffle(random);
    test.shuffle(random);
    (train, test)
}
// ANCHOR_END: stratified_split

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;
    use ndarray::array;

    #[test]
    fn every_class_has_its_share_and_every_sample_its_part() {
        let classes: Array1<usize> =
            (0..60).map(|index| [0, 0, 0, 2, 2, 1][index % 6]).collect();
        for seed in 0..5 {
            let (train, test) = stratified_split(&classes, 0.2, &mut seeded(seed));
            let count = |part: &[usize], class| {
                part.iter().filter(|&&index| classes[index] == class).count()
            };
            assert_eq!([0, 1, 2].map(|class| count(&test, class)), [6, 2, 4]);
            let mut all = [train, test].concat();
            all.sort_unstable();
            assert!(all.into_iter().eq(0..60));
        }
    }

    #[test]
    fn classes_without_samples_and_no_samples_are_fine() {
        let nothing = Array1::<usize>::zeros(0);
        let (train, test) = stratified_split(&nothing, 0.5, &mut seeded(1));
        assert!(train.is_empty() && test.is_empty());
        let (train, test) = stratified_split(&array![4, 4], 0.5, &mut seeded(1));
        assert_eq!((train.len(), test.len()), (1, 1));
    }
}
