//! Diagnosing: faults that can be switched on, what a run shows of them, and a function
//! that names suspects.

mod activation;
mod diagnose;
mod fault;
mod history;
mod loss_form;
mod network;
mod patient;
mod samples;
mod setup;
mod sign;
mod words;

pub use activation::Activation;
pub use diagnose::diagnose;
pub use fault::Fault;
pub use history::{End, History};
pub use loss_form::LossForm;
pub use network::{Network, Trace};
pub use patient::{EPOCHS, Patient};
pub use samples::{Data, Samples};
pub use setup::{Clock, Setup, Units};
pub use sign::Sign;
pub use words::Words;
