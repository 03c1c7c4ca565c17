//! The library's one function as JavaScript sees it.

// The attribute below writes the unsafe code that takes strings from JavaScript's memory and gives them back.
#![allow(unsafe_code)]

use figures::Width;
use wasm_bindgen::prelude::wasm_bindgen;

/// [`draw`](crate::draw), giving the picture, the caption and the data, in this order; throws the error as a string.
#[wasm_bindgen]
pub fn draw(figure: &str, settings: &str, narrow: bool) -> Result<Vec<String>, String> {
    let width = if narrow { Width::Narrow } else { Width::Wide };
    let drawing = crate::draw(figure, settings, width)?;
    Ok(vec![drawing.svg, drawing.caption, drawing.data])
}
