//! LARS, LAMB, Lion, schedule-free, Muon and parameter groups: against a trace, against
//! each other, and at the edges.

use crate::golden::check;
use listings::data::{gaussian, seeded};
use listings::linear_algebra::symmetric_eigen;
use listings::models::MultilayerPerceptron;
use listings::optimizers::{
    Adam, AdamW, DecoupledDecay, GradientDescent, Group, Lamb, Lars, Lion, Momentum,
    Muon, Optimizer, ParameterGroups, ScheduleFree, orthogonalize, quintic,
};
use ndarray::{Array1, Array2, array, s};

/// Gradients from nowhere in particular, a new one each step.
fn gradients(parameters: usize, steps: usize) -> Vec<Array1<f64>> {
    let drawn = gaussian(steps, parameters, 1.0, &mut seeded(7));
    drawn.rows().into_iter().map(|row| row.to_owned()).collect()
}

/// Where 20 steps of these gradients lead from a start of ones, threes and fives.
fn walk(optimizer: &mut dyn Optimizer, rate: f64) -> Array1<f64> {
    let mut theta = array![1.0, 3.0, -5.0, 1.0, -3.0, 5.0];
    for gradient in gradients(6, 20) {
        optimizer.step(rate, &mut theta, &gradient);
    }
    theta
}

fn norm(vector: &Array1<f64>) -> f64 {
    vector.dot(vector).sqrt()
}

/// A few roundings a step, of numbers below ten.
fn assert_near(one: &Array1<f64>, other: &Array1<f64>) {
    let apart = (one - other).iter().fold(0.0, |most: f64, d| most.max(d.abs()));
    assert!(apart < 1e-12, "{one} and {other}");
}

#[test]
fn lion_step_by_step() {
    check("lion_formula", || Box::new(Lion::default()));
    let beside = || DecoupledDecay::new(Lion::default(), 0.1).unwrap();
    check("lion_formula_wd.1", || Box::new(beside()));
}

#[test]
fn every_coordinate_of_lion_moves_by_the_rate() {
    let mut lion = Lion::default();
    let mut theta = array![0.0, 0.0, 0.0];
    for gradient in gradients(3, 50) {
        let before = theta.clone();
        lion.step(0.25, &mut theta, &gradient);
        // Multiples of a quarter are exact.
        assert!((&theta - &before).iter().all(|d| d.abs() == 0.25), "{theta}");
    }
}

#[test]
fn without_memory_lion_is_the_sign_of_the_gradient() {
    let mut theta = array![0.0, 0.0];
    let mut lion = Lion::new(0.0, 0.0).unwrap();
    lion.step(1.0, &mut theta, &array![2.0, -3.0]);
    lion.step(1.0, &mut theta, &array![-0.1, -3.0]);
    assert_eq!(theta, array![0.0, 2.0]);
}

#[test]
fn lion_remembers_longer_than_it_looks() {
    // After a hundred gradients of 1, gradients of −1: it turns when 0.9 m < 0.1. With
    // β₂ = 0.99, m = 1 − 0.99¹⁰⁰ = 0.634 at first and 1.634 · 0.99ᵏ − 1 after k steps,
    // below 1/9 from k = 39 on; with β₂ = 0.9, 2 · 0.9ᵏ − 1, from k = 6 on.
    let wrong_way = |mut lion: Lion| {
        let mut theta = array![0.0];
        (0..100).for_each(|_| lion.step(1.0, &mut theta, &array![1.0]));
        assert_eq!(theta, array![-100.0]);
        let mut steps = 0;
        loop {
            let before = theta[0];
            lion.step(1.0, &mut theta, &array![-1.0]);
            if theta[0] > before {
                return steps;
            }
            steps += 1;
        }
    };
    assert_eq!(wrong_way(Lion::default()), 39);
    assert_eq!(wrong_way(Lion::new(0.9, 0.9).unwrap()), 6);
}

