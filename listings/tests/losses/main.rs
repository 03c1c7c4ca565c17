//! The losses: against the values of another library, against differences of
//! their own values, at the edges of the numbers, and against the laws they obey.

mod classification_edges;
mod classification_golden;
mod classification_gradients;
mod classification_hyperparameters;
mod classification_laws;
mod cross_entropy;
mod descent;
mod designed;
mod differences;
mod edges;
mod golden;
mod golden_case;
mod golden_coverage;
mod hyperparameters;
mod laws;
mod metric_edges;
mod metric_golden;
mod metric_gradients;
mod metric_laws;
mod multi_class_hinge;

use listings::losses::{
    Huber, LogCosh, Loss, MeanAbsoluteError, MeanSquaredError, Quantile, ResidualLoss,
};
use std::fmt::Debug;

/// A loss of one residual and of a batch; `Debug` names it where a test fails.
trait RegressionLoss: ResidualLoss + Loss + Debug {}
impl<L: ResidualLoss + Loss + Debug> RegressionLoss for L {}

/// Every regression loss, at this threshold and this level.
fn losses(delta: f64, tau: f64) -> Vec<Box<dyn RegressionLoss>> {
    vec![
        Box::new(MeanSquaredError),
        Box::new(MeanAbsoluteError),
        Box::new(LogCosh),
        Box::new(huber(delta)),
        Box::new(quantile(tau)),
    ]
}

/// Every regression loss, at several thresholds and levels.
fn losses_at_several_settings() -> Vec<Box<dyn RegressionLoss>> {
    let mut all = losses(1.0, 0.5);
    all.extend([0.5, 5.0].map(|delta| Box::new(huber(delta)) as Box<dyn RegressionLoss>));
    all.extend([0.1, 0.9].map(|tau| Box::new(quantile(tau)) as Box<dyn RegressionLoss>));
    all
}

fn huber(delta: f64) -> Huber {
    Huber::new(delta).expect("a threshold above zero")
}

fn quantile(tau: f64) -> Quantile {
    Quantile::new(tau).expect("a level in (0, 1)")
}
