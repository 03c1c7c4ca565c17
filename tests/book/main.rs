//! The whole book, as a reader gets it: every page, every link, every copied listing; and what an author gets who errs.
//!
//! The book is built once, in-process, into a folder of the tests' own; see [`built`].

mod bad_input;
mod building;
mod built;
mod copies;
mod epub;
mod exercises_alone;
mod links;
mod loading;
mod markup;
mod page;
mod practice;
mod prose;
mod repository;
mod stock;
