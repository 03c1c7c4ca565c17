//! What a checker sees of an answer: labeled results on fixed inputs.

use std::any::Any;
use std::cell::Cell;
use std::fmt;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use ndarray::Array1;

/// What an answer gave for one input.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    /// A number.
    Number(f64),
    /// The elements of an array in order.
    Numbers(Vec<f64>),
    /// A choice among named alternatives.
    Word(String),
    /// The answer panicked, with this message.
    Panic(String),
    /// The answer is still `todo!()`.
    Todo,
}

/// One labeled result of an answer.
#[derive(Clone, Debug)]
pub struct Observation {
    /// The call that gave the result, such as `value(residual = -3, delta = 1)`. The name
    /// before the parenthesis is the [part](Self::part) of the answer that is observed.
    pub label: String,
    /// The result.
    pub seen: Seen,
}

impl Observation {
    /// Calls `answer` and records what it gives, or how it panicked.
    pub fn of<S: Into<Seen>>(
        label: impl Into<String>,
        answer: impl FnOnce() -> S,
    ) -> Self {
        Self { label: label.into(), seen: call(answer) }
    }

    /// The function of the answer that gave this result. Mistakes are recognized part by
    /// part, because two functions of one answer can be wrong for two different reasons.
    pub fn part(&self) -> &str {
        self.label.split('(').next().unwrap_or_default()
    }
}

impl Seen {
    /// Whether two results agree: as many numbers, each within `tolerance` (NaN and the
    /// infinities agree only with themselves), the same word, the same panic.
    pub fn agrees(&self, other: &Self, tolerance: f64) -> bool {
        let close = |a: f64, b: f64| {
            a == b || (a - b).abs() <= tolerance || (a.is_nan() && b.is_nan())
        };
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => close(*a, *b),
            (Self::Numbers(a), Self::Numbers(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(&a, &b)| close(a, b))
            }
            _ => self == other,
        }
    }

    /// Whether this can be a right answer at all: finite numbers or a word.
    pub fn is_sound(&self) -> bool {
        match self {
            Self::Number(number) => number.is_finite(),
            Self::Numbers(numbers) => numbers.iter().all(|number| number.is_finite()),
            Self::Word(_) => true,
            Self::Panic(_) | Self::Todo => false,
        }
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => f.write_str(&short(*number)),
            Self::Numbers(numbers) => {
                let numbers: Vec<_> =
                    numbers.iter().map(|&number| short(number)).collect();
                write!(f, "[{}]", numbers.join(", "))
            }
            Self::Word(word) => f.write_str(word),
            Self::Panic(message) => write!(f, "a panic: {message}"),
            Self::Todo => f.write_str("todo!()"),
        }
    }
}

/// Eight significant digits: enough to tell a wrong answer from a right one, few enough
/// to hide rounding.
fn short(number: f64) -> String {
    let rounded: f64 = format!("{number:.7e}").parse().unwrap_or(number);
    let text = format!("{rounded:?}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

impl From<f64> for Seen {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl<const N: usize> From<[f64; N]> for Seen {
    fn from(numbers: [f64; N]) -> Self {
        Self::Numbers(numbers.to_vec())
    }
}

impl From<Array1<f64>> for Seen {
    fn from(numbers: Array1<f64>) -> Self {
        Self::Numbers(numbers.to_vec())
    }
}

thread_local! {
    /// Whether a panic on this thread is an answer's, which the verdict quotes, so that
    /// the hook need not print it.
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

fn call<S: Into<Seen>>(answer: impl FnOnce() -> S) -> Seen {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                usual(info);
            }
        }));
    });
    QUIET.set(true);
    let result = panic::catch_unwind(AssertUnwindSafe(answer));
    QUIET.set(false);
    match result {
        Ok(seen) => seen.into(),
        Err(payload) => match message(payload.as_ref()) {
            text if text.starts_with("not yet implemented") => Seen::Todo,
            text => Seen::Panic(text.to_owned()),
        },
    }
}

fn message(payload: &(dyn Any + Send)) -> &str {
    match payload.downcast_ref::<&str>() {
        Some(text) => text,
        None => payload.downcast_ref::<String>().map_or("(no message)", String::as_str),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn todo_and_other_panics_are_told_apart() {
        assert_eq!(Observation::of("f()", || -> f64 { todo!() }).seen, Seen::Todo);
        assert_eq!(Observation::of("f()", || -> f64 { todo!("later") }).seen, Seen::Todo);
        assert_eq!(
            Observation::of("f()", || -> f64 { panic!("n = {}", 0) }).seen,
            Seen::Panic("n = 0".to_owned())
        );
    }

    #[test]
    fn numbers_agree_within_the_tolerance_and_in_length() {
        let one = Seen::from(1.0);
        assert!(one.agrees(&Seen::from(1.005), 0.01));
        assert!(!one.agrees(&Seen::from(1.02), 0.01));
        let array = Seen::from([1.0, 2.0]);
        assert!(array.agrees(&Seen::from([1.0, 2.005]), 0.01));
        assert!(!array.agrees(&Seen::from([1.0]), 0.01));
        assert!(!array.agrees(&Seen::from([1.0, 2.0, 3.0]), 0.01));
        assert!(!one.agrees(&Seen::from(f64::NAN), 0.01));
        assert!(Seen::from(f64::NAN).agrees(&Seen::from(f64::NAN), 0.01));
        assert!(Seen::from(f64::INFINITY).agrees(&Seen::from(f64::INFINITY), 0.01));
        assert!(!Seen::from(f64::INFINITY).agrees(&Seen::from(f64::NEG_INFINITY), 0.01));
    }

    #[test]
    fn only_finite_numbers_and_words_are_sound() {
        assert!(Seen::from([0.0, -1.0]).is_sound());
        assert!(Seen::Word("Huber".to_owned()).is_sound());
        assert!(!Seen::from([0.0, f64::NAN]).is_sound());
        assert!(!Seen::from(f64::INFINITY).is_sound());
        assert!(!Seen::Todo.is_sound());
    }

    #[test]
    fn numbers_are_shown_without_rounding_noise() {
        assert_eq!(Seen::from(0.1 + 0.2).to_string(), "0.3");
        assert_eq!(Seen::from([418.0, 1e-300]).to_string(), "[418, 1e-300]");
        assert_eq!(Seen::from([1.0]).to_string(), "[1]");
    }

    #[test]
    fn the_part_is_the_called_function() {
        assert_eq!(Observation::of("gradient(r = 1)", || 1.0).part(), "gradient");
    }
}
