//! Two forms of one optimizer on one problem: at which step they part, by how much, and
//! under which translation they do not.

use super::{Experiment, Setting};
use crate::conventions::{
    Rule, averaged_momentum, keras_adagrad, keras_adam, keras_momentum, keras_nesterov,
    keras_rmsprop, l2_adam, loshchilov_adamw, optax_adamw, paper_adam, pytorch_adagrad,
    pytorch_adamw, pytorch_momentum, pytorch_nesterov, pytorch_rmsprop, uncorrected_adam,
};
use crate::report::{Cell, Format, Table};
use crate::surfaces::{Objective, Quadratic};
use ndarray::{Array1, array};
use serde::Serialize;

/// Steps, and the step after which a rate that changes is a tenth.
const STEPS: usize = 100;

/// Beyond this, relative to the parameters, forms have parted: a thousand roundings.
const ROUNDING: f64 = 1e-12;

/// The step at which the rate falls.
#[derive(Clone, Debug)]
pub struct Config {
    /// After so many steps the rate is a tenth, where it changes.
    pub change: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { change: 50 }
    }
}

/// One row a pair of forms.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Steps of each walk.
    pub steps: usize,
    /// After which step the rate changes.
    pub change: usize,
    /// The pairs.
    pub rows: Vec<Row>,
}

/// Two forms on the bowl.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// What is compared.
    pub pair: &'static str,
    /// Hyperparameters and rate of the two.
    pub setting: &'static str,
    /// The first step after which they differ by more than rounding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_at: Option<usize>,
    /// The largest difference of a parameter.
    pub most: f64,
}

/// A rate for each step, from 1.
type Rates<'a> = &'a dyn Fn(usize) -> f64;

/// A walk on the bowl from (3.5, 3.5): one rule a coordinate.
fn walk(new: &dyn Fn() -> Rule, rates: Rates) -> Vec<Array1<f64>> {
    let (bowl, mut rules) = (Quadratic::bowl(), [new(), new()]);
    let mut path = vec![array![3.5, 3.5]];
    for step in 1..=STEPS {
        let mut theta = path[step - 1].clone();
        let gradient = bowl.gradient(&theta);
        for (i, rule) in rules.iter_mut().enumerate() {
            theta[i] = rule(rates(step), theta[i], gradient[i]);
        }
        path.push(theta);
    }
    path
}

fn row(
    (pair, setting): (&'static str, &'static str),
    one: (&dyn Fn() -> Rule, Rates),
    other: (&dyn Fn() -> Rule, Rates),
) -> Row {
    let (one, other) = (walk(one.0, one.1), walk(other.0, other.1));
    let apart = |step: usize| {
        let difference = &one[step] - &other[step];
        difference.iter().fold(0.0, |most: f64, d| most.max(d.abs()))
    };
    let size = |step: usize| one[step].iter().fold(1.0, |most: f64, x| most.max(x.abs()));
    Row {
        pair,
        setting,
        part_at: (0..=STEPS).find(|&step| apart(step) > ROUNDING * size(step)),
        most: (0..=STEPS).map(apart).fold(0.0, f64::max),
    }
}

impl Experiment for Config {
    const NAME: &'static str = "conventions";
    const QUESTION: &'static str = "Where do two libraries' forms of one optimizer part, and how are they translated?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count(
            "change",
            "step of the change",
            &mut self.change,
            1..=STEPS - 1,
        )]
    }

    fn run(&self) -> Outcome {
        let rows = [self.momentum(), divided(), self.adam(), self.decay()].concat();
        Outcome { steps: STEPS, change: self.change, rows }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Two forms on the bowl, {} steps; a rate that falls does so after step {}",
                outcome.steps, outcome.change
            ),
            &["forms", "setting", "part at step", "by at most"],
        );
        let format: Format = ".0e".parse().expect("a format");
        for row in &outcome.rows {
            let (at, most) = match row.part_at {
                Some(step) => (Cell::count(step), Cell::Number(format.apply(row.most))),
                None => (Cell::Number("never".into()), Cell::Number("rounding".into())),
            };
            table.row(vec![row.pair.into(), row.setting.into(), at, most]);
        }
        table
    }
}

impl Config {
    /// A rate that is a tenth after the change.
    fn falling(&self, rate: f64) -> impl Fn(usize) -> f64 {
        let change = self.change;
        move |step| if step > change { 0.1 * rate } else { rate }
    }

