//! The best rate of each method on one problem in several units, and on another.

use super::{Experiment, Setting};
use crate::optimizers::{AdaGrad, Adam, GradientDescent, Optimizer, RmsProp};
use crate::report::{Cell, Table};
use crate::surfaces::{Objective, Quadratic, Rosenbrock};
use ndarray::{Array1, array};
use serde::Serialize;

/// A walk has arrived when L is below this part of where it started.
const ARRIVED: f64 = 1e-3;

/// The methods.
pub const METHODS: [&str; 4] = ["gradient descent", "AdaGrad", "RMSprop", "Adam"];

/// The bowl, the bowl in other units, and Rosenbrock's valley.
#[derive(Clone, Debug)]
pub struct Config {
    /// The most steps of a walk.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { steps: 500 }
    }
}

/// A row for each problem.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The most steps.
    pub steps: usize,
    /// The rows.
    pub rows: Vec<Row>,
    /// log₁₀ of the largest over the least of each method's best rates.
    pub spreads: [f64; 4],
}

/// One problem.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub problem: &'static str,
    /// The best rate of each method; 0 where none arrives.
    pub rates: [f64; 4],
    /// The steps it takes at that rate.
    pub steps: [usize; 4],
    /// The steps of each method at its best rate of the first problem, or all.
    pub steps_with_first: [usize; 4],
}

/// L(θ) = c · f(θ/s).
struct Problem {
    name: &'static str,
    objective: Box<dyn Objective>,
    start: Array1<f64>,
    loss: f64,
    parameters: f64,
}

impl Objective for Problem {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        self.loss * self.objective.value(&(theta / self.parameters))
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        let inner = self.objective.gradient(&(theta / self.parameters));
        inner * (self.loss / self.parameters)
    }
}

fn problems() -> [Problem; 4] {
    let bowl = |name, loss, parameters| Problem {
        name,
        objective: Box::new(Quadratic::bowl()),
        start: array![3.5, 3.5] * parameters,
        loss,
        parameters,
    };
    [
        bowl("bowl", 1.0, 1.0),
        bowl("bowl, loss × 1000", 1000.0, 1.0),
        bowl("bowl, parameters × 100", 1.0, 100.0),
        Problem {
            name: "Rosenbrock",
            objective: Box::<Rosenbrock>::default(),
            start: array![-1.5, -1.5],
            loss: 1.0,
            parameters: 1.0,
        },
    ]
}

/// The methods, new.
fn methods() -> [Box<dyn Optimizer>; 4] {
    [
        Box::new(GradientDescent),
        Box::<AdaGrad>::default(),
        Box::new(RmsProp::new(0.9, 1e-8).expect("0.9 is below 1")),
        Box::<Adam>::default(),
    ]
}

/// The rates that are tried: four a decade from 10⁻⁶ to 10⁴.
fn rates() -> impl Iterator<Item = f64> {
    (-24..=16).map(|fourth| 10_f64.powf(f64::from(fourth) / 4.0))
}

impl Experiment for Config {
    const NAME: &'static str = "one-rate";
    const QUESTION: &'static str = "Is one rate good for all problems?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("steps", "most steps", &mut self.steps, 100..=1000)]
    }

    fn run(&self) -> Outcome {
        let problems = problems();
        let best: Vec<[(f64, usize); 4]> = problems
            .iter()
            .map(|problem| std::array::from_fn(|method| self.best(problem, method)))
            .collect();
        let rows = problems.iter().zip(&best).map(|(problem, of_problem)| Row {
            problem: problem.name,
            rates: of_problem.map(|(rate, _)| rate),
            steps: of_problem.map(|(_, steps)| steps),
            steps_with_first: std::array::from_fn(|method| {
                self.walk(problem, method, best[0][method].0).0
            }),
        });
        let rows: Vec<Row> = rows.collect();
        let spreads = std::array::from_fn(|method| {
            let of_method = || rows.iter().map(|row| row.rates[method]);
            let largest = of_method().fold(0.0, f64::max);
            let least = of_method().filter(|&rate| rate > 0.0).fold(largest, f64::min);
            (largest / least).log10()
        });
        Outcome { steps: self.steps, rows, spreads }
    }

    fn table(outcome: &Outcome) -> Table {
        let title =
            format!("Best rate to a thousandth of the loss, of {} steps", outcome.steps);
        let mut headings = vec!["problem"];
        headings.extend(METHODS);
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            let mut cells = vec![row.problem.into()];
            for (rate, steps) in row.rates.iter().zip(row.steps) {
                cells.push(if *rate > 0.0 {
                    Cell::Text(format!("{} ({steps} steps)", significant(*rate)))
                } else {
                    "none".into()
                });
            }
            table.row(cells);
        }
        table
    }
}

/// Two digits.
fn significant(rate: f64) -> String {
    let digits = (1.0 - rate.log10().floor()).max(0.0) as usize;
    crate::report::number(rate, digits)
}

impl Config {
    /// The rate at which a method arrives first, and its steps.
    fn best(&self, problem: &Problem, method: usize) -> (f64, usize) {
        let arrivals = rates().map(|rate| (rate, self.walk(problem, method, rate)));
        arrivals
            .filter(|(_, (_, part))| *part < ARRIVED)
            .map(|(rate, (steps, _))| (rate, steps))
            .min_by_key(|&(_, steps)| steps)
            .unwrap_or((0.0, 0))
    }

    /// Steps until arrival, or all, and the part of L that is left.
    fn walk(&self, problem: &Problem, method: usize, rate: f64) -> (usize, f64) {
        let [descent, adagrad, rmsprop, adam] = methods();
        let mut optimizer = match method {
            0 => descent,
            1 => adagrad,
            2 => rmsprop,
            _ => adam,
        };
        let mut theta = problem.start.clone();
        let start = problem.value(&theta);
        let mut part = 1.0;
        for step in 1..=self.steps {
            let gradient = problem.gradient(&theta);
            optimizer.step(rate, &mut theta, &gradient);
            part = problem.value(&theta) / start;
            if part < ARRIVED {
                return (step, part);
            }
            if !part.is_finite() {
                return (self.steps, f64::MAX);
            }
        }
        (self.steps, part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_of_the_loss_moves_the_rate_of_descent_alone() {
        let outcome = Config::default().run();
        let [bowl, louder, ..] = &outcome.rows[..] else { unreachable!("four rows") };
        assert!((bowl.rates[0] / louder.rates[0] / 1000.0 - 1.0).abs() < 1e-9);
        assert_eq!(bowl.rates[1..], louder.rates[1..]);
    }

    #[test]
    fn no_best_rate_is_at_an_end_of_the_grid() {
        let (least, largest) = (rates().next().unwrap(), rates().last().unwrap());
        for row in Config::default().run().rows {
            for rate in row.rates {
                assert!(least < rate && rate < largest, "{}: {rate}", row.problem);
            }
        }
    }
}
