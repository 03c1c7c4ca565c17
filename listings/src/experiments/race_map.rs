//! How far momentum comes at every rate and every β: a map.

use super::race_sweep::least;
use super::{Experiment, Setting};
use crate::optimizers::{Momentum, Optimizer};
use crate::report::{Cell, Field, Table};
use crate::surfaces::{Surface, all};
use ndarray::Array1;
use serde::Serialize;

/// The lowest and the highest rate of the map.
pub const RATES: [f64; 2] = [1e-4, 1.0];

/// The largest β of the map.
pub const LARGEST: f64 = 0.99;

/// L − L* of the map goes no lower: 10 to this power.
pub const FLOOR: f64 = -16.0;

const COLUMNS: usize = 65;
const ROWS: usize = 23;

/// A surface, steps, and the reader's pair.
#[derive(Clone, Debug)]
pub struct Config {
    /// Which of [`all`] surfaces, counted from 1.
    pub surface: usize,
    /// Steps of each walk.
    pub steps: usize,
    /// log₁₀ η of the reader's walk.
    pub exponent: f64,
    /// β of the reader's walk.
    pub beta: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { surface: 2, steps: 30, exponent: -1.0, beta: 0.9 }
    }
}

/// The map, and the reader's place on it.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The surface's name.
    pub surface: &'static str,
    /// Steps.
    pub steps: usize,
    /// log₁₀ (L − L*) over (log₁₀ η, β); not a number where the walk diverged.
    #[serde(skip)]
    pub map: Field,
    /// log₁₀ η.
    pub exponent: f64,
    /// β.
    pub beta: f64,
    /// log₁₀ (L − L*) after the reader's walk; none where it diverged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub here: Option<f64>,
    /// The best of the map.
    pub best: Place,
    /// The best without momentum.
    pub without: Place,
    /// The share of the map that diverged.
    pub diverged: f64,
}

/// A place of the map.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Place {
    /// η.
    pub rate: f64,
    /// β.
    pub beta: f64,
    /// log₁₀ (L − L*).
    pub exponent: f64,
}

/// log₁₀ (L − L*) after so many steps of momentum, not below [`FLOOR`]; none where the
/// walk left the finite numbers, or is higher than where it began.
fn reached(surface: &dyn Surface, rate: f64, beta: f64, steps: usize) -> Option<f64> {
    let mut momentum = Momentum::new(beta).expect("β is in [0, 1)");
    let least = least(surface);
    let start: Array1<f64> = surface.start();
    let first = surface.value(&start) - least;
    let mut theta = start;
    for _ in 0..steps {
        let gradient = surface.gradient(&theta);
        momentum.step(rate, &mut theta, &gradient);
    }
    let excess = surface.value(&theta) - least;
    (excess <= first).then(|| excess.log10().max(FLOOR))
}

impl Experiment for Config {
    const NAME: &'static str = "race-map";
    const QUESTION: &'static str =
        "How do rate and momentum decide together how far a walk comes?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let surfaces = all().len();
        let [low, high] = RATES.map(f64::log10);
        vec![
            Setting::count("surface", "surface", &mut self.surface, 1..=surfaces),
            Setting::count("steps", "steps", &mut self.steps, 10..=1000).logarithmic(),
            Setting::real(
                "exponent",
                "rate, log₁₀ η",
                &mut self.exponent,
                low..=high,
                0.05,
            ),
            Setting::real("beta", "momentum β", &mut self.beta, 0.0..=LARGEST, 0.01),
        ]
    }

    fn run(&self) -> Outcome {
        let surface = all().swap_remove(self.surface - 1);
        let surface = surface.as_ref();
        let [low, high] = RATES.map(f64::log10);
        let map =
            Field::sample(low..high, 0.0..LARGEST, COLUMNS, ROWS, |exponent, beta| {
                reached(surface, 10_f64.powf(exponent), beta, self.steps)
                    .unwrap_or(f64::NAN)
            });
        // The least of some rows of the map.
        let best = |rows: usize| {
            let places = (0..rows).flat_map(|row| (0..COLUMNS).map(move |c| (row, c)));
            let known =
                places.filter(|&(row, column)| !map.values[[row, column]].is_nan());
            let least = known.min_by(|&(a, b), &(c, d)| {
                map.values[[a, b]].total_cmp(&map.values[[c, d]])
            });
            let (row, column) = least.expect("the lowest rate diverges nowhere");
            let (exponent, beta) = map.point(row, column);
            let rate = 10_f64.powf(exponent);
            Place { rate, beta, exponent: map.values[[row, column]] }
        };
        let diverged = map.values.iter().filter(|value| value.is_nan()).count();
        Outcome {
            surface: surface.name(),
            steps: self.steps,
            exponent: self.exponent,
            beta: self.beta,
            here: reached(surface, 10_f64.powf(self.exponent), self.beta, self.steps),
            best: best(ROWS),
            without: best(1),
            diverged: diverged as f64 / map.values.len() as f64,
            map,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["walk", "rate η", "β", "log₁₀ (L − L*)"];
        let title = format!("{}, after {} steps", outcome.surface, outcome.steps);
        let mut table = Table::new(title, &headings);
        let yours =
            outcome.here.map_or(Cell::Number("diverged".to_string()), |exponent| {
                Cell::number(exponent, 1)
            });
        table.row(vec![
            "yours".into(),
            Cell::number(10_f64.powf(outcome.exponent), 4),
            Cell::number(outcome.beta, 2),
            yours,
        ]);
        for (name, place) in
            [("the best", outcome.best), ("the best without momentum", outcome.without)]
        {
            table.row(vec![
                name.into(),
                Cell::number(place.rate, 4),
                Cell::number(place.beta, 2),
                Cell::number(place.exponent, 1),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_border_of_the_map_is_that_of_theory() {
        // On a quadratic momentum converges for η < 2(1 + β)/λ; the ravine has λ = 20.
        let ravine = &all()[1];
        for beta in [0.0, 0.5, 0.9] {
            let border = 2.0 * (1.0 + beta) / 20.0;
            let at = |rate| reached(ravine.as_ref(), rate, beta, 2000);
            assert!(at(0.95 * border).unwrap() < -2.0, "{beta}");
            assert!(at(1.05 * border).is_none(), "{beta}");
        }
    }

    #[test]
    fn momentum_is_no_worse_than_none_at_the_best_of_each() {
        let outcome = Config::default().run();
        assert!(outcome.best.exponent <= outcome.without.exponent);
        assert_eq!(outcome.without.beta, 0.0);
    }
}
