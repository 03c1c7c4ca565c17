//! L1: does the loss matter when some prices are wrong?
//!
//! What is compared, and how, is in [`listings::labs::housing`]; here is what runs it.

use crate::data::{DataError, Housing, Samples, validation_split};
use crate::run::{Lab, Picture, Run, Scale, Stopped, Watch, grid};
use listings::data::{Standardization, batches, seeded, split};
use listings::evaluation::RegressionQuality;
use listings::experiments::{lab_housing, lab_housing_slice, lab_housing_training};
use listings::labs::housing::{
    Config, Criterion, Outcome, Predictor, Record, SLICE, Summary, WRONG, tables,
};
use listings::labs::rounded;
use listings::linear_algebra::Cholesky;
use listings::losses::{Huber, Loss, MeanAbsoluteError, MeanSquaredError};
use listings::models::{Model, MultilayerPerceptron};
use listings::optimizers::Adam;
use listings::report::Table;
use listings::schedules::Cosine;
use listings::training::{epoch_random, scheduled_epoch};
use ndarray::{Array1, Array2, Axis, concatenate};
use std::path::Path;

/// The loss of the listings.
///
/// # Panics
/// Panics when δ is not in (0, ∞).
fn loss(criterion: Criterion) -> Box<dyn Loss> {
    match criterion {
        Criterion::Squared => Box::new(MeanSquaredError),
        Criterion::Absolute => Box::new(MeanAbsoluteError),
        Criterion::Huber(delta) => {
            Box::new(Huber::new(delta).unwrap_or_else(|error| panic!("{error}")))
        }
    }
}

/// A network with one output, as a vector: without a hidden layer it is the linear model,
/// θ = (weights, intercept).
#[derive(Clone, Debug)]
struct Regressor(MultilayerPerceptron);

impl Regressor {
    fn new(features: usize, hidden: usize) -> Self {
        let widths =
            if hidden == 0 { vec![features, 1] } else { vec![features, hidden, 1] };
        Self(MultilayerPerceptron::new(&widths))
    }
}

impl Model for Regressor {
    fn parameters(&self) -> usize {
        self.0.parameters()
    }

    fn predict(&self, theta: &Array1<f64>, inputs: &Array2<f64>) -> Array1<f64> {
        self.0.predict(theta, inputs).remove_axis(Axis(1))
    }

    fn backward(
        &self,
        theta: &Array1<f64>,
        inputs: &Array2<f64>,
        pull: &Array1<f64>,
    ) -> Array1<f64> {
        self.0.backward(theta, inputs, &pull.clone().insert_axis(Axis(1)))
    }
}

/// The lab, with its data.
#[derive(Clone, Debug)]
pub struct HousingLab {
    data: Housing,
}

impl HousingLab {
    /// Reads the data from `folder`.
    ///
    /// # Errors
    /// [`DataError`] when the file is missing or damaged.
    pub fn load(folder: &Path) -> Result<Self, DataError> {
        Ok(Self { data: Housing::load(folder)? })
    }

    // ANCHOR: parts
    /// The training samples of a seed, standardized, with wrong prices; the validation and
    /// the test samples on the same scale, with right ones.
    fn parts(&self, config: &Config, seed: u64) -> [Samples<f64>; 3] {
        let Housing { training, test } = &self.data;
        let (train, held_out) = validation_split(training.len(), config.validation, seed);
        let (mut train, held_out) = (training.select(&train), training.select(&held_out));
        // Fitted to the samples that are trained on, and to nothing else.
        let scale = Standardization::fit(&train.inputs);
        // The same prices are wrong for every predictor of a seed.
        for index in split(train.len(), config.wrong, &mut seeded(seed)).1 {
            train.targets[index] *= 10.0;
        }
        [&train, &held_out, test].map(|part| part.with_inputs(scale.apply(&part.inputs)))
    }
    // ANCHOR_END: parts
}

// ANCHOR: least_squares
/// θ = (weights, intercept) with the least squared error.
fn least_squares(samples: &Samples<f64>) -> Array1<f64> {
    let ones = Array2::ones((samples.len(), 1));
    let extended = concatenate![Axis(1), samples.inputs, ones];
    // The normal equations: their condition is that of standardized features,
    // squared, which leaves ten digits here.
    let factors = Cholesky::new(&extended.t().dot(&extended))
        .expect("no feature is a combination of the others");
    factors.solve(&extended.t().dot(&samples.targets))
}
// ANCHOR_END: least_squares