    fn momentum(&self) -> Vec<Row> {
        let (pytorch, keras) = (|| pytorch_momentum(0.9, 0.0), || keras_momentum(0.9));
        let (averaged, dampened) =
            (|| averaged_momentum(0.9), || pytorch_momentum(0.9, 0.9));
        let (ahead, keras_ahead) = (|| pytorch_nesterov(0.9), || keras_nesterov(0.9));
        let (constant, tenfold) = (|_| 0.02, |_| 0.2);
        let (falling, falling_tenfold) = (self.falling(0.02), self.falling(0.2));
        let classic = "momentum: PyTorch and Keras";
        let mean = "momentum: v + g and a mean";
        let look_ahead = "Nesterov: PyTorch and Keras";
        vec![
            row((classic, "constant rate"), (&pytorch, &constant), (&keras, &constant)),
            row((classic, "falling rate"), (&pytorch, &falling), (&keras, &falling)),
            row((mean, "same rate"), (&pytorch, &constant), (&averaged, &constant)),
            row(
                (mean, "rate of the mean over 1 − β"),
                (&pytorch, &constant),
                (&averaged, &tenfold),
            ),
            row(
                (mean, "the same, falling"),
                (&pytorch, &falling),
                (&averaged, &falling_tenfold),
            ),
            row(
                ("momentum: dampening β and a mean", "same rate"),
                (&dampened, &tenfold),
                (&averaged, &tenfold),
            ),
            row(
                (look_ahead, "constant rate"),
                (&ahead, &constant),
                (&keras_ahead, &constant),
            ),
            row(
                (look_ahead, "falling rate"),
                (&ahead, &falling),
                (&keras_ahead, &falling),
            ),
        ]
    }

    fn adam(&self) -> Vec<Row> {
        let rate = |_| 0.1;
        let corrected = |step: usize| {
            let power = |beta: f64| 1.0 - beta.powi(step as i32);
            0.1 * power(0.999).sqrt() / power(0.9)
        };
        let pair = "Adam: PyTorch and Keras";
        let uncorrected = "Adam: with and without correction";
        vec![
            row(
                (pair, "their defaults"),
                (&|| paper_adam(0.9, 0.999, 1e-8), &rate),
                (&|| keras_adam(0.9, 0.999, 1e-7), &rate),
            ),
            row(
                (pair, "ε = 10⁻⁷ in both"),
                (&|| paper_adam(0.9, 0.999, 1e-7), &rate),
                (&|| keras_adam(0.9, 0.999, 1e-7), &rate),
            ),
            row(
                (pair, "a negligible ε, 10⁻³⁰"),
                (&|| paper_adam(0.9, 0.999, 1e-30), &rate),
                (&|| keras_adam(0.9, 0.999, 1e-30), &rate),
            ),
            row(
                (uncorrected, "same rate"),
                (&|| keras_adam(0.9, 0.999, 1e-7), &rate),
                (&|| uncorrected_adam(0.9, 0.999, 1e-7), &rate),
            ),
            row(
                (uncorrected, "correction in the rate, ε̂"),
                (&|| keras_adam(0.9, 0.999, 1e-7), &rate),
                (&|| uncorrected_adam(0.9, 0.999, 1e-7), &corrected),
            ),
        ]
    }

    fn decay(&self) -> Vec<Row> {
        let rate = |_| 0.1;
        let falling = self.falling(0.1);
        let pytorch = || pytorch_adamw(0.01);
        let paper = "AdamW: PyTorch and paper";
        vec![
            row(
                ("AdamW: PyTorch and optax", "same λ, falling rate"),
                (&pytorch, &falling),
                (&|| optax_adamw(0.01), &falling),
            ),
            row(
                ("Adam with L2 and AdamW", "same λ"),
                (&|| l2_adam(0.01), &rate),
                (&pytorch, &rate),
            ),
            row(
                (paper, "same λ"),
                (&pytorch, &rate),
                (&|| loshchilov_adamw(0.1, 0.01), &rate),
            ),
            row(
                (paper, "λ of the paper is αλ, falling rate"),
                (&pytorch, &falling),
                (&|| loshchilov_adamw(0.1, 0.001), &falling),
            ),
        ]
    }
}

/// AdaGrad and RMSprop.
fn divided() -> Vec<Row> {
    let (half, slow) = (|_| 0.5, |_| 0.05);
    let adagrad = "AdaGrad: PyTorch and Keras";
    let rmsprop = "RMSprop: PyTorch and Keras";
    vec![
        row(
            (adagrad, "their defaults"),
            (&|| pytorch_adagrad(0.0, 1e-10), &half),
            (&|| keras_adagrad(0.1, 1e-7), &half),
        ),
        row(
            (adagrad, "G from 0, ε = 10⁻⁷"),
            (&|| pytorch_adagrad(0.0, 1e-7), &half),
            (&|| keras_adagrad(0.0, 1e-7), &half),
        ),
        row(
            (adagrad, "PyTorch's G from 0.1 + ε̂, its ε 0"),
            (&|| pytorch_adagrad(0.1 + 1e-7, 0.0), &half),
            (&|| keras_adagrad(0.1, 1e-7), &half),
        ),
        row(
            (rmsprop, "their defaults"),
            (&|| pytorch_rmsprop(0.99, 1e-8), &slow),
            (&|| keras_rmsprop(0.9, 1e-7), &slow),
        ),
        row(
            (rmsprop, "ρ = 0.9, ε = 10⁻⁷"),
            (&|| pytorch_rmsprop(0.9, 1e-7), &slow),
            (&|| keras_rmsprop(0.9, 1e-7), &slow),
        ),
        row(
            (rmsprop, "ρ = 0.9, ε = 10⁻⁷ beside, 10⁻¹⁴ inside"),
            (&|| pytorch_rmsprop(0.9, 1e-7), &slow),
            (&|| keras_rmsprop(0.9, 1e-14), &slow),
        ),
    ]
}
