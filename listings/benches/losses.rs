//! Value and gradient of every regression loss against the bound that memory sets.
//!
//! ```text
//! cargo bench -p listings --bench losses
//! ```
//!
//! **How bytes are counted.** What the code reads and writes, once: a copy reads 8 bytes
//! a number and writes 8; a value reads 16 a sample; a gradient reads 16 and writes 8.
//! Lines that the processor fetches before it writes to them are not counted, neither
//! for the copy nor for the gradient.
//!
//! **The bound.** The bytes at the rate of a plain copy of n numbers, measured in the
//! same run: for a value a copy into an array that exists, for a gradient, which returns
//! a new array, a copy into a new one. At n = 1000 everything is in the first-level
//! cache, and the bound is that of the cache. A value only reads, so it may beat a copy.
//!
//! **Cross-entropy of ten classes** is measured on 10⁵ rows of logits; a sample is then a
//! logit, of which the value reads 8 bytes, and the gradient writes 8 more. The classes
//! are not counted. Its bound is far away: an exponential takes longer than a copy.
//!
//! **Times** are the fastest of several runs: other programs can only add to a time.

use listings::losses::{
    CrossEntropy, Expectile, Huber, Linex, LogCosh, Loss, MeanAbsoluteError,
    MeanSquaredError, Quantile, Welsch,
};
use ndarray::{Array1, Array2};
use std::hint::black_box;
use std::time::{Duration, Instant};

const SAMPLES: [usize; 3] = [1_000, 100_000, 10_000_000];

fn main() {
    // `cargo test --benches` runs this too, without the flag.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let losses: [(&str, &dyn Loss); 5] = [
        ("MSE", &MeanSquaredError),
        ("MAE", &MeanAbsoluteError),
        ("Huber", &Huber::default()),
        ("log-cosh", &LogCosh),
        ("quantile", &Quantile::new(0.9).expect("0.9 is in (0, 1)")),
    ];
    let designed: [(&str, &dyn Loss); 3] = [
        ("expectile", &Expectile::new(0.9).expect("0.9 is in (0, 1)")),
        ("LINEX", &Linex::new(1.0).expect("1 is not 0")),
        ("Welsch", &Welsch::new(1.0).expect("1 is above 0")),
    ];
    println!(
        "{:<21}{:>10}{:>14}{:>9}{:>15}",
        "", "n", "ns a sample", "GB/s", "of the bound"
    );
    for samples in SAMPLES {
        // Residuals on both sides of zero and of δ = 1, in no order that a branch
        // predictor could learn.
        let target = Array1::from_shape_fn(samples, |i| (i as f64 * 0.7).sin());
        let prediction = Array1::from_shape_fn(samples, |i| 2.0 * (i as f64 * 1.9).cos());

        let source = prediction.as_slice().expect("one piece of memory");
        let mut copy = vec![0.0; samples];
        let into_old = fastest(samples, || {
            black_box(&mut copy).copy_from_slice(black_box(source));
        });
        let old = Bound::of_copy("copy", samples, into_old);
        let into_new = fastest(samples, || black_box(source).to_vec());
        let new = Bound::of_copy("copy to a new array", samples, into_new);
        let (prediction, target) = (&prediction, &target);
        for (name, loss) in losses.into_iter().chain(designed) {
            let time =
                fastest(samples, || loss.value(black_box(prediction), black_box(target)));
            old.print(&format!("{name} value"), 16, time);
            let time = fastest(samples, || {
                loss.gradient(black_box(prediction), black_box(target))
            });
            new.print(&format!("{name} gradient"), 24, time);
        }
        println!();
    }
    cross_entropy(100_000, 10);
}

/// Value and gradient of cross-entropy on `rows` of logits.
fn cross_entropy(rows: usize, classes: usize) {
    let logits =
        Array2::from_shape_fn((rows, classes), |(i, c)| 3.0 * ((i + 7 * c) as f64).cos());
    let target = Array1::from_shape_fn(rows, |i| (i * i) % classes);
    let numbers = rows * classes;
    let source = logits.as_slice().expect("one piece of memory");
    let mut copy = vec![0.0; numbers];
    let into_old = fastest(numbers, || {
        black_box(&mut copy).copy_from_slice(black_box(source));
    });
    let old = Bound::of_copy("copy", numbers, into_old);
    let into_new = fastest(numbers, || black_box(source).to_vec());
    let new = Bound::of_copy("copy to a new array", numbers, into_new);
    let (loss, logits, target) = (CrossEntropy::default(), &logits, &target);
    let time = fastest(numbers, || loss.value(black_box(logits), black_box(target)));
    old.print("CE of 10, value", 8, time);
    let time = fastest(numbers, || loss.gradient(black_box(logits), black_box(target)));
    new.print("CE of 10, gradient", 16, time);
}

/// The time of a call: the fastest of at least five runs, and of as many as a fifth of a
/// second holds. A run is a few calls where a call is too short for the clock.
fn fastest<T>(samples: usize, mut call: impl FnMut() -> T) -> Duration {
    let calls = (100_000 / samples).max(1) as u32;
    let start = Instant::now();
    let mut best = Duration::MAX;
    let mut runs = 0;
    while runs < 5 || start.elapsed() < Duration::from_millis(200) {
        let run_start = Instant::now();
        for _ in 0..calls {
            black_box(call());
        }
        best = best.min(run_start.elapsed() / calls);
        runs += 1;
    }
    best
}

/// The rate of a plain copy.
struct Bound {
    samples: usize,
    bytes_a_second: f64,
}

impl Bound {
    fn of_copy(name: &str, samples: usize, time: Duration) -> Self {
        let bytes_a_second = 16.0 * samples as f64 / time.as_secs_f64();
        let bound = Self { samples, bytes_a_second };
        bound.print(name, 16, time);
        bound
    }

    /// Prints a line of the table: what, n, ns a sample, GB/s, multiple of the bound.
    fn print(&self, name: &str, bytes_a_sample: usize, time: Duration) {
        let seconds = time.as_secs_f64();
        let bytes = (bytes_a_sample * self.samples) as f64;
        println!(
            "{name:<21}{:>10}{:>14.3}{:>9.1}{:>15.2}",
            self.samples,
            1e9 * seconds / self.samples as f64,
            1e-9 * bytes / seconds,
            self.bytes_a_second * seconds / bytes
        );
    }
}
