//! In floating point $0 \cdot \ln 0$ is $0 \cdot (-\infty)$, not a number, so the classes with
//! $p_c = 0$ have to be skipped. The divergence is the difference of the other two,
//! $H(P, Q) - H(P)$; summing $p_c \ln(p_c / q_c)$ directly loses fewer digits when $Q$ is
//! close to $P$.

use ndarray::Array1;

/// H(P).
pub fn entropy(p: &Array1<f64>) -> f64 {
    cross_entropy(p, p)
}

/// H(P, Q).
pub fn cross_entropy(p: &Array1<f64>, q: &Array1<f64>) -> f64 {
    let term = |(&p, &q): (&f64, &f64)| if p == 0.0 { 0.0 } else { -p * q.ln() };
    p.iter().zip(q).map(term).sum()
}

/// KL(P‖Q).
pub fn divergence(p: &Array1<f64>, q: &Array1<f64>) -> f64 {
    let term = |(&p, &q): (&f64, &f64)| if p == 0.0 { 0.0 } else { p * (p / q).ln() };
    p.iter().zip(q).map(term).sum()
}
