//! The rows of one share of wrong prices, by name.

use super::Row;
use serde::{Deserialize, Serialize};

/// Each model at the best of its rates.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Models {
    /// The mean price.
    pub mean: Row,
    /// Ordinary least squares.
    pub least_squares: Row,
    /// The linear model, trained.
    pub linear: Losses,
    /// The network, trained.
    pub network: Losses,
}

/// A model under each loss.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Losses {
    /// The mean squared error.
    pub squared: Row,
    /// The mean absolute error.
    pub absolute: Row,
    /// Huber's loss.
    pub huber: Row,
}

impl Losses {
    /// In the order of the table.
    pub fn rows(&self) -> [&Row; 3] {
        [&self.squared, &self.absolute, &self.huber]
    }
}

impl Models {
    /// Of the rows of one share of wrong prices.
    ///
    /// # Panics
    /// Panics when a model is missing.
    pub fn of(rows: &[Row]) -> Self {
        let find = |name: &str, is_network: bool| -> Row {
            let is_this =
                |row: &&Row| row.name.starts_with(name) && (row.hidden > 0) == is_network;
            rows.iter().find(is_this).expect("the records have every model").clone()
        };
        let losses = |is_network| Losses {
            squared: find("MSE", is_network),
            absolute: find("MAE", is_network),
            huber: find("Huber", is_network),
        };
        Self {
            mean: find("mean price", false),
            least_squares: find("least squares", false),
            linear: losses(false),
            network: losses(true),
        }
    }

    /// In the order of the table.
    pub fn rows(&self) -> Vec<&Row> {
        let baselines = [&self.mean, &self.least_squares];
        baselines
            .into_iter()
            .chain(self.linear.rows())
            .chain(self.network.rows())
            .collect()
    }

    /// How many of the six trained models have a lower test MAE than least squares beyond noise.
    pub fn lower(&self) -> usize {
        self.rows().into_iter().skip(2).filter(|row| row.verdict() == "lower").count()
    }
}