#[test]
fn lars_at_a_trust_ratio_of_one_is_momentum() {
    // λ = τ‖θ‖/‖g‖ is 1 where ‖θ‖ = ‖g‖ and τ = 1: a gradient of the length of θ.
    let (mut one, mut other) = (array![3.0, 4.0], array![3.0, 4.0]);
    let (mut lars, mut momentum) = (Lars::new(0.9, 1.0).unwrap(), Momentum::default());
    for step in 0..30 {
        let direction = array![f64::from(step).cos(), f64::from(step).sin()];
        let gradient = direction * norm(&one);
        lars.step(0.01, &mut one, &gradient);
        momentum.step(0.01, &mut other, &gradient);
    }
    assert_near(&one, &other);
}

#[test]
fn the_length_of_a_gradient_does_not_matter_to_lars() {
    let long = |scale: f64| {
        let mut lars = Lars::default();
        let mut theta = array![3.0, 4.0];
        for gradient in gradients(2, 10) {
            lars.step(1.0, &mut theta, &(gradient * scale));
        }
        theta
    };
    assert_near(&long(1.0), &long(1e6));
}

#[test]
fn lars_with_decay_by_hand() {
    // ‖θ‖ = 5, ‖g‖ = 10, w = 2: λ = 0.1 · 5/(10 + 2 · 5) = 0.025, v = 0.025 (g + 2θ).
    let mut theta = array![3.0, 4.0];
    let mut lars = Lars::new(0.9, 0.1).unwrap().with_decay(2.0).unwrap();
    lars.step(1.0, &mut theta, &array![10.0, 0.0]);
    assert_near(&theta, &array![3.0 - 0.025 * 16.0, 4.0 - 0.025 * 8.0]);
}

#[test]
fn a_step_of_lamb_is_the_rate_times_the_length_of_each_layer() {
    let layers = [0..2, 2..6];
    let mut lamb = ParameterGroups::for_each(layers.clone(), Lamb::default).unwrap();
    let mut theta = array![0.01, 0.02, 3.0, -4.0, 5.0, 6.0];
    for gradient in gradients(6, 20) {
        let before = theta.clone();
        lamb.step(0.1, &mut theta, &gradient);
        for layer in layers.clone() {
            let part = |of: &Array1<f64>| of.slice(s![layer.clone()]).to_owned();
            let moved = norm(&(part(&theta) - part(&before))) / norm(&part(&before));
            assert!((moved - 0.1).abs() < 1e-12, "{moved}");
        }
    }
}

#[test]
fn lamb_is_adam_at_a_rate_of_its_own() {
    // Of length ‖r‖, θ has the ratio 1. With ε = 1e-300 the first r has entries of 1.
    let mut theta = array![1.0, -1.0, 1.0];
    let lamb = &mut Lamb::new(0.9, 0.999, 1e-300).unwrap();
    lamb.step(0.1, &mut theta, &array![5.0, 5.0, -5.0]);
    assert_near(&theta, &array![0.9, -1.1, 1.1]);
}

#[test]
fn lamb_with_decay_by_hand() {
    // r = (1, 1) + 0.5 (3, 4) = (2.5, 3), ‖r‖² = 15.25; ‖θ‖ = 5.
    let mut theta = array![3.0, 4.0];
    let lamb = Lamb::new(0.9, 0.999, 1e-300).unwrap();
    lamb.with_decay(0.5).unwrap().step(0.1, &mut theta, &array![7.0, 7.0]);
    let scale = 0.1 * 5.0 / 15.25_f64.sqrt();
    assert_near(&theta, &array![3.0 - scale * 2.5, 4.0 - scale * 3.0]);
}

#[test]
fn a_layer_at_zero_can_leave_it_and_one_without_gradient_stays() {
    let (zero, one) = (array![0.0, 0.0], array![1.0, -2.0]);
    let optimizers: [fn() -> Box<dyn Optimizer>; 2] =
        [|| Box::new(Lars::default()), || Box::new(Lamb::default())];
    for new in optimizers {
        let mut theta = zero.clone();
        new().step(0.1, &mut theta, &one);
        assert!(theta[0] < 0.0 && theta[1] > 0.0, "{theta}");
        let mut theta = one.clone();
        new().step(0.1, &mut theta, &zero);
        assert_eq!(theta, one);
    }
}

