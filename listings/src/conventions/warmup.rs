//! Warm-up and decay as other libraries write them: the rate of step t as a share of the
//! peak, for the numbers W and T that a script passes. t counts from 0.

use std::f64::consts::PI;

// ANCHOR: warmup
/// W and T, as they are written in the call.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// W, the steps of the warm-up, at least 1.
    pub warmup: usize,
    /// T, the steps: of the whole schedule, or, in Keras, of the decay. Above W.
    pub steps: usize,
}

/// Half a period of a cosine at the share x of its way, from 1 at 0 to 0 at 1.
fn half_cosine(x: f64) -> f64 {
    (1.0 + (PI * x).cos()) / 2.0
}

/// PyTorch: `SequentialLR` of `LinearLR(start_factor=f, total_iters=W)` and
/// `CosineAnnealingLR(T_max=T − W)`, milestone W. By default f = 1/3; 0 is refused.
pub fn pytorch_warmup_cosine(start_factor: f64, span: Span, step: usize) -> f64 {
    let (t, warmup) = (step as f64, span.warmup as f64);
    if step < span.warmup {
        start_factor + (1.0 - start_factor) * t / warmup
    } else {
        // Beyond T it swings up again.
        half_cosine((t - warmup) / (span.steps - span.warmup) as f64)
    }
}

/// Keras: `CosineDecay(0.0, decay_steps=T, warmup_target=…, warmup_steps=W)`. T counts
/// the decay alone: it ends at step W + T.
pub fn keras_warmup_cosine(span: Span, step: usize) -> f64 {
    let (warmup, decay) = (span.warmup as f64, span.steps as f64);
    let t = (step as f64).min(warmup + decay);
    if t < warmup { t / warmup } else { half_cosine((t - warmup) / decay) }
}

/// optax: `warmup_cosine_decay_schedule(0.0, …, warmup_steps=W, decay_steps=T)`. T counts
/// the warm-up too.
pub fn optax_warmup_cosine(span: Span, step: usize) -> f64 {
    let (t, warmup) = (step as f64, span.warmup as f64);
    let decay = (span.steps - span.warmup) as f64;
    if step < span.warmup {
        t / warmup
    } else {
        half_cosine((t - warmup).min(decay) / decay)
    }
}

/// Hugging Face: `get_cosine_schedule_with_warmup(num_warmup_steps=W,
/// num_training_steps=T)`. Beyond T it swings up again.
pub fn hugging_face_warmup_cosine(span: Span, step: usize) -> f64 {
    let (t, warmup) = (step as f64, span.warmup as f64);
    if step < span.warmup {
        t / warmup
    } else {
        half_cosine((t - warmup) / (span.steps - span.warmup) as f64)
    }
}

/// Hugging Face: `get_linear_schedule_with_warmup`, the same arguments.
pub fn hugging_face_warmup_linear(span: Span, step: usize) -> f64 {
    if step < span.warmup {
        step as f64 / span.warmup as f64
    } else {
        let left = span.steps.saturating_sub(step) as f64;
        left / (span.steps - span.warmup) as f64
    }
}

/// The transformer's paper, equation 3, over its peak: it counts from 1, and has no T.
pub fn paper_warmup_root(span: Span, step: usize) -> f64 {
    let (t, warmup) = (step as f64 + 1.0, span.warmup as f64);
    (t / warmup).min((warmup / t).sqrt())
}
// ANCHOR_END: warmup
