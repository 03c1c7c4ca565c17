//! Closed form against recursion, joins, order, and what composition may not change.

use listings::schedules::*;
use std::f64::consts::PI;

const STEPS: usize = 200;

fn assert_same(closed: &dyn Schedule, recursive: impl IntoIterator<Item = f64>) {
    for (step, rate) in recursive.into_iter().enumerate().take(STEPS) {
        let here = closed.rate(step);
        // Two hundred roundings of one part in 2⁵³, and room for a few times as many.
        assert!((here - rate).abs() <= 2e-13 * rate, "step {step}: {here} for {rate}");
    }
}

#[test]
fn an_exponential_is_a_product_of_equal_factors() {
    let products = std::iter::successors(Some(0.1), |rate| Some(rate * 0.97));
    assert_same(&ExponentialDecay::per_step(0.1, 0.97).unwrap(), products);
}

#[test]
fn the_three_parametrizations_are_one() {
    let every = ExponentialDecay::every(0.1, 0.96, 100).unwrap();
    let per_step = ExponentialDecay::per_step(0.1, every.factor()).unwrap();
    let constant = ExponentialDecay::with_constant(0.1, every.constant()).unwrap();
    assert_same(&every, (0..STEPS).map(|step| per_step.rate(step)));
    assert_same(&every, (0..STEPS).map(|step| constant.rate(step)));
    let halves = ExponentialDecay::every(0.1, 0.5, 7).unwrap();
    assert!((halves.half_life() - 7.0).abs() < 1e-14);
}

#[test]
fn a_step_decay_multiplies_at_its_milestones() {
    let mut rate = 0.1;
    let recursive: Vec<f64> = (0..STEPS)
        .map(|step| {
            if step > 0 && step % 30 == 0 {
                rate *= 0.1;
            }
            rate
        })
        .collect();
    assert_same(&StepDecay::new(0.1, 0.1, 30).unwrap(), recursive.iter().copied());
    let milestones = (1..7).map(|cut| 30 * cut).collect();
    assert_same(&MultiStepDecay::new(0.1, 0.1, milestones).unwrap(), recursive);
}

#[test]
fn a_cosine_follows_the_recursion_of_pytorch() {
    // η ← (1 + cos πt/T) / (1 + cos π(t−1)/T) (η − η_min) + η_min.
    let (least, period) = (1e-3, 150.0);
    let factor = |step: f64| 1.0 + (PI * step / period).cos();
    let mut rate = 0.1;
    let recursive = (0..150).map(|step| {
        if step > 0 {
            let step = f64::from(step);
            rate = factor(step) / factor(step - 1.0) * (rate - least) + least;
        }
        rate
    });
    assert_same(&Cosine::new(0.1, least, 150).unwrap(), recursive);
}

#[test]
fn what_falls_never_rises_and_what_rises_never_falls() {
    let falling: [Box<dyn Schedule>; 8] = [
        Box::new(Linear::new(0.1, 0.0, 150).unwrap()),
        Box::new(PolynomialDecay::new(0.1, 0.01, 150, 0.9).unwrap()),
        Box::new(StepDecay::new(0.1, 0.5, 20).unwrap()),
        Box::new(MultiStepDecay::new(0.1, 0.5, vec![3, 100]).unwrap()),
        Box::new(ExponentialDecay::per_step(0.1, 0.97).unwrap()),
        Box::new(InverseTimeDecay::new(0.1, 0.05).unwrap()),
        Box::new(Cosine::new(0.1, 1e-5, 150).unwrap()),
        Box::new(Clipped::new(0.01, 0.05, Linear::new(0.1, 0.0, 150).unwrap()).unwrap()),
    ];
    for (number, schedule) in falling.iter().enumerate() {
        for step in 0..STEPS {
            assert!(
                schedule.rate(step + 1) <= schedule.rate(step),
                "{number}, step {step}"
            );
        }
    }
    let noam = InverseSquareRoot::new(0.1, 40).unwrap();
    assert!((0..39).all(|step| noam.rate(step) < noam.rate(step + 1)));
    assert!((39..STEPS).all(|step| noam.rate(step) > noam.rate(step + 1)));
    let cycle = OneCycle::new(0.1, 150).unwrap();
    assert!((0..44).all(|step| cycle.rate(step) < cycle.rate(step + 1)));
    assert!((44..149).all(|step| cycle.rate(step) > cycle.rate(step + 1)));
}

