//! Solutions on the training loop against numbers worked out by hand, independently of the
//! solutions.

use exercises::all;
use exercises::observation::Seen;

/// What the solution of `exercise` gives for the call that begins with `call`.
fn solution(exercise: &str, call: &str) -> Vec<f64> {
    let exercise =
        all().into_iter().find(|candidate| candidate.name == exercise).unwrap();
    let mut seen = exercise.observe_solution().into_iter();
    match seen.find(|observation| observation.label.starts_with(call)).unwrap().seen {
        Seen::Number(number) => vec![number],
        Seen::Numbers(numbers) => numbers,
        other => panic!("{call} gave {other}"),
    }
}

/// Short decimals or fractions written out: they differ from the solutions by rounding.
#[test]
fn solutions_agree_with_numbers_worked_out_by_hand() {
    let cases: &[(&str, &str, &[f64])] = &[
        // 3, 2, 1, then 1.5 is no better: it stops after epoch 3.
        ("loop-early-stopping", "stop(losses = [3.0, 2.0, 1.0, 1.5", &[3.0, 2.0]),
        ("loop-restore-bug", "stop(losses = [3.0, 2.0, 1.0, 1.5", &[3.0, 2.0]),
        // 0.9375 is no better than 1 by 0.1, 0.875 is, and so on, every second one.
        ("loop-early-stopping", "stop(losses = [1.0, 0.9375", &[5.0, 4.0]),
        // ‖(3, −4)‖ = 5.
        ("loop-clip-gradient", "by_norm(gradient = [3, -4], c = 1)", &[0.6, -0.8]),
        ("loop-clip-gradient", "by_norm(gradient = [3, -4], c = 10)", &[3.0, -4.0]),
        ("loop-clip-gradient", "by_value(gradient = [3, -4], c = 1)", &[1.0, -1.0]),
        (
            "loop-clip-gradient",
            "by_norm(gradient = [-2, -2, 1], c = 1.5)",
            &[-1.0, -1.0, 0.5],
        ),
        // Of 1 and 3 the mean is 2 and the deviation 1.
        (
            "loop-leak-bug",
            "standardize([1.0, 3.0, 2.0, 6.0, 9.0, -4.0, 10.0], train = 2)",
            &[-1.0, 1.0, 0.0, 4.0, 7.0, -6.0, 8.0],
        ),
        // From 0 on (1, 2) and (−½, −1½): ½ (−4 − 1.5) = −2.75, times −0.25.
        ("loop-zero-bug", "path(2 samples, rate = 0.25, epochs = 1)", &[0.6875]),
    ];
    for (exercise, call, expected) in cases {
        let got = solution(exercise, call);
        assert_eq!(got.len(), expected.len(), "{exercise}: {call}");
        for (got, expected) in got.iter().zip(*expected) {
            assert!(
                (got - expected).abs() < 1e-12,
                "{exercise}: {call} = {got}, by hand {expected}"
            );
        }
    }
}
