//! The same optimizers and schedules as others write them, a few lines each, to be
//! compared.
//!
//! A rule of an optimizer moves one parameter: it is given the rate η, the parameter θ
//! and its gradient g, and returns the new θ. What it remembers it keeps inside. None of
//! them is meant for use; [`optimizers`](crate::optimizers) and
//! [`schedules`](crate::schedules) are.

mod adagrad;
mod adam;
mod decay;
mod momentum;
mod nesterov;
mod one_cycle;
mod rmsprop;
mod warmup;

pub use adagrad::{keras_adagrad, pytorch_adagrad};
pub use adam::{keras_adam, paper_adam, uncorrected_adam};
pub use decay::{l2_adam, loshchilov_adamw, optax_adamw, pytorch_adamw};
pub use momentum::{averaged_momentum, keras_momentum, pytorch_momentum};
pub use nesterov::{keras_nesterov, pytorch_nesterov};
pub use one_cycle::{
    CycleForm, fastai_one_cycle, optax_cosine, optax_one_cycle, optax_three_phases,
    pytorch_one_cycle, pytorch_three_phases,
};
pub use rmsprop::{keras_rmsprop, pytorch_rmsprop};
pub use warmup::{
    Span, hugging_face_warmup_cosine, hugging_face_warmup_linear, keras_warmup_cosine,
    optax_warmup_cosine, paper_warmup_root, pytorch_warmup_cosine,
};

// ANCHOR: rule
/// A rule for one parameter: (η, θ, g) ↦ the new θ.
pub type Rule = Box<dyn FnMut(f64, f64, f64) -> f64>;
// ANCHOR_END: rule