#[test]
fn a_warm_up_meets_what_it_warms_up() {
    for from in [0.0, 0.1, 1.0] {
        let behind = Cosine::new(0.1, 0.0, 90).unwrap();
        let schedule = Warmup::new(10, from, behind).unwrap();
        // The join: ten equal rises end at the first rate of the schedule behind.
        let rise = 0.1 * (1.0 - from) / 10.0;
        for step in 0..10 {
            let here = schedule.rate(step + 1) - schedule.rate(step);
            assert!((here - rise).abs() < 1e-16, "from {from}, step {step}: {here}");
        }
        assert!((0..STEPS).all(|step| schedule.rate(10 + step) == behind.rate(step)));
    }
}

#[test]
fn a_chain_of_thens_is_the_same_in_any_brackets() {
    let [a, b, c] = [0.1, 0.2, 0.3].map(|rate| Linear::new(rate, 0.0, 9).unwrap());
    let left = Then::new(Then::new(a, 4, b), 7, c);
    let right = Then::new(a, 4, Then::new(b, 3, c));
    assert!((0..STEPS).all(|step| left.rate(step) == right.rate(step)));
}

#[test]
fn all_schedules_scale_with_their_rates() {
    // Twice the rates in, twice the rate out: a power of two, so to the last bit.
    let pairs: [(Box<dyn Schedule>, Box<dyn Schedule>); 5] = [
        (
            Box::new(Cosine::new(0.1, 0.01, 50).unwrap()),
            Box::new(Cosine::new(0.2, 0.02, 50).unwrap()),
        ),
        (
            Box::new(Cyclic::new(0.01, 0.1, 7, 9).unwrap()),
            Box::new(Cyclic::new(0.02, 0.2, 7, 9).unwrap()),
        ),
        (
            Box::new(OneCycle::new(0.1, 50).unwrap()),
            Box::new(OneCycle::new(0.2, 50).unwrap()),
        ),
        (
            Box::new(InverseSquareRoot::new(0.1, 9).unwrap()),
            Box::new(InverseSquareRoot::new(0.2, 9).unwrap()),
        ),
        (
            Box::new(StepDecay::new(0.1, 0.3, 9).unwrap()),
            Box::new(StepDecay::new(0.2, 0.3, 9).unwrap()),
        ),
    ];
    for (number, (schedule, double)) in pairs.iter().enumerate() {
        let scaled = Scaled::by(2.0, schedule).unwrap();
        for step in 0..STEPS {
            assert_eq!(scaled.rate(step), double.rate(step), "{number}, step {step}");
        }
    }
}

#[test]
fn cycles_repeat_and_their_envelopes_shrink_them() {
    let cyclic = Cyclic::new(1e-3, 0.1, 10, 20).unwrap();
    assert!((0..STEPS).all(|step| cyclic.rate(step) == cyclic.rate(step + 30)));
    let halving = cyclic.halving();
    let height = |step| halving.rate(step) - 1e-3;
    for step in 1..30 {
        // Differences of numbers of size 0.1.
        assert!((height(step + 30) - height(step) / 2.0).abs() < 1e-16, "step {step}");
    }
    let shrinking = cyclic.shrinking(0.99).unwrap();
    for step in 0..STEPS {
        assert!(shrinking.rate(step) <= cyclic.rate(step));
    }
}

#[test]
fn a_mean_over_whole_falls_is_what_the_integral_says() {
    // (η₀ + η_min)/2 for linear and cosine, summed by the trapezoid rule, exact for both.
    for schedule in [
        Box::new(Linear::new(0.1, 0.02, 50).unwrap()) as Box<dyn Schedule>,
        Box::new(Cosine::new(0.1, 0.02, 50).unwrap()),
    ] {
        let sum: f64 = (0..50)
            .map(|step| (schedule.rate(step) + schedule.rate(step + 1)) / 2.0)
            .sum();
        assert!((sum / 50.0 - 0.06).abs() < 1e-15, "{sum}");
    }
}

#[test]
fn a_listener_that_is_saved_and_loaded_goes_on_as_if_nothing_had_been() {
    let losses = (0..40).map(|step| 1.0 / f64::from(1 + step.min(12)));
    let mut whole = ReduceOnPlateau::new(0.1, 0.5).unwrap().with_patience(3);
    let mut halves = whole.clone();
    for (step, loss) in losses.enumerate() {
        if step == 17 {
            let saved = serde_json::to_string(&halves).unwrap();
            halves = serde_json::from_str(&saved).unwrap();
        }
        whole.observe(loss);
        halves.observe(loss);
        assert_eq!(whole, halves);
    }
    assert!(whole.cuts().len() > 3);
}
