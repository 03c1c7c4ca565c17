//! One call, W and T, in the libraries that take it.

use super::{Experiment, Setting};
use crate::conventions::{
    Span, hugging_face_warmup_cosine, hugging_face_warmup_linear, keras_warmup_cosine,
    optax_warmup_cosine, paper_warmup_root, pytorch_warmup_cosine,
};
use crate::report::{Cell, Table};
use serde::Serialize;

/// What is passed.
#[derive(Clone, Debug)]
pub struct Config {
    /// W.
    pub warmup: usize,
    /// T.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { warmup: 5, steps: 25 }
    }
}

/// One row a library.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// W.
    pub warmup: usize,
    /// T.
    pub steps: usize,
    /// The steps that are looked at: 0, 1, 2, W − 1, W, T − 1, T.
    pub looked_at: [usize; 7],
    /// The rows, optax's first: the others are compared with it.
    pub rows: Vec<Row>,
}

/// The same call in one library.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The library.
    pub name: &'static str,
    /// The rate as a share of the peak at the steps of [`Outcome::looked_at`].
    pub rates: [f64; 7],
    /// The first step of 0 … T + 1 whose rate is not optax's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts_at: Option<usize>,
    /// The largest difference in these steps.
    pub parts_by: f64,
    /// The first step at the highest rate.
    pub peak_at: usize,
}

/// A schedule of a library.
type Rule = fn(Span, usize) -> f64;

/// In the order of the table.
pub const LIBRARIES: [(&str, Rule); 7] = [
    ("optax, from 0", optax_warmup_cosine),
    ("Hugging Face, cosine", hugging_face_warmup_cosine),
    ("Hugging Face, linear", hugging_face_warmup_linear),
    ("Keras, from 0", keras_warmup_cosine),
    ("PyTorch, factor 1/3", |span, step| pytorch_warmup_cosine(1.0 / 3.0, span, step)),
    ("PyTorch, factor 1/W", |span, step| {
        pytorch_warmup_cosine(1.0 / span.warmup as f64, span, step)
    }),
    ("paper, inverse root", paper_warmup_root),
];

impl Experiment for Config {
    const NAME: &'static str = "warmup-conventions";
    const QUESTION: &'static str =
        "Do warm-up libraries mean the same by their arguments?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("warmup", "W", &mut self.warmup, 1..=10),
            Setting::count("steps", "T", &mut self.steps, 20..=100),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { warmup, steps } = *self;
        let span = Span { warmup, steps };
        let looked_at = [0, 1, 2, warmup - 1, warmup, steps - 1, steps];
        let row = |(name, rule): (&'static str, Rule)| {
            let gap = |step| (rule(span, step) - optax_warmup_cosine(span, step)).abs();
            let all = 0..=steps + 1;
            let highest = all.clone().map(|step| rule(span, step)).fold(0.0, f64::max);
            Row {
                name,
                rates: looked_at.map(|step| rule(span, step)),
                // Above the rounding of a sum and a quotient.
                parts_at: all.clone().find(|&step| gap(step) > 1e-12),
                parts_by: all.clone().map(gap).fold(0.0, f64::max),
                peak_at: all
                    .clone()
                    .find(|&step| rule(span, step) > highest - 1e-12)
                    .expect("a highest rate is somewhere"),
            }
        };
        Outcome { warmup, steps, looked_at, rows: LIBRARIES.map(row).into() }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "The rate over its peak, W = {} and T = {} passed to each",
            outcome.warmup, outcome.steps
        );
        let steps = outcome.looked_at;
        let names = ["0", "1", "2", "W − 1", "W", "T − 1", "T"];
        let mut headings = vec!["library".to_string()];
        headings.extend(names.iter().zip(steps).map(|(name, step)| match name.len() {
            1 if name.starts_with(|c: char| c.is_ascii_digit()) => format!("step {name}"),
            _ => format!("{name} = {step}"),
        }));
        headings.push("parts from optax at".into());
        let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            let mut cells = vec![Cell::from(row.name)];
            cells.extend(row.rates.iter().map(|&rate| Cell::number(rate, 3)));
            let parts = row.parts_at.map_or("never".into(), |step| step.to_string());
            cells.push(Cell::Number(parts));
            table.row(cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_part_where_their_sources_say() {
        let outcome = Config::default().run();
        let parts: Vec<_> = outcome.rows.iter().map(|row| row.parts_at).collect();
        // Beyond T = 25 Hugging Face's cosine swings; its line is above the cosine after
        // one step of the decay, as Keras's longer cosine is; PyTorch and the paper do not
        // begin at 0.
        let expected = [None, Some(26), Some(6), Some(6), Some(0), Some(0), Some(0)];
        assert_eq!(parts, expected);
        let peaks: Vec<_> = outcome.rows.iter().map(|row| row.peak_at).collect();
        assert_eq!(peaks, [5, 5, 5, 5, 5, 5, 4]);
    }
}
