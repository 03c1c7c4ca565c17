//! Solutions against numbers worked out by hand, independently of them.

use exercises::all;
use exercises::observation::Seen;

mod batches;
mod designing_a_loss;
mod gradient_descent;
mod hinge_and_focal;
mod learning_rate;
mod losses;
mod metric;
mod momentum;
mod nesterov;
mod race;
mod regression;
mod regularization;
mod step_and_exponential_decay;
mod training_loop;

mod diagnosing;

mod gradients_by_hand;

mod choosing;
mod ensemble;
mod experiments;

/// An exercise, how the call begins, and what it has to give.
type Case<'a> = (&'a str, &'a str, &'a [f64]);

/// Short decimals and fractions written out: they differ from the solutions by rounding.
fn check(cases: &[Case]) {
    check_within(1e-9, cases);
}

/// The same for numbers that are written with so many digits.
fn check_within(tolerance: f64, cases: &[Case]) {
    for (exercise, call, expected) in cases {
        let got = solution(exercise, call);
        assert_eq!(got.len(), expected.len(), "{exercise}: {call}");
        for (got, expected) in got.iter().zip(*expected) {
            assert!(
                (got - expected).abs() < tolerance,
                "{exercise}: {call} = {got}, by hand {expected}"
            );
        }
    }
}

/// What the solution of `exercise` gives for the call that begins with `call`.
fn solution(exercise: &str, call: &str) -> Vec<f64> {
    let found = all().into_iter().find(|candidate| candidate.name == exercise);
    let found = found.unwrap_or_else(|| panic!("no exercise {exercise}"));
    let mut seen = found.observe_solution().into_iter();
    let observed = seen.find(|observation| observation.label.starts_with(call));
    match observed.unwrap_or_else(|| panic!("{exercise} has no call {call}")).seen {
        Seen::Number(number) => vec![number],
        Seen::Numbers(numbers) => numbers,
        other => panic!("{exercise}: {call} gave {other}"),
    }
}
