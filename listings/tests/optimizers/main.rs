//! The optimizers: against the traces of another library, and at the edges.

mod edges;
mod golden;
mod momentum;

mod adagrad;
mod rmsprop;
