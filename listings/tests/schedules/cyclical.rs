//! Cyclical rates and 1cycle by the formulas of their papers.

use listings::schedules::{Cyclic, OneCycle, Schedule};

/// Smith (2017), §3.2: η_min + (η_max − η_min) max(0, 1 − |t/u − 2c + 1|), c = ⌊1 + t/2u⌋.
fn smith(step: usize, least: f64, most: f64, half: usize) -> f64 {
    let cycle = (1 + step / (2 * half)) as f64;
    let distance = (step as f64 / half as f64 - 2.0 * cycle + 1.0).abs();
    least + (most - least) * (1.0 - distance).max(0.0)
}

#[test]
fn the_triangle_is_that_of_the_paper() {
    for half in [1, 3, 15, 2000] {
        let triangles = Cyclic::new(0.01, 0.1, half, half).unwrap();
        for step in 0..7 * half {
            let expected = smith(step, 0.01, 0.1, half);
            // The paper's t/u − 2c loses some digits of a number of size ten.
            let error = (triangles.rate(step) - expected).abs();
            assert!(error < 1e-15, "u = {half}, step {step}: {error}");
        }
    }
}

#[test]
fn the_policies_shrink_the_height_and_leave_the_base() {
    let triangles = Cyclic::new(0.02, 0.1, 4, 4).unwrap();
    let (halved, shrunk) = (triangles.halving(), triangles.shrinking(0.9).unwrap());
    for step in 0..60 {
        let height = triangles.rate(step) - 0.02;
        let by_cycle = 0.5_f64.powi((step / 8) as i32);
        assert!((halved.rate(step) - 0.02 - height * by_cycle).abs() < 1e-16);
        let by_step = 0.9_f64.powi(step as i32);
        assert!((shrunk.rate(step) - 0.02 - height * by_step).abs() < 1e-16);
        if step % 8 == 0 {
            assert_eq!([halved.rate(step), shrunk.rate(step)], [0.02, 0.02]);
        }
    }
    // A factor of 1 changes nothing.
    let unchanged = triangles.shrinking(1.0).unwrap();
    assert!((0..60).all(|step| unchanged.rate(step) == triangles.rate(step)));
}

#[test]
fn momentum_is_a_mirror_of_the_rate() {
    let triangles = Cyclic::new(0.02, 0.1, 3, 5).unwrap();
    let cycle = OneCycle::new(0.1, 50).unwrap().in_three_phases().unwrap().linear();
    for step in 0..50 {
        let height = (triangles.rate(step) - 0.02) / 0.08;
        let momentum = triangles.momentum(step, 0.8, 0.9);
        assert!((momentum - (0.9 - 0.1 * height)).abs() < 1e-15, "step {step}");
        // In three phases the rate is beyond its way back while momentum rests at the top.
        let height = ((cycle.rate(step) - 0.004) / 0.096).max(0.0);
        let momentum = cycle.momentum(step, 0.85, 0.95);
        assert!((momentum - (0.95 - 0.1 * height)).abs() < 1e-15, "step {step}");
    }
}

#[test]
fn a_run_that_is_lengthened_halfway_jumps() {
    // At step 50 a run of 100 has come down a third of its way; one of 200 is still on
    // its way up.
    let [short, long] = [100, 200].map(|steps| OneCycle::new(1.0, steps).unwrap());
    assert!(long.rate(50) - short.rate(50) > 0.1);
    assert!(short.rate(51) < short.rate(50) && long.rate(51) > long.rate(50));
}
