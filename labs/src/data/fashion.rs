//! Fashion-MNIST: gray images of clothes in ten classes.
//!
//! # Reference
//! H. Xiao, K. Rasul & R. Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking
//! machine learning algorithms", arXiv:1708.07747 (2017). MIT, © 2017 Zalando SE: see
//! `labs/data/LICENSE-fashion-mnist.txt`, and `labs/data/README.md` for what was changed.

use super::{DataError, DataFile, idx};
use ndarray::{Array1, Array2, Axis};
use std::fs;
use std::path::Path;

/// The names of the classes 0 to 9.
pub const CLASSES: [&str; 10] = [
    "T-shirt/top",
    "trouser",
    "pullover",
    "dress",
    "coat",
    "sandal",
    "shirt",
    "sneaker",
    "bag",
    "ankle boot",
];

/// Images and labels of one part.
#[derive(Clone, Copy)]
struct Files {
    images: DataFile,
    labels: DataFile,
}

const SMALL_TRAINING: Files = Files {
    images: DataFile {
        name: "fashion14-train-images-idx3-ubyte.gz",
        size: 1_030_369,
        sha256: "70d26361610ed1771a2bd780a5aa4278dca4ad20f59cd2b80b74fd0c26b7ba1e",
    },
    labels: DataFile {
        name: "fashion14-train-labels-idx1-ubyte.gz",
        size: 4_081,
        sha256: "b2fb0f8ec121448a2742dd677d5f58f4cf711c9dad3bab6f6652aa9ada516cc1",
    },
};

const SMALL_TEST: Files = Files {
    images: DataFile {
        name: "fashion14-test-images-idx3-ubyte.gz",
        size: 257_741,
        sha256: "318561bcbbf24be2f6917e7197961c73105bad3352c3225d68d170133353aea8",
    },
    labels: DataFile {
        name: "fashion14-test-labels-idx1-ubyte.gz",
        size: 1_033,
        sha256: "e6d25f5f3e85bb315a10172898c1c8f69ce52c4f9306c5821205c821bfca8847",
    },
};

// The full set is not in this repository. Each file is known as its authors publish it, and
// as Debian's package `dataset-fashion-mnist` has it, which leaves out the name and the
// time at the head of the compressed file and nothing else.
const FULL_TRAINING_IMAGES: [DataFile; 2] = [
    DataFile {
        name: "train-images-idx3-ubyte.gz",
        size: 26_421_880,
        sha256: "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
    },
    DataFile {
        name: "train-images-idx3-ubyte.gz",
        size: 26_421_856,
        sha256: "b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7",
    },
];

const FULL_TRAINING_LABELS: [DataFile; 2] = [
    DataFile {
        name: "train-labels-idx1-ubyte.gz",
        size: 29_515,
        sha256: "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
    },
    DataFile {
        name: "train-labels-idx1-ubyte.gz",
        size: 29_491,
        sha256: "0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056",
    },
];

const FULL_TEST_IMAGES: [DataFile; 2] = [
    DataFile {
        name: "t10k-images-idx3-ubyte.gz",
        size: 4_422_102,
        sha256: "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
    },
    DataFile {
        name: "t10k-images-idx3-ubyte.gz",
        size: 4_422_079,
        sha256: "cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa",
    },
];

const FULL_TEST_LABELS: [DataFile; 2] = [
    DataFile {
        name: "t10k-labels-idx1-ubyte.gz",
        size: 5_148,
        sha256: "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
    },
    DataFile {
        name: "t10k-labels-idx1-ubyte.gz",
        size: 5_125,
        sha256: "8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05",
    },
];

/// The edition of a file that has the size of the one in `folder`; the first, by which an
/// error is told, when none has.
fn as_found(folder: &Path, editions: [DataFile; 2]) -> DataFile {
    let size = fs::metadata(folder.join(editions[0].name)).map(|file| file.len());
    let found = size
        .ok()
        .and_then(|size| editions.into_iter().find(|edition| edition.size == size));
    found.unwrap_or(editions[0])
}

