//! Warm-ups as other libraries write them: the same as the book's own where they should
//! be, and under their translations the same as each other.

use listings::conventions::{
    Span, hugging_face_warmup_cosine, hugging_face_warmup_linear, keras_warmup_cosine,
    optax_warmup_cosine, paper_warmup_root, pytorch_warmup_cosine,
};
use listings::schedules::*;

const SPAN: Span = Span { warmup: 7, steps: 40 };

/// Both at every step of the run and well beyond it.
fn assert_same(one: impl Fn(usize) -> f64, other: impl Fn(usize) -> f64) {
    for step in 0..100 {
        let (one, other) = (one(step), other(step));
        // Two or three roundings of numbers below one; a cosine of an angle of 3π.
        assert!((one - other).abs() < 1e-14, "step {step}: {one} and {other}");
    }
}

/// The first step at which two part.
fn parting(one: impl Fn(usize) -> f64, other: impl Fn(usize) -> f64) -> Option<usize> {
    (0..100).find(|&step| (one(step) - other(step)).abs() > 1e-12)
}

#[test]
fn each_is_a_composition_of_the_book() {
    let cosine = Cosine::new(1.0, 0.0, 33).unwrap();
    let held = Warmup::new(7, 0.0, cosine).unwrap();
    assert_same(|step| optax_warmup_cosine(SPAN, step), |step| held.rate(step));
    let swinging = Warmup::new(7, 0.0, cosine.swinging()).unwrap();
    assert_same(
        |step| hugging_face_warmup_cosine(SPAN, step),
        |step| swinging.rate(step),
    );
    let third = Warmup::new(7, 1.0 / 3.0, cosine.swinging()).unwrap();
    assert_same(|step| pytorch_warmup_cosine(1.0 / 3.0, SPAN, step), |s| third.rate(s));
    let long = Warmup::new(7, 0.0, Cosine::new(1.0, 0.0, 40).unwrap()).unwrap();
    assert_same(|step| keras_warmup_cosine(SPAN, step), |step| long.rate(step));
    let line = Warmup::new(7, 0.0, Linear::new(1.0, 0.0, 33).unwrap()).unwrap();
    assert_same(|step| hugging_face_warmup_linear(SPAN, step), |step| line.rate(step));
    let root = InverseSquareRoot::new(1.0, 7).unwrap();
    assert_same(|step| paper_warmup_root(SPAN, step), |step| root.rate(step));
}

#[test]
fn in_keras_the_decay_is_passed_without_the_warm_up() {
    let decay = Span { steps: SPAN.steps - SPAN.warmup, ..SPAN };
    assert_same(|s| keras_warmup_cosine(decay, s), |s| optax_warmup_cosine(SPAN, s));
    // Untranslated it is longer from the first step of the decay on.
    let untranslated = |step| keras_warmup_cosine(SPAN, step);
    assert_eq!(parting(untranslated, |step| optax_warmup_cosine(SPAN, step)), Some(8));
}

#[test]
fn a_start_factor_of_one_share_and_one_step_less_counts_from_one() {
    let from_one = |step: usize| ((step + 1) as f64 / 7.0).min(1.0);
    let shorter = Span { warmup: 6, ..SPAN };
    for step in 0..7 {
        let translated = pytorch_warmup_cosine(1.0 / 7.0, shorter, step);
        assert!((translated - from_one(step)).abs() < 1e-15, "step {step}");
    }
    // With W steps it starts alike, and is behind from the next step on.
    let untranslated = |step| pytorch_warmup_cosine(1.0 / 7.0, SPAN, step);
    assert_eq!(parting(untranslated, from_one), Some(1));
}

#[test]
fn two_libraries_agree_to_the_end_and_part_behind_it() {
    let gap = |step| {
        (hugging_face_warmup_cosine(SPAN, step) - optax_warmup_cosine(SPAN, step)).abs()
    };
    assert!((0..=SPAN.steps).all(|step| gap(step) < 1e-15));
    assert!(gap(SPAN.steps + 1) > 1e-3);
}
