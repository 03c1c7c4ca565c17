//! The press: it turns chapters, listings, outcomes and figures into a book.
//!
//! mdBook does the rendering. The press is its preprocessor: it replaces the directives of a chapter (`{{#figure …}}`,
//! `{{#value …}}` and the others in [`expand`]) by what they stand for, numbers what has a number, and typesets the math.

pub mod book;
pub mod copyable;
pub mod course;
pub mod directive;
pub mod epub;
pub mod expand;
pub mod labels;
pub mod listing;
pub mod live_module;
pub mod markdown;
pub mod math;
pub mod nearest;
pub mod outcomes;
pub mod practice;
pub mod preprocessor;
pub mod references;
pub mod room;
pub mod serve;
pub mod source_pages;
