//! Weights of several tasks that are learned along with the model.
//!
//! L(L₁ … L_K, s) = Σₖ ½ (sₖ + e^(−sₖ) Lₖ),   ∂L/∂Lₖ = ½ e^(−sₖ),
//! ∂L/∂sₖ = ½ (1 − e^(−sₖ) Lₖ), with the losses L and the log variances s of shape (K).
//!
//! **Convention.** sₖ = ln σₖ² is a parameter of its own, one a task. This is the form
//! for squared errors Lₖ; for a cross-entropy Kendall et al. have e^(−s) without the ½.
//! The best sₖ is ln Lₖ.
//!
//! # Reference
//! A. Kendall, Y. Gal & R. Cipolla, "Multi-task learning using uncertainty to weigh
//! losses for scene geometry and semantics", *CVPR* (2018), §3.2.

use super::weighted::weighted;
use ndarray::{Array1, Zip};

// ANCHOR: task_weights
/// One loss out of the losses of several tasks, by a learned log variance for each.
///
/// Returns L, ∂L/∂Lₖ (half the weight of each task), and ∂L/∂sₖ.
///
/// # Panics
/// Panics when there are not as many log variances as losses.
///
/// ```
/// use listings::losses::task_loss;
/// use ndarray::array;
///
/// // Each task at its best log variance, the logarithm of its loss: ½ Σ (ln Lₖ + 1).
/// let losses = array![100.0_f64, 0.25];
/// let (value, _, of_log_variances) = task_loss(&losses, &losses.mapv(f64::ln));
/// assert!((value - 0.5 * (25_f64.ln() + 2.0)).abs() < 1e-14);
/// assert!(of_log_variances.iter().all(|gradient| gradient.abs() < 1e-14));
/// ```
pub fn task_loss(
    losses: &Array1<f64>,
    log_variances: &Array1<f64>,
) -> (f64, Array1<f64>, Array1<f64>) {
    let (tasks, weights) = (losses.len(), log_variances.len());
    assert_eq!(tasks, weights, "{weights} log variances for {tasks} losses");
    let precision = log_variances.mapv(|s| (-s).exp());
    let ratio = Zip::from(losses).and(&precision).map_collect(|&l, &p| weighted(l, p));
    let value = 0.5 * (log_variances.sum() + ratio.sum());
    (value, 0.5 * precision, 0.5 * (1.0 - ratio))
}
// ANCHOR_END: task_weights