impl Lab for HousingLab {
    type Config = Config;
    type Outcome = Outcome;
    const NAME: &'static str = "l1";
    const REVISION: u32 = 1;

    fn plan(&self, scale: Scale, seeds: u64, _done: &[Record]) -> Vec<Run<Config>> {
        let (epochs, rates, hidden): (usize, &[f64], &[usize]) = match scale {
            Scale::Quick => (3, &[0.01], &[0]),
            Scale::Full => (30, &[0.001, 0.003, 0.01, 0.03, 0.1], &[0, 32]),
        };
        let criteria = [Criterion::Squared, Criterion::Absolute, Criterion::Huber(1.0)];
        let mut predictors = vec![Predictor::Mean, Predictor::LeastSquares];
        for &hidden in hidden {
            for criterion in criteria {
                predictors.extend(rates.iter().map(|&rate| Predictor::Trained {
                    criterion,
                    hidden,
                    rate,
                    epochs,
                    batch: 64,
                }));
            }
        }
        let slices = criteria.map(|criterion| Predictor::Slice { criterion });
        let (mut configs, mut once) = (Vec::new(), Vec::new());
        for wrong in WRONG {
            let config = |predictor| Config { predictor, wrong, validation: 0.2 };
            configs.extend(predictors.iter().copied().map(config));
            once.extend(slices.into_iter().map(config));
        }
        // The slices are pictures of one split: one seed says it.
        let mut plan = grid(&once, 1);
        plan.extend(grid(&configs, seeds));
        plan
    }

    fn cost(&self, config: &Config) -> f64 {
        match config.predictor {
            Predictor::Trained { epochs, hidden, .. } => {
                epochs as f64 * (1 + hidden) as f64
            }
            _ => 1.0,
        }
    }

    fn run(&self, run: &Run<Config>, watch: &Watch) -> Result<Outcome, Stopped> {
        let Run { config, seed } = run;
        let [train, held_out, test] = watch.time("data", || self.parts(config, *seed));
        let features = train.inputs.ncols();
        let linear = Regressor::new(features, 0);
        let mut curve = Vec::new();
        let (model, theta) = match config.predictor {
            Predictor::Mean => {
                let mut theta = Array1::zeros(linear.parameters());
                theta[features] = train.targets.mean().expect("there are samples");
                (linear, theta)
            }
            Predictor::LeastSquares => {
                (linear, watch.time("training", || least_squares(&train)))
            }
            Predictor::Slice { criterion } => {
                let right = self.parts(&Config { wrong: 0.0, ..*config }, *seed);
                let (loss, center) = (loss(criterion), least_squares(&right[0]));
                let (from, to, steps) = SLICE;
                for step in 0..=steps {
                    let mut theta = center.clone();
                    // The median income is the first feature.
                    theta[0] += from + (to - from) * step as f64 / steps as f64;
                    let prediction = linear.predict(&theta, &train.inputs);
                    curve.push(rounded(loss.value(&prediction, &train.targets)));
                }
                return Ok(Outcome { curve, validation: None, test: None });
            }
            Predictor::Trained { criterion, hidden, rate, epochs, batch } => {
                let (model, loss) = (Regressor::new(features, hidden), loss(criterion));
                let mut theta = match hidden {
                    0 => Array1::zeros(model.parameters()),
                    _ => model.0.initial(&mut seeded(*seed)),
                };
                let mut optimizer = Adam::default();
                let steps = epochs * train.len().div_ceil(batch);
                let schedule = Cosine::new(rate, 0.0, steps)
                    .unwrap_or_else(|error| panic!("{error}"));
                let mut step = 0;
                for index in 0..epochs {
                    let mut random = epoch_random(*seed, index);
                    let order = batches(train.len(), batch, &mut random);
                    let trained = watch.time("training", || {
                        scheduled_epoch(
                            &model,
                            &*loss,
                            (&train.inputs, &train.targets),
                            &order,
                            &mut theta,
                            &mut optimizer,
                            &schedule,
                            &mut step,
                        )
                    });
                    watch.trained_on(train.len())?;
                    let now =
                        watch.time("evaluation", || judge(&model, &theta, &held_out));
                    let (Ok(_), Some(now)) = (trained, now) else {
                        // It diverged, and the curve says where.
                        return Ok(Outcome { curve, validation: None, test: None });
                    };
                    curve.push(now.mae);
                }
                (model, theta)
            }
        };
        let (validation, test) = watch.time("evaluation", || {
            (judge(&model, &theta, &held_out), judge(&model, &theta, &test))
        });
        Ok(Outcome { curve, validation, test })
    }

