//! What the chapter on plateaus says about odd values and about the mode.

use listings::schedules::{ReduceOnPlateau, Threshold};

fn cuts(mut schedule: ReduceOnPlateau, values: &[f64]) -> Vec<usize> {
    values.iter().for_each(|&value| schedule.observe(value));
    schedule.cuts().iter().map(|cut| cut.step).collect()
}

fn impatient() -> ReduceOnPlateau {
    ReduceOnPlateau::new(0.1, 0.5).unwrap().with_patience(0)
}

#[test]
fn below_zero_a_relative_threshold_takes_worse_for_better() {
    // The bar is −2 (1 − 10⁻⁴) = −1.9998, above the best.
    assert!(cuts(impatient(), &[-2.0, -1.9999]).is_empty());
    let absolute = impatient().with_threshold(Threshold::Absolute(1e-4)).unwrap();
    assert_eq!(cuts(absolute, &[-2.0, -1.9999]), [2]);
}

#[test]
fn a_run_that_diverged_is_cut_again_and_again() {
    assert_eq!(cuts(impatient(), &[1.0, f64::NAN, f64::NAN, f64::NAN]), [2, 3, 4]);
}

#[test]
fn in_the_wrong_mode_the_first_value_stays_the_best() {
    let accuracies = [0.5, 0.6, 0.7, 0.8];
    assert_eq!(cuts(impatient(), &accuracies), [2, 3, 4]);
    assert!(cuts(impatient().maximizing(), &accuracies).is_empty());
}

#[test]
fn a_fall_slower_than_the_threshold_adds_up_against_the_best() {
    // Each is 2 % below the last, and the second of them 3.96 % below the best.
    let falling: Vec<f64> = (0..9).map(|epoch| 0.98_f64.powi(epoch)).collect();
    let tolerant = |patience| {
        let schedule = impatient().with_patience(patience);
        schedule.with_threshold(Threshold::Relative(0.03)).unwrap()
    };
    assert!(cuts(tolerant(1), &falling).is_empty());
    assert_eq!(cuts(tolerant(0), &falling)[0], 2);
}
