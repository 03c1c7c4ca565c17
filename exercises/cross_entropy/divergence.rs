//! # Entropy, cross-entropy, divergence
//!
//! For distributions $p$ and $q$ over the same classes write the entropy
//! $H(P) = -\sum_c p_c \ln p_c$, the cross-entropy $H(P, Q) = -\sum_c p_c \ln q_c$ and the
//! divergence $\mathrm{KL}(P \Vert Q) = \sum_c p_c \ln (p_c / q_c)$.
//!
//! A class with $p_c = 0$ contributes nothing, whatever $q_c$ is: $0 \ln 0 = 0$. In this
//! exercise $q_c > 0$ wherever $p_c > 0$.

use ndarray::Array1;

/// H(P).
pub fn entropy(p: &Array1<f64>) -> f64 {
    todo!()
}

/// H(P, Q).
pub fn cross_entropy(p: &Array1<f64>, q: &Array1<f64>) -> f64 {
    todo!()
}

/// KL(P‖Q).
pub fn divergence(p: &Array1<f64>, q: &Array1<f64>) -> f64 {
    todo!()
}
