//! The error of a data file that is not what it should be.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// A data file that cannot be used, and why.
#[derive(Debug)]
pub struct DataError {
    /// The file, with its folder.
    pub file: PathBuf,
    /// What is wrong with it.
    pub damage: Damage,
}

/// What is wrong with a data file.
#[derive(Debug)]
pub enum Damage {
    /// There is no such file.
    Missing {
        /// The bytes that it should have.
        expected: u64,
    },
    /// It cannot be read.
    Unreadable(io::Error),
    /// It is shorter or longer than it should be.
    Size {
        /// The bytes that it should have.
        expected: u64,
        /// The bytes that it has.
        found: u64,
    },
    /// Its bytes are others.
    Checksum {
        /// The SHA-256 that it should have, in hexadecimal digits.
        expected: &'static str,
        /// The SHA-256 that it has.
        found: String,
    },
    /// It is whole, but holds something else than its reader expects.
    Content {
        /// What should be there.
        expected: String,
        /// What is there.
        found: String,
    },
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the data file {} {}", self.file.display(), self.damage)
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { expected } => {
                write!(f, "is missing: expected {expected} bytes, found no file")
            }
            Self::Unreadable(error) => write!(f, "cannot be read: {error}"),
            Self::Size { expected, found } => {
                write!(f, "is damaged: expected {expected} bytes, found {found}")
            }
            Self::Checksum { expected, found } => {
                write!(f, "is damaged: expected the SHA-256 {expected}, found {found}")
            }
            Self::Content { expected, found } => {
                write!(f, "has another content: expected {expected}, found {found}")
            }
        }
    }
}

impl std::error::Error for DataError {}
