//! Parts for cross-validation.

use super::validation::validation_stream;
use ndarray::Array1;
use rand::seq::SliceRandom;

/// Divides the indices of `classes` into so many parts, each class alone: every part has
/// its share of every class, up to one sample, and parts differ in size by at most one.
///
/// # Panics
/// Panics unless there are two parts or more, and no more of them than samples.
pub fn stratified_folds(
    classes: &Array1<usize>,
    parts: usize,
    seed: u64,
) -> Vec<Vec<usize>> {
    let samples = classes.len();
    assert!(
        (2..=samples).contains(&parts),
        "{parts} folds of {samples} samples: from 2 to the number of samples is valid"
    );
    let mut random = validation_stream(seed);
    let mut folds = vec![Vec::new(); parts];
    // Dealt like cards, and the next class goes on where this one ended: so no fold gets
    // the odd sample of every class.
    let mut next = 0;
    for class in 0..=classes.iter().copied().max().unwrap_or(0) {
        let mut own: Vec<usize> =
            (0..samples).filter(|&index| classes[index] == class).collect();
        own.shuffle(&mut random);
        for index in own {
            folds[next % parts].push(index);
            next += 1;
        }
    }
    folds.iter_mut().for_each(|fold| fold.shuffle(&mut random));
    folds
}

#[cfg(test)]
mod tests {
    use super::super::{Hypothyroid, default_folder};
    use super::*;
    use ndarray::array;

    #[test]
    fn every_record_is_in_one_fold_and_every_fold_has_its_share_of_the_ill() {
        let classes = Hypothyroid::load(&default_folder()).unwrap().training.targets;
        for seed in 0..5 {
            let folds = stratified_folds(&classes, 5, seed);
            for fold in &folds {
                // 2314/5 = 462.8 and 106/5 = 21.2.
                assert!((462..=463).contains(&fold.len()), "{}", fold.len());
                let ill: usize = fold.iter().map(|&index| classes[index]).sum();
                assert!((21..=22).contains(&ill), "{ill}");
            }
            let mut all = folds.concat();
            all.sort_unstable();
            assert!(all.into_iter().eq(0..classes.len()));
        }
    }

    #[test]
    fn a_seed_is_a_division() {
        let classes = array![0, 1, 0, 1, 0, 1, 0, 0];
        assert_eq!(stratified_folds(&classes, 3, 1), stratified_folds(&classes, 3, 1));
        assert_ne!(stratified_folds(&classes, 3, 1), stratified_folds(&classes, 3, 2));
    }

    #[test]
    #[should_panic(expected = "1 folds of 4 samples")]
    fn one_fold_leaves_nothing_to_train_on() {
        stratified_folds(&array![0, 1, 0, 1], 1, 1);
    }
}
