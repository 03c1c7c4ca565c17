//! The first step, the last, the one after, and far beyond; and lengths of 0 and 1.

use listings::schedules::*;

/// What a schedule of T steps from 0.1 is at 0, T − 1, T, T + 1 and a billion.
#[rustfmt::skip]
fn schedules(steps: usize) -> Vec<(&'static str, Box<dyn Schedule>, [f64; 5])> {
    let last = steps as f64 - 1.0;
    let share = last / steps as f64;
    let cosine = 0.05 * (1.0 + (std::f64::consts::PI * share).cos());
    vec![
        ("constant", Box::new(Constant::new(0.1).unwrap()), [0.1; 5]),
        ("linear", Box::new(Linear::new(0.1, 0.0, steps).unwrap()), [0.1, 0.1 * (1.0 - share), 0.0, 0.0, 0.0]),
        ("polynomial", Box::new(PolynomialDecay::new(0.1, 0.0, steps, 2.0).unwrap()), [0.1, 0.1 * (1.0 - share).powi(2), 0.0, 0.0, 0.0]),
        ("cosine", Box::new(Cosine::new(0.1, 0.0, steps).unwrap()), [0.1, cosine, 0.0, 0.0, 0.0]),
        ("restarts", Box::new(CosineRestarts::new(0.1, 0.0, steps, 1).unwrap()), [0.1, cosine, 0.1, 0.05 * (1.0 + (std::f64::consts::PI * (1.0 - share)).cos()), 0.1]),
        ("step", Box::new(StepDecay::new(0.1, 0.5, steps).unwrap()), [0.1, 0.1, 0.05, 0.05, 0.0]),
        ("multi-step", Box::new(MultiStepDecay::new(0.1, 0.5, vec![steps]).unwrap()), [0.1, 0.1, 0.05, 0.05, 0.05]),
        ("triangular", Box::new(Cyclic::new(0.0, 0.1, steps, steps).unwrap()), [0.0, 0.1 * share, 0.1, 0.1 * share, 0.0]),
        ("one cycle", Box::new(OneCycle::new(0.1, steps).unwrap()), [0.004, 4e-7, 4e-7, 4e-7, 4e-7]),
        ("warm-up", Box::new(Warmup::new(steps, 0.0, Constant::new(0.1).unwrap()).unwrap()), [0.0, 0.1 * share, 0.1, 0.1, 0.1]),
        ("then", Box::new(Then::new(Constant::new(0.1).unwrap(), steps, Constant::new(0.2).unwrap())), [0.1, 0.1, 0.2, 0.2, 0.2]),
    ]
}

#[test]
fn each_is_what_its_documentation_says_at_the_ends() {
    // A multiple of both cycles lies a billion steps on.
    for steps in [5, 100] {
        for (name, schedule, expected) in schedules(steps) {
            let steps = [0, steps - 1, steps, steps + 1, 1_000_000_000];
            for (step, rate) in steps.into_iter().zip(expected) {
                let here = schedule.rate(step);
                // A few roundings of numbers of size 0.1.
                assert!(
                    (here - rate).abs() < 1e-16,
                    "{name}, step {step}: {here} for {rate}"
                );
            }
        }
    }
}

#[test]
fn no_steps_at_all_are_over_at_once() {
    for schedule in [
        Box::new(Linear::new(0.1, 0.02, 0).unwrap()) as Box<dyn Schedule>,
        Box::new(PolynomialDecay::new(0.1, 0.02, 0, 2.0).unwrap()),
        Box::new(Cosine::new(0.1, 0.02, 0).unwrap()),
        Box::new(Cosine::new(0.1, 0.02, 0).unwrap().swinging()),
        Box::new(Warmup::new(0, 0.0, Constant::new(0.02).unwrap()).unwrap()),
        Box::new(Then::new(Constant::new(0.1).unwrap(), 0, Constant::new(0.02).unwrap())),
        Box::new(warmup_stable_decay(0.1, 0, 0, 0).unwrap()),
    ]
    .iter()
    .enumerate()
    {
        let (number, schedule) = schedule;
        let expected = if number == 6 { 0.0 } else { 0.02 };
        assert_eq!([0, 1, 7].map(|step| schedule.rate(step)), [expected; 3], "{number}");
    }
}

