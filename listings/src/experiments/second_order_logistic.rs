//! Logistic regression by first and second order: slope left against evaluations.

use super::second_order_data::LogisticObjective;
use super::{Experiment, Setting};
use crate::linear_algebra::symmetric_eigen;
use crate::optimizers::{
    Adam, Bfgs, Evaluation, GradientDescent, Lbfgs, Newton, Optimizer, StrongWolfe,
};
use crate::report::{Cell, Table};
use ndarray::Array1;
use serde::Serialize;

/// Evaluations that each method gets.
pub const BUDGET: usize = 300;

/// ‖g‖ at which a method has arrived.
pub const TOLERANCE: f64 = 1e-6;

/// The rates that are tried for Adam.
pub const ADAM_RATES: [f64; 4] = [0.01, 0.03, 0.1, 0.3];

/// 300 samples with 30 features and a constant.
#[derive(Clone, Debug)]
pub struct Config {
    /// m, the memory of L-BFGS.
    pub memory: usize,
    /// The scale of the last feature; the first has 1.
    pub spread: f64,
    /// The seed of the samples.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { memory: 10, spread: 10.0, seed: 1 }
    }
}

/// The five methods.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// m.
    pub memory: usize,
    /// d, the number of parameters.
    pub parameters: usize,
    /// κ of the Hessian at the start.
    pub condition: f64,
    /// Gradient descent at the rate 1/λ_max of the bound of all Hessians.
    pub descent: Fit,
    /// Adam at the best of its rates.
    pub adam: Fit,
    /// That rate.
    pub adam_rate: f64,
    /// Damped Newton.
    pub newton: Fit,
    /// BFGS.
    pub bfgs: Fit,
    /// L-BFGS.
    pub lbfgs: Fit,
}

/// One method.
#[derive(Clone, Debug, Serialize)]
pub struct Fit {
    /// Evaluations so far and ‖g‖, after each step.
    pub slopes: Vec<(usize, f64)>,
    /// Steps.
    pub steps: usize,
    /// Evaluations of L and g.
    pub evaluations: usize,
    /// Whether ‖g‖ fell below the tolerance.
    pub has_arrived: bool,
    /// ‖g‖ at the end.
    pub slope: f64,
}

impl Fit {
    fn of(
        objective: &LogisticObjective,
        mut step: impl FnMut(&mut Evaluation) -> usize,
    ) -> Self {
        let d = objective.inputs.ncols();
        let mut here = Evaluation::at(objective, Array1::zeros(d));
        let slope = |here: &Evaluation| here.gradient.dot(&here.gradient).sqrt();
        let mut slopes = vec![(1, slope(&here))];
        let mut evaluations = 1;
        while slope(&here) >= TOLERANCE && evaluations < BUDGET {
            let used = step(&mut here);
            if used == 0 {
                break;
            }
            evaluations += used;
            slopes.push((evaluations, slope(&here)));
        }
        let slope = slope(&here);
        let (steps, has_arrived) = (slopes.len() - 1, slope < TOLERANCE);
        Self { slopes, steps, evaluations, has_arrived, slope }
    }

    fn first_order(
        objective: &LogisticObjective,
        optimizer: &mut dyn Optimizer,
        rate: f64,
    ) -> Self {
        Self::of(objective, |here| {
            let mut theta = here.theta.clone();
            optimizer.step(rate, &mut theta, &here.gradient);
            *here = Evaluation::at(objective, theta);
            1
        })
    }
}

/// L-BFGS with memory m, and the factorizations of a Newton method of the same budget.
pub(super) fn by_lbfgs(objective: &LogisticObjective, memory: usize) -> Fit {
    let mut lbfgs = Lbfgs::new(memory)
        .and_then(|lbfgs| lbfgs.with_tolerances(0.0, 0.0))
        .expect("a memory of at least one");
    Fit::of(objective, |here| {
        lbfgs.advance(objective, here).map_or(0, |step| step.evaluations)
    })
}

impl Experiment for Config {
    const NAME: &'static str = "second-order-logistic";
    const QUESTION: &'static str = "How many evaluations does logistic regression take by first and by second order?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("memory", "memory m", &mut self.memory, 1..=30),
            Setting::real(
                "spread",
                "largest feature scale",
                &mut self.spread,
                1.0..=30.0,
                0.5,
            )
            .logarithmic(),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let objective = LogisticObjective::draw(300, 30, self.spread, self.seed);
        let d = objective.inputs.ncols();
        let (bounds, _) = symmetric_eigen(&objective.bound());
        let (eigenvalues, _) = symmetric_eigen(&objective.hessian(&Array1::zeros(d)));
        let adams = ADAM_RATES
            .map(|rate| (rate, Fit::first_order(&objective, &mut Adam::default(), rate)));
        let better = |a: &&(f64, Fit), b: &&(f64, Fit)| {
            (a.1.evaluations, a.1.slope)
                .partial_cmp(&(b.1.evaluations, b.1.slope))
                .expect("no NaN")
        };
        let (adam_rate, adam) = adams.iter().min_by(better).expect("rates").clone();
        let mut bfgs = Bfgs::new(StrongWolfe::default(), 0.0).expect("a tolerance");
        Outcome {
            memory: self.memory,
            parameters: d,
            condition: eigenvalues[0] / eigenvalues[d - 1],
            descent: Fit::first_order(&objective, &mut GradientDescent, 1.0 / bounds[0]),
            adam,
            adam_rate,
            newton: Fit::of(&objective, |here| {
                let hessian = objective.hessian(&here.theta);
                let step = Newton::damped().advance(&objective, &hessian, here);
                step.map_or(0, |step| step.evaluations)
            }),
            bfgs: Fit::of(&objective, |here| {
                bfgs.advance(&objective, here).map_or(0, |step| step.evaluations)
            }),
            lbfgs: by_lbfgs(&objective, self.memory),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["method", "steps", "evaluations", "slope left"];
        let title = format!("Logistic regression with {} parameters", outcome.parameters);
        let mut table = Table::new(title, &headings);
        let format: crate::report::Format = ".0e".parse().expect("a format");
        for (name, fit) in [
            ("gradient descent", &outcome.descent),
            ("Adam", &outcome.adam),
            ("Newton, damped", &outcome.newton),
            ("BFGS", &outcome.bfgs),
            ("L-BFGS", &outcome.lbfgs),
        ] {
            table.row(vec![
                name.into(),
                Cell::count(fit.steps),
                Cell::count(fit.evaluations),
                Cell::Number(if fit.has_arrived {
                    "arrived".to_string()
                } else {
                    format.apply(fit.slope)
                }),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::surfaces::Objective;

    #[test]
    fn all_of_second_order_arrive_and_at_one_point() {
        for seed in 1..=3 {
            let outcome = Config { seed, ..Config::default() }.run();
            for fit in [&outcome.newton, &outcome.bfgs, &outcome.lbfgs] {
                assert!(fit.has_arrived, "{seed}: {} {}", fit.steps, fit.slope);
            }
            assert!(!outcome.descent.has_arrived);
            // A step of first order is one evaluation.
            assert_eq!(outcome.adam.steps + 1, outcome.adam.evaluations);
        }
    }

    #[test]
    fn the_value_falls_at_every_step_of_a_searched_method() {
        let objective = LogisticObjective::draw(60, 5, 10.0, 1);
        let mut lbfgs = Lbfgs::new(5).unwrap();
        let mut here = Evaluation::at(&objective, Array1::zeros(6));
        for _ in 0..10 {
            let before = objective.value(&here.theta);
            lbfgs.advance(&objective, &mut here).unwrap();
            assert!(here.value <= before);
        }
    }
}
