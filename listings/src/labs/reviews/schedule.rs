//! The schedules of the lab.

use crate::error::ParameterError;
use crate::schedules::{
    Constant, Cosine, ExponentialDecay, OneCycle, Schedule, StepDecay, Warmup,
};
use serde::{Deserialize, Serialize};

/// How the rate falls from its peak. Step and exponential end at a hundredth of it, cosine
/// and 1cycle at zero or close to it.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Fall {
    /// Not at all.
    Constant,
    /// To a tenth after each third of the way.
    Step,
    /// By the same factor in every step.
    Exponential,
    /// Along half a period of a cosine.
    Cosine,
    /// Up for three tenths of the way and down, in one cycle.
    OneCycle,
}

impl Fall {
    /// Its name in tables and figures.
    pub fn name(self) -> &'static str {
        match self {
            Self::Constant => "constant",
            Self::Step => "step",
            Self::Exponential => "exponential",
            Self::Cosine => "cosine",
            Self::OneCycle => "1cycle",
        }
    }
}

// ANCHOR: schedule
/// A schedule over so many steps, of which the share `warmup` is a straight rise from
/// zero to the peak.
///
/// # Errors
/// [`ParameterError`] unless the peak is in (0, ∞), and after the rise there are steps.
pub fn schedule(
    fall: Fall,
    warmup: f64,
    peak: f64,
    steps: usize,
) -> Result<Box<dyn Schedule>, ParameterError> {
    let rise = (warmup * steps as f64).round() as usize;
    let left = steps.saturating_sub(rise);
    let fall: Box<dyn Schedule> = match fall {
        Fall::Constant => Box::new(Constant::new(peak)?),
        Fall::Step => Box::new(StepDecay::new(peak, 0.1, left.div_ceil(3))?),
        Fall::Exponential => Box::new(ExponentialDecay::every(peak, 0.01, left)?),
        Fall::Cosine => Box::new(Cosine::new(peak, 0.0, left)?),
        Fall::OneCycle => Box::new(OneCycle::new(peak, left)?),
    };
    Ok(Box::new(Warmup::new(rise, 0.0, fall)?))
}
// ANCHOR_END: schedule

#[cfg(test)]
mod tests {
    use super::*;

    const FALLS: [Fall; 5] =
        [Fall::Constant, Fall::Step, Fall::Exponential, Fall::Cosine, Fall::OneCycle];

    fn rates(fall: Fall, warmup: f64) -> Vec<f64> {
        let schedule = schedule(fall, warmup, 0.02, 200).unwrap();
        (0..200).map(|step| schedule.rate(step)).collect()
    }

    #[test]
    fn each_reaches_the_peak_and_ends_where_it_says() {
        for fall in FALLS {
            let rates = rates(fall, 0.0);
            let most = rates.iter().copied().fold(0.0, f64::max);
            assert!((most - 0.02).abs() < 1e-15, "{fall:?}: {most}");
        }
        let last = FALLS.map(|fall| rates(fall, 0.0)[199] / 0.02);
        assert_eq!(last[0], 1.0);
        // Two cuts to a tenth; 0.01 but for a step of 200; (1 + cos(199π/200))/2; 4 · 10⁻⁶.
        assert!((last[1] - 0.01).abs() < 1e-15, "{last:?}");
        assert!((0.01..0.0103).contains(&last[2]), "{last:?}");
        assert!(last[3] < 1e-4 && last[4] < 1e-5, "{last:?}");
    }

    #[test]
    fn a_warm_up_rises_for_its_share_and_what_follows_is_squeezed() {
        for fall in FALLS {
            let (cold, warm) = (rates(fall, 0.0), rates(fall, 0.1));
            for (step, rate) in warm.iter().enumerate().take(20) {
                let straight = cold[0] * step as f64 / 20.0;
                assert!((rate - straight).abs() < 1e-15, "{fall:?}, step {step}");
            }
            assert_eq!(warm[20], cold[0]);
            // Both end at the same height, up to the rate's change in a step.
            assert!((warm[199] - cold[199]).abs() < 1e-4 * 0.02 + 1e-5, "{fall:?}");
        }
    }

    #[test]
    fn a_warm_up_of_everything_leaves_nothing_to_fall() {
        assert!(schedule(Fall::Exponential, 1.0, 0.1, 50).is_err());
        assert!(schedule(Fall::OneCycle, 0.0, 0.0, 50).is_err());
    }
}
