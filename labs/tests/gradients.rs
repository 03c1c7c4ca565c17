//! Gradients of the residual network, and what the labs rely on.

use labs::models::{
    Flat, Network, ResidualNetwork, ReviewTransformer, SingleOutput, TableNetwork,
};
use labs::run::alone;
use listings::checking::gradient_error;
use listings::data::seeded;
use listings::losses::{CrossEntropy, Huber};
use listings::models::{NormPlace, Transformer};
use ndarray::{Array1, Array2, Axis, array, s};
use rand_distr::{Distribution, StandardNormal};
use std::thread;

fn normals(rows: usize, columns: usize, seed: u64) -> Array2<f64> {
    let mut random = seeded(seed);
    Array2::from_shape_simple_fn((rows, columns), || StandardNormal.sample(&mut random))
}

/// Its start, moved off the zeros, where half of it has no gradient.
fn theta(network: &impl Network, seed: u64) -> Array1<f64> {
    let layout = network.layout();
    let moved = normals(1, layout.parameters(), seed + 100).remove_axis(Axis(0));
    layout.initial(&mut seeded(seed)) + 0.1 * moved
}

#[test]
fn the_residual_network_passes_the_gradient_check() {
    // An odd side, so that the half is rounded up.
    let flat = Flat::new(ResidualNetwork::new(5, 2, 3)).in_double_precision();
    let theta = theta(flat.network(), 1);
    let (images, classes) = (normals(3, 25, 2), array![0_usize, 2, 1]);
    let loss = CrossEntropy::default();
    let at = |theta: &Array1<f64>| {
        flat.value_and_gradient(theta, &images, &loss, &classes).unwrap()
    };
    let error = gradient_error(|theta| at(theta).0, &at(&theta).1, &theta);
    // Central differences leave some 10⁻¹⁰; a rectifier whose kink lies within 6·10⁻⁶ of one
    // of the 700 activations would leave 10⁻³, as a mistake does: then take another seed.
    assert!(error < 1e-7, "{error}");
}

#[test]
fn a_block_starts_as_the_identity() {
    let network = ResidualNetwork::new(4, 2, 2);
    let theta = network.layout().initial(&mut seeded(3));
    let part = |name: &str| {
        let part = network.layout().parts().iter().find(|part| part.name == name);
        theta.slice(s![part.expect("a part of this name").range.clone()]).to_owned()
    };
    assert!(part("full second W").iter().all(|&weight| weight == 0.0));
    assert!(part("full first W").iter().any(|&weight| weight != 0.0));
}

#[test]
fn the_gradient_of_a_batch_is_the_mean_of_gradients() {
    // What a normalization over the batch would break.
    let flat = Flat::new(ResidualNetwork::new(6, 3, 4)).in_double_precision();
    let theta = theta(flat.network(), 4);
    let (images, classes) = (normals(5, 36, 5), array![3_usize, 0, 1, 2, 0]);
    let loss = CrossEntropy::default();
    let of = |samples: &[usize]| {
        let images = images.select(Axis(0), samples);
        let classes = classes.select(Axis(0), samples);
        flat.value_and_gradient(&theta, &images, &loss, &classes).unwrap().1
    };
    let sum = (0..5).map(|sample| of(&[sample])).reduce(|sum, one| sum + one).unwrap();
    let error = of(&[0, 1, 2, 3, 4]) - sum / 5.0;
    assert!(error.iter().all(|entry| entry.abs() < 1e-12), "{error}");
}

#[test]
fn half_the_bits_are_enough() {
    let residual = ResidualNetwork::new(14, 16, 10);
    let theta = theta(&residual, 6);
    let (images, classes) =
        (normals(8, 196, 7), Array1::from_iter((0..8_usize).map(|i| i % 10)));
    let loss = CrossEntropy::default();
    let (single, double) =
        (Flat::new(residual.clone()), Flat::new(residual).in_double_precision());
    let one = single.value_and_gradient(&theta, &images, &loss, &classes).unwrap();
    let other = double.value_and_gradient(&theta, &images, &loss, &classes).unwrap();
    let size = |gradient: &Array1<f64>| gradient.dot(gradient).sqrt();
    let error = size(&(&one.1 - &other.1)) / size(&other.1);
    // 32 bits round by 6·10⁻⁸ relative; sums over 1,600 pixels and six layers let it grow.
    // To be replaced by what is measured.
    assert!(error < 1e-4 && error > 0.0, "{error}");
    assert!((one.0 - other.0).abs() < 1e-4, "{} {}", one.0, other.0);
}

#[test]
fn a_pass_repeats_to_the_last_bit() {
    let sizes = Transformer {
        tokens: 50,
        length: 16,
        width: 32,
        hidden: 64,
        layers: 2,
        classes: 2,
        norm: NormPlace::Before,
    };
    let flat = Flat::new(ReviewTransformer::new(sizes, 2));
    let theta = theta(flat.network(), 8);
    let sequences =
        Array2::from_shape_fn((32, 16), |(row, column)| 1 + (row * 7 + column) % 49);
    let classes = Array1::from_iter((0..32_usize).map(|row| row % 2));
    let once = || {
        let loss = CrossEntropy::default();
        flat.value_and_gradient(&theta, &sequences, &loss, &classes).unwrap()
    };
    let expected = alone(once);
    thread::scope(|scope| {
        let beside: Vec<_> = (0..3).map(|_| scope.spawn(|| alone(once))).collect();
        assert!(beside.into_iter().all(|found| found.join().unwrap() == expected));
    });
}

#[test]
fn losses_of_one_number_reach_the_network() {
    let flat = Flat::new(TableNetwork::new(&[3, 8, 1])).in_double_precision();
    let theta = theta(flat.network(), 9);
    let (inputs, target) = (normals(10, 3, 10), normals(1, 10, 11).remove_axis(Axis(0)));
    let loss = SingleOutput(Huber::new(1.0).unwrap());
    let at = |theta: &Array1<f64>| {
        flat.value_and_gradient(theta, &inputs, &loss, &target).unwrap()
    };
    let error = gradient_error(|theta| at(theta).0, &at(&theta).1, &theta);
    assert!(error < 1e-7, "{error}");
}
