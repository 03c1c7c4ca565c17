//! The time of a step of every optimizer against the bound that memory sets.
//!
//! ```text
//! cargo bench -p listings --bench optimizers
//! RUSTFLAGS="-C target-cpu=native" cargo bench -p listings --bench optimizers --target-dir target/native
//! ```
//!
//! The second is compiled for the processor it runs on. Where that has vectors of four
//! doubles (AVX on x86-64, where a program for any processor has two), the roots and
//! divisions of the adaptive optimizers keep up with memory; see the last paragraph.
//!
//! **How bytes are counted.** What a step reads and writes, once: it reads the gradient,
//! reads and writes θ, and reads and writes each array it remembers: 8 bytes a number.
//! Gradient descent: 24 a parameter; with one array 40; with two 56; with three 72.
//! Two optimizers must know lengths before they step. LARS reads θ and the gradient twice
//! (16 more). LAMB writes the direction whose length it needs into an array in between,
//! and reads θ and that array for their lengths and again for the step (48 more).
//!
//! **The bound.** The bytes at the rate of the triad aᵢ ← aᵢ + s·bᵢ (McCalpin's STREAM,
//! in place), measured in the same run on arrays of the same length: 24 bytes a number.
//! An optimizer with more arrays reads from more places at once, so it may do a little
//! better or worse than the triad. Where everything is in a cache the bound is that of
//! the cache, and the root and the division of the adaptive ones take longer.
//!
//! Muon is not here: its time is that of its matrix products, not of memory.
//!
//! **Times** are the fastest of several runs: other programs can only add to a time.

use listings::optimizers::{
    AdaDelta, AdaGrad, Adam, AdamW, Adamax, AmsGrad, GradientDescent, Lamb, Lars, Lion,
    Momentum, NAdam, Nesterov, Optimizer, RAdam, RmsProp, Rprop, ScheduleFree,
};
use ndarray::Array1;
use std::hint::black_box;
use std::time::{Duration, Instant};

const PARAMETERS: [usize; 6] = [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

fn main() {
    // `cargo test --benches` runs this too, without the flag.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    println!(
        "{:<18}{:>10}{:>9}{:>16}{:>8}{:>15}",
        "", "d", "bytes", "ns a parameter", "GB/s", "of the bound"
    );
    for parameters in PARAMETERS {
        let gradient = Array1::from_shape_fn(parameters, |i| (i as f64 * 0.7).sin());
        let mut theta = Array1::from_shape_fn(parameters, |i| (i as f64 * 1.9).cos());
        let triad = fastest(parameters, || {
            let (theta, gradient) = (
                black_box(&mut theta).as_slice_mut().expect("one piece of memory"),
                black_box(&gradient).as_slice().expect("one piece of memory"),
            );
            for (a, b) in theta.iter_mut().zip(gradient) {
                *a -= 1e-9 * b;
            }
        });
        let bound = Bound { parameters, bytes_a_second: 24.0 * rate(parameters, triad) };
        bound.print("triad", 24, triad);
        for (name, mut optimizer) in optimizers() {
            // The first step allocates what is remembered.
            optimizer.step(1e-9, &mut theta, &gradient);
            let remembered: usize =
                optimizer.state().iter().map(|(_, state)| state.len()).sum();
            let in_between = match name {
                "LARS" => 16,
                "LAMB" => 48,
                _ => 0,
            };
            let bytes = 24 + 16 * remembered / parameters + in_between;
            let time = fastest(parameters, || {
                optimizer.step(1e-9, black_box(&mut theta), black_box(&gradient));
            });
            bound.print(name, bytes, time);
        }
        println!();
    }
}

fn optimizers() -> [(&'static str, Box<dyn Optimizer>); 19] {
    let schedule_free = ScheduleFree::new(GradientDescent, 0.9).expect("β in [0, 1)");
    let with_l2 = Adam::default().with_l2(1e-9).expect("λ ≥ 0");
    [
        ("gradient descent", Box::new(GradientDescent)),
        ("momentum", Box::new(Momentum::default())),
        ("Nesterov", Box::new(Nesterov::default())),
        ("AdaGrad", Box::new(AdaGrad::default())),
        ("RMSprop", Box::new(RmsProp::default())),
        ("centered RMSprop", Box::new(RmsProp::default().centered())),
        ("AdaDelta", Box::new(AdaDelta::default())),
        ("Rprop", Box::new(Rprop::default())),
        ("Adam", Box::new(Adam::default())),
        ("Adam with L2", Box::new(with_l2)),
        ("AdamW", Box::new(AdamW::default())),
        ("Adamax", Box::new(Adamax::default())),
        ("AMSGrad", Box::new(AmsGrad::default())),
        ("NAdam", Box::new(NAdam::default())),
        ("RAdam", Box::new(RAdam::default())),
        ("LARS", Box::new(Lars::default())),
        ("LAMB", Box::new(Lamb::default())),
        ("Lion", Box::new(Lion::default())),
        ("schedule-free", Box::new(schedule_free)),
    ]
}

/// Calls a second times numbers a call.
fn rate(numbers: usize, time: Duration) -> f64 {
    numbers as f64 / time.as_secs_f64()
}

/// The time of a call: the fastest of at least forty runs, and of as many as a fifth of a
/// second holds. A run is a few calls where a call is too short for the clock.
fn fastest(parameters: usize, mut call: impl FnMut()) -> Duration {
    let calls = (100_000 / parameters).max(1) as u32;
    let start = Instant::now();
    let mut best = Duration::MAX;
    let mut runs = 0;
    while runs < 40 || start.elapsed() < Duration::from_millis(200) {
        let run_start = Instant::now();
        for _ in 0..calls {
            call();
        }
        best = best.min(run_start.elapsed() / calls);
        runs += 1;
    }
    best
}

/// The rate of the triad.
struct Bound {
    parameters: usize,
    bytes_a_second: f64,
}

impl Bound {
    /// Prints a line of the table: what, d, bytes and ns a parameter, GB/s, multiple of
    /// the bound.
    fn print(&self, name: &str, bytes: usize, time: Duration) {
        let seconds = time.as_secs_f64();
        let moved = (bytes * self.parameters) as f64;
        println!(
            "{name:<18}{:>10}{bytes:>9}{:>16.3}{:>8.1}{:>15.2}",
            self.parameters,
            1e9 * seconds / self.parameters as f64,
            1e-9 * moved / seconds,
            self.bytes_a_second * seconds / moved
        );
    }
}
