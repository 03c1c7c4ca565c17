//! What other test samples would say; what other seeds would is [`listings::statistics`].

mod bootstrap;

pub use bootstrap::auroc_interval;

pub use listings::statistics::{
    Comparison, Interval, Paired, deviation, holm, mean, median,
};
