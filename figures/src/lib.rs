//! Figures: an outcome drawn as SVG.
//!
//! A figure computes nothing. It draws the outcome of its experiment with plotters, says in words what can be seen, and is the same
//! bytes on every platform: in the built page, in a file, and in the browser when a reader moves a slider.
//!
//! A new figure is one file here and one line in [`select`].

mod bce_surface;
mod best_constant;
mod bias_variance;
mod canvas;
mod classes;
mod clip;
mod contours;
mod contrastive_embedding;
mod decay_in_adam;
mod decay_moons;
mod difficulty;
mod field;
mod figure;
mod five_points;
mod focal_curve;
mod focal_probability;
mod gaussian_nll_fit;
mod hinge_outlier;
mod hinge_training;
mod imbalance_boundary;
mod imbalance_trade;
mod info_nce_bound;
mod info_nce_temperature;
mod landscape;
mod lasso_zeros;
mod logistic_loss;
mod loss_designer;
mod loss_shapes;
mod margin_losses;
mod margin_picture;
mod margin_sensitivity;
mod marks;
mod metrics;
mod mse_surface;
mod newsvendor;
mod outlier_convergence;
mod outlier_line;
mod pair_pull;
mod palette;
mod penalty_ball;
mod penalty_path;
mod plot;
mod scale;
mod selection;
mod simplify;
mod smoothed_loss;
mod softmax_temperature;
mod svg;
mod triplet_mining;
mod triplet_zones;
mod two_modes;
mod two_terms;

mod batch_ball;
mod batch_noise;
mod batch_paths;
mod batch_race;
mod descent_dimensions;
mod descent_parabola;
mod descent_ravine;
mod descent_saddle;
mod descent_well;

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
        Entry::of::<mse_surface::MseSurface>(),
        Entry::of::<bce_surface::BceSurface>(),
        Entry::of::<bias_variance::BiasVariance>(),
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
        Entry::of::<triplet_mining::TripletMining>(),
        Entry::of::<margin_sensitivity::MarginSensitivity>(),
        Entry::of::<info_nce_temperature::InfoNceTemperature>(),
        Entry::of::<info_nce_bound::InfoNceBound>(),
        Entry::of::<penalty_path::PenaltyPath>(),
        Entry::of::<penalty_ball::PenaltyBall>(),
        Entry::of::<lasso_zeros::LassoZeros>(),
        Entry::of::<decay_moons::DecayMoons>(),
        Entry::of::<decay_in_adam::DecayInAdam>(),
        Entry::of::<newsvendor::Newsvendor>(),
        Entry::of::<two_terms::TwoTerms>(),
        Entry::of::<loss_designer::LossDesigner>(),
        Entry::of::<difficulty::Difficulty>(),
        Entry::of::<gaussian_nll_fit::GaussianNllFit>(),
        Entry::of::<descent_parabola::DescentParabola>(),
        Entry::of::<descent_ravine::DescentRavine>(),
        Entry::of::<descent_well::DescentWell>(),
        Entry::of::<descent_saddle::DescentSaddle>(),
        Entry::of::<descent_dimensions::DescentDimensions>(),
        Entry::of::<batch_noise::BatchNoise>(),
        Entry::of::<batch_paths::BatchPaths>(),
        Entry::of::<batch_race::BatchRace>(),
        Entry::of::<batch_ball::BatchBall>(),
    ]
}

/// The figure of that name.
pub fn find(name: &str) -> Option<Entry> {
    all().into_iter().find(|entry| entry.name == name)
}
