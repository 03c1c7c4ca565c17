//! Milliseconds a step and samples a second of the labs' networks:
//! `cargo run --release -p labs --example step_times`.

use labs::models::{Flat, Network, ResidualNetwork, ReviewTransformer};
use labs::run::alone;
use listings::data::seeded;
use listings::losses::CrossEntropy;
use listings::models::{NormPlace, Transformer};
use ndarray::{Array1, Array2};
use rand_distr::{Distribution, StandardNormal};
use std::thread;
use std::time::Instant;

/// The median of so many steps is reported.
const STEPS: usize = 15;

/// The median time of a step, in seconds.
fn median<N: Network>(flat: &Flat<N>, batch: &N::Batch, classes: &Array1<usize>) -> f64 {
    let theta = flat.network().layout().initial(&mut seeded(1));
    let loss = CrossEntropy::default();
    let mut times: Vec<f64> = (0..STEPS)
        .map(|_| {
            let start = Instant::now();
            flat.value_and_gradient(&theta, batch, &loss, classes).expect("a step");
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[STEPS / 2]
}

/// On all threads, on one, and two at once on one each.
fn report<N: Network + Sync>(name: &str, flat: &Flat<N>, batch: &N::Batch, samples: usize)
where
    N::Batch: Sync,
{
    let classes = Array1::from_iter((0..samples).map(|sample| sample % 2));
    let step = || median(flat, batch, &classes);
    let all = step();
    let one = alone(step);
    let two: Vec<f64> = thread::scope(|scope| {
        let jobs: Vec<_> = (0..2).map(|_| scope.spawn(|| alone(step))).collect();
        jobs.into_iter().map(|job| job.join().expect("a step")).collect()
    });
    let rate = |seconds: f64| samples as f64 / seconds;
    println!(
        "{name:<24} {samples:>4} {:>8.2} ms {:>7.0}/s | one thread {:>7.0}/s | two jobs {:>7.0}/s",
        1e3 * all,
        rate(all),
        rate(one),
        two.iter().map(|&seconds| rate(seconds)).sum::<f64>()
    );
}

fn main() {
    let sizes = Transformer {
        tokens: 1500,
        length: 64,
        width: 32,
        hidden: 64,
        layers: 2,
        classes: 2,
        norm: NormPlace::Before,
    };
    for samples in [32, 64, 128] {
        let mut random = seeded(2);
        let images: Array2<f64> = Array2::from_shape_simple_fn((samples, 196), || {
            StandardNormal.sample(&mut random)
        });
        // As many tokens as a review has on average, then padding.
        let reviews = Array2::from_shape_fn((samples, 64), |(row, column)| {
            if column < 38 {
                1 + (row * 64 + column * 7) % 1499
            } else {
                labs::models::PADDING
            }
        });
        let residual = Flat::new(ResidualNetwork::new(14, 16, 10));
        let transformer = Flat::new(ReviewTransformer::new(sizes, 2));
        report("residual, 32 bits", &residual, &images, samples);
        report("transformer, 32 bits", &transformer, &reviews, samples);
        let (residual, transformer) =
            (residual.in_double_precision(), transformer.in_double_precision());
        report("residual, 64 bits", &residual, &images, samples);
        report("transformer, 64 bits", &transformer, &reviews, samples);
    }
}
