//! The optimizers: against the traces of another library, and at the edges.

mod edges;
mod golden;

// The family of Adam.
mod adam_family;
mod conventions;
mod momentum;

mod adagrad;
mod rmsprop;
mod second_order;
mod second_order_golden;
