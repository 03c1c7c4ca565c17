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
