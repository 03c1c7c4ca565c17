//! # LAMB
//!
//! Write LAMB for one layer, with $\beta_1 = 0.9$, $\beta_2 = 0.999$ and
//! $\varepsilon = 10^{-6}$. From Adam's corrected moments,
//! $r = \hat m / (\sqrt{\hat v} + \varepsilon) + w\theta$ with the weight decay $w$; then
//! $\theta \leftarrow \theta - \eta\, (\norm{\theta} / \norm{r})\, r$. Where $\norm{\theta}$ or
//! $\norm{r}$ is zero the ratio is 1.

use ndarray::{Array1, Array2};

/// θ after a step for each row of `gradients`, from `start`.
pub fn walk(
    start: &Array1<f64>,
    gradients: &Array2<f64>,
    rate: f64,
    decay: f64,
) -> Array1<f64> {
    todo!()
}
