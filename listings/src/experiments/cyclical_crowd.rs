//! A crowd of walkers with noisy gradients in two wells, all under one schedule.

use crate::data::seeded;
use crate::schedules::{Constant, Cyclic, Linear, Schedule};
use crate::surfaces::DoubleWell;
use rand_distr::{Distribution, StandardNormal};
use rand_pcg::Pcg64;

/// The tilt of the wells.
pub const TILT: f64 = 0.2;

/// How far out a walker can get: beyond, the slope is so steep that a step overshoots.
const WALL: f64 = 2.5;

/// The wells of the experiments.
pub fn wells() -> DoubleWell {
    DoubleWell::new(TILT).expect("a tilt with two wells")
}

/// A way to spend T steps between 0 and the largest rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Half of the largest rate, the mean of the three below it.
    Half,
    /// Triangles between 0 and the largest rate.
    Cycles,
    /// One triangle.
    OneTriangle,
    /// Straight from the largest rate down to 0.
    Fall,
    /// Straight from 0 up to the largest rate.
    Rise,
    /// The largest rate at every step.
    Largest,
}

impl Policy {
    /// All, in the order of the table.
    pub const ALL: [Self; 6] = [
        Self::Half,
        Self::Cycles,
        Self::OneTriangle,
        Self::Fall,
        Self::Rise,
        Self::Largest,
    ];

    /// What a table says.
    pub fn name(self) -> &'static str {
        match self {
            Self::Half => "constant, the mean rate",
            Self::Cycles => "cycles",
            Self::OneTriangle => "one triangle",
            Self::Fall => "fall",
            Self::Rise => "rise",
            Self::Largest => "constant, the largest rate",
        }
    }

    /// The schedule of `steps` steps; `half` is half a cycle.
    pub fn schedule(self, most: f64, half: usize, steps: usize) -> Box<dyn Schedule> {
        let middle = steps / 2;
        let valid = "rates and counts of the settings";
        match self {
            Self::Half => Box::new(Constant::new(0.5 * most).expect(valid)),
            Self::Cycles => Box::new(Cyclic::new(0.0, most, half, half).expect(valid)),
            Self::OneTriangle => {
                Box::new(Cyclic::new(0.0, most, middle, steps - middle).expect(valid))
            }
            Self::Fall => Box::new(Linear::new(most, 0.0, steps).expect(valid)),
            Self::Rise => Box::new(Linear::new(0.0, most, steps).expect(valid)),
            Self::Largest => Box::new(Constant::new(most).expect(valid)),
        }
    }
}

/// Walkers that started at one place, each with noise of its own.
#[derive(Clone, Debug)]
pub struct Crowd {
    places: Vec<f64>,
    random: Vec<Pcg64>,
}

impl Crowd {
    /// `walkers` at `start`. The noise depends on seed and walker alone: crowds of one
    /// seed meet the same noise.
    pub fn new(walkers: usize, start: f64, seed: u64) -> Self {
        let of = |walker: usize| seeded(seed + 1000 * walker as u64);
        Self { places: vec![start; walkers], random: (0..walkers).map(of).collect() }
    }

    // ANCHOR: crowd
    /// One step of every walker: θ ← θ − η (L′(θ) + σz), z ~ N(0, 1).
    pub fn step(&mut self, rate: f64, noise: f64) {
        for (theta, random) in self.places.iter_mut().zip(&mut self.random) {
            let normal: f64 = StandardNormal.sample(random);
            let slope = *theta * *theta * *theta - *theta + TILT;
            *theta = (*theta - rate * (slope + noise * normal)).clamp(-WALL, WALL);
        }
    }
    // ANCHOR_END: crowd

    /// Where they are.
    pub fn places(&self) -> &[f64] {
        &self.places
    }

    /// The share of them on the deep side of the pass.
    pub fn share_deep(&self, pass: f64) -> f64 {
        let deep = self.places.iter().filter(|&&theta| theta < pass).count();
        deep as f64 / self.places.len() as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::surfaces::Objective;
    use ndarray::array;

    #[test]
    fn the_slope_is_that_of_the_wells() {
        for theta in [-1.3, 0.0, 0.4, 2.0] {
            let mut crowd = Crowd::new(1, theta, 1);
            crowd.step(0.01, 0.0);
            let expected = theta - 0.01 * wells().gradient(&array![theta])[0];
            assert_eq!(crowd.places(), [expected]);
        }
    }

    #[test]
    fn all_but_the_largest_have_one_mean_rate() {
        for policy in Policy::ALL {
            let schedule = policy.schedule(0.1, 50, 1000);
            let mean = (0..1000).map(|step| schedule.rate(step)).sum::<f64>() / 1000.0;
            let expected = if policy == Policy::Largest { 0.1 } else { 0.05 };
            // A fall takes its first step at the largest rate and never one at 0, a rise
            // the other way around: half a step of the slope, 0.1 / 2000.
            assert!((mean - expected).abs() < 5.1e-5, "{policy:?}: {mean}");
        }
    }
}
