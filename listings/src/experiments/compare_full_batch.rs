//! Full-batch descent on a quadratic, without any noise: does a schedule help there?

use super::compare_shapes::Shape;
use super::{Experiment, Setting};
use crate::report::{Cell, Table, number};
use crate::schedules::{Chebyshev, Schedule};
use serde::Serialize;

/// Directions, whose curvatures are spread evenly in their logarithms from 1/κ to 1.
const DIRECTIONS: usize = 40;

/// Rates of a sweep, from 1/100 to 100 over the largest curvature.
const RATES: usize = 161;

/// Points of a curve at most.
const POINTS: usize = 100;

/// The quadratic, and the length of the runs.
#[derive(Clone, Debug)]
pub struct Config {
    /// κ, the largest curvature over the smallest.
    pub condition: f64,
    /// T.
    pub steps: usize,
    /// K, the steps of a cycle of Chebyshev's.
    pub cycle: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { condition: 100.0, steps: 120, cycle: 8 }
    }
}

/// Each schedule at its best peak.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// κ.
    pub condition: f64,
    /// T.
    pub steps: usize,
    /// K.
    pub cycle: usize,
    /// 2/(μ + L), the constant rate that theory calls best.
    pub textbook: f64,
    /// The shapes, the constant rate first, then Chebyshev's steps.
    pub rows: Vec<Row>,
}

/// One schedule.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub schedule: &'static str,
    /// Its largest rate, over that of the largest curvature: beyond 2, a constant rate
    /// diverges.
    pub peak: f64,
    /// log₁₀ of the loss at the end over that at the start.
    pub exponent: f64,
    /// The first step after which the loss is that of the constant rate at its end, or
    /// below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reached: Option<usize>,
    /// (step, log₁₀ of the loss over that at the start).
    #[serde(skip)]
    pub curve: Vec<(f64, f64)>,
}

impl Config {
    fn curvatures(&self) -> Vec<f64> {
        let share = |direction: usize| direction as f64 / (DIRECTIONS - 1) as f64;
        (0..DIRECTIONS).map(|direction| self.condition.powf(-share(direction))).collect()
    }

    // ANCHOR: losses
    /// log₁₀ of L(θ_t)/L(θ_0) for t = 0 … T, with L = ½ Σ λ_i θ_i² and θ_0 = (1, …, 1).
    fn exponents(&self, schedule: &dyn Schedule) -> Vec<f64> {
        let curvatures = self.curvatures();
        let mut theta = vec![1.0; DIRECTIONS];
        let loss = |theta: &[f64]| -> f64 {
            curvatures
                .iter()
                .zip(theta)
                .map(|(curvature, x)| 0.5 * curvature * x * x)
                .sum()
        };
        let first = loss(&theta);
        let mut exponents = vec![0.0];
        for step in 0..self.steps {
            let rate = schedule.rate(step);
            for (x, curvature) in theta.iter_mut().zip(&curvatures) {
                *x -= rate * curvature * *x;
            }
            // A loss of exactly nothing has no logarithm; one that is NaN stays so.
            exponents.push((loss(&theta) / first + 1e-300).log10());
        }
        exponents
    }
    // ANCHOR_END: losses

    /// The shape at the best peak of the grid.
    fn tuned(&self, shape: Shape) -> (f64, Vec<f64>) {
        let peaks =
            (0..RATES).map(|index| 10_f64.powf(-2.0 + 4.0 * index as f64 / 160.0));
        let runs = peaks.map(|peak| {
            let schedule = shape.schedule(peak, self.steps);
            (peak, self.exponents(&schedule))
        });
        let end = |run: &(f64, Vec<f64>)| run.1[self.steps];
        runs.filter(|run| end(run).is_finite())
            .min_by(|a, b| end(a).total_cmp(&end(b)))
            .expect("the smallest peak converges")
    }
}

