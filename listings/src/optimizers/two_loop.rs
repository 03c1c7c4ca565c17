//! The inverse of a Hessian, from a few pairs of steps and changes of the gradient.
//!
//! A pair is s = θₜ₊₁ − θₜ and y = gₜ₊₁ − gₜ. On a quadratic y = Hs, so that a pair says
//! what H⁻¹ does to y. Of the last m pairs, oldest first, the recursion computes r = Bg
//! with B ≈ H⁻¹ positive definite, in 8md operations and without a matrix.
//!
//! **Convention.** A pair with yᵀs ≤ 10⁻¹⁰ is skipped, as in PyTorch: such a pair says
//! that L curves down along s, or nothing. The inverse starts from γI, γ = yᵀs/yᵀy of
//! the newest pair.
//!
//! # Reference
//! J. Nocedal, "Updating quasi-Newton matrices with limited storage", *Mathematics of
//! Computation* 35 (1980) 773–782; J. Nocedal & S. Wright, *Numerical Optimization*,
//! 2nd ed. (2006), algorithm 7.4 and eq. 7.20.

use crate::error::ParameterError;
use ndarray::Array1;
use std::collections::VecDeque;

// ANCHOR: two_loop
/// The last m pairs of step and change of gradient, each of shape (d).
///
/// ```
/// use listings::optimizers::CurvatureMemory;
/// use ndarray::array;
///
/// // One step along each axis of ½(x² + 10y²): the pairs (e₁, e₁) and (e₂, 10e₂).
/// let mut memory = CurvatureMemory::new(2)?;
/// memory.remember(array![1.0, 0.0], array![1.0, 0.0]);
/// memory.remember(array![0.0, 1.0], array![0.0, 10.0]);
/// assert_eq!(memory.inverse_times(&array![3.0, 20.0]), array![3.0, 2.0]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct CurvatureMemory {
    capacity: usize,
    pairs: VecDeque<Pair>,
    /// γ.
    scale: f64,
}

#[derive(Clone, Debug, PartialEq)]
struct Pair {
    s: Array1<f64>,
    y: Array1<f64>,
    /// ρ = 1/yᵀs.
    rho: f64,
}

impl CurvatureMemory {
    /// An empty memory of m ≥ 1 pairs.
    ///
    /// # Errors
    /// [`ParameterError`] for m = 0.
    pub fn new(memory: usize) -> Result<Self, ParameterError> {
        if memory == 0 {
            return Err(ParameterError { name: "memory", value: 0.0, valid: "[1, ∞)" });
        }
        Ok(Self { capacity: memory, pairs: VecDeque::new(), scale: 1.0 })
    }

    /// Keeps a pair, for which the oldest may have to go; false for one that is skipped.
    ///
    /// # Panics
    /// Panics when s and y are not of one length.
    pub fn remember(&mut self, s: Array1<f64>, y: Array1<f64>) -> bool {
        let curvature = y.dot(&s);
        // Also false for NaN.
        if !(curvature > 1e-10 && curvature.is_finite()) {
            return false;
        }
        if self.pairs.len() == self.capacity {
            self.pairs.pop_front();
        }
        self.scale = curvature / y.dot(&y);
        self.pairs.push_back(Pair { s, y, rho: 1.0 / curvature });
        true
    }

    /// Bg, the gradient as the inverse sees it. An empty memory gives g itself.
    ///
    /// # Panics
    /// Panics when the gradient is not as long as the pairs.
    pub fn inverse_times(&self, gradient: &Array1<f64>) -> Array1<f64> {
        let mut r = gradient.clone();
        let mut alphas = Vec::with_capacity(self.pairs.len());
        for Pair { s, y, rho } in self.pairs.iter().rev() {
            let alpha = rho * s.dot(&r);
            r.scaled_add(-alpha, y);
            alphas.push(alpha);
        }
        r *= self.scale;
        for (Pair { s, y, rho }, alpha) in self.pairs.iter().zip(alphas.iter().rev()) {
            let beta = rho * y.dot(&r);
            r.scaled_add(alpha - beta, s);
        }
        r
    }

    /// Forgets all pairs.
    pub fn clear(&mut self) {
        *self = Self { capacity: self.capacity, pairs: VecDeque::new(), scale: 1.0 };
    }

    /// How many pairs there are.
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }
}
// ANCHOR_END: two_loop
