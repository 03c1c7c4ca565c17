//! Data: seeded generators, and what prepares data for training. A seed gives the same
//! random numbers on every platform and in the browser.
//!
//! Inputs hold one sample a row, labels are class indices from 0 on, and `random` is
//! [`seeded`] unless an experiment says otherwise.
//!
//! | to get | call |
//! |---|---|
//! | points about a line | [`noisy_line`] |
//! | targets linear in several features | [`linear_regression`] |
//! | round classes about given centers | [`blobs`] |
//! | round classes about random centers | [`clusters`] |
//! | two classes that no line divides | [`two_moons`] |
//! | rare classes, redundant features, wrong labels | [`Classification`] |
//! | an array of N(0, σ²) | [`gaussian`] |
//! | features with mean 0 and deviation 1 | [`Standardization`] |
//! | training and test samples | [`split`] |
//! | the same, each class alone | [`stratified_split`] |
//! | Fisher's irises | [`iris`] |
//! | the mini-batches of an epoch | [`batches`] |

mod batches;
mod blobs;
mod classification;
mod clusters;
mod gaussian;
mod line;
mod linear_regression;
mod nuisance;
mod pairs;
mod split;
mod standardization;
mod two_moons;

mod iris;
mod stratified_split;

pub use batches::batches;
pub use blobs::blobs;
pub use classification::Classification;
pub use clusters::clusters;
pub use gaussian::gaussian;
pub use line::{Line, noisy_line};
pub use linear_regression::linear_regression;
pub use nuisance::Nuisance;
pub use pairs::{Pairs, balanced_pairs};
pub use split::split;
pub use standardization::Standardization;
pub use two_moons::two_moons;

pub use iris::iris;
pub use stratified_split::stratified_split;

use rand::SeedableRng;
use rand_pcg::Pcg64;

/// The generator behind every random number of the book.
///
/// PCG XSL 128/64 (M. E. O'Neill, 2014), named rather than `StdRng` because a named
/// generator keeps its sequence when a library is updated.
///
/// ```
/// use listings::data::seeded;
/// use rand::RngExt;
///
/// let draw = |seed| seeded(seed).random_range(0.0..1.0);
/// assert_eq!(draw(1), draw(1));
/// let (one, other): (f64, f64) = (draw(1), draw(2));
/// assert_ne!(one, other);
/// ```
pub fn seeded(seed: u64) -> Pcg64 {
    Pcg64::seed_from_u64(seed)
}
