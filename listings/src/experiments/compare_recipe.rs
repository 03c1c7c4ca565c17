//! A schedule from parts, and the Rust that builds it.

use crate::error::ParameterError;
use crate::schedules::{
    Clipped, Constant, Cosine, CosineRestarts, Cyclic, ExponentialDecay, Linear,
    OneCycle, PolynomialDecay, Scaled, Schedule, StepDecay, Then, Warmup,
};

/// The main part of a schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// One rate.
    Constant,
    /// Cuts by γ every N steps.
    Step,
    /// By γ in N steps, evenly.
    Exponential,
    /// A straight line to 0.
    Linear,
    /// A parabola to 0.
    Polynomial,
    /// Half a cosine to 0.
    Cosine,
    /// Cosines of N, 2N, 4N … steps.
    Restarts,
    /// Triangles of N steps from 0.
    Triangular,
    /// The 1cycle policy.
    OneCycle,
}

impl Body {
    /// All, in the order of their numbers, from 1.
    pub const ALL: [Self; 9] = [
        Self::Constant,
        Self::Step,
        Self::Exponential,
        Self::Linear,
        Self::Polynomial,
        Self::Cosine,
        Self::Restarts,
        Self::Triangular,
        Self::OneCycle,
    ];

    /// Its name in a caption.
    pub fn name(self) -> &'static str {
        match self {
            Self::Constant => "a constant rate",
            Self::Step => "step decay",
            Self::Exponential => "exponential decay",
            Self::Linear => "a straight fall",
            Self::Polynomial => "polynomial decay",
            Self::Cosine => "a cosine",
            Self::Restarts => "cosines with restarts",
            Self::Triangular => "triangles",
            Self::OneCycle => "1cycle",
        }
    }
}

/// A schedule of T steps: a warm-up, a body, a straight fall to 0 at the end, then a
/// factor and two bounds on all of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recipe {
    /// T.
    pub steps: usize,
    /// W; 0 for none.
    pub warmup: usize,
    /// The share of the body's first rate from which the warm-up rises.
    pub from: f64,
    /// The main part.
    pub body: Body,
    /// η₀, the peak of the body.
    pub rate: f64,
    /// γ of step and exponential decay.
    pub factor: f64,
    /// N: of a period, a decay, the first cycle or a triangle.
    pub length: usize,
    /// Steps of the fall at the end; 0 for none.
    pub finish: usize,
    /// What all rates are multiplied by; 1 for nothing.
    pub scale: f64,
    /// The lower bound; 0 for none.
    pub least: f64,
    /// The upper bound; infinite for none.
    pub most: f64,
}

impl Recipe {
    /// Steps of the body alone.
    fn body_steps(&self) -> usize {
        self.steps - self.warmup - self.finish
    }

    // ANCHOR: recipe
    /// The schedule: from the inside to the outside, one wrapper a part.
    ///
    /// # Errors
    /// [`ParameterError`] of the part that is given an invalid number.
    ///
    /// # Panics
    /// Panics when warm-up and final fall are longer than all steps.
    pub fn schedule(&self) -> Result<Box<dyn Schedule>, ParameterError> {
        let mut schedule = self.body()?;
        if self.finish > 0 {
            let steps = self.body_steps();
            let fall = Linear::new(schedule.rate(steps), 0.0, self.finish)?;
            schedule = Box::new(Then::new(schedule, steps, fall));
        }
        if self.warmup > 0 {
            schedule = Box::new(Warmup::new(self.warmup, self.from, schedule)?);
        }
        if self.scale != 1.0 {
            schedule = Box::new(Scaled::by(self.scale, schedule)?);
        }
        if self.least > 0.0 || self.most.is_finite() {
            let most = self.most.min(f64::MAX);
            schedule = Box::new(Clipped::new(self.least, most, schedule)?);
        }
        Ok(schedule)
    }
    // ANCHOR_END: recipe

