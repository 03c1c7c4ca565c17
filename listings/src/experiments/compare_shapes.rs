//! The shapes that are compared: each a schedule of T steps with a peak of η₀.

use crate::schedules::{
    Constant, Cosine, Cyclic, ExponentialDecay, Linear, Schedule, StepDecay, Warmup,
    warmup_stable_decay,
};
use serde::Serialize;

/// A schedule but for its peak and its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Shape {
    /// η₀.
    Constant,
    /// A tenth at T/3, a hundredth at 2T/3.
    Step,
    /// By 0.97 in each of 150 steps, or as far in T.
    Exponential,
    /// To η₀/10 000 along half a cosine.
    Cosine,
    /// Up from 0 in 2T/15, and straight down to 0.
    WarmupLinear,
    /// Five triangles between η₀/1000 and η₀.
    Triangular,
    /// Up from 0 in 2T/15, constant, and down to 0 in the last fifth.
    WarmupStableDecay,
}

impl Shape {
    /// The six of the lecture.
    pub const LECTURE: [Self; 6] = [
        Self::Constant,
        Self::Step,
        Self::Exponential,
        Self::Cosine,
        Self::WarmupLinear,
        Self::Triangular,
    ];

    /// Those six, and warm-up, stable, decay.
    pub const ALL: [Self; 7] = [
        Self::Constant,
        Self::Step,
        Self::Exponential,
        Self::Cosine,
        Self::WarmupLinear,
        Self::Triangular,
        Self::WarmupStableDecay,
    ];

    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Constant => "constant",
            Self::Step => "step",
            Self::Exponential => "exponential",
            Self::Cosine => "cosine",
            Self::WarmupLinear => "warm-up + linear",
            Self::Triangular => "triangular",
            Self::WarmupStableDecay => "warm-up, stable, decay",
        }
    }

    // ANCHOR: shapes
    /// The schedule of this shape with the peak η₀, for T steps.
    ///
    /// At η₀ = 0.1 and T = 150 the first six are those of the lecture: a cut by 0.1 every
    /// 50 steps, a factor of 0.97 a step, a cosine to 10⁻⁵, 20 steps of warm-up before a
    /// straight fall, and triangles of 30 steps from 10⁻⁴.
    ///
    /// # Panics
    /// Panics when the peak is not in [0, ∞), or T is below 10.
    pub fn schedule(self, peak: f64, steps: usize) -> Box<dyn Schedule> {
        assert!(steps >= 10, "{steps} steps: a shape has at least 10");
        let warmup = (2 * steps).div_ceil(15);
        let schedule = || -> Result<Box<dyn Schedule>, _> {
            Ok(match self {
                Self::Constant => Box::new(Constant::new(peak)?),
                Self::Step => Box::new(StepDecay::new(peak, 0.1, steps.div_ceil(3))?),
                Self::Exponential => {
                    let factor = 0.97_f64.powf(150.0 / steps as f64);
                    Box::new(ExponentialDecay::per_step(peak, factor)?)
                }
                Self::Cosine => Box::new(Cosine::new(peak, 1e-4 * peak, steps)?),
                Self::WarmupLinear => {
                    let fall = Linear::new(peak, 0.0, steps - warmup)?;
                    Box::new(Warmup::new(warmup, 0.0, fall)?)
                }
                Self::Triangular => {
                    let half = steps / 10;
                    Box::new(Cyclic::new(1e-3 * peak, peak, half, half)?)
                }
                Self::WarmupStableDecay => {
                    let fall = steps / 5;
                    let stable = steps - warmup - fall;
                    Box::new(warmup_stable_decay(peak, warmup, stable, fall)?)
                }
            })
        };
        schedule().unwrap_or_else(|error: crate::ParameterError| panic!("{error}"))
    }
    // ANCHOR_END: shapes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_the_settings_of_the_lecture_they_are_those_of_the_lecture() {
        let expected: [Box<dyn Schedule>; 6] = [
            Box::new(Constant::new(0.1).unwrap()),
            Box::new(StepDecay::new(0.1, 0.1, 50).unwrap()),
            Box::new(ExponentialDecay::per_step(0.1, 0.97).unwrap()),
            Box::new(Cosine::new(0.1, 1e-5, 150).unwrap()),
            Box::new(Warmup::new(20, 0.0, Linear::new(0.1, 0.0, 130).unwrap()).unwrap()),
            Box::new(Cyclic::new(1e-4, 0.1, 15, 15).unwrap()),
        ];
        for (shape, expected) in Shape::LECTURE.into_iter().zip(expected) {
            let schedule = shape.schedule(0.1, 150);
            for step in 0..150 {
                // The bounds are products here, decimals there: a rounding of 0.1.
                let error = schedule.rate(step) - expected.rate(step);
                assert!(error.abs() < 1e-17, "{shape:?}, step {step}: {error}");
            }
        }
    }

    #[test]
    fn each_has_the_peak_and_scales_with_it_for_every_length() {
        for shape in Shape::ALL {
            for steps in [10, 31, 60, 150] {
                let [one, two] = [0.1, 0.2].map(|peak| shape.schedule(peak, steps));
                let rates: Vec<f64> = (0..steps).map(|step| one.rate(step)).collect();
                let peak = rates.iter().copied().fold(0.0, f64::max);
                assert!((peak - 0.1).abs() < 1e-16, "{shape:?} of {steps}: {peak}");
                for (step, rate) in rates.into_iter().enumerate() {
                    assert_eq!(
                        two.rate(step),
                        2.0 * rate,
                        "{shape:?}, {step} of {steps}"
                    );
                }
            }
        }
    }

    #[test]
    #[should_panic(expected = "9 steps: a shape has at least 10")]
    fn a_run_too_short_for_five_triangles_is_refused() {
        Shape::Triangular.schedule(0.1, 9);
    }
}