/// n images of side × side pixels, and their classes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Images {
    /// The pixels in a row or column of an image.
    pub side: usize,
    /// Of shape (n, side²), row after row of an image; 0 is the background, 255 brightest.
    pub pixels: Array2<u8>,
    /// Of shape (n), below 10.
    pub labels: Array1<usize>,
}

impl Images {
    /// n.
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether there is no image.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// The images of these rows, in this order.
    ///
    /// # Panics
    /// Panics when there is no such row.
    #[must_use]
    pub fn select(&self, rows: &[usize]) -> Self {
        let pixels = self.pixels.select(Axis(0), rows);
        Self { side: self.side, pixels, labels: self.labels.select(Axis(0), rows) }
    }

    /// The pixels as numbers from 0 to 1, of shape (n, side²). Pixels need no fitting: the
    /// range of a byte is known without looking at samples.
    pub fn brightness(&self) -> Array2<f32> {
        self.pixels.mapv(|pixel| f32::from(pixel) / 255.0)
    }

    fn load(folder: &Path, files: Files) -> Result<Self, DataError> {
        let Files { images, labels } = files;
        let (image_bytes, label_bytes) = (images.read(folder)?, labels.read(folder)?);
        let read = |file: DataFile, bytes| {
            idx::unsigned_bytes(bytes)
                .map_err(|[expected, found]| file.unexpected(folder, expected, found))
        };
        let (sizes, pixels) = read(images, &image_bytes)?;
        let (label_sizes, classes) = read(labels, &label_bytes)?;
        let &[count, side, columns] = sizes.as_slice() else {
            let found = format!("{} dimensions", sizes.len());
            return Err(images.unexpected(folder, "3 dimensions", found));
        };
        if columns != side {
            let found = format!("images of {side} by {columns} pixels");
            return Err(images.unexpected(folder, "square images", found));
        }
        if label_sizes != [count] {
            let expected = format!("{count} labels, as many as images");
            return Err(labels.unexpected(folder, expected, format!("{label_sizes:?}")));
        }
        if let Some(class) = classes.iter().find(|&&class| class >= 10) {
            return Err(labels.unexpected(folder, "classes below 10", class.to_string()));
        }
        let pixels = Array2::from_shape_vec((count, side * side), pixels.to_vec());
        let labels = classes.iter().map(|&class| usize::from(class)).collect();
        Ok(Self { side, pixels: pixels.expect("counted above"), labels })
    }
}

/// Training and test images, as divided by the authors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fashion {
    /// 8,000 images, 800 a class; 60,000 in the full set.
    pub training: Images,
    /// 2,000 images, 200 a class; 10,000 in the full set.
    pub test: Images,
}

impl Fashion {
    /// Reads the subset of 14 × 14 pixels from `folder`.
    ///
    /// # Errors
    /// [`DataError`] when a file is missing or damaged.
    pub fn load(folder: &Path) -> Result<Self, DataError> {
        let training = Images::load(folder, SMALL_TRAINING)?;
        Ok(Self { training, test: Images::load(folder, SMALL_TEST)? })
    }

    /// Reads all images, of 28 × 28 pixels, from `folder`: files as their authors publish
    /// them, or as Debian does. `None` when none of the four is there.
    ///
    /// # Errors
    /// [`DataError`] when some of the files are missing, or one is damaged: a set that is
    /// there in part was meant to be used.
    pub fn load_full(folder: &Path) -> Result<Option<Self>, DataError> {
        let [training_images, training_labels, test_images, test_labels] = [
            FULL_TRAINING_IMAGES,
            FULL_TRAINING_LABELS,
            FULL_TEST_IMAGES,
            FULL_TEST_LABELS,
        ]
        .map(|editions| as_found(folder, editions));
        let training = Files { images: training_images, labels: training_labels };
        let test = Files { images: test_images, labels: test_labels };
        let files = [training.images, training.labels, test.images, test.labels];
        if files.iter().all(|file| !folder.join(file.name).exists()) {
            return Ok(None);
        }
        let training = Images::load(folder, training)?;
        Ok(Some(Self { training, test: Images::load(folder, test)? }))
    }
}

