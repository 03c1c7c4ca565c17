//! The regularizers: against values worked by hand, differences of their own values and
//! their own definitions, and against the laws they obey; the solvers against each other.

mod prices;
mod solvers;

use listings::regularizers::{ElasticNet, L1, L2, Regularizer};
use std::fmt::Debug;

/// A regularizer that `Debug` names where a test fails.
trait Price: Regularizer + Debug {}
impl<R: Regularizer + Debug> Price for R {}

/// Every regularizer, at this strength and this share of L1.
fn prices(lambda: f64, l1_ratio: f64) -> Vec<Box<dyn Price>> {
    vec![
        Box::new(L2::new(lambda).expect("a strength of at least zero")),
        Box::new(L2::without_half(lambda).expect("a strength of at least zero")),
        Box::new(L1::new(lambda).expect("a strength of at least zero")),
        Box::new(net(lambda, l1_ratio)),
    ]
}

fn net(lambda: f64, l1_ratio: f64) -> ElasticNet {
    ElasticNet::new(lambda, l1_ratio).expect("a strength and a share")
}