#[test]
fn one_step_is_the_first_and_the_last() {
    assert_eq!(Cosine::new(0.1, 0.0, 1).unwrap().rate(0), 0.1);
    assert_eq!(Linear::new(0.1, 0.0, 1).unwrap().rate(0), 0.1);
    assert_eq!(CosineRestarts::new(0.1, 0.0, 1, 1).unwrap().rate(77), 0.1);
    assert_eq!(InverseSquareRoot::new(0.1, 1).unwrap().rate(0), 0.1);
    // One step of a cycle is its end: the rate of all that follow.
    let cycle = OneCycle::new(0.1, 1).unwrap();
    assert_eq!([cycle.rate(0), cycle.rate(1)], [4e-7, 4e-7]);
    assert!(Cyclic::new(0.0, 0.1, 1, 1).unwrap().rate(1) == 0.1);
}

#[test]
fn a_warm_up_that_is_longer_than_the_run_is_cut_off() {
    // Ten steps of a run whose warm-up takes twenty: the fall behind it never begins.
    let schedule = Warmup::new(20, 0.0, Cosine::new(0.1, 0.0, 10).unwrap()).unwrap();
    assert!((schedule.rate(9) - 0.045).abs() < 1e-16);
    assert!((0..20).all(|step| schedule.rate(step) < schedule.rate(step + 1)));
}

#[test]
fn every_step_has_a_finite_rate_that_is_not_negative() {
    for (name, schedule, _) in schedules(7) {
        for step in (0..50).chain([1 << 20, u32::MAX as usize, usize::MAX]) {
            let rate = schedule.rate(step);
            assert!(rate.is_finite() && rate >= 0.0, "{name}, step {step}: {rate}");
        }
    }
}

#[test]
fn a_plateau_of_values_that_are_no_numbers_is_a_plateau() {
    let mut schedule = ReduceOnPlateau::new(0.1, 0.5).unwrap().with_patience(2);
    for _ in 0..3 {
        schedule.observe(f64::NAN);
    }
    assert_eq!(schedule.rate(3), 0.05);
    // The first number is better than none.
    schedule.observe(4.0);
    schedule.observe(4.0);
    assert_eq!(schedule.rate(5), 0.05);
}

#[test]
fn a_rise_that_ends_at_step_zero_starts_on_the_next_piece() {
    for (steps, share) in
        [(10, 0.1), (2, 0.5), (4, 0.25), (5, 0.2), (20, 0.05), (25, 0.04), (50, 0.02)]
            .into_iter()
            .chain([(100, 0.01)])
    {
        let cycle = OneCycle::new(0.1, steps).unwrap().rising_for(share).unwrap();
        for cycle in [cycle, cycle.linear(), cycle.in_three_phases().unwrap()] {
            for step in 0..2 * steps {
                let rate = cycle.rate(step);
                assert!(rate.is_finite() && rate >= 0.0, "{cycle:?}, {step}: {rate}");
                let momentum = cycle.momentum(step, 0.85, 0.95);
                assert!((0.85..=0.95).contains(&momentum), "{cycle:?}, {step}");
            }
        }
        assert_eq!(cycle.rate(0), 0.1, "T = {steps}");
    }
}

#[test]
fn three_phases_end_within_the_run_or_are_refused() {
    let long = OneCycle::new(0.1, 100).unwrap().rising_for(0.6).unwrap();
    let expected =
        "share = 0.6 is outside (0, (T + 1) / 2T), for three phases in T steps";
    assert_eq!(long.in_three_phases().unwrap_err().to_string(), expected);
    let three = OneCycle::new(0.1, 100).unwrap().in_three_phases().unwrap();
    assert_eq!(three.rising_for(0.6).unwrap_err().to_string(), expected);
    // The border is 0.505; in two phases there is none.
    for share in [0.01, 0.3, 0.5, 0.504] {
        let rate = three.rising_for(share).unwrap().rate(99);
        assert!((rate - 4e-7).abs() < 1e-16, "{share}: {rate}");
    }
    assert!(three.rising_for(0.506).is_err() && long.rate(99) < 5e-7);
    for steps in [1, 2, 3] {
        assert!(OneCycle::new(0.1, steps).unwrap().in_three_phases().is_ok(), "{steps}");
    }
}

#[test]
fn what_does_not_fall_never_halves() {
    for decay in [
        ExponentialDecay::every(0.1, 1.0, 100).unwrap(),
        ExponentialDecay::with_constant(0.1, 0.0).unwrap(),
    ] {
        assert_eq!((decay.half_life(), decay.factor()), (f64::INFINITY, 1.0));
        assert!(decay.constant() == 0.0 && decay.constant().is_sign_positive());
    }
}
