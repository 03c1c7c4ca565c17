//! The trait that every configuration implements.

use super::{Setting, SettingError, Settings};
use crate::report::Table;
use serde::Serialize;

/// A configuration that can be run: everything the outcome depends on, the seed
/// included.
///
/// The same configuration gives the same outcome, always.
pub trait Experiment: Clone + Default + Send + 'static {
    /// The one name everywhere: command line, directives, addresses. Kebab case, as the
    /// file is in snake case.
    const NAME: &'static str;

    /// What the experiment asks, as a question.
    const QUESTION: &'static str;

    /// What a run computes; its fields are what a chapter may quote.
    type Outcome: Serialize + Send + Sync + 'static;

    /// What the reader may change, with ranges: sliders in the page, `--set` on the
    /// command line.
    fn settings(&mut self) -> Vec<Setting<'_>>;

    /// Runs the experiment. A run that diverges says so in its outcome.
    fn run(&self) -> Self::Outcome;

    /// The same run in slices, for an experiment that takes longer than a frame; `None`
    /// for one that does not.
    ///
    /// An experiment with slices implements [`run`](Self::run) as [`finish`] of them, so
    /// that both are one computation.
    fn start(&self) -> Option<Box<dyn Run<Self::Outcome>>> {
        None
    }

    /// The outcome as a table.
    fn table(outcome: &Self::Outcome) -> Table;

    /// The default configuration with some settings changed.
    ///
    /// # Errors
    /// [`SettingError`] for a setting that does not exist, or a value outside its
    /// range.
    fn with(settings: &Settings) -> Result<Self, SettingError> {
        let mut config = Self::default();
        settings.apply(Self::NAME, config.settings())?;
        Ok(config)
    }
}

/// A run in slices: a page shows what it has found so far, and gives way in between.
pub trait Run<Outcome> {
    /// Goes on for one slice, such as one step of training: a few milliseconds at most.
    /// A run that is done, or has diverged, stays as it is.
    fn advance(&mut self);

    /// From 0 at the start to exactly 1 when done.
    fn progress(&self) -> f64;

    /// What has been found so far, in the form of the whole outcome.
    fn outcome(&self) -> Outcome;
}

/// Runs to the end.
pub fn finish<Outcome>(mut run: Box<dyn Run<Outcome>>) -> Outcome {
    while run.progress() < 1.0 {
        run.advance();
    }
    run.outcome()
}