#[test]
fn schedule_free_under_a_constant_gradient() {
    // z walks 0, −1, −2, …; x is the mean of z₁ … z_t: −(t + 1)/2; y is between.
    let mut free = ScheduleFree::new(GradientDescent, 0.75).unwrap();
    let mut theta = array![0.0];
    for step in 1..=40 {
        free.step(0.5, &mut theta, &array![2.0]);
        let (z, x) = (-f64::from(step), -f64::from(step + 1) / 2.0);
        assert_near(free.average(), &array![x]);
        assert_near(&theta, &array![0.25 * z + 0.75 * x]);
    }
}

#[test]
fn without_interpolation_schedule_free_walks_as_its_base() {
    let mut theta = array![1.0, 2.0];
    let mut base = theta.clone();
    let mut free = ScheduleFree::new(GradientDescent, 0.0).unwrap();
    let mut mean = array![0.0, 0.0];
    for gradient in gradients(2, 30) {
        free.step(0.1, &mut theta, &gradient);
        GradientDescent.step(0.1, &mut base, &gradient);
        mean += &base;
        assert_near(&theta, &base);
    }
    assert_near(free.average(), &(mean / 30.0));
}

#[test]
fn points_walked_at_a_small_rate_count_little() {
    // η = 1 then 3: weights 1 and 9. z = −1, then −4.
    let mut free = ScheduleFree::new(GradientDescent, 0.0).unwrap();
    let mut theta = array![0.0];
    free.step(0.0, &mut theta, &array![1.0]);
    assert_eq!(free.average(), array![0.0], "a rate of 0 leaves the start");
    free.step(1.0, &mut theta, &array![1.0]);
    free.step(3.0, &mut theta, &array![1.0]);
    assert_near(free.average(), &array![-(1.0 + 9.0 * 4.0) / 10.0]);
}

/// Singular values, largest first.
fn singular_values(matrix: &Array2<f64>) -> Vec<f64> {
    let is_tall = matrix.nrows() > matrix.ncols();
    let wide = if is_tall { matrix.t() } else { matrix.view() };
    let (squares, _) = symmetric_eigen(&wide.dot(&wide.t()));
    squares.iter().map(|square| square.max(0.0).sqrt()).collect()
}

#[test]
fn singular_values_end_near_one_for_every_shape() {
    for (rows, columns) in [(1, 1), (3, 3), (4, 9), (9, 4), (16, 8), (1, 5)] {
        let matrix = gaussian(rows, columns, 3.0, &mut seeded(rows as u64));
        let before = singular_values(&matrix);
        let after = singular_values(&orthogonalize(&matrix, 5));
        // Those of the quintic's cycles; smaller ones are still on their way up: five
        // iterations multiply by at most 3.4445⁵ = 485.
        let norm = before.iter().map(|s| s * s).sum::<f64>().sqrt();
        for (before, after) in before.iter().zip(&after) {
            assert!(*after < 1.25, "{after}");
            assert!(*after > 0.65 || before / norm < 0.01, "{before} {after}");
        }
    }
}

#[test]
fn each_singular_value_goes_through_the_quintic_alone() {
    let matrix = gaussian(4, 6, 1.0, &mut seeded(3));
    let before = singular_values(&matrix);
    let norm = before.iter().map(|s| s * s).sum::<f64>().sqrt() + 1e-7;
    for iterations in 0..4 {
        let through = |s: &f64| (0..iterations).fold(s / norm, |s, _| quintic(s));
        let mut expected: Vec<f64> = before.iter().map(through).collect();
        expected.sort_by(|a, b| b.total_cmp(a));
        let after = singular_values(&orthogonalize(&matrix, iterations));
        // A square root of a rounding of numbers of size one, 1e-8, at worst.
        for (after, expected) in after.iter().zip(&expected) {
            assert!((after - expected).abs() < 1e-8, "{after} for {expected}");
        }
    }
}

