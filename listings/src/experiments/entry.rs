//! An experiment without its types, for the registry.

use super::{Control, Experiment, SettingError, Settings};
use crate::report::Table;
use serde_json::Value;
use std::any::Any;
use std::sync::Arc;

/// The outcome of a run, without its type.
#[derive(Clone)]
pub struct Outcome {
    /// The outcome itself, for a figure that knows its type.
    pub value: Arc<dyn Any + Send + Sync>,
    /// Its fields, for a sentence that quotes one. Non-finite numbers are null.
    pub fields: Value,
    /// Its table.
    pub table: Table,
}

/// An experiment without its types.
#[derive(Clone)]
pub struct Entry {
    /// [`Experiment::NAME`].
    pub name: &'static str,
    /// [`Experiment::QUESTION`].
    pub question: &'static str,
    /// What the reader may change, at its default.
    pub controls: Vec<Control>,
    check: fn(&Settings) -> Result<(), SettingError>,
    run: fn(&Settings) -> Result<Outcome, SettingError>,
}

impl Entry {
    /// The entry of a configuration type.
    pub fn of<E: Experiment>() -> Self {
        Self {
            name: E::NAME,
            question: E::QUESTION,
            controls: Control::of(&mut E::default()),
            check: |settings| E::with(settings).map(drop),
            run: |settings| {
                let outcome = E::with(settings)?.run();
                Ok(Outcome {
                    fields: serde_json::to_value(&outcome)
                        .expect("an outcome is plain data"),
                    table: E::table(&outcome),
                    value: Arc::new(outcome),
                })
            },
        }
    }

    /// Checks settings without running.
    ///
    /// # Errors
    /// [`SettingError`] for a setting that does not exist, or a value outside its
    /// range.
    pub fn check(&self, settings: &Settings) -> Result<(), SettingError> {
        (self.check)(settings)
    }

    /// Runs the experiment with some settings changed.
    ///
    /// # Errors
    /// [`SettingError`] for a setting that does not exist, or a value outside its
    /// range.
    pub fn run(&self, settings: &Settings) -> Result<Outcome, SettingError> {
        (self.run)(settings)
    }
}
