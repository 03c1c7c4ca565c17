//! What the exercises of Project B are built from: small optimizers that say which step
//! they would take, layers that have one each, and an optimizer that changes its rule.

use std::fmt;
use std::ops::Range;

use ndarray::Array1;

use crate::observation::Seen;

/// How a [`Member`] makes a step p of the gradients g that it has seen; η is its rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// p = −ηg.
    Descent,
    /// v ← 0.9 v + g and p = −ηv.
    Momentum,
    /// p = −η m̂ / (√v̂ + ε), with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.
    Adam,
}

/// An optimizer that steps in two acts: it observes a gradient, and then it says which
/// step it would take. Whether that step is taken is for somebody else to decide.
#[derive(Clone, Debug)]
pub struct Member {
    rule: Rule,
    rate: f64,
    /// g, v or m.
    first: Array1<f64>,
    /// Adam's v.
    second: Array1<f64>,
    observed: i32,
}

impl Member {
    /// A member for so many parameters that has seen nothing yet.
    pub fn new(rule: Rule, rate: f64, parameters: usize) -> Self {
        let zero = Array1::zeros(parameters);
        Self { rule, rate, first: zero.clone(), second: zero, observed: 0 }
    }

    /// Takes in the gradient of one step: all that it remembers advances.
    ///
    /// # Panics
    /// If the gradient is not as long as the member has parameters.
    pub fn observe(&mut self, gradient: &Array1<f64>) {
        let (parameters, others) = (self.first.len(), gradient.len());
        assert_eq!(
            parameters, others,
            "a member of {parameters} parameters, but a gradient of {others}"
        );
        self.observed += 1;
        match self.rule {
            Rule::Descent => self.first.assign(gradient),
            Rule::Momentum => self.first = 0.9 * &self.first + gradient,
            Rule::Adam => {
                self.first = 0.9 * &self.first + 0.1 * gradient;
                self.second = 0.999 * &self.second + 0.001 * (gradient * gradient);
            }
        }
    }

    /// The step p, to be *added* to θ, after all that it has observed; zero before the
    /// first gradient.
    pub fn step(&self) -> Array1<f64> {
        match self.rule {
            Rule::Adam if self.observed > 0 => {
                let mean = &self.first / (1.0 - 0.9_f64.powi(self.observed));
                let square = &self.second / (1.0 - 0.999_f64.powi(self.observed));
                -self.rate * mean / (square.sqrt() + 1e-8)
            }
            _ => -self.rate * &self.first,
        }
    }
}

/// A range of θ, its name, and the member that steps it.
#[derive(Clone, Debug)]
pub struct Layer {
    /// What to call it in an error.
    pub name: &'static str,
    /// Its parameters.
    pub range: Range<usize>,
    /// Who steps them.
    pub member: Member,
}

/// Why layers are no partition of the parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RangeFault {
    /// A layer without parameters.
    Empty {
        /// The layer.
        name: &'static str,
    },
    /// A layer that ends beyond the last parameter.
    Beyond {
        /// The layer.
        name: &'static str,
        /// How many parameters there are.
        parameters: usize,
    },
    /// Parameters that two layers would step.
    Overlap {
        /// The layer that starts first.
        first: &'static str,
        /// The other one.
        second: &'static str,
    },
    /// Parameters that no layer would step.
    Gap {
        /// Which they are.
        range: Range<usize>,
    },
}

impl fmt::Display for RangeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty { name } => write!(f, "layer {name} is empty"),
            Self::Beyond { name, parameters } => {
                write!(f, "layer {name} ends beyond the {parameters} parameters")
            }
            Self::Overlap { first, second } => {
                write!(f, "layers {first} and {second} overlap")
            }
            Self::Gap { range } => write!(f, "no layer has the parameters {range:?}"),
        }
    }
}

impl From<Result<(), RangeFault>> for Seen {
    fn from(result: Result<(), RangeFault>) -> Self {
        Self::Word(match result {
            Ok(()) => "Ok".to_owned(),
            Err(fault) => format!("Err: {fault}"),
        })
    }
}

impl From<Option<f64>> for Seen {
    fn from(number: Option<f64>) -> Self {
        number.map_or_else(|| Self::Word("None".to_owned()), Self::Number)
    }
}

/// An optimizer that begins as Adam and goes on as momentum, with all that it remembers.
#[derive(Clone, Debug)]
pub struct Switching {
    /// Adam's rate.
    pub rate: f64,
    /// P, the number of losses in each of the two means that are compared.
    pub window: usize,
    /// The least relative improvement that counts as progress.
    pub threshold: f64,
    /// The loss of each step so far.
    pub losses: Vec<f64>,
    /// Which rule it has, and the state of that rule.
    pub phase: Phase,
}

/// The rule of [`Switching`].
#[derive(Clone, Debug)]
pub enum Phase {
    /// The first rule.
    Adam {
        /// m, before its correction.
        first: Array1<f64>,
        /// v, before its correction.
        second: Array1<f64>,
        /// t, the gradients in both.
        steps: i32,
        /// γ of the latest step that had one.
        gamma: Option<f64>,
    },
    /// The second rule: v ← 0.9 v + g, θ ← θ − ηv.
    Momentum {
        /// v.
        velocity: Array1<f64>,
        /// η.
        rate: f64,
    },
}

impl Switching {
    /// One for so many parameters that has not stepped yet.
    pub fn new(parameters: usize, rate: f64, window: usize, threshold: f64) -> Self {
        let zero = Array1::zeros(parameters);
        let phase =
            Phase::Adam { first: zero.clone(), second: zero, steps: 0, gamma: None };
        Self { rate, window, threshold, losses: Vec::new(), phase }
    }
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    /// What a member of one parameter proposes after each of these gradients.
    fn steps(rule: Rule, gradients: &[f64]) -> Vec<f64> {
        let mut member = Member::new(rule, 0.1, 1);
        assert_eq!(member.step(), array![0.0]);
        let mut step = |&gradient: &f64| {
            member.observe(&array![gradient]);
            member.step()[0]
        };
        gradients.iter().map(&mut step).collect()
    }

    #[test]
    fn members_step_by_their_rules() {
        let close = |got: Vec<f64>, expected: &[f64]| {
            let near = |(a, b): (&f64, &f64)| (a - b).abs() < 1e-8;
            assert!(got.iter().zip(expected).all(near), "{got:?}, by hand {expected:?}");
        };
        close(steps(Rule::Descent, &[2.0, -1.0]), &[-0.2, 0.1]);
        close(steps(Rule::Momentum, &[2.0, -1.0]), &[-0.2, -0.08]);
        // A constant gradient: both corrected means are its own, and the step is η long.
        close(steps(Rule::Adam, &[3.0, 3.0, 3.0]), &[-0.1, -0.1, -0.1]);
    }

    #[test]
    #[should_panic(expected = "a member of 2 parameters, but a gradient of 3")]
    fn a_gradient_of_another_length_is_refused() {
        Member::new(Rule::Descent, 0.1, 2).observe(&array![1.0, 2.0, 3.0]);
    }

    #[test]
    fn faults_name_the_layers_and_the_parameters() {
        let overlap = RangeFault::Overlap { first: "body", second: "head" };
        assert_eq!(overlap.to_string(), "layers body and head overlap");
        let gap = RangeFault::Gap { range: 3..5 };
        assert_eq!(gap.to_string(), "no layer has the parameters 3..5");
        let beyond = RangeFault::Beyond { name: "head", parameters: 6 };
        assert_eq!(beyond.to_string(), "layer head ends beyond the 6 parameters");
    }
}
