//! Exponential decay in its three parametrizations: set one, read the others.

use super::schedule_curve::{Curve, sampled, written};
use super::{Experiment, Setting};
use crate::error::ParameterError;
use crate::report::{Cell, Format, Table, number};
use crate::schedules::{ExponentialDecay, Schedule, StepDecay};
use serde::Serialize;

/// The curve is so many times s long.
pub const LENGTHS: usize = 18;

/// The factors d that can be set.
pub const FACTORS: (f64, f64) = (0.5, 1.0);

/// The room of a character below a ruler, in units of d.
const CHARACTER: f64 = 0.012;

/// η₀, d and s.
#[derive(Clone, Debug)]
pub struct Config {
    /// η₀.
    pub initial: f64,
    /// d, the factor in s steps.
    pub factor: f64,
    /// s.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { initial: 0.1, factor: 0.96, steps: 100 }
    }
}

/// One schedule in three forms.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η₀.
    pub initial: f64,
    /// d.
    pub factor: f64,
    /// s.
    pub steps: usize,
    /// γ, the factor of one step.
    pub per_step: f64,
    /// k = −ln γ.
    pub constant: f64,
    /// ln 2 / k, in steps.
    pub half_life: f64,
    /// η₀/(1 − γ), the sum of all rates.
    pub reach: f64,
    /// The rates at 0, s and 2s.
    pub first: [f64; 3],
    /// The curve over 18 s steps.
    pub smooth: Curve,
    /// The same with a staircase, as Keras and optax offer it.
    pub staircase: Curve,
    /// The greatest relative difference between two of the three forms.
    pub apart: f64,
    /// Rows of the table: step, and the rate from each form.
    pub rows: Vec<(usize, [f64; 3])>,
    /// For each ruler the marks, (d, text): γ, k and the half-life.
    #[serde(skip)]
    pub rulers: [Vec<(f64, String)>; 3],
}

// ANCHOR: forms
/// One schedule, built from each of its three pairs of parameters.
fn three_forms(
    initial: f64,
    factor: f64,
    steps: usize,
) -> Result<[ExponentialDecay; 3], ParameterError> {
    let every = ExponentialDecay::every(initial, factor, steps)?;
    let per_step = ExponentialDecay::per_step(initial, every.factor())?;
    let with_constant = ExponentialDecay::with_constant(initial, every.constant())?;
    Ok([every, per_step, with_constant])
}
// ANCHOR_END: forms

/// Marks on a ruler along d: of the values in turn, those far enough from the others.
fn marks(
    values: &[f64],
    factor_of: impl Fn(f64) -> f64,
    text: impl Fn(f64) -> String,
) -> Vec<(f64, String)> {
    let (low, high) = FACTORS;
    let mut marks: Vec<(f64, String)> = Vec::new();
    for &value in values {
        let (at, text) = (factor_of(value), text(value));
        let room = |text: &str| 0.5 * CHARACTER * (text.chars().count() + 1) as f64;
        let free = marks
            .iter()
            .all(|(other, beside)| (at - other).abs() > room(&text) + room(beside));
        // At the right end stands no decay at all, which has no mark.
        if free && at > low && at < high - 0.01 {
            marks.push((at, text));
        }
    }
    marks
}

/// 1, 2 and 5 times each power of ten in a range of exponents, powers of ten first.
fn round_numbers(exponents: std::ops::RangeInclusive<i32>) -> Vec<f64> {
    let powers: Vec<f64> = exponents.map(|exponent| 10_f64.powi(exponent)).collect();
    let times = |factor: f64| powers.iter().map(move |power| factor * power);
    times(1.0).chain(times(2.0)).chain(times(5.0)).collect()
}

