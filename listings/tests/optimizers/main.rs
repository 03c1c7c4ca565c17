//! The optimizers: against the traces of another library, and at the edges.

mod adagrad;
mod adam_family;
mod conventions;
mod edges;
mod golden;
mod momentum;
mod newer;
mod rmsprop;
mod second_order;
mod second_order_golden;
