//! Halved is the *height* $\eta_{\max} - \eta_{\min}$; the base stays. With the upper bound
//! halved, $\eta_{\max}/2^c$ falls below $\eta_{\min}$ after
//! $\log_2(\eta_{\max}/\eta_{\min})$ cycles, and the triangles hang upside down from there on.

/// The rate of a step, with `half` steps up and `half` down.
pub fn rate(step: usize, least: f64, most: f64, half: usize) -> f64 {
    let (cycle, within) = (step / (2 * half), step % (2 * half));
    let height = within.min(2 * half - within) as f64 / half as f64;
    least + (most - least) * height * 0.5_f64.powi(cycle as i32)
}
