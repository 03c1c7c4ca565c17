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

pub mod cross_entropy_precision;
mod linear_boundary;
pub mod logistic_loss;
pub mod smoothed_loss;
pub mod softmax_temperature;
pub mod surprise;
pub mod two_filters;
pub mod two_modes;

pub mod hinge_outlier;
pub mod hinge_training;
pub mod margin_losses;
pub mod margin_picture;

mod imbalanced;

pub mod contrastive_embedding;
pub mod contrastive_supervision;
mod embedding_data;
pub mod focal_crowd;
pub mod focal_curve;
pub mod focal_probability;
pub mod imbalance_boundary;
pub mod imbalance_seeds;
pub mod info_nce_bound;
pub mod info_nce_temperature;
pub mod minority_metrics;
pub mod pair_pull;
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
        Entry::of::<two_filters::Config>(),
        Entry::of::<softmax_temperature::Config>(),
        Entry::of::<surprise::Config>(),
        Entry::of::<logistic_loss::Config>(),
        Entry::of::<cross_entropy_precision::Config>(),
        Entry::of::<smoothed_loss::Config>(),
        Entry::of::<two_modes::Config>(),
        Entry::of::<margin_losses::Config>(),
        Entry::of::<margin_picture::Config>(),
        Entry::of::<hinge_training::Config>(),
        Entry::of::<hinge_outlier::Config>(),
        Entry::of::<focal_curve::Config>(),
        Entry::of::<focal_crowd::Config>(),
        Entry::of::<focal_probability::Config>(),
        Entry::of::<minority_metrics::Config>(),
        Entry::of::<imbalance_boundary::Config>(),
        Entry::of::<imbalance_seeds::Config>(),
        Entry::of::<pair_pull::Config>(),
        Entry::of::<contrastive_embedding::Config>(),
        Entry::of::<contrastive_supervision::Config>(),
        Entry::of::<triplet_zones::Config>(),
        Entry::of::<info_nce_temperature::Config>(),
        Entry::of::<info_nce_bound::Config>(),
    ]
}