    fn tables(&self, records: &[Record]) -> Vec<Table> {
        tables(records)
    }

    fn pictures(&self, records: &[Record]) -> Vec<Picture> {
        let summary = Summary::of(records);
        vec![
            Picture::of(
                "lab-housing",
                &lab_housing::Config::default().of(summary.clone()),
            ),
            Picture::of(
                "lab-housing-slice",
                &lab_housing_slice::Config::default().of(summary.clone()),
            ),
            Picture::of(
                "lab-housing-training",
                &lab_housing_training::Config::default().of(summary),
            ),
        ]
    }
}

fn judge(
    model: &Regressor,
    theta: &Array1<f64>,
    part: &Samples<f64>,
) -> Option<RegressionQuality> {
    RegressionQuality::of(&model.predict(theta, &part.inputs), &part.targets)
        .map(|quality| quality.map(rounded))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::default_folder;
    use std::sync::atomic::AtomicBool;

    fn lab() -> HousingLab {
        HousingLab::load(&default_folder()).unwrap()
    }

    fn config(predictor: Predictor, wrong: f64) -> Config {
        Config { predictor, wrong, validation: 0.2 }
    }

    fn run(lab: &HousingLab, config: Config, seed: u64) -> Outcome {
        let stop = AtomicBool::new(false);
        lab.run(&Run { config, seed }, &Watch::new(&stop)).unwrap()
    }

    #[test]
    fn the_scale_is_of_the_training_samples_and_test_prices_are_right() {
        let lab = lab();
        let [train, held_out, test] = lab.parts(&config(Predictor::Mean, 0.05), 1);
        assert_eq!((train.len(), held_out.len(), test.len()), (13_210, 3_302, 4_128));
        let mean = |part: &Samples<f64>| part.inputs.mean_axis(Axis(0)).unwrap();
        // Sums of 10⁴ rounded numbers.
        assert!(mean(&train).iter().all(|mean| mean.abs() < 1e-10));
        assert!(mean(&test).iter().any(|mean| mean.abs() > 1e-3));
        assert_eq!(test.targets, lab.data.test.targets);
        // 5 % of 13,210, and no price was above 5 before.
        let [right, ..] = lab.parts(&config(Predictor::Mean, 0.0), 1);
        let changed = right.targets.iter().zip(&train.targets).filter(|(a, b)| a != b);
        assert_eq!(changed.count(), 661);
    }

    #[test]
    fn nothing_of_the_test_part_reaches_the_training_samples() {
        let lab = lab();
        let mut other = lab.clone();
        other.data.test.inputs.fill(1e6);
        let of = |lab: &HousingLab| lab.parts(&config(Predictor::Mean, 0.05), 1);
        let ([train, held_out, _], [same, also, _]) = (of(&lab), of(&other));
        assert_eq!((train, held_out), (same, also));
    }

    #[test]
    fn least_squares_is_what_descent_on_the_squared_error_comes_to() {
        let lab = lab();
        let exact = run(&lab, config(Predictor::LeastSquares, 0.0), 1);
        let criterion = Criterion::Squared;
        let trained = Predictor::Trained {
            criterion,
            hidden: 0,
            rate: 0.03,
            epochs: 10,
            batch: 64,
        };
        let trained = run(&lab, config(trained, 0.0), 1);
        let mae = |outcome: &Outcome| outcome.validation.unwrap().mae;
        // Ten epochs end close to the minimum, and the mean price is at 0.9.
        assert!((mae(&exact) - mae(&trained)).abs() < 0.02, "{exact:?} {trained:?}");
        let mean = run(&lab, config(Predictor::Mean, 0.0), 1);
        assert!(mae(&mean) > mae(&exact) + 0.3, "{mean:?}");
    }
}
