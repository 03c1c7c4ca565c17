//! Timing and data shared by both programs, so that they differ only in the framework.
//! Each crate includes this file by path: a common crate would tie the two workspaces together.

use std::time::{Duration, Instant};

pub const CLASSES: usize = 10;
pub const SIDE: usize = 14;
pub const PIXELS: usize = SIDE * SIDE;
pub const HIDDEN: usize = 64;
pub const CHANNELS: usize = 16;
pub const LEARNING_RATE: f64 = 0.01;

const WARM_UP: usize = 20;

/// One measured network. `parameters` is what both frameworks must arrive at.
pub struct Network {
    pub name: &'static str,
    pub batch: usize,
    pub steps: usize,
    parameters: usize,
}

pub const PERCEPTRON: Network = Network {
    name: "perceptron",
    batch: 64,
    // Its steps are so short that 200 of them would fit into one scheduling hiccup.
    steps: 2000,
    parameters: (PIXELS + 1) * HIDDEN + (HIDDEN + 1) * CLASSES,
};

pub const CONVOLUTIONAL: Network = Network {
    name: "convolutional",
    batch: 32,
    steps: 200,
    parameters: (9 + 1) * CHANNELS
        + (9 * CHANNELS + 1) * CHANNELS
        + (CHANNELS + 1) * CLASSES,
};

/// SplitMix64: the data do not matter, but they must be the same for both frameworks,
/// and candle cannot seed its own generator on the CPU.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Uniform in 0..1, like scaled pixels.
    pub fn inputs(&mut self, count: usize) -> Vec<f32> {
        (0..count).map(|_| (self.next() >> 40) as f32 / (1u64 << 24) as f32).collect()
    }

    pub fn labels(&mut self, count: usize) -> Vec<u32> {
        (0..count).map(|_| (self.next() % CLASSES as u64) as u32).collect()
    }
}

/// Times `step` (forward, backward, optimizer; returns the loss) and prints one line of JSON.
pub fn run(
    framework: &str,
    version: &str,
    network: &Network,
    parameters: usize,
    mut step: impl FnMut() -> f32,
) {
    assert_eq!(parameters, network.parameters, "not the same network");
    let first = step();
    for _ in 1..WARM_UP {
        step();
    }
    let mut last = f32::NAN;
    let mut times: Vec<Duration> = (0..network.steps)
        .map(|_| {
            let start = Instant::now();
            // Reading the loss keeps a lazy framework from postponing the work.
            last = step();
            start.elapsed()
        })
        .collect();
    // One fixed batch: a framework that really trains must do better on it. NaN fails too.
    assert!(last < first, "the loss did not fall: {first} to {last}");
    eprintln!("{framework} {}: loss {first:.4} to {last:.4}", network.name);

    // The median, because other processes' load makes single steps arbitrarily long.
    times.sort_unstable();
    let median = times[times.len() / 2].as_secs_f64();
    println!(
        "{{\"kind\":\"step\",\"framework\":\"{framework}\",\"version\":\"{version}\",\"network\":\"{}\",\
         \"batch\":{},\"parameters\":{parameters},\"samples_per_second\":{:.0},\"steps\":{}}}",
        network.name,
        network.batch,
        network.batch as f64 / median,
        network.steps,
    );
}
