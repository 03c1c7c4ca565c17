//! The form in which outcomes reach a page: formatted numbers and tables.

mod number;
mod table;

pub use number::{Format, FormatError, number};
pub use table::{Cell, Table};
