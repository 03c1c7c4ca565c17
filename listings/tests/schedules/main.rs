//! The schedules: against PyTorch, at their edges and joins, and by their laws.

mod edges;
mod golden;
mod hyperparameters;
mod laws;

mod plateau;
