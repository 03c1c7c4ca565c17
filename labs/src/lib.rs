//! The labs: the book's losses, optimizers and schedules on real data.
//!
//! - [`data`]: the files, checked, and their fixed splits.
//! - [`metrics`]: what predictions are worth, beyond the listings' own.
//! - [`statistics`]: what several seeds say, and how surely.
//! - [`models`]: the larger networks, as functions of a flat θ.
//! - [`run`]: plans of runs, records of what came out, resuming and comparing.
//! - [`tasks`]: what is run.
//!
//! The listings know of no file and no thread, because they are compiled for the browser
//! too. All that a browser lacks is here.

pub mod data;
pub mod metrics;
pub mod models;
pub mod run;
pub mod statistics;
pub mod tasks;

/// A step of a network asks for tensors of megabytes and leaves them again, always the same.
/// The system's allocator returns them to the system, which fills them with zeros for the next
/// step: that takes longer than the arithmetic.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