#[test]
fn turning_a_matrix_turns_what_becomes_of_it() {
    let matrix = gaussian(3, 3, 1.0, &mut seeded(1));
    let (cosine, sine) = (0.6, 0.8);
    let turn = array![[cosine, -sine, 0.0], [sine, cosine, 0.0], [0.0, 0.0, 1.0]];
    let one = turn.dot(&orthogonalize(&matrix, 5));
    let other = orthogonalize(&turn.dot(&matrix), 5);
    // Five quintics multiply a rounding by at most 3.4445⁵ = 485.
    assert!((one - other).iter().all(|d| d.abs() < 1e-12));
    let transposed = orthogonalize(&matrix.t().to_owned(), 5);
    let apart = transposed - orthogonalize(&matrix, 5).t();
    assert!(apart.iter().all(|d| d.abs() < 1e-12));
}

#[test]
fn the_scale_of_a_gradient_does_not_matter_to_muon() {
    let walk = |scale: f64| {
        let mut muon = Muon::new(2, 3, 0.95).unwrap();
        let mut theta = Array1::zeros(6);
        for gradient in gradients(6, 10) {
            muon.step(0.1, &mut theta, &(gradient * scale));
        }
        theta
    };
    // But for the 1e-7 beside the norm, times what five iterations make of it.
    let apart = walk(1.0) - walk(1e6);
    assert!(apart.iter().all(|d| d.abs() < 1e-4), "{apart}");
}

#[test]
fn wide_matrices_take_longer_steps() {
    let length = |inputs: usize, outputs: usize| {
        let mut theta = Array1::zeros(16);
        let gradient = gaussian(1, 16, 1.0, &mut seeded(5)).row(0).to_owned();
        let mut muon = Muon::new(inputs, outputs, 0.0).unwrap().with_iterations(0);
        muon.step(1.0, &mut theta, &gradient);
        norm(&theta)
    };
    // Without iterations a step has the length of the factor: √max(1, outputs/inputs).
    assert!((length(2, 8) - 2.0).abs() < 1e-6);
    assert!((length(8, 2) - 1.0).abs() < 1e-6);
    assert!((length(4, 4) - 1.0).abs() < 1e-6);
}

#[test]
fn a_zero_gradient_moves_nothing() {
    let mut theta = array![1.0, 2.0, 3.0, 4.0];
    Muon::new(2, 2, 0.95).unwrap().step(0.1, &mut theta, &Array1::zeros(4));
    Lion::default().step(0.1, &mut theta, &Array1::zeros(4));
    let free = &mut ScheduleFree::new(GradientDescent, 0.5).unwrap();
    free.step(0.1, &mut theta, &Array1::zeros(4));
    assert_eq!(theta, array![1.0, 2.0, 3.0, 4.0]);
}

#[test]
fn a_gradient_that_is_not_a_number_shows() {
    let optimizers: [Box<dyn Optimizer>; 5] = [
        Box::new(Lars::default()),
        Box::new(Lamb::default()),
        Box::new(Lion::default()),
        Box::new(ScheduleFree::new(GradientDescent, 0.9).unwrap()),
        Box::new(Muon::new(2, 1, 0.9).unwrap()),
    ];
    for mut optimizer in optimizers {
        let mut theta = array![1.0, 1.0];
        optimizer.step(0.1, &mut theta, &array![f64::NAN, 1.0]);
        assert!(theta[0].is_nan(), "{theta}");
    }
}

#[test]
fn one_group_of_everything_is_the_optimizer_alone() {
    type New = fn() -> Box<dyn Optimizer>;
    let optimizers: [(New, fn() -> Group); 5] = [
        (|| Box::new(Momentum::default()), || Group::new(0..6, Momentum::default())),
        (|| Box::new(AdamW::default()), || Group::new(0..6, AdamW::default())),
        (|| Box::new(Lion::default()), || Group::new(0..6, Lion::default())),
        (|| Box::new(Lars::default()), || Group::new(0..6, Lars::default())),
        (|| Box::new(Lamb::default()), || Group::new(0..6, Lamb::default())),
    ];
    for (alone, group) in optimizers {
        let mut groups = ParameterGroups::new(vec![group()]).unwrap();
        assert_eq!(walk(&mut groups, 0.1), walk(alone().as_mut(), 0.1));
    }
}

