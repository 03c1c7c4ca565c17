//! Runs: what to run, what came out, and how to go on after a stop.
//!
//! A [`Lab`] says what to run: a configuration and a seed make a [`Run`]. A run is a pure
//! function of these two, so nothing depends on the order of runs or on the number of
//! threads. What came out is a [`Record`], a line of JSON in a [`Ledger`], written as soon as
//! it is there. To go on after a stop is to skip what is recorded.

mod alone;
mod compare;
mod execute;
mod interrupt;
mod lab;
mod ledger;
mod machine;
mod picture;
mod plan;
mod progress;
mod watch;

pub use alone::alone;
pub use compare::{Comparison, Difference, compare, differences};
pub use execute::{Ending, Settings, execute};
pub use interrupt::{INTERRUPTED, listen};
#[cfg(test)]
pub(crate) use lab::once;
pub use lab::{Lab, Scale};
pub use ledger::{Ledger, LedgerError, Trouble};
pub use listings::labs::Record;
pub use machine::machine;
pub use picture::Picture;
pub use plan::{Run, grid};
pub use progress::{Progress, remaining};
pub use watch::{Stopped, Watch};