#[cfg(test)]
mod tests {
    use super::super::default_folder;
    use super::*;

    #[test]
    fn sizes_first_images_and_classes_are_those_of_the_files() {
        let Fashion { training, test } = Fashion::load(&default_folder()).unwrap();
        for (part, each) in [(&training, 800), (&test, 200)] {
            assert_eq!(part.side, 14);
            assert_eq!(part.pixels.dim(), (10 * each, 196));
            for (class, name) in CLASSES.into_iter().enumerate() {
                let count = part.labels.iter().filter(|&&other| other == class).count();
                assert_eq!(count, each, "{name}");
            }
        }
        assert_eq!(training.labels.to_vec()[..8], [9, 0, 0, 3, 0, 2, 7, 2]);
        assert_eq!(test.labels.to_vec()[..8], [9, 2, 1, 1, 6, 1, 4, 6]);
        // The seventh row of the first boot.
        let row = [0, 0, 0, 0, 1, 2, 158, 225, 222, 216, 217, 223, 198, 79];
        assert_eq!(training.pixels.row(0).to_vec()[6 * 14..7 * 14], row);
        let sum = |images: &Images| images.pixels.iter().map(|&p| u64::from(p)).sum();
        let sums: [u64; 2] = [sum(&training), sum(&test)];
        assert_eq!(sums, [114_513_532, 28_515_707]);
    }

    #[test]
    fn brightness_is_a_share_of_the_largest_byte() {
        let images = Images {
            side: 1,
            pixels: ndarray::array![[0], [255], [51]],
            labels: ndarray::array![0, 1, 2],
        };
        // 51/255, rounded to a number of 24 bits.
        assert_eq!(images.brightness(), ndarray::array![[0.0], [1.0], [0.2]]);
        assert_eq!(images.select(&[1]).pixels, ndarray::array![[255]]);
    }

    #[test]
    fn the_full_set_is_all_there_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Fashion::load_full(folder.path()).unwrap(), None);
        fs::write(folder.path().join("t10k-labels-idx1-ubyte.gz"), "x").unwrap();
        let error = Fashion::load_full(folder.path()).unwrap_err().to_string();
        assert!(error.contains("train-images-idx3-ubyte.gz is missing"), "{error}");
    }

    #[test]
    fn a_file_of_the_full_set_is_held_to_the_edition_of_its_size() {
        let folder = tempfile::tempdir().unwrap();
        let error_of = |size: usize| {
            let path = folder.path().join(FULL_TRAINING_IMAGES[0].name);
            fs::write(path, vec![0; size]).unwrap();
            Fashion::load_full(folder.path()).unwrap_err().to_string()
        };
        for edition in FULL_TRAINING_IMAGES {
            let error = error_of(edition.size.try_into().unwrap());
            let expected = format!("expected the SHA-256 {}", edition.sha256);
            assert!(error.contains(&expected), "{error}");
        }
        let error = error_of(26_421_857);
        assert!(error.ends_with("expected 26421880 bytes, found 26421857"), "{error}");
    }

    #[test]
    fn a_file_under_the_name_of_another_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        for file in
            [SMALL_TRAINING, SMALL_TEST].into_iter().flat_map(|f| [f.images, f.labels])
        {
            let from = default_folder().join(file.name.replace("train", "test"));
            fs::copy(from, folder.path().join(file.name)).unwrap();
        }
        let error = Fashion::load(folder.path()).unwrap_err().to_string();
        assert!(error.ends_with("expected 1030369 bytes, found 257741"), "{error}");
    }
}
