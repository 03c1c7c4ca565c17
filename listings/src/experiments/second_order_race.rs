//! Steps and evaluations to a small slope, by first and second order, each method of
//! first order at the best of several rates.

use super::{Experiment, Setting};
use crate::optimizers::{
    Adam, Bfgs, Evaluation, GradientDescent, Lbfgs, Newton, Optimizer, StrongWolfe,
};
use crate::report::{Cell, Table};
use crate::surfaces::{End, Rosenbrock, Surface, walk};
use serde::Serialize;

/// ‖g‖ at the end.
const TOLERANCE: f64 = 1e-4;

/// Steps that a method of first order may take.
const MOST: usize = 30_000;

/// The rates of gradient descent, less than a sixth apart near the best: its steps fall as
/// 1/η, up to the rate at which it no longer arrives.
const DESCENT_RATES: [f64; 8] =
    [2.5e-4, 5e-4, 1e-3, 1.1e-3, 1.2e-3, 1.3e-3, 1.5e-3, 2e-3];

/// The rates of Adam. Not 2.5: one step of it leads from the start, (−1.5, −1.5), into the
/// minimum at (1, 1).
const ADAM_RATES: [f64; 8] = [0.1, 0.3, 1.0, 2.0, 3.0, 4.0, 5.6, 10.0];

/// Nothing to choose.
#[derive(Clone, Debug, Default)]
pub struct Config;

/// Rosenbrock's valley from (−1.5, −1.5).
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Gradient descent.
    pub descent: Run,
    /// Adam.
    pub adam: Run,
    /// Damped Newton.
    pub newton: Run,
    /// BFGS.
    pub bfgs: Run,
    /// L-BFGS with m = 5.
    pub lbfgs: Run,
}

/// One method.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Run {
    /// The rate; 0 for a method with a line search.
    pub rate: f64,
    /// Steps.
    pub steps: usize,
    /// Evaluations of the gradient.
    pub evaluations: usize,
    /// Whether it arrived.
    pub has_arrived: bool,
}

/// The best rate of several, by steps.
fn best(rates: &[f64], optimizer: impl Fn() -> Box<dyn Optimizer>) -> Run {
    let valley = Rosenbrock::default();
    let run = |&rate: &f64| {
        let walk =
            walk(&valley, optimizer().as_mut(), rate, valley.start(), MOST, TOLERANCE)
                .expect("a rate");
        let has_arrived = walk.end == End::Arrived;
        Run { rate, steps: walk.steps(), evaluations: walk.steps() + 1, has_arrived }
    };
    let runs = rates.iter().map(run);
    runs.min_by_key(|run| (!run.has_arrived, run.steps)).expect("a rate")
}

fn searched(mut step: impl FnMut(&mut Evaluation) -> usize) -> Run {
    let valley = Rosenbrock::default();
    let mut here = Evaluation::at(&valley, valley.start());
    let (mut steps, mut evaluations) = (0, 1);
    let is_steep =
        |here: &Evaluation| here.gradient.dot(&here.gradient).sqrt() >= TOLERANCE;
    while is_steep(&here) && steps < 1000 {
        let used = step(&mut here);
        if used == 0 {
            break;
        }
        (steps, evaluations) = (steps + 1, evaluations + used);
    }
    Run { rate: 0.0, steps, evaluations, has_arrived: !is_steep(&here) }
}

impl Experiment for Config {
    const NAME: &'static str = "second-order-race";
    const QUESTION: &'static str =
        "How many steps and evaluations does each method take down Rosenbrock's valley?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        Vec::new()
    }

    fn run(&self) -> Outcome {
        let valley = Rosenbrock::default();
        let mut lbfgs = Lbfgs::new(5)
            .and_then(|lbfgs| lbfgs.with_tolerances(0.0, 0.0))
            .expect("a memory");
        let mut bfgs = Bfgs::new(StrongWolfe::default(), 0.0).expect("a tolerance");
        Outcome {
            descent: best(&DESCENT_RATES, || Box::new(GradientDescent)),
            adam: best(&ADAM_RATES, || Box::new(Adam::default())),
            newton: searched(|here| {
                let hessian = valley.hessian(&here.theta);
                let step = Newton::damped().advance(&valley, &hessian, here);
                step.map_or(0, |step| step.evaluations)
            }),
            bfgs: searched(|here| {
                bfgs.advance(&valley, here).map_or(0, |step| step.evaluations)
            }),
            lbfgs: searched(|here| {
                lbfgs.advance(&valley, here).map_or(0, |step| step.evaluations)
            }),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["method", "best rate", "steps", "gradient evaluations"];
        let mut table = Table::new("Rosenbrock's valley to a slope of 10⁻⁴", &headings);
        for (name, run) in [
            ("gradient descent", outcome.descent),
            ("Adam", outcome.adam),
            ("Newton, damped", outcome.newton),
            ("BFGS", outcome.bfgs),
            ("L-BFGS, m = 5", outcome.lbfgs),
        ] {
            let rate = if run.rate == 0.0 {
                "searched".to_string()
            } else {
                run.rate.to_string()
            };
            table.row(vec![
                name.into(),
                Cell::Number(rate),
                Cell::count(run.steps),
                Cell::count(run.evaluations),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_method_arrives() {
        let outcome = Config.run();
        for run in
            [outcome.descent, outcome.adam, outcome.newton, outcome.bfgs, outcome.lbfgs]
        {
            assert!(run.has_arrived && run.evaluations > run.steps, "{run:?}");
        }
    }

    #[test]
    fn no_best_rate_is_at_an_end_of_its_grid() {
        let outcome = Config.run();
        for (run, rates) in [(outcome.descent, DESCENT_RATES), (outcome.adam, ADAM_RATES)]
        {
            assert!(rates.is_sorted());
            assert!(rates[1..7].contains(&run.rate), "{run:?}");
        }
    }
}
