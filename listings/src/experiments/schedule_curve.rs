//! A schedule over a run, as a picture and a caption need it: the curve, and the initial,
//! the last and the mean rate.

use crate::report::Format;
use crate::schedules::Schedule;
use serde::Serialize;

/// The most stretches between two steps of a curve, but for jumps.
const STRETCHES: usize = 150;

/// A single step that changes the rate by more than this share is a jump.
const JUMP: f64 = 0.05;

/// The rates of a schedule over a run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Curve {
    /// How many steps the run has.
    pub length: usize,
    /// The steps that are kept: all of a short run; of a long one at most 151, evenly
    /// spread, and both sides of each jump between them.
    pub steps: Vec<usize>,
    /// Their rates.
    pub rates: Vec<f64>,
    /// η(0).
    pub initial: f64,
    /// The rate of the last step of the run, η(T − 1).
    pub last: f64,
    /// The mean rate of all T steps.
    pub mean: f64,
    /// The greatest rate of all T steps.
    pub greatest: f64,
}

impl Curve {
    /// (t, η(t)) at the steps that are kept.
    pub fn points(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        self.steps.iter().map(|&step| step as f64).zip(self.rates.iter().copied())
    }

    /// "from 0.1 to 0.001, on average 0.037": for a caption.
    pub fn in_words(&self) -> String {
        let [initial, last, mean] = [self.initial, self.last, self.mean].map(written);
        format!("from {initial} to {last}, on average {mean}")
    }
}

/// A schedule over the steps 0 … `steps` − 1 of a run.
///
/// # Panics
/// A run without a step panics.
pub fn sampled(schedule: &dyn Schedule, steps: usize) -> Curve {
    assert!(steps > 0, "a schedule over no steps; a run has at least one");
    let all: Vec<f64> = (0..steps).map(|step| schedule.rate(step)).collect();
    let kept = kept(&all);
    Curve {
        length: steps,
        rates: kept.iter().map(|&step| all[step]).collect(),
        steps: kept,
        initial: all[0],
        last: all[steps - 1],
        mean: all.iter().sum::<f64>() / steps as f64,
        greatest: all.iter().copied().fold(0.0, f64::max),
    }
}

/// The steps that a curve through `rates` cannot do without.
fn kept(rates: &[f64]) -> Vec<usize> {
    let last = rates.len() - 1;
    let stride = rates.len().div_ceil(STRETCHES + 1).max(1);
    let mut kept = vec![0];
    while let Some(&from) = kept.last()
        && from < last
    {
        let to = (from / stride * stride + stride).min(last);
        // Of a slope, each step has its part; a jump is most of the change on its own.
        let change = |step: usize| (rates[step + 1] - rates[step]).abs();
        let jump = (from..to).max_by(|&a, &b| change(a).total_cmp(&change(b)));
        let jump = jump.filter(|&step| {
            let greater = rates[step].max(rates[step + 1]);
            let whole = (rates[to] - rates[from]).abs();
            change(step) > JUMP * greater && change(step) > 0.75 * whole
        });
        match jump {
            Some(step) if step > from => kept.extend([step, step + 1]),
            Some(step) => kept.push(step + 1),
            None => kept.push(to),
        }
    }
    kept
}

/// A rate with three significant digits and no zeros behind them: 0.1, 0.0316,
/// 3.16 × 10⁻⁵.
pub fn written(rate: f64) -> String {
    if rate == 0.0 {
        return "0".to_string();
    }
    let rounded: f64 = format!("{rate:.2e}").parse().expect("a number");
    if (1e-4..1e6).contains(&rounded.abs()) {
        Format::default().apply(rounded)
    } else {
        "e".parse::<Format>().expect("a format").apply(rounded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedules::{Cosine, MultiStepDecay, StepDecay};

    #[test]
    fn a_short_run_is_kept_whole() {
        let decay = StepDecay::new(0.1, 0.5, 2).unwrap();
        let curve = sampled(&decay, 5);
        assert_eq!(curve.steps, [0, 1, 2, 3, 4]);
        assert_eq!(curve.rates, [0.1, 0.1, 0.05, 0.05, 0.025]);
        assert_eq!((curve.initial, curve.last, curve.greatest), (0.1, 0.025, 0.1));
        // A sum of five numbers below one.
        assert!((curve.mean - 0.065).abs() < 1e-16);
        assert_eq!(sampled(&decay, 1).steps, [0]);
        assert_eq!(sampled(&decay, 151).steps.len(), 151);
    }

    #[test]
    fn of_a_long_run_the_jumps_are_kept() {
        let decay = MultiStepDecay::new(0.1, 0.1, vec![1234, 7777]).unwrap();
        let curve = sampled(&decay, 10_000);
        for step in [0, 1233, 1234, 7776, 7777, 9999] {
            assert!(curve.steps.contains(&step), "{step}");
        }
        assert!(curve.steps.len() <= 155 && curve.steps.is_sorted());
        let mean = (1234.0 * 0.1 + 6543.0 * 0.01 + 2223.0 * 0.001) / 10_000.0;
        // Ten thousand roundings of a sum of a few hundred.
        assert!((curve.mean - mean).abs() < 1e-14);
    }

    #[test]
    fn a_smooth_curve_has_no_jumps() {
        let cosine = Cosine::new(0.1, 0.0, 20_000).unwrap();
        let curve = sampled(&cosine, 20_000);
        assert!(curve.steps.len() <= 152, "{}", curve.steps.len());
        assert!(curve.steps.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn rates_are_written_with_three_digits() {
        let texts = [0.0, 0.1, 0.1 / 3.0, 1e-3, 0.000_312_9, 3.16e-5, 2.0 / 3.0];
        assert_eq!(
            texts.map(written),
            ["0", "0.1", "0.0333", "0.001", "0.000313", "3.16 × 10⁻⁵", "0.667"]
        );
    }
}
