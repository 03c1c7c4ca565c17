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

mod decay_in_adam;
mod decay_moons;
mod lasso_zeros;
mod penalty_ball;
mod penalty_path;

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
        Entry::of::<penalty_path::PenaltyPath>(),
        Entry::of::<penalty_ball::PenaltyBall>(),
        Entry::of::<lasso_zeros::LassoZeros>(),
        Entry::of::<decay_moons::DecayMoons>(),
        Entry::of::<decay_in_adam::DecayInAdam>(),
    ]
}

/// The figure of that name.
pub fn find(name: &str) -> Option<Entry> {
    all().into_iter().find(|entry| entry.name == name)
}
