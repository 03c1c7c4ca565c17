//! Hypothyroid: 3,086 records of patients, of whom 141 are ill.
//!
//! # Reference
//! J. R. Quinlan, "Thyroid Disease", UCI Machine Learning Repository (1987), the file
//! `hypothyroid`. See `labs/data/README.md` for provenance, licence, and what was dropped.

use super::{DataError, DataFile, Samples, csv};
use ndarray::s;
use std::path::Path;

pub(super) const FILE: DataFile = DataFile {
    name: "hypothyroid.csv.gz",
    size: 28_555,
    sha256: "d1d5114f85fc8f0d62b7b6f130479f971a1727317b27f481c26a449529ffb711",
};

const HEADINGS: &str = "hypothyroid,age,male,on_thyroxine,query_on_thyroxine,\
                        on_antithyroid_medication,thyroid_surgery,query_hypothyroid,\
                        query_hyperthyroid,pregnant,sick,tumor,lithium,goitre,TSH,T3,TT4,\
                        T4U,FTI";

/// The file is stratified: the first rows are for training.
const TRAINING: usize = 2_314;

/// Records with 18 features each, NaN where one is missing, and their class: 1 is ill.
#[derive(Clone, Debug)]
pub struct Hypothyroid {
    /// 2,314 records, 106 of them ill.
    pub training: Samples<usize>,
    /// 772 records, 35 of them ill.
    pub test: Samples<usize>,
}

impl Hypothyroid {
    /// The names of the features in the file, in the order of the columns.
    pub fn features() -> impl Iterator<Item = &'static str> {
        HEADINGS.split(',').skip(1)
    }

    /// Reads the data from `folder`.
    ///
    /// # Errors
    /// [`DataError`] when the file is missing or damaged.
    pub fn load(folder: &Path) -> Result<Self, DataError> {
        let text = FILE.read_text(folder)?;
        let table = csv::table(&text, HEADINGS)
            .map_err(|[expected, found]| FILE.unexpected(folder, expected, found))?;
        let part = |rows: std::ops::Range<usize>| Samples {
            inputs: table.slice(s![rows.clone(), 1..]).to_owned(),
            targets: table.slice(s![rows, 0]).mapv(|class| usize::from(class == 1.0)),
        };
        Ok(Self { training: part(0..TRAINING), test: part(TRAINING..table.nrows()) })
    }
}

#[cfg(test)]
mod tests {
    use super::super::default_folder;
    use super::*;

    #[test]
    fn sizes_first_rows_and_classes_are_those_of_the_file() {
        let Hypothyroid { training, test } =
            Hypothyroid::load(&default_folder()).unwrap();
        assert_eq!(training.inputs.dim(), (2_314, 18));
        assert_eq!(test.inputs.dim(), (772, 18));
        assert_eq!((training.targets.sum(), test.targets.sum()), (106, 35));
        let mut first = vec![0.0; 18];
        (first[0], first[2]) = (66.0, 1.0);
        first[14..].copy_from_slice(&[2.5, 142.0, 1.25, 113.0]);
        // TSH, the column before these four, is 0 in this record.
        assert_eq!(training.inputs.row(0).to_vec(), first);
        assert_eq!(test.inputs.row(0)[0], 33.0);
        assert_eq!(test.inputs.row(0)[13], 0.8);
    }

    #[test]
    fn what_is_missing_is_nan_and_only_where_it_is_missing() {
        let Hypothyroid { training, test } =
            Hypothyroid::load(&default_folder()).unwrap();
        let missing = |part: &Samples<usize>, name: &str| {
            let column = Hypothyroid::features().position(|other| other == name).unwrap();
            part.inputs.column(column).iter().filter(|x| x.is_nan()).count()
        };
        for (name, in_all, in_training) in [
            ("age", 438, 337),
            ("male", 73, 55),
            ("on_thyroxine", 0, 0),
            ("TSH", 455, 343),
            ("T3", 680, 507),
            ("TT4", 240, 170),
            ("T4U", 239, 169),
            ("FTI", 238, 168),
        ] {
            assert_eq!(missing(&training, name), in_training, "{name}");
            assert_eq!(missing(&test, name), in_all - in_training, "{name}");
        }
    }
}