#[test]
fn two_groups_are_the_optimizer_alone_unless_it_takes_norms() {
    fn split<O: Optimizer + 'static>(new: fn() -> O) -> [Array1<f64>; 2] {
        let mut groups = ParameterGroups::for_each([0..2, 2..6], new).unwrap();
        [walk(&mut groups, 0.1), walk(&mut new(), 0.1)]
    }
    for [split, alone] in [
        split(|| GradientDescent),
        split(Momentum::default),
        split(Adam::default),
        split(AdamW::default),
        split(Lion::default),
        split(|| ScheduleFree::new(GradientDescent, 0.9).unwrap()),
    ] {
        assert_eq!(split, alone);
    }
    for [split, alone] in [split(|| Lars::new(0.9, 1.0).unwrap()), split(Lamb::default)] {
        let apart = norm(&(split - alone));
        assert!(apart > 0.01, "{apart}");
    }
}

#[test]
fn a_rate_factor_is_another_rate_and_zero_is_frozen() {
    let group = |range, factor| {
        Group::new(range, Adam::default()).with_rate_factor(factor).unwrap()
    };
    let mut groups =
        ParameterGroups::new(vec![group(0..2, 0.0), group(2..6, 3.0)]).unwrap();
    let moved = walk(&mut groups, 0.1);
    assert_eq!(moved.slice(s![..2]), array![1.0, 3.0]);
    let fast = walk(&mut Adam::default(), 0.1 * 3.0);
    assert_eq!(moved.slice(s![2..]), fast.slice(s![2..]));
}

#[test]
fn what_groups_remember_can_be_counted() {
    let momentum = Group::new(0..2, Momentum::default());
    let mut groups =
        ParameterGroups::new(vec![momentum, Group::new(2..6, AdamW::default())]).unwrap();
    walk(&mut groups, 0.1);
    let state = groups.state();
    let sizes: Vec<_> = state.iter().map(|(name, part)| (*name, part.len())).collect();
    assert_eq!(sizes, [("v", 2), ("m", 4), ("v", 4)]);
}

#[test]
fn the_blocks_of_a_network_are_groups() {
    let network = MultilayerPerceptron::new(&[2, 16, 8, 2]);
    let ranges: Vec<_> = network.blocks().into_iter().map(|b| b.range).collect();
    assert_eq!(ranges.len(), 6);
    assert!(ParameterGroups::for_each(ranges, Lamb::default).is_ok());
    assert!(ParameterGroups::for_each(network.ranges(), Lamb::default).is_ok());
}

#[test]
fn ranges_that_miss_or_share_parameters_are_refused() {
    let error = |ranges: Vec<std::ops::Range<usize>>| {
        let groups = ParameterGroups::for_each(ranges, Adam::default);
        groups.expect_err("an error").to_string()
    };
    let rest = "where the groups before it end, and hold a parameter";
    assert_eq!(
        error(vec![0..3, 4..6]),
        format!("group 1 has the range 4..6; it must start at 3, {rest}")
    );
    assert_eq!(
        error(vec![0..3, 2..6]),
        format!("group 1 has the range 2..6; it must start at 3, {rest}")
    );
    assert_eq!(
        error(vec![1..3, 3..6]),
        format!("group 0 has the range 1..3; it must start at 0, {rest}")
    );
    assert_eq!(
        error(vec![0..3, 3..3]),
        format!("group 1 has the range 3..3; it must start at 3, {rest}")
    );
}

/// The text with which `call` panics.
fn panic_text(call: impl FnOnce()) -> String {
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(call));
    *caught.expect_err("a panic").downcast::<String>().expect("a panic with a text")
}

