//! The 1cycle policy of three libraries, side by side.

use super::{Experiment, Setting};
use crate::conventions::{
    CycleForm, fastai_one_cycle, optax_one_cycle, optax_three_phases, pytorch_one_cycle,
    pytorch_three_phases,
};
use crate::report::{Cell, Format, Table};
use serde::Serialize;

/// The peak: what the rates are shares of.
const PEAK: f64 = 1.0;

/// T.
#[derive(Clone, Debug)]
pub struct Config {
    /// The steps of the run.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { steps: 100 }
    }
}

/// A row a library.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// T.
    pub steps: usize,
    /// PyTorch at its defaults.
    pub pytorch: Row,
    /// fastai at its defaults.
    pub fastai: Row,
    /// optax's cosine form.
    pub optax: Row,
    /// PyTorch in three phases with straight pieces.
    pub pytorch_linear: Row,
    /// optax's linear form.
    pub optax_linear: Row,
}

/// Rates over the peak.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The library and the form.
    pub name: &'static str,
    /// The step with the largest rate.
    pub top: usize,
    /// That rate.
    pub largest: f64,
    /// The rate halfway, at step T/2.
    pub halfway: f64,
    /// The rate of the last step, T − 1.
    pub last: f64,
    /// The rate of step T, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<f64>,
    /// What becomes of step T + 1.
    pub beyond: &'static str,
}

impl Outcome {
    /// All, in the order of the table.
    pub fn all(&self) -> [&Row; 5] {
        let Self { pytorch, fastai, optax, pytorch_linear, optax_linear, .. } = self;
        [pytorch, fastai, optax, pytorch_linear, optax_linear]
    }
}

fn row(
    (name, beyond): (&'static str, &'static str),
    steps: usize,
    form: CycleForm,
) -> Row {
    let rate = |step: usize| form(PEAK, steps, step).expect("a step of the run");
    let higher = |best: usize, step: usize| {
        if rate(step) > rate(best) { step } else { best }
    };
    let top = (0..steps).fold(0, higher);
    Row {
        name,
        top,
        largest: rate(top),
        halfway: rate(steps / 2),
        last: rate(steps - 1),
        after: form(PEAK, steps, steps),
        beyond,
    }
}

impl Experiment for Config {
    const NAME: &'static str = "cyclical-conventions";
    const QUESTION: &'static str = "Do three libraries mean the same by 1cycle?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("steps", "steps T", &mut self.steps, 10..=1000)]
    }

    fn run(&self) -> Outcome {
        let row = |name, beyond, form| row((name, beyond), self.steps, form);
        Outcome {
            steps: self.steps,
            pytorch: row("PyTorch, cosine", "refused", pytorch_one_cycle),
            fastai: row("fastai, cosine", "the run is over", fastai_one_cycle),
            optax: row("optax, cosine", "stays", optax_one_cycle),
            pytorch_linear: row(
                "PyTorch, linear, three phases",
                "refused",
                pytorch_three_phases,
            ),
            optax_linear: row("optax, linear", "stays", optax_three_phases),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("One cycle of {} steps in shares of the peak", outcome.steps),
            &["library", "largest at step", "at T/2", "at T − 1", "at T", "beyond"],
        );
        let format: Format = ".1e".parse().expect("a format");
        for row in outcome.all() {
            let after =
                row.after.map_or_else(|| "refused".into(), |rate| format.apply(rate));
            table.row(vec![
                row.name.into(),
                Cell::count(row.top),
                Cell::number(row.halfway, 3),
                Cell::Number(format.apply(row.last)),
                Cell::Number(after),
                row.beyond.into(),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conventions::optax_cosine;
    use crate::schedules::{OneCycle, Schedule};

    #[test]
    fn pytorchs_forms_are_those_of_the_book_within_the_run() {
        for steps in [10, 37, 100, 1000] {
            let cosine = OneCycle::new(0.3, steps).unwrap();
            let linear = cosine.linear().in_three_phases().unwrap();
            for step in 0..steps {
                // A few roundings of numbers of size 0.3.
                let near = |rate: f64, other: Option<f64>| {
                    assert!((rate - other.unwrap()).abs() < 1e-15, "{steps}: {step}");
                };
                near(cosine.rate(step), pytorch_one_cycle(0.3, steps, step));
                near(linear.rate(step), pytorch_three_phases(0.3, steps, step));
            }
        }
    }

    #[test]
    fn the_translation_to_optax_is_right_where_the_top_is_a_step() {
        for steps in [10, 20, 50, 100, 150, 1000] {
            // Half a step more than the top, so that no rounding takes it a step down.
            let share = (0.3 * steps as f64 - 0.5) / (steps as f64 - 1.0);
            for step in 0..steps {
                let optax = optax_cosine(1.0, steps - 1, share, step).unwrap();
                let pytorch = pytorch_one_cycle(1.0, steps, step).unwrap();
                // A few roundings of numbers of size one.
                assert!((optax - pytorch).abs() < 1e-14, "{steps}, step {step}");
            }
        }
    }

    #[test]
    fn the_step_after_the_last_is_worked_by_hand() {
        // PyTorch's third phase of 100 steps runs from 58 to 99: one step beyond is
        // 42/41 of the way from 1/25 to 1/250000.
        let outcome = Config::default().run();
        let expected = 0.04 + (4e-6 - 0.04) * 42.0 / 41.0;
        let after = outcome.pytorch_linear.after.unwrap();
        assert!((after - expected).abs() < 1e-15 && after < 0.0, "{after}");
        // optax: 15 of the 100 steps are left from 85, and the last is 14 of them.
        let expected = 0.04 + (4e-6 - 0.04) * 14.0 / 15.0;
        assert!((outcome.optax_linear.last - expected).abs() < 1e-15);
        let after = outcome.optax_linear.after.unwrap();
        // The difference of two numbers of size 0.04.
        assert!((after - 1.0 / 25e4).abs() < 1e-16, "{after}");
        let tops = outcome.all().map(|row| row.top);
        assert_eq!(tops, [29, 25, 30, 29, 30]);
        for (form, ends) in
            [(pytorch_one_cycle as CycleForm, true), (optax_one_cycle, false)]
        {
            assert_eq!(form(1.0, 100, 101).is_none(), ends);
        }
    }
}
