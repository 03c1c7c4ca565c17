//! A file of the data folder: its name, its size, its checksum.

use super::{Damage, DataError};
use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The data folder of this crate, in the repository.
pub fn default_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// A compressed file, and what tells that it is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DataFile {
    /// Its name in the data folder.
    pub name: &'static str,
    /// Its size in bytes, compressed.
    pub size: u64,
    /// Its SHA-256 in lowercase hexadecimal digits, compressed.
    pub sha256: &'static str,
}

impl DataFile {
    /// The bytes of the file, unpacked. Nothing is unpacked before size and checksum of
    /// the file were found right.
    ///
    /// # Errors
    /// [`DataError`] when the file is missing, or not the one that was meant.
    pub fn read(&self, folder: &Path) -> Result<Vec<u8>, DataError> {
        let refused = |damage| self.refused(folder, damage);
        let path = folder.join(self.name);
        let packed = fs::read(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => refused(Damage::Missing { expected: self.size }),
            _ => refused(Damage::Unreadable(error)),
        })?;
        let (expected, found) = (self.size, packed.len() as u64);
        if found != expected {
            return Err(refused(Damage::Size { expected, found }));
        }
        let (expected, found) = (self.sha256, hexadecimal(&packed));
        if found != expected {
            return Err(refused(Damage::Checksum { expected, found }));
        }
        let mut bytes = Vec::new();
        let unpacked = GzDecoder::new(packed.as_slice()).read_to_end(&mut bytes);
        unpacked.map_err(|error| refused(Damage::Unreadable(error)))?;
        Ok(bytes)
    }

    /// The same, as text.
    ///
    /// # Errors
    /// [`DataError`] as above, and when the bytes are not UTF-8.
    pub fn read_text(&self, folder: &Path) -> Result<String, DataError> {
        String::from_utf8(self.read(folder)?).map_err(|error| {
            let found = format!("another byte at {}", error.utf8_error().valid_up_to());
            self.unexpected(folder, "text in UTF-8", found)
        })
    }

    /// The error of a file that is whole, and yet not what its reader expects.
    pub(super) fn unexpected(
        &self,
        folder: &Path,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) -> DataError {
        let (expected, found) = (expected.into(), found.into());
        self.refused(folder, Damage::Content { expected, found })
    }

    fn refused(&self, folder: &Path, damage: Damage) -> DataError {
        DataError { file: folder.join(self.name), damage }
    }
}

/// SHA-256 of `bytes`, two digits a byte.
fn hexadecimal(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut digits, byte| {
        write!(digits, "{byte:02x}").expect("a string takes every digit");
        digits
    })
}

#[cfg(test)]
mod tests {
    use super::super::hypothyroid::FILE;
    use super::*;

    /// The error after `change` was done to a copy of a file of the repository.
    fn error_after(change: impl FnOnce(&mut Vec<u8>)) -> String {
        let folder = tempfile::tempdir().unwrap();
        let mut bytes = fs::read(default_folder().join(FILE.name)).unwrap();
        change(&mut bytes);
        fs::write(folder.path().join(FILE.name), bytes).unwrap();
        FILE.read(folder.path()).unwrap_err().to_string()
    }

    #[test]
    fn the_digest_is_that_of_the_standard() {
        // FIPS 180-2, appendix B.1: the message "abc".
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hexadecimal(b"abc"), abc);
    }

    #[test]
    fn a_copy_that_is_whole_is_read() {
        let folder = tempfile::tempdir().unwrap();
        fs::copy(default_folder().join(FILE.name), folder.path().join(FILE.name))
            .unwrap();
        assert_eq!(FILE.read(folder.path()).unwrap().len(), 142_312);
    }

    #[test]
    fn a_truncated_file_is_refused() {
        let error = error_after(|bytes| bytes.truncate(28_000));
        assert!(error.contains("hypothyroid.csv.gz is damaged"), "{error}");
        assert!(error.ends_with("expected 28555 bytes, found 28000"), "{error}");
        let error = error_after(Vec::clear);
        assert!(error.ends_with("expected 28555 bytes, found 0"), "{error}");
    }

    #[test]
    fn a_longer_file_is_refused() {
        let error = error_after(|bytes| bytes.push(0));
        assert!(error.ends_with("expected 28555 bytes, found 28556"), "{error}");
    }

    #[test]
    fn a_changed_bit_is_refused_wherever_it_is() {
        for place in [0, 14_000, 28_554] {
            let error = error_after(|bytes| bytes[place] ^= 1);
            let expected = format!("expected the SHA-256 {}, found ", FILE.sha256);
            assert!(error.contains("hypothyroid.csv.gz is damaged"), "{error}");
            assert!(error.contains(&expected), "{error}");
        }
    }

    #[test]
    fn a_missing_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let error = FILE.read(folder.path()).unwrap_err();
        assert_eq!(error.file, folder.path().join("hypothyroid.csv.gz"));
        let end = "is missing: expected 28555 bytes, found no file";
        assert!(error.to_string().ends_with(end), "{error}");
    }

    #[test]
    fn a_folder_in_its_place_is_unreadable() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(FILE.name)).unwrap();
        let error = FILE.read(folder.path()).unwrap_err();
        assert!(matches!(error.damage, Damage::Unreadable(_)), "{error}");
    }
}
