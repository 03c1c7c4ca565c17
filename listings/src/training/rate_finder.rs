//! The rate finder: a short run whose rate rises until the loss explodes.
//!
//! η_i = η_start (η_end / η_start)^(i / (n − 1)),   i = 0 … n − 1. Beside η_i stands the
//! loss of its batch before the step, smoothed: s ← βs + (1 − β)L, divided by 1 − β^(i+1).
//!
//! **Convention.** fastai's `lr_find`: β = 0.98; it stops above four times the least
//! smoothed loss; its suggestions leave out the first tenth and the last five points. A
//! least loss s_min below zero has no such multiple: here it stops above s_min + 3 |s_min|.
//!
//! # Reference
//! L. N. Smith, "Cyclical learning rates for training neural networks", *WACV* (2017),
//! §3.3, whose test rises linearly and looks at the accuracy.

use super::{NotFinite, train_step};
use crate::error::{ParameterError, half_open_unit_interval, positive};
use crate::losses::Loss;
use crate::models::Model;
use crate::optimizers::Optimizer;
use crate::schedules::Schedule;
use ndarray::{Array1, Array2, Axis};

// ANCHOR: rate_finder
/// A rate that rises by the same factor at every step. It is a schedule.
///
/// ```
/// use listings::schedules::Schedule;
/// use listings::training::RateFinder;
///
/// let finder = RateFinder::new(1e-3, 10.0, 5)?;
/// let rates = [0, 1, 2, 3, 4].map(|step| format!("{:.3}", finder.rate(step)));
/// assert_eq!(rates, ["0.001", "0.010", "0.100", "1.000", "10.000"]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateFinder {
    start: f64,
    end: f64,
    steps: usize,
    smoothing: f64,
}

impl RateFinder {
    /// From `start` to `end` in n `steps`; smoothing β = 0.98.
    ///
    /// # Errors
    /// [`ParameterError`] unless `start` is in (0, ∞), `end` above it and finite, and there
    /// are at least two steps.
    pub fn new(start: f64, end: f64, steps: usize) -> Result<Self, ParameterError> {
        let start = positive("start", start)?;
        if !(end > start && end.is_finite()) {
            return Err(ParameterError {
                name: "end", value: end, valid: "(start, ∞)"
            });
        }
        if steps < 2 {
            let value = steps as f64;
            return Err(ParameterError { name: "steps", value, valid: "[2, ∞)" });
        }
        Ok(Self { start, end, steps, smoothing: 0.98 })
    }

    /// With another smoothing β; 0 for none.
    ///
    /// # Errors
    /// [`ParameterError`] unless β is in [0, 1).
    pub fn with_smoothing(self, smoothing: f64) -> Result<Self, ParameterError> {
        Ok(Self { smoothing: half_open_unit_interval("smoothing", smoothing)?, ..self })
    }

    /// n.
    pub fn steps(&self) -> usize {
        self.steps
    }

    /// A curve without a point.
    pub fn curve(&self) -> RateCurve {
        RateCurve { smoothing: self.smoothing, ..RateCurve::default() }
    }

    /// Trains a copy of θ on the batches in turn, at the rising rate: θ stays as it is.
    ///
    /// # Errors
    /// [`NotFinite`] when the first loss or its gradient is not finite: then it is not the
    /// rate.
    ///
    /// # Panics
    /// Panics when there is no batch, or the shapes do not fit together.
    pub fn search(
        &self,
        model: &dyn Model,
        loss: &dyn Loss,
        (inputs, target): (&Array2<f64>, &Array1<f64>),
        batches: &[Vec<usize>],
        theta: &Array1<f64>,
        optimizer: &mut dyn Optimizer,
    ) -> Result<RateCurve, NotFinite> {
        assert!(!batches.is_empty(), "a rate finder needs a batch to step on");
        let (mut theta, mut curve) = (theta.clone(), self.curve());
        for (step, batch) in (0..self.steps).zip(batches.iter().cycle()) {
            let (x, y) = (inputs.select(Axis(0), batch), target.select(Axis(0), batch));
            let rate = self.rate(step);
            match train_step(model, loss, &x, &y, &mut theta, optimizer, rate) {
                Ok(value) => curve.observe(rate, value),
                Err(error) if step == 0 => return Err(error),
                Err(_) => curve.stopped = true,
            }
            if curve.stopped {
                break;
            }
        }
        Ok(curve)
    }
}

impl Schedule for RateFinder {
    fn rate(&self, step: usize) -> f64 {
        let share = step.min(self.steps - 1) as f64 / (self.steps - 1) as f64;
        self.start * (self.end / self.start).powf(share)
    }
}
// ANCHOR_END: rate_finder

// ANCHOR: rate_curve
/// Losses against a rising rate.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RateCurve {
    /// (η, L): the loss of each batch before the step at that rate.
    pub losses: Vec<(f64, f64)>,
    /// The same, smoothed.
    pub smoothed: Vec<(f64, f64)>,
    /// Whether it ended before its last rate, because the loss exploded.
    pub stopped: bool,
    smoothing: f64,
    average: f64,
}

