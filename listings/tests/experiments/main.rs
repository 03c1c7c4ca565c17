//! The experiments: what their settings accept and refuse, and what holds for every
//! entry of the registry.

mod probe;
mod registry;
mod settings;
