//! The optimizers: against the traces of another library, and at the edges.

mod edges;
mod golden;

// The family of Adam.
mod adam_family;
mod momentum;

mod adagrad;
mod rmsprop;
