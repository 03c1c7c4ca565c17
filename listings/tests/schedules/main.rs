//! The schedules: against PyTorch, at their edges and joins, and by their laws.

mod chebyshev;
mod cosine;
mod cyclical;
mod edges;
mod golden;
mod hyperparameters;
mod laws;
mod plateau;
mod warmup;
