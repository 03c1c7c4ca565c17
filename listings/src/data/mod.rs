//! Data: seeded generators. A seed gives the same numbers on every platform and in the
//! browser.

mod line;

pub use line::{Line, noisy_line};

use rand::SeedableRng;
use rand_pcg::Pcg64;

/// The generator behind every random number of the book.
///
/// PCG XSL 128/64 (M. E. O'Neill, 2014), named rather than `StdRng` because a named
/// generator keeps its sequence when a library is updated.
pub fn seeded(seed: u64) -> Pcg64 {
    Pcg64::seed_from_u64(seed)
}