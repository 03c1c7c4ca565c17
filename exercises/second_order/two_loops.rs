//! # The two loops of L-BFGS
//!
//! Write the recursion that gives $r = B g$, with $B \approx H^{-1}$ from the pairs
//! $(s_1, y_1), \dots, (s_m, y_m)$, oldest first, and $\rho_i = 1 / y_i^\top s_i$:
//!
//! 1. $r \leftarrow g$; for $i = m, \dots, 1$: $\alpha_i = \rho_i s_i^\top r$ and
//!    $r \leftarrow r - \alpha_i y_i$;
//! 2. $r \leftarrow \gamma r$ with $\gamma = s_m^\top y_m / y_m^\top y_m$;
//! 3. for $i = 1, \dots, m$: $\beta = \rho_i y_i^\top r$ and
//!    $r \leftarrow r + (\alpha_i - \beta) s_i$.
//!
//! Without pairs the result is $g$.

use ndarray::Array1;

/// B g. `steps` holds the sᵢ and `changes` the yᵢ, oldest first, all of one length.
pub fn inverse_times(
    steps: &[Array1<f64>],
    changes: &[Array1<f64>],
    gradient: &Array1<f64>,
) -> Array1<f64> {
    todo!()
}
