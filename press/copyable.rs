//! What a listing's copy button gives: one file that compiles by itself.
//!
//! The printed region comes with everything it needs from the crate, found without any mark by the authors: the crate's
//! files are parsed, the names that the region mentions are resolved to items or to `use` lines, then the names that
//! those items mention, until nothing is missing. The text is cut from the source files, so comments and formatting stay.

mod library;
mod mentions;
mod print;
mod resolve;
mod select;

use std::path::Path;

use anyhow::Result;

use crate::listing::Listing;
pub use library::Library;

/// What an empty crate that takes a copy depends on, and the standard library.
const DEPENDENCIES: &[&str] =
    &["std", "core", "alloc", "ndarray", "rand", "rand_distr", "rand_pcg"];

/// The name of the crate that the listings are printed from: examples in doc comments import from it.
const CRATE: &str = "listings";

/// The printed region and all it needs, as one self-contained file.
///
/// `root` is the crate's `src` directory. This parses the whole crate: to copy many listings, load a
/// [`Library`] once, which threads can share.
///
/// - A region of statements or of a method comes as the whole item around it.
/// - An `impl` block of a needed type or trait comes along when everything its header names is needed anyway; so
///   `impl<L: A> B for L` comes when both traits do.
/// - The region keeps its doc comments, except examples that import the book's crate. What these import comes along, so
///   that the copy does what they show. Needed items keep the first paragraph of their comments.
/// - Tests, `use crate::…` and serde's derives are left out.
///
/// # Errors
///
/// When a file is not Rust, when the region holds no item, when two needed items share a name, and when something
/// needed comes from a crate other than ndarray, rand, rand_pcg and rand_distr.
pub fn copyable(root: &Path, listing: &Listing) -> Result<String> {
    Library::load(root)?.copyable(listing)
}

#[cfg(test)]
mod tests;
