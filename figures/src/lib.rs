//! Figures: an outcome drawn as SVG.
//!
//! A figure computes nothing. It draws the outcome of its experiment with plotters, says in words what can be seen, and is the same
//! bytes on every platform: in the built page, in a file, and in the browser when a reader moves a slider.
//!
//! A new figure is one file here and one line in [`all`].

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
mod simplify;
mod svg;

mod best_constant;
mod five_points;
mod loss_shapes;
mod outlier_convergence;
mod outlier_line;

mod classes;
mod contrastive_embedding;
mod info_nce_bound;
mod info_nce_temperature;
mod margin_sensitivity;
mod pair_pull;
mod triplet_mining;
mod triplet_zones;

pub use canvas::{Canvas, Panel, Sample, Width};
pub use figure::{Drawing, Entry, Figure};
pub use marks::Shape;
pub use palette::{Ink, STANDALONE_STYLE};
pub use plot::{Axis, Handle, Plot};
pub use scale::Scale;

/// Every figure, in the order of the chapters.
pub fn all() -> Vec<Entry> {
    vec![
        Entry::of::<five_points::FivePoints>(),
        Entry::of::<loss_shapes::LossShapes>(),
        Entry::of::<best_constant::BestConstant>(),
        Entry::of::<outlier_line::OutlierLine>(),
        Entry::of::<outlier_convergence::OutlierConvergence>(),
        Entry::of::<pair_pull::PairPull>(),
        Entry::of::<contrastive_embedding::ContrastiveEmbedding>(),
        Entry::of::<triplet_zones::TripletZones>(),
        Entry::of::<triplet_mining::TripletMining>(),
        Entry::of::<margin_sensitivity::MarginSensitivity>(),
        Entry::of::<info_nce_temperature::InfoNceTemperature>(),
        Entry::of::<info_nce_bound::InfoNceBound>(),
    ]
}

/// The figure of that name.
pub fn find(name: &str) -> Option<Entry> {
    all().into_iter().find(|entry| entry.name == name)
}
