//! The crates whose files the book prints.

use std::path::{Path, PathBuf};

/// A crate that listings are cut from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// The library `listings`: a listing is named by its file, and its copy compiles anywhere.
    Listings,
    /// The crate `labs`: a listing is named by `labs:` and its file. It runs with all of its crate, so the button copies what is shown.
    Labs,
}

impl Room {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Listings, Self::Labs];

    /// The room of a listing, and the listing's name in it: `labs:models/flat.rs:flat` is `models/flat.rs:flat` in the labs.
    pub fn of(reference: &str) -> (Self, &str) {
        match reference.strip_prefix("labs:") {
            Some(name) => (Self::Labs, name),
            None => (Self::Listings, reference),
        }
    }

    /// The folder of its source files.
    pub fn sources(self, root: &Path) -> PathBuf {
        root.join(match self {
            Self::Listings => "listings/src",
            Self::Labs => "labs/src",
        })
    }

    /// The name of a file as a caption shows it.
    pub fn shown(self, path: &str) -> String {
        match self {
            Self::Listings => path.to_owned(),
            Self::Labs => format!("labs/{path}"),
        }
    }
}