/// Two readings of one curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Suggestion {
    /// The rate at which the smoothed loss falls fastest against ln η.
    pub steepest: f64,
    /// A tenth of the rate at which the loss is least.
    pub tenth_of_minimum: f64,
}

impl RateCurve {
    /// Takes in the loss beside a rate; stops where the smoothed loss s is not finite, or
    /// s > s_min + 3 |s_min|: above four times its least, where losses are positive.
    pub fn observe(&mut self, rate: f64, loss: f64) {
        self.losses.push((rate, loss));
        self.average = self.smoothing * self.average + (1.0 - self.smoothing) * loss;
        let weight = 1.0 - self.smoothing.powf(self.losses.len() as f64);
        let smoothed = self.average / weight;
        self.smoothed.push((rate, smoothed));
        let least =
            self.smoothed.iter().map(|point| point.1).fold(f64::INFINITY, f64::min);
        self.stopped = !smoothed.is_finite() || smoothed > least + 3.0 * least.abs();
    }

    /// What the curve suggests; nothing where it never falls, or is too short to read:
    /// the first tenth is the start, and the last five points are the explosion. The slope
    /// is that over a tenth of the points, since neighbors differ by the noise of a batch.
    pub fn suggestion(&self) -> Option<Suggestion> {
        let steepest = self.steepest(self.losses.len() / 10)?;
        Some(Suggestion { steepest, tenth_of_minimum: self.minimum()? / 10.0 })
    }

    /// The rate in the middle of the steepest fall between points so far apart, before the
    /// minimum; `None` where none falls.
    pub fn steepest(&self, apart: usize) -> Option<f64> {
        let (points, apart) = (self.readable(), apart.max(1));
        let slope = |&i: &usize| {
            let (from, to) = (points[i], points[i + apart]);
            (to.1 - from.1) / (to.0.ln() - from.0.ln())
        };
        let end = least(points).unwrap_or(0).saturating_sub(apart - 1);
        let steepest = (0..end).min_by(|i, j| slope(i).total_cmp(&slope(j)))?;
        (slope(&steepest) < 0.0).then(|| points[steepest + apart / 2].0)
    }

    /// The rate at which the smoothed loss is least; `None` where the curve is too short.
    pub fn minimum(&self) -> Option<f64> {
        let points = self.readable();
        least(points).map(|at| points[at].0)
    }

    fn readable(&self) -> &[(f64, f64)] {
        let end = self.smoothed.len().saturating_sub(5);
        self.smoothed.get(self.smoothed.len() / 10..end).unwrap_or_default()
    }
}

fn least(points: &[(f64, f64)]) -> Option<usize> {
    (0..points.len()).min_by(|&i, &j| points[i].1.total_cmp(&points[j].1))
}
// ANCHOR_END: rate_curve

#[cfg(test)]
mod tests {
    use super::*;
    use crate::losses::MeanSquaredError;
    use crate::models::Linear;
    use crate::optimizers::{Adam, GradientDescent};
    use ndarray::array;

    const LINE: Linear = Linear { features: 1 };

    fn line() -> (Array2<f64>, Array1<f64>) {
        (array![[-1.0], [1.0], [2.0], [-2.0]], array![-2.0, 2.0, 4.0, -4.0])
    }

    fn search(finder: RateFinder, theta: &Array1<f64>) -> Result<RateCurve, NotFinite> {
        let (x, y) = line();
        let batches = [vec![0, 1], vec![2, 3]];
        let descent = &mut GradientDescent;
        finder.search(&LINE, &MeanSquaredError, (&x, &y), &batches, theta, descent)
    }

    #[test]
    fn it_stops_where_the_loss_explodes_and_leaves_theta_alone() {
        let theta = array![0.0, 0.5];
        let finder = RateFinder::new(1e-4, 100.0, 200).unwrap();
        let curve = search(finder.with_smoothing(0.5).unwrap(), &theta).unwrap();
        assert_eq!(theta, array![0.0, 0.5]);
        assert!(curve.stopped && curve.losses.len() < 200);
        // The curvature of the second batch is 2 · 4 along the slope: 2/8 is its border,
        // and at 2/2 the first batch gives way too.
        let last = curve.losses[curve.losses.len() - 1].0;
        assert!((0.25..3.0).contains(&last), "{last}");
        let Suggestion { steepest, tenth_of_minimum } = curve.suggestion().unwrap();
        assert!((0.002..0.25).contains(&steepest), "{steepest}");
        assert!((0.002..0.25).contains(&tenth_of_minimum), "{tenth_of_minimum}");
    }

    #[test]
    fn the_smoothing_has_no_memory_of_zero() {
        // Uncorrected, the first smoothed loss would be a fiftieth of the loss.
        let mut curve = RateFinder::new(1.0, 2.0, 9).unwrap().curve();
        for _ in 0..9 {
            curve.observe(1.0, 3.0);
        }
        // 1 − 0.98 loses two digits.
        assert!(curve.smoothed.iter().all(|(_, s)| (s - 3.0).abs() < 1e-13), "{curve:?}");
        assert!(!curve.stopped);
        // By hand, β = ½: (½ · 3 + 5)/2 / (3/4) = 13/3.
        let mut curve =
            RateFinder::new(1.0, 2.0, 9).unwrap().with_smoothing(0.5).unwrap().curve();
        curve.observe(1.0, 3.0);
        curve.observe(1.1, 5.0);
        assert!((curve.smoothed[1].1 - 13.0 / 3.0).abs() < 1e-15);
    }