#[test]
fn parameters_outside_the_groups_are_refused() {
    let mut groups = ParameterGroups::for_each([0..2, 2..3], Adam::default).unwrap();
    let text = panic_text(|| {
        groups.step(0.1, &mut Array1::ones(4), &Array1::ones(4));
    });
    assert!(text.contains("4 parameters, but groups of 3"), "{text}");
    let mut muon = Muon::new(2, 3, 0.9).unwrap();
    let text = panic_text(|| muon.step(0.1, &mut Array1::ones(5), &Array1::ones(5)));
    assert!(text.contains("5 parameters, but a matrix of shape (2, 3)"), "{text}");
}

#[test]
fn steps_that_do_not_fit_are_refused_before_anything_moves() {
    let optimizers: [Box<dyn Optimizer>; 6] = [
        Box::new(Lars::default()),
        Box::new(Lamb::default()),
        Box::new(Lion::default()),
        Box::new(ScheduleFree::new(GradientDescent, 0.9).unwrap()),
        Box::new(Muon::new(2, 1, 0.9).unwrap()),
        Box::new(ParameterGroups::for_each([0..1, 1..2], Adam::default).unwrap()),
    ];
    for mut optimizer in optimizers {
        let mut theta = array![1.0, -2.0];
        for bad in [-0.1, f64::NAN, f64::INFINITY] {
            let text = panic_text(|| optimizer.step(bad, &mut theta, &array![1.0, 1.0]));
            assert_eq!(text, format!("rate = {bad} is outside [0, ∞)"));
        }
        let text = panic_text(|| optimizer.step(0.1, &mut theta, &array![1.0]));
        assert!(text.contains("2 parameters, but a gradient of 1"), "{text}");
        assert_eq!(theta, array![1.0, -2.0]);
        optimizer.step(0.1, &mut theta, &array![1.0, 1.0]);
        let other = panic_text(|| {
            optimizer.step(0.1, &mut array![1.0, 2.0, 3.0], &array![1.0, 1.0, 1.0]);
        });
        assert!(other.contains("3 parameters, but "), "{other}");
    }
}

#[test]
fn hyperparameters_out_of_range_are_named() {
    for bad in [1.0, -0.1, f64::NAN, f64::INFINITY] {
        let said = |name: &str| format!("{name} = {bad} is outside [0, 1)");
        assert_eq!(Lars::new(bad, 0.1).unwrap_err().to_string(), said("beta"));
        assert_eq!(Lamb::new(bad, 0.9, 1e-6).unwrap_err().to_string(), said("beta1"));
        assert_eq!(Lamb::new(0.9, bad, 1e-6).unwrap_err().to_string(), said("beta2"));
        assert_eq!(Lion::new(bad, 0.9).unwrap_err().to_string(), said("beta1"));
        assert_eq!(Lion::new(0.9, bad).unwrap_err().to_string(), said("beta2"));
        assert_eq!(Muon::new(2, 2, bad).unwrap_err().to_string(), said("beta"));
        let free = ScheduleFree::new(GradientDescent, bad).unwrap_err();
        assert_eq!(free.to_string(), said("beta"));
    }
    for bad in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        let said = |name: &str| format!("{name} = {bad} is outside (0, ∞)");
        assert_eq!(Lars::new(0.9, bad).unwrap_err().to_string(), said("trust"));
        assert_eq!(Lamb::new(0.9, 0.9, bad).unwrap_err().to_string(), said("epsilon"));
    }
    for bad in [-1.0, f64::NAN, f64::INFINITY] {
        let said = |name: &str| format!("{name} = {bad} is outside [0, ∞)");
        let lars = Lars::default().with_decay(bad).unwrap_err();
        assert_eq!(lars.to_string(), said("decay"));
        let lamb = Lamb::default().with_decay(bad).unwrap_err();
        assert_eq!(lamb.to_string(), said("decay"));
        let group = Group::new(0..2, GradientDescent).with_rate_factor(bad).err();
        assert_eq!(group.unwrap().to_string(), said("rate_factor"));
    }
}
