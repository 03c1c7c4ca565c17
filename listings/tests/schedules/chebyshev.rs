//! Chebyshev's steps: bounds, the promise of a cycle, and what is refused.

use listings::schedules::{Chebyshev, Schedule};

#[test]
fn all_rates_lie_between_the_reciprocals_of_the_curvatures_and_repeat() {
    for cycle in [1, 2, 5, 8, 16] {
        let steps = Chebyshev::new(0.01, 1.0, cycle).unwrap();
        for step in 0..cycle {
            let rate = steps.rate(step);
            assert!(rate > 1.0 && rate < 100.0, "{cycle}, {step}: {rate}");
            assert!(step == 0 || rate > steps.rate(step - 1), "{cycle}, {step}");
            assert_eq!(rate, steps.rate(step + 3 * cycle));
        }
    }
}

#[test]
fn no_curvature_is_left_with_more_than_the_promise_and_both_ends_with_just_it() {
    for cycle in [1, 2, 3, 8] {
        let steps = Chebyshev::new(0.01, 1.0, cycle).unwrap();
        let left = |curvature: f64| -> f64 {
            (0..cycle).map(|step| 1.0 - steps.rate(step) * curvature).product()
        };
        // T_K(x) = cosh(K arcosh x) at x = (κ + 1)/(κ − 1).
        let promise = 1.0 / (cycle as f64 * (101.0_f64 / 99.0).acosh()).cosh();
        for index in 0..=990 {
            let curvature = 0.01 + 0.001 * f64::from(index);
            // Factors of up to 50 times a rounding, eight of them.
            assert!(left(curvature).abs() <= promise + 1e-12, "{cycle}, {curvature}");
        }
        for end in [0.01, 1.0] {
            assert!((left(end).abs() - promise).abs() < 1e-12, "{cycle}, {end}");
        }
    }
}

#[test]
fn equal_curvatures_need_one_rate() {
    let steps = Chebyshev::new(4.0, 4.0, 5).unwrap();
    assert!((0..20).all(|step| steps.rate(step) == 0.25));
}

#[test]
fn what_is_no_range_of_curvatures_is_refused() {
    let message =
        |least, most, cycle| Chebyshev::new(least, most, cycle).unwrap_err().to_string();
    assert_eq!(message(0.0, 1.0, 8), "least = 0 is outside (0, ∞)");
    assert_eq!(message(-1.0, 1.0, 8), "least = -1 is outside (0, ∞)");
    assert_eq!(message(f64::NAN, 1.0, 8), "least = NaN is outside (0, ∞)");
    assert_eq!(message(2.0, 1.0, 8), "most = 1 is outside [least, ∞)");
    assert_eq!(message(2.0, f64::INFINITY, 8), "most = inf is outside [least, ∞)");
    assert_eq!(message(1.0, 2.0, 0), "cycle = 0 is outside [1, ∞)");
}