    #[test]
    fn above_four_times_the_least_it_stops() {
        let mut curve =
            RateFinder::new(1.0, 2.0, 9).unwrap().with_smoothing(0.0).unwrap().curve();
        for (loss, stopped) in [(2.0, false), (1.0, false), (4.0, false), (4.1, true)] {
            curve.observe(1.0, loss);
            assert_eq!(curve.stopped, stopped, "{loss}");
        }
    }

    #[test]
    fn losses_below_zero_have_room_to_rise_too() {
        let mut curve =
            RateFinder::new(1.0, 2.0, 9).unwrap().with_smoothing(0.0).unwrap().curve();
        // Three times 2 above −2 is 4.
        for (loss, stopped) in [(-1.0, false), (-2.0, false), (4.0, false), (4.1, true)] {
            curve.observe(1.0, loss);
            assert_eq!(curve.stopped, stopped, "{loss}");
        }
    }

    #[test]
    fn the_suggestions_of_a_curve_by_hand() {
        let finder = RateFinder::new(1.0, 10_f64.powf(1.9), 20).unwrap();
        let mut curve = finder.with_smoothing(0.0).unwrap().curve();
        // Points 2 to 14 are read. It falls fastest from point 6 to 7; least at 9. What
        // points 0 and 19 say is not read.
        let losses = [
            40.0, 20.0, 20.0, 20.0, 19.5, 19.0, 18.0, 14.5, 13.5, 13.0, 14.0, 15.0, 16.0,
            17.0, 18.0, 19.0, 20.0, 21.0, 25.0, 1.0,
        ];
        for (step, loss) in losses.into_iter().enumerate() {
            curve.observe(finder.rate(step), loss);
        }
        let steepest = curve.steepest(1).unwrap();
        assert!((steepest - 10_f64.powf(0.6)).abs() < 1e-12, "{steepest}");
        // Over two, from point 6 to 8 as well as from 5 to 7, which falls by as much: the
        // first of them, and its middle.
        let Suggestion { steepest, tenth_of_minimum } = curve.suggestion().unwrap();
        assert!((steepest - 10_f64.powf(0.6)).abs() < 1e-12, "{steepest}");
        assert!((tenth_of_minimum - 10_f64.powf(-0.1)).abs() < 1e-12);
    }

    #[test]
    fn a_curve_that_never_falls_suggests_nothing() {
        let mut curve = RateFinder::new(1.0, 2.0, 30).unwrap().curve();
        assert_eq!(curve.suggestion(), None);
        for step in 0..30 {
            curve.observe(1.0 + f64::from(step), 1.0 + 0.01 * f64::from(step));
        }
        assert_eq!(curve.suggestion(), None);
    }

    #[test]
    fn a_start_without_a_loss_is_not_the_rates_fault() {
        let finder = RateFinder::new(1e-3, 1.0, 10).unwrap();
        let error = search(finder, &array![f64::NAN, 0.0]).unwrap_err();
        assert_eq!(error.what, "loss");
    }

    #[test]
    fn it_takes_any_optimizer() {
        let (x, y) = line();
        let finder = RateFinder::new(1e-3, 1e3, 60).unwrap();
        let batches = [vec![0, 1, 2, 3]];
        let curve = finder
            .search(
                &LINE,
                &MeanSquaredError,
                (&x, &y),
                &batches,
                &array![0.0, 0.0],
                &mut Adam::default(),
            )
            .unwrap();
        assert!(curve.stopped);
    }

    #[test]
    fn hyperparameters_out_of_range_are_named() {
        let message = |result: Result<RateFinder, ParameterError>| {
            result.expect_err("it is out of range").to_string()
        };
        assert_eq!(message(RateFinder::new(0.0, 1.0, 9)), "start = 0 is outside (0, ∞)");
        let end = message(RateFinder::new(0.1, 0.1, 9));
        assert_eq!(end, "end = 0.1 is outside (start, ∞)");
        assert!(RateFinder::new(0.1, f64::INFINITY, 9).is_err());
        assert!(RateFinder::new(0.1, f64::NAN, 9).is_err());
        assert_eq!(message(RateFinder::new(0.1, 1.0, 1)), "steps = 1 is outside [2, ∞)");
        let finder = RateFinder::new(0.1, 1.0, 2).unwrap();
        let smoothing = message(finder.with_smoothing(1.0));
        assert_eq!(smoothing, "smoothing = 1 is outside [0, 1)");
        // It ends at its end, and stays there.
        assert!((finder.rate(1) - 1.0).abs() < 1e-15 && finder.rate(7) == finder.rate(1));
    }
}