    fn body(&self) -> Result<Box<dyn Schedule>, ParameterError> {
        let Self { rate, factor, length, .. } = *self;
        let steps = self.body_steps();
        let half = length / 2;
        Ok(match self.body {
            Body::Constant => Box::new(Constant::new(rate)?),
            Body::Step => Box::new(StepDecay::new(rate, factor, length)?),
            Body::Exponential => Box::new(ExponentialDecay::every(rate, factor, length)?),
            Body::Linear => Box::new(Linear::new(rate, 0.0, steps)?),
            Body::Polynomial => Box::new(PolynomialDecay::new(rate, 0.0, steps, 2.0)?),
            Body::Cosine => Box::new(Cosine::new(rate, 0.0, steps)?),
            Body::Restarts => Box::new(CosineRestarts::new(rate, 0.0, length, 2)?),
            Body::Triangular => Box::new(Cyclic::new(0.0, rate, half, length - half)?),
            Body::OneCycle => Box::new(OneCycle::new(rate, steps)?),
        })
    }

    /// The same in Rust, line by line; every line but the first uses the one before.
    pub fn code(&self) -> Vec<String> {
        let Self { rate, factor, length, .. } = *self;
        let steps = self.body_steps();
        let half = length / 2;
        let body = match self.body {
            Body::Constant => format!("Constant::new({rate:?})?"),
            Body::Step => format!("StepDecay::new({rate:?}, {factor:?}, {length})?"),
            Body::Exponential => {
                format!("ExponentialDecay::every({rate:?}, {factor:?}, {length})?")
            }
            Body::Linear => format!("Linear::new({rate:?}, 0.0, {steps})?"),
            Body::Polynomial => {
                format!("PolynomialDecay::new({rate:?}, 0.0, {steps}, 2.0)?")
            }
            Body::Cosine => format!("Cosine::new({rate:?}, 0.0, {steps})?"),
            Body::Restarts => format!("CosineRestarts::new({rate:?}, 0.0, {length}, 2)?"),
            Body::Triangular => {
                format!("Cyclic::new(0.0, {rate:?}, {half}, {})?", length - half)
            }
            Body::OneCycle => format!("OneCycle::new({rate:?}, {steps})?"),
        };
        let mut parts = vec![body];
        if self.finish > 0 {
            let fall =
                format!("Linear::new(schedule.rate({steps}), 0.0, {})?", self.finish);
            parts.push(format!("Then::new(schedule, {steps}, {fall})"));
        }
        if self.warmup > 0 {
            parts.push(format!(
                "Warmup::new({}, {:?}, schedule)?",
                self.warmup, self.from
            ));
        }
        if self.scale != 1.0 {
            parts.push(format!("Scaled::by({:?}, schedule)?", self.scale));
        }
        if self.least > 0.0 || self.most.is_finite() {
            let most = match self.most.is_finite() {
                true => format!("{:?}", self.most),
                false => "f64::MAX".to_string(),
            };
            parts.push(format!("Clipped::new({:?}, {most}, schedule)?", self.least));
        }
        parts.into_iter().map(|part| format!("let schedule = {part};")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Recipe = Recipe {
        steps: 60,
        warmup: 0,
        from: 0.0,
        body: Body::Constant,
        rate: 0.1,
        factor: 0.5,
        length: 20,
        finish: 0,
        scale: 1.0,
        least: 0.0,
        most: f64::INFINITY,
    };

    fn squeezed(text: &str) -> String {
        text.chars().filter(|character| !character.is_whitespace()).collect()
    }

    /// Compares what a recipe prints with code that the compiler has read, and its rates
    /// with those of that code.
    macro_rules! assert_prints {
        ($recipe:expr, { $($code:tt)* }) => {
            let recipe = $recipe;
            let printed = recipe.code().join("") + "schedule";
            assert_eq!(squeezed(&printed), squeezed(stringify!($($code)*)));
            let compiled = || -> Result<Box<dyn Schedule>, ParameterError> {
                Ok(Box::new({ $($code)* }))
            };
            let (printed, compiled) = (recipe.schedule().unwrap(), compiled().unwrap());
            for step in 0..=recipe.steps {
                assert_eq!(printed.rate(step), compiled.rate(step), "{recipe:?}, {step}");
            }
        };
    }

    #[test]
    #[allow(
        clippy::let_and_return,
        reason = "a page prints the same last name each time"
    )]
    fn what_is_printed_compiles_and_is_the_schedule() {
        assert_prints!(PLAIN, {
            let schedule = Constant::new(0.1)?;
            schedule
        });
        assert_prints!(Recipe { body: Body::Step, ..PLAIN }, {
            let schedule = StepDecay::new(0.1, 0.5, 20)?;
            schedule
        });
        assert_prints!(Recipe { body: Body::Exponential, rate: 1e-5, ..PLAIN }, {
            let schedule = ExponentialDecay::every(1e-5, 0.5, 20)?;
            schedule
        });
        assert_prints!(Recipe { body: Body::Linear, ..PLAIN }, {
            let schedule = Linear::new(0.1, 0.0, 60)?;
            schedule
        });
        assert_prints!(Recipe { body: Body::Polynomial, warmup: 6, ..PLAIN }, {
            let schedule = PolynomialDecay::new(0.1, 0.0, 54, 2.0)?;
            let schedule = Warmup::new(6, 0.0, schedule)?;
            schedule
        });
        assert_prints!(Recipe { body: Body::Cosine, warmup: 6, from: 0.25, ..PLAIN }, {
            let schedule = Cosine::new(0.1, 0.0, 54)?;
            let schedule = Warmup::new(6, 0.25, schedule)?;
            schedule
        });
        assert_prints!(
            Recipe { body: Body::Restarts, length: 8, least: 0.001, ..PLAIN },
            {
                let schedule = CosineRestarts::new(0.1, 0.0, 8, 2)?;
                let schedule = Clipped::new(0.001, f64::MAX, schedule)?;
                schedule
            }
        );
        assert_prints!(
            Recipe { body: Body::Triangular, length: 15, scale: 2.0, ..PLAIN },
            {
                let schedule = Cyclic::new(0.0, 0.1, 7, 8)?;
                let schedule = Scaled::by(2.0, schedule)?;
                schedule
            }
        );
        assert_prints!(Recipe { body: Body::OneCycle, most: 0.05, ..PLAIN }, {
            let schedule = OneCycle::new(0.1, 60)?;
            let schedule = Clipped::new(0.0, 0.05, schedule)?;
            schedule
        });
        assert_prints!(
            Recipe {
                warmup: 8,
                finish: 12,
                scale: 0.5,
                least: 0.001,
                most: 0.04,
                body: Body::Step,
                ..PLAIN
            },
            {
                let schedule = StepDecay::new(0.1, 0.5, 20)?;
                let schedule =
                    Then::new(schedule, 40, Linear::new(schedule.rate(40), 0.0, 12)?);
                let schedule = Warmup::new(8, 0.0, schedule)?;
                let schedule = Scaled::by(0.5, schedule)?;
                let schedule = Clipped::new(0.001, 0.04, schedule)?;
                schedule
            }
        );
    }

    #[test]
    fn a_constant_body_with_both_ends_is_warm_up_stable_decay() {
        let recipe = Recipe { warmup: 8, finish: 12, ..PLAIN }.schedule().unwrap();
        let known = crate::schedules::warmup_stable_decay(0.1, 8, 40, 12).unwrap();
        assert!((0..80).all(|step| recipe.rate(step) == known.rate(step)));
    }

    #[test]
    fn a_part_with_an_invalid_number_says_which() {
        let error = Recipe { from: 1.5, warmup: 3, ..PLAIN }.schedule().err().unwrap();
        assert_eq!(error.to_string(), "from = 1.5 is outside [0, 1]");
    }
}