impl Experiment for Config {
    const NAME: &'static str = "exponential-forms";
    const QUESTION: &'static str =
        "How do the three parametrizations of exponential decay translate?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { initial, factor, steps } = self;
        vec![
            Setting::real("factor", "d, the factor in s steps", factor, 0.5..=0.99, 0.01),
            Setting::count("steps", "s, in steps", steps, 1..=10_000).logarithmic(),
            Setting::real("initial", "initial rate η₀", initial, 0.001..=1.0, 0.001)
                .logarithmic(),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { initial, factor, steps } = *self;
        let range = "the ranges of the settings";
        let forms = three_forms(initial, factor, steps).expect(range);
        let every = forms[0];
        let staircase = StepDecay::new(initial, factor, steps).expect(range);
        let rates = |step| forms.map(|schedule| schedule.rate(step));
        let rows: Vec<(usize, [f64; 3])> = [0, 1, 2, 5, 10, 20]
            .map(|times| (times * steps, rates(times * steps)))
            .into();
        let apart = rows
            .iter()
            .flat_map(|(_, rates)| rates.map(|rate| (rate / rates[0] - 1.0).abs()));
        let length = steps as f64;
        Outcome {
            initial,
            factor,
            steps,
            per_step: every.factor(),
            constant: every.constant(),
            half_life: every.half_life(),
            reach: initial / (1.0 - every.factor()),
            first: [0, steps, 2 * steps].map(|step| every.rate(step)),
            smooth: sampled(&every, LENGTHS * steps + 1),
            staircase: sampled(&staircase, LENGTHS * steps + 1),
            apart: apart.fold(0.0, f64::max),
            rows,
            rulers: [
                marks(
                    &round_numbers(-9..=-1).iter().map(|x| 1.0 - x).collect::<Vec<_>>(),
                    |factor| factor.powf(length),
                    // All digits: 0.9998 is not 1.
                    |factor| Format::default().apply((factor * 1e9).round() / 1e9),
                ),
                marks(
                    &round_numbers(-7..=0),
                    |constant| (-constant * length).exp(),
                    written,
                ),
                marks(
                    &round_numbers(-1..=7),
                    |half_life| 0.5_f64.powf(length / half_life),
                    written,
                ),
            ],
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["step", "η₀ d^(t/s)", "η₀ γ^t", "η₀ e^(−kt)"];
        let title = format!(
            "d = {} in s = {} steps, γ = {}, k = {}",
            outcome.factor,
            outcome.steps,
            number(outcome.per_step, 6),
            written(outcome.constant)
        );
        let mut table = Table::new(title, &headings);
        for (step, rates) in &outcome.rows {
            let mut cells = vec![Cell::Text(step.to_string())];
            cells.extend(rates.map(|rate| Cell::number(rate, 4)));
            table.row(cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_agree_at_every_setting() {
        for factor in [0.5, 0.96, 0.999] {
            for steps in [1, 100, 10_000] {
                let outcome = Config { factor, steps, initial: 0.1 }.run();
                // γ is rounded once, by half a unit of 1.1e-16, and raised to at most
                // 200 000.
                assert!(outcome.apart < 5e-11, "{factor}, {steps}: {}", outcome.apart);
                assert!(outcome.rulers.iter().all(|marks| !marks.is_empty()));
            }
        }
    }

    #[test]
    fn one_less_gamma_is_not_the_constant() {
        // The chapter's "nearly nine percent".
        let ratio = (-4.0_f64).exp() / 0.96_f64.powi(100);
        assert!((1.08..1.09).contains(&ratio), "{ratio}");
    }

    #[test]
    fn a_mark_stands_where_its_number_has_that_factor() {
        let outcome = Config { steps: 1, ..Config::default() }.run();
        // s = 1: γ is d itself.
        assert!(
            outcome.rulers[0]
                .iter()
                .all(|(at, text)| { (text.parse::<f64>().unwrap() - at).abs() < 1e-12 })
        );
        let half = outcome.rulers[2].iter().find(|(_, text)| text == "10").unwrap();
        assert!((half.0 - 0.5_f64.powf(0.1)).abs() < 1e-12);
    }
}