impl Experiment for Config {
    const NAME: &'static str = "compare-full-batch";
    const QUESTION: &'static str = "Does a schedule help where no gradient is noisy?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "condition",
                "condition κ",
                &mut self.condition,
                2.0..=1000.0,
                1.0,
            )
            .logarithmic(),
            Setting::count("steps", "steps T", &mut self.steps, 20..=300),
            Setting::count("cycle", "Chebyshev's K", &mut self.cycle, 1..=16),
        ]
    }

    fn run(&self) -> Outcome {
        let chebyshev = Chebyshev::new(1.0 / self.condition, 1.0, self.cycle)
            .expect("the settings are valid");
        let longest =
            (0..self.cycle).map(|step| chebyshev.rate(step)).fold(0.0, f64::max);
        let mut runs: Vec<(&'static str, f64, Vec<f64>)> = Vec::new();
        for shape in Shape::ALL {
            let (peak, exponents) = self.tuned(shape);
            runs.push((shape.name(), peak, exponents));
        }
        runs.push(("Chebyshev's steps", longest, self.exponents(&chebyshev)));
        let goal = runs[0].2[self.steps];
        let row = |(schedule, peak, exponents): (&'static str, f64, Vec<f64>)| {
            let every = self.steps.div_ceil(POINTS);
            let points = exponents.iter().enumerate().step_by(every);
            Row {
                schedule,
                peak,
                exponent: exponents[self.steps],
                reached: exponents.iter().position(|&exponent| exponent <= goal),
                curve: points.map(|(step, &exponent)| (step as f64, exponent)).collect(),
            }
        };
        Outcome {
            condition: self.condition,
            steps: self.steps,
            cycle: self.cycle,
            textbook: 2.0 / (1.0 + 1.0 / self.condition),
            rows: runs.into_iter().map(row).collect(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "A quadratic of condition {}, {} exact steps, each schedule at its best peak",
                number(outcome.condition, 0),
                outcome.steps
            ),
            &[
                "schedule",
                "peak over 1/L",
                "log₁₀ of the loss",
                "as low as constant after",
            ],
        );
        for row in &outcome.rows {
            let reached = row.reached.map_or("–".to_string(), |step| step.to_string());
            table.row(vec![
                row.schedule.into(),
                Cell::number(row.peak, 2),
                Cell::number(row.exponent, 2),
                Cell::Number(reached),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_constant_rate_does_what_theory_says() {
        let config = Config::default();
        let schedule = Shape::Constant.schedule(1.5, config.steps);
        let exponents = config.exponents(&schedule);
        // Each direction shrinks by 1 − 1.5 λ a step; the loss has the square of it.
        let curvatures = config.curvatures();
        let left: f64 =
            curvatures.iter().map(|c| c * (1.0 - 1.5 * c).powi(2 * 120)).sum();
        let expected = (left / curvatures.iter().sum::<f64>()).log10();
        // 240 roundings of each of forty terms, in a logarithm.
        assert!((exponents[120] - expected).abs() < 1e-12, "{}", exponents[120]);
        // The best peak of the grid is within two steps of the grid of the
        // textbook's, which is the best for the worst of all starts.
        let outcome = config.run();
        assert!(outcome.rows[0].peak < 2.0);
        assert!(outcome.rows[0].peak > 0.9 * outcome.textbook);
    }

    #[test]
    fn chebyshev_keeps_its_promise() {
        for (cycle, steps) in [(1, 100), (4, 100), (8, 104)] {
            let config = Config { cycle, steps, ..Config::default() };
            let outcome = config.run();
            // |T_K(x)| = cosh(K arcosh x); the loss has the square of the error.
            let x = (100.0 + 1.0) / 99.0_f64;
            let shrink = (cycle as f64 * x.acosh()).cosh();
            let bound = -2.0 * (steps / cycle) as f64 * shrink.log10();
            let found = outcome.rows[7].exponent;
            assert!(found <= bound + 1e-9, "{cycle}: {found} for {bound}");
        }
    }

    #[test]
    fn a_run_that_leaves_is_no_candidate() {
        // At this condition and length the largest peaks overflow.
        let config = Config { condition: 1000.0, steps: 300, cycle: 8 };
        let wild = config.exponents(&Shape::Constant.schedule(50.0, 300));
        assert!(!wild[300].is_finite());
        assert!(config.run().rows.iter().all(|row| row.exponent > -20.0));
    }
}
