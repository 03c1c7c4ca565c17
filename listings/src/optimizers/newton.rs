//! Newton's method: to the minimum of the parabola that fits best here.
//!
//! p = −H⁻¹g,   θ ← θ + αp, with the Hessian H = ∂²L/∂θ∂θᵀ of shape (d, d).
//!
//! **Pure**: α = 1, whatever the signs of H's eigenvalues. Where H is not positive
//! definite, the parabola has no minimum, and p leads to its stationary point, a saddle
//! or a maximum. There is no step where a pivot of H is zero: H is singular, or would
//! need its rows exchanged, as at the saddle of xy.
//! **Damped**: where H is not positive definite, (H + τI)⁻¹ in its place, with τ > 0 so
//! large that it is; and α from a line search. For τ → ∞ it is gradient descent.
//!
//! **Convention.** τ starts as β − minᵢ Hᵢᵢ, or 0 where all Hᵢᵢ > 0, and is doubled, to β
//! at least, until H + τI is positive definite; β = 10⁻³.
//!
//! # Reference
//! J. Nocedal & S. Wright, *Numerical Optimization*, 2nd ed. (2006), eq. 2.15, and
//! algorithms 3.2 and 3.3; K. Levenberg, "A method for the solution of certain
//! non-linear problems in least squares", *Quarterly of Applied Mathematics* 2 (1944)
//! 164–168, for the shift.

use super::{Evaluation, LineSearchError, StrongWolfe, Trial};
use crate::linear_algebra::{Cholesky, SingularMatrix};
use crate::surfaces::Objective;
use ndarray::Array2;
use std::fmt;

// ANCHOR: newton
/// Newton's method. It remembers nothing: each step is told the Hessian.
///
/// ```
/// use listings::optimizers::{Evaluation, Newton};
/// use listings::surfaces::{Quadratic, Surface};
/// use ndarray::array;
///
/// // On a quadratic one step is all.
/// let bowl = Quadratic::bowl();
/// let mut here = Evaluation::at(&bowl, array![3.5, 3.5]);
/// let hessian = bowl.hessian(&here.theta);
/// Newton::pure().advance(&bowl, &hessian, &mut here).unwrap();
/// assert_eq!(here.theta, array![0.0, 0.0]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Newton {
    /// The line search of the damped form.
    search: Option<StrongWolfe>,
}

/// What a step did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewtonStep {
    /// α; 0 at a point without slope.
    pub rate: f64,
    /// τ.
    pub shift: f64,
    /// Factorizations of a matrix of shape (d, d): one for each τ that was tried.
    pub factorizations: usize,
    /// Evaluations of L and g.
    pub evaluations: usize,
    /// The trials of the line search.
    pub trials: Vec<Trial>,
}

/// Why there is no step.
#[derive(Clone, Debug, PartialEq)]
pub enum NewtonError {
    /// The Hessian cannot be inverted, or not without an exchange of rows.
    Singular(SingularMatrix),
    /// No α was found.
    LineSearch(LineSearchError),
}

impl Newton {
    /// p = −H⁻¹g and α = 1.
    pub fn pure() -> Self {
        Self { search: None }
    }

    /// p = −(H + τI)⁻¹g and α from a search.
    pub fn damped() -> Self {
        Self { search: Some(StrongWolfe::default()) }
    }

    /// One step from an evaluation of the objective to another, with the Hessian there.
    ///
    /// # Errors
    /// [`NewtonError`], with `here` as it was.
    ///
    /// # Panics
    /// Panics when the Hessian is not of shape (d, d).
    pub fn advance(
        &self,
        objective: &dyn Objective,
        hessian: &Array2<f64>,
        here: &mut Evaluation,
    ) -> Result<NewtonStep, NewtonError> {
        if here.steepest() == 0.0 {
            return Ok(NewtonStep::default());
        }
        let Some(search) = &self.search else {
            let factors = Cholesky::new(hessian).map_err(NewtonError::Singular)?;
            let theta = &here.theta - &factors.solve(&here.gradient);
            *here = Evaluation::at(objective, theta);
            let once = NewtonStep { rate: 1.0, ..NewtonStep::default() };
            return Ok(NewtonStep { factorizations: 1, evaluations: 1, ..once });
        };
        let (factors, shift, factorizations) = shifted(hessian)?;
        let direction = -factors.solve(&here.gradient);
        let found = search
            .search(objective, here, &direction, 1.0)
            .map_err(NewtonError::LineSearch)?;
        *here = found.there;
        let (rate, evaluations) = (found.rate, found.trials.len());
        Ok(NewtonStep { rate, shift, factorizations, evaluations, trials: found.trials })
    }
}
// ANCHOR_END: newton

// ANCHOR: shifted
/// The factors of H + τI, τ, and the number of factorizations.
fn shifted(hessian: &Array2<f64>) -> Result<(Cholesky, f64, usize), NewtonError> {
    const LEAST: f64 = 1e-3;
    if let Some(&pivot) = hessian.iter().find(|entry| !entry.is_finite()) {
        return Err(NewtonError::Singular(SingularMatrix { index: 0, pivot }));
    }
    let diagonal = hessian.diag();
    let smallest = diagonal.iter().fold(f64::INFINITY, |least, &entry| least.min(entry));
    let mut shift = if smallest > 0.0 { 0.0 } else { LEAST - smallest };
    let mut factorizations = 0;
    loop {
        let matrix = hessian + &(Array2::<f64>::eye(hessian.nrows()) * shift);
        factorizations += 1;
        match Cholesky::new(&matrix) {
            Ok(factors) if factors.is_positive_definite() => {
                return Ok((factors, shift, factorizations));
            }
            _ => shift = f64::max(2.0 * shift, LEAST),
        }
    }
}
// ANCHOR_END: shifted

impl fmt::Display for NewtonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Singular(error) => error.fmt(f),
            Self::LineSearch(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for NewtonError {}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::{Array1, array};

    /// xy.
    struct Product;

    impl Objective for Product {
        fn value(&self, theta: &Array1<f64>) -> f64 {
            theta[0] * theta[1]
        }

        fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
            array![theta[1], theta[0]]
        }
    }

    #[test]
    fn the_saddle_of_xy_stops_pure_newton_and_not_the_shift() {
        let hessian = array![[0.0, 1.0], [1.0, 0.0]];
        let mut here = Evaluation::at(&Product, array![1.0, 0.5]);
        let before = here.clone();
        let error = Newton::pure().advance(&Product, &hessian, &mut here).unwrap_err();
        let message = error.to_string();
        assert!(message.ends_with("would need its rows exchanged"), "{message}");
        assert_eq!(here, before);
        // The eigenvalues are −1 and 1: positive definite needs τ > 1.
        let (factors, shift, _) = shifted(&hessian).unwrap();
        assert!(factors.is_positive_definite() && shift > 1.0, "{shift}");
    }
}
