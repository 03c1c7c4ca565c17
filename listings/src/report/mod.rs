//! The form in which outcomes reach a page: formatted numbers, tables, and functions on
//! a grid.

mod field;
mod landscape;
mod number;
mod table;

pub use field::Field;
pub use landscape::Landscape;
pub use number::{Format, FormatError, number};
pub use table::{Cell, Table};
