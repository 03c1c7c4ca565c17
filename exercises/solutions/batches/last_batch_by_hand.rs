//! Six full batches hold $6 \cdot 32 = 192$ samples, and 8 are left for a seventh. A mean over
//! 8 gives each of its samples the weight $1/8$, four times $1/32$. The mean loss weighs each
//! batch with its size: $(192 \cdot 2 + 8 \cdot 9)/200 = 456/200$. The mean of the seven means
//! would be 3: a batch of 8 samples with the say of one of 32.

/// How many batches an epoch has.
pub fn batches() -> f64 {
    7.0
}

/// How many samples the last batch has.
pub fn last_size() -> f64 {
    8.0
}

/// How many times as much a sample of the last batch counts in its step as a sample of a
/// full batch in its own.
pub fn relative_weight() -> f64 {
    4.0
}

/// All full batches have the mean loss 2, the last one has 9. The mean loss over the
/// samples of the epoch.
pub fn mean_loss() -> f64 {
    2.28
}
