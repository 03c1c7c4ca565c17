//! Parameter groups: one optimizer over several ranges of θ, each range with an optimizer
//! of its own.
//!
//! θ = (θ₁, …, θ_K), the ranges one after the other. Range k steps by its own rule, at the
//! rate ηfₖ from its part gₖ of the gradient; fₖ ≥ 0 is its rate factor.
//!
//! Decay is a matter of the group's optimizer: put [`DecoupledDecay`](super::DecoupledDecay)
//! around it. For a rule that looks at each coordinate alone, groups change nothing; for
//! one that takes a norm, as [`Lars`](super::Lars), [`Lamb`](super::Lamb) and
//! [`Muon`](super::Muon) do, the groups say what it is the norm of.
//!
//! Groups of one kind of optimizer can be copied, compared and saved, as the optimizer can;
//! groups of any kinds cannot, because nobody knows of what kind a saved one was.
//!
//! **Convention.** Every parameter is in exactly one group, in the order of θ. PyTorch's
//! `param_groups` hold a rate and hyperparameters for each group, under one rule; optax's
//! `partition` gives each group a rule of its own, as here.

use super::Optimizer;
use super::optimizer::check_step;
use crate::error::{ParameterError, non_negative};
use ndarray::{Array1, s};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;

// ANCHOR: group
/// A range of θ, and how it is trained: by one kind of optimizer, or by any.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Group<O = Box<dyn Optimizer>> {
    range: Range<usize>,
    rate_factor: f64,
    optimizer: O,
}

impl Group {
    /// The parameters of `range`, stepped by `optimizer` at the rate of the step, among
    /// groups of any kind.
    pub fn new(range: Range<usize>, optimizer: impl Optimizer + 'static) -> Self {
        Self::of(range, Box::new(optimizer))
    }
}

impl<O: Optimizer> Group<O> {
    /// The same, among groups of this kind of optimizer.
    pub fn of(range: Range<usize>, optimizer: O) -> Self {
        Self { range, rate_factor: 1.0, optimizer }
    }

    /// Multiplies the rate of every step by f; at f = 0 the range stays as it is.
    ///
    /// # Errors
    /// [`ParameterError`] unless f is in [0, ∞).
    pub fn with_rate_factor(mut self, factor: f64) -> Result<Self, ParameterError> {
        self.rate_factor = non_negative("rate_factor", factor)?;
        Ok(self)
    }
}
// ANCHOR_END: group

// ANCHOR: parameter_groups
/// Several optimizers as one, each on a range of θ.
///
/// ```
/// use listings::optimizers::{GradientDescent, Group, Optimizer, ParameterGroups};
/// use ndarray::array;
///
/// let weights = Group::new(0..2, GradientDescent);
/// let biases = Group::new(2..3, GradientDescent).with_rate_factor(10.0)?;
/// let mut optimizer = ParameterGroups::new(vec![weights, biases])?;
/// let mut theta = array![1.0, 1.0, 1.0];
/// optimizer.step(0.1, &mut theta, &array![1.0, 2.0, 3.0]);
/// assert_eq!(theta, array![0.9, 0.8, -2.0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct ParameterGroups<O = Box<dyn Optimizer>> {
    groups: Vec<Group<O>>,
}

impl<O: Optimizer> ParameterGroups<O> {
    /// An optimizer of these groups.
    ///
    /// # Errors
    /// [`RangeError`] unless the first range starts at 0, each of the others where the
    /// one before it ends, and none is empty.
    pub fn new(groups: Vec<Group<O>>) -> Result<Self, RangeError> {
        let mut end = 0;
        for (index, group) in groups.iter().enumerate() {
            let range = group.range.clone();
            if range.start != end || range.is_empty() {
                return Err(RangeError { index, range, end });
            }
            end = range.end;
        }
        Ok(Self { groups })
    }

    /// A fresh optimizer for each of the ranges, such as the layers of a network.
    ///
    /// # Errors
    /// [`RangeError`] as in [`new`](Self::new).
    pub fn for_each(
        ranges: impl IntoIterator<Item = Range<usize>>,
        optimizer: impl Fn() -> O,
    ) -> Result<Self, RangeError> {
        let group = |range| Group::of(range, optimizer());
        Self::new(ranges.into_iter().map(group).collect())
    }
}

impl<O: Optimizer> Optimizer for ParameterGroups<O> {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        let covered = self.groups.last().map_or(0, |group| group.range.end);
        let parameters = theta.len();
        assert_eq!(
            parameters, covered,
            "{parameters} parameters, but groups of {covered}"
        );
        for group in &mut self.groups {
            let range = s![group.range.clone()];
            // A copy, because an optimizer steps a whole vector.
            let mut part = theta.slice(range).to_owned();
            let own = gradient.slice(range).to_owned();
            group.optimizer.step(rate * group.rate_factor, &mut part, &own);
            theta.slice_mut(range).assign(&part);
        }
    }

    /// What all groups remember, one after the other: of the shapes of their ranges.
    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        self.groups.iter().flat_map(|group| group.optimizer.state()).collect()
    }
}
// ANCHOR_END: parameter_groups

/// Ranges that do not cover θ one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeError {
    /// Which group, from 0.
    pub index: usize,
    /// Its range.
    pub range: Range<usize>,
    /// Where the ranges before it end.
    pub end: usize,
}

impl fmt::Display for RangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { index, range, end } = self;
        write!(
            f,
            "group {index} has the range {range:?}; it must start at {end}, where the \
             groups before it end, and hold a parameter"
        )
    }
}

impl std::error::Error for RangeError {}
