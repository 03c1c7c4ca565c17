//! Figures: an outcome drawn as SVG.
//!
//! A figure computes nothing. It draws the outcome of its experiment with plotters, says in words what can be seen, and is the same
//! bytes on every platform: in the built page, in a file, and in the browser when a reader moves a slider.
//!
//! A new figure is one file here and one line in [`select`].

mod canvas;
mod clip;
mod contours;
mod field;
mod figure;
mod marks;
mod metrics;
mod palette;
mod plot;
mod scale;
mod selection;
mod simplify;
mod svg;

mod best_constant;
mod five_points;
mod loss_shapes;
mod outlier_convergence;
mod outlier_line;

mod classes;
mod contrastive_embedding;
mod focal_curve;
mod focal_probability;
mod hinge_outlier;
mod hinge_training;
mod imbalance_boundary;
mod imbalance_trade;
mod info_nce_bound;
mod info_nce_temperature;
mod logistic_loss;
mod margin_losses;
mod margin_picture;
mod pair_pull;
mod smoothed_loss;
mod softmax_temperature;
mod triplet_zones;
mod two_modes;

pub use canvas::{Canvas, Panel, Sample, Width};
pub use figure::{Drawing, Entry, Figure, LiveRun};
pub use marks::Shape;
pub use palette::{Ink, STANDALONE_STYLE};
pub use plot::{Axis, Handle, Plot};
pub use scale::Scale;
pub use selection::{Everything, Selection};

use selection::{is_selected, selected};

/// Every figure, in the order of the chapters.
pub fn all() -> Vec<Entry> {
    select::<Everything>()
}

/// The figures of a selection, in the order of the chapters.
pub fn select<S: Selection>() -> Vec<Entry> {
    selected![
        S;
        Entry::of::<five_points::FivePoints>(),
        Entry::of::<loss_shapes::LossShapes>(),
        Entry::of::<best_constant::BestConstant>(),
        Entry::of::<outlier_line::OutlierLine>(),
        Entry::of::<outlier_convergence::OutlierConvergence>(),
        Entry::of::<softmax_temperature::SoftmaxTemperature>(),
        Entry::of::<logistic_loss::LogisticLoss>(),
        Entry::of::<smoothed_loss::SmoothedLoss>(),
        Entry::of::<two_modes::TwoModes>(),
        Entry::of::<margin_losses::MarginLosses>(),
        Entry::of::<margin_picture::MarginPicture>(),
        Entry::of::<hinge_training::HingeTraining>(),
        Entry::of::<hinge_outlier::HingeOutlier>(),
        Entry::of::<focal_curve::FocalCurve>(),
        Entry::of::<focal_probability::FocalProbability>(),
        Entry::of::<imbalance_boundary::ImbalanceBoundary>(),
        Entry::of::<imbalance_trade::ImbalanceTrade>(),
        Entry::of::<pair_pull::PairPull>(),
        Entry::of::<contrastive_embedding::ContrastiveEmbedding>(),
        Entry::of::<triplet_zones::TripletZones>(),
        Entry::of::<info_nce_temperature::InfoNceTemperature>(),
        Entry::of::<info_nce_bound::InfoNceBound>(),
    ]
}

/// The figure of that name.
pub fn find(name: &str) -> Option<Entry> {
    all().into_iter().find(|entry| entry.name == name)
}
