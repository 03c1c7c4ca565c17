//! The 1cycle policy of three libraries, at their defaults but for the form.
//!
//! A form gives the rate of a step t from 0, of T steps, with the peak η_max; `None` where
//! the library refuses, or its loop is over.

use std::f64::consts::PI;

// ANCHOR: one_cycle
/// (η_max, T, t) ↦ the rate.
pub type CycleForm = fn(f64, usize, usize) -> Option<f64>;

/// From `start` to `end` along half a cosine, at the share p of the way.
fn cosine(start: f64, end: f64, share: f64) -> f64 {
    end + (start - end) / 2.0 * (1.0 + (PI * share).cos())
}

/// From `start` to `end` along a line.
fn line(start: f64, end: f64, share: f64) -> f64 {
    start + (end - start) * share
}

/// Through `points`, each a step and the rate there; the last piece goes on for ever.
fn through(points: &[(f64, f64)], step: usize, piece: fn(f64, f64, f64) -> f64) -> f64 {
    let step = step as f64;
    let last = points.len() - 2;
    let index = (0..last).find(|&i| step <= points[i + 1].0).unwrap_or(last);
    let ((from, start), (to, end)) = (points[index], points[index + 1]);
    piece(start, end, (step - from) / (to - from))
}

/// PyTorch's `OneCycleLR`: the peak at 0.3 T − 1, the end at T − 1. It refuses from T + 1
/// on; the rate of step T is what the last piece has beyond its end.
pub fn pytorch_one_cycle(most: f64, steps: usize, step: usize) -> Option<f64> {
    let total = steps as f64;
    let ends =
        [(0.0, most / 25.0), (0.3 * total - 1.0, most), (total - 1.0, most / 25e4)];
    (step <= steps).then(|| through(&ends, step, cosine))
}

/// PyTorch's `OneCycleLR(three_phase=True, anneal_strategy="linear")`: back at the initial
/// rate at 0.6 T − 2.
pub fn pytorch_three_phases(most: f64, steps: usize, step: usize) -> Option<f64> {
    let total = steps as f64;
    let rise = 0.3 * total - 1.0;
    let (first, last) = (most / 25.0, most / 25e4);
    let ends = [(0.0, first), (rise, most), (2.0 * rise, first), (total - 1.0, last)];
    (step <= steps).then(|| through(&ends, step, line))
}

/// fastai's `fit_one_cycle`: the peak at T/4, and the end, η_max / 10⁵, at T, a step that a
/// run of T steps does not take.
pub fn fastai_one_cycle(most: f64, steps: usize, step: usize) -> Option<f64> {
    let total = steps as f64;
    let ends = [(0.0, most / 25.0), (total / 4.0, most), (total, most / 1e5)];
    (step <= steps).then(|| through(&ends, step, cosine))
}

/// optax's `cosine_onecycle_schedule`: the peak at ⌊0.3 T⌋, the end at T, where it stays.
pub fn optax_one_cycle(most: f64, steps: usize, step: usize) -> Option<f64> {
    optax_cosine(most, steps, 0.3, step)
}

/// The same with its `transition_steps` and `pct_start`.
pub fn optax_cosine(most: f64, steps: usize, share: f64, step: usize) -> Option<f64> {
    let (total, top) = (steps as f64, (share * steps as f64).floor());
    let ends = [(0.0, most / 25.0), (top, most), (total, most / 25e4)];
    Some(through(&ends, step.min(steps), cosine))
}

/// optax's `linear_onecycle_schedule`: back at the initial rate at ⌊0.85 T⌋.
pub fn optax_three_phases(most: f64, steps: usize, step: usize) -> Option<f64> {
    let total = steps as f64;
    let (top, back) = ((0.3 * total).floor(), (0.85 * total).floor());
    let (first, last) = (most / 25.0, most / 25e4);
    let ends = [(0.0, first), (top, most), (back, first), (total, last)];
    Some(through(&ends, step.min(steps), line))
}
// ANCHOR_END: one_cycle
