//! The library as JavaScript sees it.

// The attribute below writes the unsafe code that takes strings from JavaScript's memory and gives them back.
#![allow(unsafe_code)]

use figures::{Drawing, LiveRun, Width};
use wasm_bindgen::prelude::wasm_bindgen;

/// [`draw`](crate::draw), giving the picture, the caption and the data, in this order; throws the error as a string.
#[wasm_bindgen]
pub fn draw(figure: &str, settings: &str, narrow: bool) -> Result<Vec<String>, String> {
    crate::draw(figure, settings, width(narrow)).map(parts)
}

/// An experiment under way.
#[wasm_bindgen]
pub struct Run(Box<dyn LiveRun>);

#[wasm_bindgen]
impl Run {
    /// [`start`](crate::start); throws the error as a string.
    #[wasm_bindgen(constructor)]
    pub fn new(figure: &str, settings: &str) -> Result<Self, String> {
        crate::start(figure, settings).map(Self)
    }

    /// Goes on for one slice.
    pub fn advance(&mut self) {
        self.0.advance();
    }

    /// From 0 to exactly 1.
    pub fn progress(&self) -> f64 {
        self.0.progress()
    }

    /// The figure now: the same parts as of [`draw`].
    pub fn draw(&self, narrow: bool) -> Vec<String> {
        parts(self.0.draw(width(narrow)))
    }
}

fn width(narrow: bool) -> Width {
    if narrow { Width::Narrow } else { Width::Wide }
}

fn parts(drawing: Drawing) -> Vec<String> {
    vec![drawing.svg, drawing.caption, drawing.data]
}
