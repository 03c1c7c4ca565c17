//! What is derived of a cosine: slope, mean, the last step, and where its restarts are.

use listings::schedules::*;
use std::f64::consts::PI;

const INITIAL: f64 = 0.3;
const LEAST: f64 = 0.02;

fn cosine(steps: usize) -> Cosine {
    Cosine::new(INITIAL, LEAST, steps).unwrap()
}

#[test]
fn its_slope_is_a_sine() {
    let steps = 1000;
    let fall = cosine(steps);
    for step in 1..steps {
        let difference = (fall.rate(step + 1) - fall.rate(step - 1)) / 2.0;
        let angle = PI * step as f64 / steps as f64;
        let slope = -PI * (INITIAL - LEAST) / (2 * steps) as f64 * angle.sin();
        // A central difference is short by a share (π/T)²/6, 2e-6 of the largest slope,
        // 4e-4; the rates are rounded at 1e-17.
        assert!((difference - slope).abs() < 1e-9, "step {step}");
    }
}

#[test]
fn the_last_of_t_steps_is_above_the_least() {
    for steps in [2, 10, 100, 1000] {
        let last = cosine(steps).rate(steps - 1);
        let exact = LEAST + (INITIAL - LEAST) * (1.0 - (PI / steps as f64).cos()) / 2.0;
        // A difference of nearly equal cosines, each rounded at 1e-16.
        assert!((last - exact).abs() < 1e-15, "{steps}");
        assert!(last > LEAST);
        assert_eq!(cosine(steps).rate(steps), LEAST);
        assert_eq!(cosine(steps - 1).rate(steps - 1), LEAST);
    }
}

#[test]
fn it_is_a_point_reflection_of_itself() {
    let fall = cosine(60);
    for step in 0..=60 {
        let sum = fall.rate(step) + fall.rate(60 - step);
        assert!((sum - INITIAL - LEAST).abs() < 1e-15, "step {step}");
    }
}

#[test]
fn restarts_begin_at_the_top_and_never_reach_the_least() {
    for growth in 1..=3 {
        let cycles = CosineRestarts::new(INITIAL, LEAST, 5, growth).unwrap();
        let (mut start, mut length) = (0, 5);
        for _ in 0..4 {
            assert_eq!(cycles.rate(start), INITIAL);
            let own = cosine(length);
            for into in 0..length {
                assert_eq!(cycles.cycle(start + into), (into, length));
                assert_eq!(cycles.rate(start + into), own.rate(into));
                assert!(cycles.rate(start + into) > LEAST);
            }
            start += length;
            length *= growth;
        }
    }
}
