//! Experiments: pure functions from a configuration, which holds the seed, to an
//! outcome.
//!
//! One file an experiment, with its `Config`, its `Outcome`, and what the reader may
//! change. A new experiment is one file here and one line in [`all`].

mod entry;
mod experiment;
mod setting;

pub use entry::{Entry, Outcome};
pub use experiment::{Experiment, Run, finish};
pub use setting::{Control, Scale, Setting, SettingError, Settings};

pub mod best_constant;
pub mod error_sweep;
pub mod five_points;
pub mod noise_efficiency;
pub mod outlier_convergence;
pub mod outlier_line;

pub mod decay_in_adam;
pub mod decay_moons;
pub mod decay_sweep;
pub mod lasso_zeros;
pub mod penalty_ball;
pub mod penalty_conventions;
pub mod penalty_path;
pub mod ridge_directions;

/// Every experiment, in the order of the chapters.
pub fn all() -> Vec<Entry> {
    vec![
        Entry::of::<five_points::Config>(),
        Entry::of::<error_sweep::Config>(),
        Entry::of::<best_constant::Config>(),
        Entry::of::<outlier_line::Config>(),
        Entry::of::<outlier_convergence::Config>(),
        Entry::of::<noise_efficiency::Config>(),
        Entry::of::<penalty_path::Config>(),
        Entry::of::<penalty_ball::Config>(),
        Entry::of::<lasso_zeros::Config>(),
        Entry::of::<penalty_conventions::Config>(),
        Entry::of::<decay_in_adam::Config>(),
        Entry::of::<decay_moons::Config>(),
        Entry::of::<decay_sweep::Config>(),
        Entry::of::<ridge_directions::Config>(),
    ]
}
