//! Surfaces: functions to walk on, each with its slope, its curvature and its minima.
//!
//! - [`Objective`] is what an optimizer needs, in any dimension; [`Surface`] is what a
//!   picture needs besides.
//! - [`Quadratic`] (the bowl and the ravine), [`Rosenbrock`], [`Himmelblau`], [`Beale`]
//!   and [`Saddle`] stand still.
//! - [`Noisy`] and [`Drifting`] do not.
//! - [`walk`] goes downhill.

mod beale;
mod double_well;
mod drifting;
mod himmelblau;
mod noisy;
mod objective;
mod quadratic;
mod rosenbrock;
mod saddle;
mod surface;
mod tilted;
mod walk;

pub use beale::Beale;
pub use double_well::DoubleWell;
pub use drifting::Drifting;
pub use himmelblau::Himmelblau;
pub use noisy::Noisy;
pub use objective::Objective;
pub use quadratic::Quadratic;
pub use rosenbrock::Rosenbrock;
pub use saddle::Saddle;
pub use surface::Surface;
pub use tilted::Tilted;
pub use walk::{End, Walk, walk};

/// The surfaces that stand still, in the order in which the book meets them.
pub fn all() -> Vec<Box<dyn Surface>> {
    vec![
        Box::new(Quadratic::bowl()),
        Box::new(Quadratic::ravine()),
        Box::new(Rosenbrock::default()),
        Box::new(Himmelblau),
        Box::new(Beale),
        Box::new(Saddle),
    ]
}
