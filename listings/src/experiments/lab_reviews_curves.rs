//! Lab 3: how the schedules go down, and what they learn on the way.

use super::{Experiment, Setting};
use crate::labs::reviews::{
    Fall, Kind, Norm, Predictor, Record, judged, mean_curve, runs, schedule,
};
use crate::report::{Cell, Table};
use serde::Serialize;

/// What is shown.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// With a warm-up; 1cycle has its own.
    pub warmup: bool,
    /// The validation part after each epoch instead of the training batches.
    pub validation: bool,
}

/// A curve a schedule.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Whether schedules begin with a warm-up.
    pub warmup: bool,
    /// Whether losses are of the validation part.
    pub validation: bool,
    /// Schedules with norms before the sums.
    pub curves: Vec<Curve>,
    /// Steps of a run.
    pub steps: usize,
    /// How many seeds each is a mean of.
    pub seeds: usize,
}

/// A schedule at its chosen peak.
#[derive(Clone, Debug, Serialize)]
pub struct Curve {
    /// The schedule.
    pub name: &'static str,
    /// The peak.
    pub peak: f64,
    /// The rate at some steps: the step, and the rate.
    pub rates: Vec<(f64, f64)>,
    /// The losses: the step, and the mean over the seeds.
    pub losses: Vec<(f64, f64)>,
    /// The mean validation loss after each epoch.
    pub epochs: Vec<f64>,
}

/// Points of a rate's curve.
const POINTS: usize = 84;

fn curve(kind: Kind, records: &[&Record], config: &Config) -> Option<Curve> {
    let Kind::Transformer(Norm::Before, fall, _) = kind else { return None };
    let run = records[0].config;
    let Predictor::Transformer { warmup, peak, epochs, batch, .. } = run.predictor else {
        return None;
    };
    let validation = (run.validation * run.reviews as f64).round() as usize;
    let steps = epochs * (run.reviews - validation).div_ceil(batch);
    let of = schedule(fall, warmup, peak, steps).ok()?;
    let rates = (0..=POINTS).map(|point| {
        let step = (point * steps / POINTS).min(steps - 1);
        (step as f64, of.rate(step))
    });
    let epochs = mean_curve(records, |outcome| {
        outcome.validation.iter().map(|quality| quality.loss).collect()
    });
    let training = mean_curve(records, |outcome| outcome.training.clone());
    let place = |losses: &[f64], width: f64, at: f64| {
        let step = |index: usize| (index as f64 + at) * width;
        losses.iter().enumerate().map(|(i, loss)| (step(i), *loss)).collect()
    };
    let losses = if config.validation {
        place(&epochs, steps as f64 / epochs.len().max(1) as f64, 1.0)
    } else {
        // A mean over a tenth of the steps stands in its middle.
        place(&training, steps.div_ceil(10) as f64, 0.5)
    };
    Some(Curve { name: fall.name(), peak, rates: rates.collect(), losses, epochs })
}

impl Config {
    /// The outcome, of these records.
    pub fn of(&self, records: &[Record]) -> Outcome {
        let all = judged(records);
        let is_shown = |kind: Kind| match kind {
            // 1cycle has its own warm-up, and is shown beside both.
            Kind::Transformer(_, Fall::OneCycle, _) => true,
            Kind::Transformer(_, _, warmup) => (warmup > 0.0) == self.warmup,
            _ => false,
        };
        let shown = all.iter().filter(|of| is_shown(of.kind));
        let curves: Vec<Curve> =
            shown.filter_map(|of| curve(of.kind, &of.records, self)).collect();
        let last = |curve: &Curve| curve.rates.last().map_or(0.0, |rate| rate.0);
        Outcome {
            warmup: self.warmup,
            validation: self.validation,
            steps: curves.first().map_or(0, |curve| last(curve) as usize + 1),
            seeds: all.iter().map(|of| of.records.len()).max().unwrap_or(0),
            curves,
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "lab-reviews-curves";
    const QUESTION: &'static str =
        "How do the schedules fall, and what is learned meanwhile?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::switch("warmup", "warm-up", &mut self.warmup),
            Setting::switch("validation", "validation loss", &mut self.validation),
        ]
    }

    fn run(&self) -> Outcome {
        self.of(&runs())
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            "Mean validation cross-entropy after each epoch, norms before the sums",
            &["schedule", "peak rate", "epoch 1", "epoch 2", "epoch 3"],
        );
        for curve in &outcome.curves {
            let mut row = vec![curve.name.into(), Cell::Number(curve.peak.to_string())];
            row.extend((0..3).map(|epoch| {
                let loss = curve.epochs.get(epoch);
                loss.map_or("–".into(), |loss| Cell::number(*loss, 3))
            }));
            table.row(row);
        }
        table
    }
}
