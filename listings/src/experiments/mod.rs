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

pub mod contrastive_embedding;
pub mod contrastive_supervision;
mod embedding_data;
pub mod hardest_collapse;
pub mod info_nce_bound;
pub mod info_nce_temperature;
pub mod margin_sensitivity;
pub mod mining_cost;
mod mining_race;
pub mod pair_pull;
pub mod triplet_mining;
pub mod triplet_zones;

/// Every experiment, in the order of the chapters.
pub fn all() -> Vec<Entry> {
    vec![
        Entry::of::<five_points::Config>(),
        Entry::of::<error_sweep::Config>(),
        Entry::of::<best_constant::Config>(),
        Entry::of::<outlier_line::Config>(),
        Entry::of::<outlier_convergence::Config>(),
        Entry::of::<noise_efficiency::Config>(),
        Entry::of::<pair_pull::Config>(),
        Entry::of::<contrastive_embedding::Config>(),
        Entry::of::<contrastive_supervision::Config>(),
        Entry::of::<triplet_zones::Config>(),
        Entry::of::<triplet_mining::Config>(),
        Entry::of::<mining_cost::Config>(),
        Entry::of::<margin_sensitivity::Config>(),
        Entry::of::<hardest_collapse::Config>(),
        Entry::of::<info_nce_temperature::Config>(),
        Entry::of::<info_nce_bound::Config>(),
    ]
}
