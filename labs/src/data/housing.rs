//! California housing: the median price of houses in 20,640 districts, 1990.
//!
//! # Reference
//! R. K. Pace & R. Barry, "Sparse spatial autoregressions", *Statistics & Probability
//! Letters* 33 (1997) 291–297. See `labs/data/README.md` for provenance and licence.

use super::{DataError, DataFile, Samples, csv};
use ndarray::s;
use std::path::Path;

pub(super) const FILE: DataFile = DataFile {
    name: "california_housing.csv.gz",
    size: 488_377,
    sha256: "b243ef8bb3e4378aec64415a4b0788786ec98ab83dbab15ada80c337f9e8a040",
};

const HEADINGS: &str = "MedInc,HouseAge,AveRooms,AveBedrms,Population,AveOccup,Latitude,\
                        Longitude,MedHouseVal";

/// The rows of the file are shuffled; the first ones are for training.
const TRAINING: usize = 16_512;

/// Districts with 8 features each, and the median price of their houses in 100,000
/// dollars. Prices above 5 were recorded as 5.00001.
#[derive(Clone, Debug, PartialEq)]
pub struct Housing {
    /// 16,512 districts.
    pub training: Samples<f64>,
    /// 4,128 districts.
    pub test: Samples<f64>,
}

impl Housing {
    /// The names of the features, in the order of the columns.
    pub const FEATURES: [&str; 8] = [
        "median income",
        "house age",
        "rooms a household",
        "bedrooms a household",
        "population",
        "people a household",
        "latitude",
        "longitude",
    ];

    /// Reads the data from `folder`.
    ///
    /// # Errors
    /// [`DataError`] when the file is missing or damaged.
    pub fn load(folder: &Path) -> Result<Self, DataError> {
        let text = FILE.read_text(folder)?;
        let table = csv::table(&text, HEADINGS)
            .map_err(|[expected, found]| FILE.unexpected(folder, expected, found))?;
        let part = |rows: std::ops::Range<usize>| Samples {
            inputs: table.slice(s![rows.clone(), ..8]).to_owned(),
            targets: table.slice(s![rows, 8]).to_owned(),
        };
        Ok(Self { training: part(0..TRAINING), test: part(TRAINING..table.nrows()) })
    }
}

#[cfg(test)]
mod tests {
    use super::super::default_folder;
    use super::*;

    #[test]
    fn sizes_first_rows_and_means_are_those_of_the_file() {
        let Housing { training, test } = Housing::load(&default_folder()).unwrap();
        assert_eq!(training.inputs.dim(), (16_512, 8));
        assert_eq!(test.inputs.dim(), (4_128, 8));
        assert_eq!((training.len(), test.len()), (16_512, 4_128));
        let first = [7.0177, 17.0, 6.40569, 1.11032, 891.0, 3.17082, 33.29, -117.05];
        assert_eq!(training.inputs.row(0).to_vec(), first);
        assert_eq!(training.targets[0], 2.676);
        let first = [2.619, 20.0, 4.32635, 0.967066, 573.0, 1.71557, 32.65, -117.09];
        assert_eq!(test.inputs.row(0).to_vec(), first);
        assert_eq!(test.targets[0], 1.458);
        // The published mean price of all districts: 2.0686 in the units of the file.
        let sum = training.targets.sum() + test.targets.sum();
        assert!((sum / 20_640.0 - 2.068_558).abs() < 1e-6, "{sum}");
    }

    #[test]
    fn no_value_is_missing_and_prices_are_capped() {
        let Housing { training, test } = Housing::load(&default_folder()).unwrap();
        for part in [&training, &test] {
            assert!(part.inputs.iter().chain(&part.targets).all(|x| x.is_finite()));
        }
        let prices = training.targets.iter().chain(&test.targets);
        let capped = prices.clone().filter(|&&price| price >= 5.0).count();
        assert_eq!(capped, 992);
        assert_eq!(prices.copied().fold(0.0, f64::max), 5.00001);
    }
}
