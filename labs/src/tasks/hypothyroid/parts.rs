//! Who is trained on, who chooses, and who judges.

use super::HypothyroidLab;
use crate::data::{Hypothyroid, Imputation, Samples};
use listings::data::Standardization;

/// Patients with features of mean 0 and deviation 1, and 1.0 for the ill.
pub(super) type Patients = Samples<f64>;

/// What a model sees: the parts of a fold, and the test part.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Parts {
    pub(super) train: Patients,
    pub(super) validation: Patients,
    pub(super) left_out: Patients,
    pub(super) test: Patients,
}

impl HypothyroidLab {
    // ANCHOR: parts
    /// Leaves fold `out` out, validates by the next one, and trains on the others.
    pub(super) fn parts(
        &self,
        folds: &[Vec<usize>],
        out: usize,
        is_one_test: bool,
    ) -> Parts {
        let Hypothyroid { training, test } = &self.data;
        let next = (out + 1) % folds.len();
        let others: Vec<usize> = (0..folds.len())
            .filter(|&fold| fold != out && fold != next)
            .flat_map(|fold| folds[fold].iter().copied())
            .collect();
        let of = |part: &Samples<usize>| {
            // The thyrotropin alone, or everything.
            let tsh = Hypothyroid::features().position(|name| name == "TSH");
            let tsh = tsh.expect("a column of the file");
            let columns = if is_one_test { tsh..tsh + 1 } else { 0..18 };
            Samples {
                inputs: part.inputs.slice(ndarray::s![.., columns]).to_owned(),
                targets: part.targets.mapv(|class| class as f64),
            }
        };
        let train = of(&training.select(&others));
        // Medians, means and deviations are of what is trained on, and of nothing else.
        let imputation = Imputation::fit(&train.inputs);
        let scale = Standardization::fit(&imputation.apply(&train.inputs));
        let ready = |part: Patients| {
            part.with_inputs(scale.apply(&imputation.apply(&part.inputs)))
        };
        Parts {
            train: ready(train),
            validation: ready(of(&training.select(&folds[next]))),
            left_out: ready(of(&training.select(&folds[out]))),
            test: ready(of(test)),
        }
    }
    // ANCHOR_END: parts
}

/// 1 for the ill, 0 for the others.
pub(super) fn classes(part: &Patients) -> Vec<usize> {
    part.targets.iter().map(|&target| target as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::lab;
    use super::*;
    use crate::data::stratified_folds;
    use ndarray::Axis;

    fn parts(lab: &HypothyroidLab) -> Parts {
        let folds = stratified_folds(&lab.data.training.targets, 5, 1);
        lab.parts(&folds, 0, false)
    }

    #[test]
    fn the_parts_of_a_fold_share_no_patient_and_the_scale_is_of_the_training_part() {
        let lab = lab();
        let parts = parts(&lab);
        let sizes = [&parts.train, &parts.validation, &parts.left_out].map(Samples::len);
        assert_eq!(sizes.iter().sum::<usize>(), lab.data.training.len());
        let means = |part: &Patients| part.inputs.mean_axis(Axis(0)).unwrap();
        // Sums of 1388 rounded numbers; of the others the means are not of this size.
        assert!(means(&parts.train).iter().all(|mean| mean.abs() < 1e-12));
        assert!(means(&parts.validation).iter().any(|mean| mean.abs() > 1e-3));
        assert!(means(&parts.left_out).iter().any(|mean| mean.abs() > 1e-3));
    }

    #[test]
    fn what_is_left_out_or_for_test_changes_nothing_that_is_fitted() {
        let lab = lab();
        let mut other = lab.clone();
        let folds = stratified_folds(&lab.data.training.targets, 5, 1);
        other.data.test.inputs.fill(1e6);
        for &row in folds[0].iter().chain(&folds[1]) {
            other.data.training.inputs.row_mut(row).fill(1e6);
        }
        assert_eq!(parts(&lab).train, parts(&other).train);
        assert_ne!(parts(&lab).validation, parts(&other).validation);
        // Of the part that is left out, not even the choice of rate and threshold hears.
        let mut third = lab.clone();
        for &row in &folds[0] {
            third.data.training.inputs.row_mut(row).fill(1e6);
        }
        assert_eq!(parts(&lab).validation, parts(&third).validation);
    }
}
