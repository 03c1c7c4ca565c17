//! The labs. Each is a [`Lab`](crate::run::Lab): its runs, and the tables of what came out.

pub mod fashion;
pub mod housing;
pub mod hypothyroid;
pub mod reviews;
