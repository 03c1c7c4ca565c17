//! The Kullback-Leibler divergence.
//!
//! KL(P‖Q) = Σ_c p_c (ln p_c − ln q_c),   ∂KL/∂(ln q_c) = −p_c, with p and q of shape
//! (k).
//!
//! **Convention.** 0 ln 0 = 0, and the divergence is +∞ where q_c = 0 < p_c; natural
//! logarithm, so the unit is the nat. The loss takes ln Q as its prediction and P as
//! its target, as PyTorch's `KLDivLoss` does, and is its `reduction="batchmean"`: PyTorch's
//! `"mean"` divides by n·k. The gradient treats the numbers ln q_c as free; that they
//! belong to one distribution is for a softmax before them to ensure.
//!
//! # Reference
//! S. Kullback & R. A. Leibler, "On information and sufficiency", *Annals of
//! Mathematical Statistics* 22 (1951) 79–86, §2.

use super::Loss;
use super::checks::{assert_distributions, assert_same_shape};
use super::weighted::weighted;
use ndarray::{Array2, ArrayView1};

// ANCHOR: kl_divergence
/// KL(P‖Q) of two distributions: the nats that a code for Q wastes on data from P.
///
/// # Panics
/// Different lengths panic.
///
/// ```
/// use listings::losses::kl_divergence;
/// use ndarray::array;
///
/// let (p, q) = (array![0.5, 0.5, 0.0], array![0.25, 0.25, 0.5]);
/// assert_eq!(kl_divergence(p.view(), q.view()), std::f64::consts::LN_2);
/// assert_eq!(kl_divergence(q.view(), p.view()), f64::INFINITY);
/// ```
pub fn kl_divergence(p: ArrayView1<f64>, q: ArrayView1<f64>) -> f64 {
    divergence_from_log(p, q.mapv(f64::ln).view())
}

/// Mean over the rows of KL(P‖Q), with ln Q as the prediction and P as the target, both
/// of shape (n, k).
///
/// # Panics
/// Different shapes panic, and so does a row of P that is no distribution.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct KlDivergence;

impl Loss<Array2<f64>, Array2<f64>> for KlDivergence {
    fn value(&self, log_q: &Array2<f64>, p: &Array2<f64>) -> f64 {
        assert_same_shape(("log Q", log_q), ("P", p));
        assert_distributions(p);
        let rows = p.rows().into_iter().zip(log_q.rows());
        let sum: f64 = rows.map(|(p, log_q)| divergence_from_log(p, log_q)).sum();
        sum / p.nrows() as f64
    }

    fn gradient(&self, log_q: &Array2<f64>, p: &Array2<f64>) -> Array2<f64> {
        assert_same_shape(("log Q", log_q), ("P", p));
        assert_distributions(p);
        p / -(p.nrows() as f64)
    }
}

/// Σ_c p_c (ln p_c − ln q_c).
fn divergence_from_log(p: ArrayView1<f64>, log_q: ArrayView1<f64>) -> f64 {
    assert_eq!(p.len(), log_q.len(), "P of length {}, Q of {}", p.len(), log_q.len());
    // Where p = 0, its own logarithm is not asked: −∞ less a ln q of −∞ is NaN.
    let log = |p: f64| if p == 0.0 { 0.0 } else { p.ln() };
    p.iter().zip(log_q).map(|(&p, &log_q)| weighted(p, log(p) - log_q)).sum()
}
// ANCHOR_END: kl_divergence
