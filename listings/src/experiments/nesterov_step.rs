//! One step of momentum and one of Nesterov, taken apart.

use super::{Experiment, Setting};
use crate::report::{Cell, Landscape, Table};
use crate::surfaces::{Objective, Quadratic};
use ndarray::{Array1, array};
use serde::Serialize;

/// Where the walk is, and where its last step would lead if it were repeated.
#[derive(Clone, Debug)]
pub struct Config {
    /// θ₁.
    pub x: f64,
    /// θ₂.
    pub y: f64,
    /// θ₁ − ηv₁: where the whole velocity leads.
    pub tip_x: f64,
    /// θ₂ − ηv₂.
    pub tip_y: f64,
    /// β.
    pub beta: f64,
    /// η.
    pub rate: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { x: 4.0, y: 2.0, tip_x: 1.5, tip_y: -1.5, beta: 0.9, rate: 0.15 }
    }
}

/// The points of the picture.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The surface ½(θ₁² + 4θ₂²).
    #[serde(skip)]
    pub landscape: Landscape,
    /// θ.
    pub here: Place,
    /// θ − ηv: the end of the velocity's arrow.
    pub tip: [f64; 2],
    /// θ − ηβv.
    pub ahead: Place,
    /// The next θ of momentum: the gradient is that of θ.
    pub momentum: Place,
    /// The next θ of Nesterov: the gradient is that of the point ahead.
    pub nesterov: Place,
    /// β.
    pub beta: f64,
    /// η.
    pub rate: f64,
}

/// A point, its loss and its gradient.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Place {
    /// Where it is.
    pub at: [f64; 2],
    /// L there.
    pub loss: f64,
    /// g there.
    pub gradient: [f64; 2],
}

fn place(surface: &Quadratic, theta: &Array1<f64>) -> Place {
    let gradient = surface.gradient(theta);
    Place {
        at: [theta[0], theta[1]],
        loss: surface.value(theta),
        gradient: [gradient[0], gradient[1]],
    }
}

impl Experiment for Config {
    const NAME: &'static str = "nesterov-step";
    const QUESTION: &'static str = "What does looking ahead change in one step?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { x, y, tip_x, tip_y, beta, rate } = self;
        vec![
            Setting::real("x", "θ₁", x, -6.0..=6.0, 0.1),
            Setting::real("y", "θ₂", y, -4.0..=4.0, 0.1),
            Setting::real("tip_x", "velocity to θ₁", tip_x, -6.0..=6.0, 0.1),
            Setting::real("tip_y", "velocity to θ₂", tip_y, -4.0..=4.0, 0.1),
            Setting::real("beta", "momentum β", beta, 0.0..=0.99, 0.01),
            Setting::real("rate", "rate η", rate, 0.01..=0.5, 0.01),
        ]
    }

    fn run(&self) -> Outcome {
        let surface = Quadratic::new(array![1.0, 4.0]).expect("two curvatures");
        let theta = array![self.x, self.y];
        let step = array![self.tip_x, self.tip_y] - &theta;
        let ahead = &theta + self.beta * &step;
        let corrected = |gradient: Array1<f64>| &ahead - self.rate * gradient;
        let momentum = corrected(surface.gradient(&theta));
        let nesterov = corrected(surface.gradient(&ahead));
        Outcome {
            landscape: Landscape::of(&surface),
            here: place(&surface, &theta),
            tip: [self.tip_x, self.tip_y],
            ahead: place(&surface, &ahead),
            momentum: place(&surface, &momentum),
            nesterov: place(&surface, &nesterov),
            beta: self.beta,
            rate: self.rate,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["point", "θ₁", "θ₂", "loss", "gradient"];
        let mut table = Table::new("One step, taken apart", &headings);
        for (name, place) in [
            ("θ", outcome.here),
            ("ahead, θ − ηβv", outcome.ahead),
            ("next, momentum", outcome.momentum),
            ("next, Nesterov", outcome.nesterov),
        ] {
            let [g1, g2] = place.gradient.map(|entry| crate::report::number(entry, 2));
            table.row(vec![
                name.into(),
                Cell::number(place.at[0], 2),
                Cell::number(place.at[1], 2),
                Cell::number(place.loss, 2),
                Cell::Number(format!("({g1}, {g2})")),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optimizers::{LookAhead, Momentum, Optimizer};

    /// Walks two steps, and looks at the second in the picture.
    #[test]
    fn it_is_a_step_of_the_optimizers() {
        let surface = Quadratic::new(array![1.0, 4.0]).unwrap();
        let (rate, beta, start) = (0.15, 0.9, array![4.0, 2.0]);
        let first = &start - rate * surface.gradient(&start);
        let tip = &first + &first - &start;
        let outcome =
            Config { x: first[0], y: first[1], tip_x: tip[0], tip_y: tip[1], beta, rate }
                .run();
        let mut momentum = Momentum::new(beta).unwrap();
        let mut look_ahead = LookAhead::new(beta).unwrap();
        let (mut by_momentum, mut by_nesterov) = (start.clone(), start);
        for _ in 0..2 {
            let gradient = surface.gradient(&by_momentum);
            momentum.step(rate, &mut by_momentum, &gradient);
            look_ahead.step(rate, &mut by_nesterov, |theta| surface.gradient(theta));
        }
        for coordinate in 0..2 {
            // A few roundings of numbers below ten.
            let momentum = outcome.momentum.at[coordinate] - by_momentum[coordinate];
            let nesterov = outcome.nesterov.at[coordinate] - by_nesterov[coordinate];
            assert!(momentum.abs() < 1e-14 && nesterov.abs() < 1e-14);
        }
    }
}
