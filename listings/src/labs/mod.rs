//! The labs' records, and what they come to.
//!
//! The labs train on real data, with files and threads; that is a crate of its own. Here is
//! what they recorded: a [`Record`] a run, its type for each lab, and the summaries that a
//! page shows. A summary is a function of records, whoever made them: the tables at the end
//! of a lab's run are those of its page.

mod brief;
pub mod fashion;
mod groups;
pub mod housing;
pub mod hypothyroid;
mod record;
pub mod reviews;
mod summary;

pub use brief::read_briefs;
pub use groups::{Group, best_of_each, groups};
pub use record::{Record, recorded, rounded};
pub use summary::{read_summary, summaries};
