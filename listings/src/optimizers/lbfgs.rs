//! L-BFGS: a quasi-Newton method of little memory.
//!
//! p = −Bg with B ≈ H⁻¹ from the last m pairs (s, y), and θ ← θ + αp with α from a line
//! search; s = αp, y = gₜ₊₁ − gₜ.
//!
//! **Convention.** The order of things and the tolerances are PyTorch's, whose iterates
//! it reproduces: the first trial of the first step is min(1, 1/‖g‖₁) times the rate, of
//! every later step the rate, 1 with a line search. Where |gᵢ| ≤ 10⁻⁷ for all i, or
//! gᵀp > −10⁻⁹, nothing moves. PyTorch's `max_iter` is 20 of these steps in one call.
//!
//! # Reference
//! D. C. Liu & J. Nocedal, "On the limited memory BFGS method for large scale
//! optimization", *Mathematical Programming* 45 (1989) 503–528; J. Nocedal & S. Wright,
//! *Numerical Optimization*, 2nd ed. (2006), algorithm 7.5.

use super::{CurvatureMemory, Evaluation, LineSearchError, StrongWolfe, Trial};
use crate::error::{ParameterError, non_negative, positive};
use crate::surfaces::Objective;
use ndarray::Array1;

// ANCHOR: lbfgs
/// L-BFGS. It asks for an objective, not for a gradient: a line search evaluates where it
/// likes.
///
/// ```
/// use listings::optimizers::{Evaluation, Lbfgs};
/// use listings::surfaces::Rosenbrock;
/// use ndarray::array;
///
/// let valley = Rosenbrock::default();
/// let mut here = Evaluation::at(&valley, array![-1.5, -1.5]);
/// let mut lbfgs = Lbfgs::new(10)?;
/// for _ in 0..30 {
///     lbfgs.advance(&valley, &mut here).expect("a smooth valley");
/// }
/// assert!(here.value < 1e-10);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Lbfgs {
    memory: CurvatureMemory,
    search: Option<StrongWolfe>,
    rate: f64,
    /// The largest |gᵢ|, and the largest −gᵀp, that count as none.
    tolerances: (f64, f64),
    /// s of the last step, and g before it.
    last: Option<(Array1<f64>, Array1<f64>)>,
}

/// What a step did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LineStep {
    /// α; 0 where there was nothing left to do.
    pub rate: f64,
    /// Evaluations of L and g.
    pub evaluations: usize,
    /// The trials of the line search.
    pub trials: Vec<Trial>,
}

impl Lbfgs {
    /// A memory of m ≥ 1 pairs, and a strong Wolfe search.
    ///
    /// # Errors
    /// [`ParameterError`] for m = 0.
    pub fn new(memory: usize) -> Result<Self, ParameterError> {
        Ok(Self {
            memory: CurvatureMemory::new(memory)?,
            search: Some(StrongWolfe::default()),
            rate: 1.0,
            tolerances: (1e-7, 1e-9),
            last: None,
        })
    }

    /// The same with another line search.
    pub fn with_search(mut self, search: StrongWolfe) -> Self {
        self.search = Some(search);
        self
    }

    /// Without a line search: α is this rate; at the first step min(1, 1/‖g‖₁) times it.
    ///
    /// # Errors
    /// [`ParameterError`] unless the rate is in (0, ∞).
    pub fn with_rate(mut self, rate: f64) -> Result<Self, ParameterError> {
        (self.search, self.rate) = (None, positive("rate", rate)?);
        Ok(self)
    }

    /// What counts as zero: the largest |gᵢ|, and −gᵀp.
    ///
    /// # Errors
    /// [`ParameterError`] unless both are in [0, ∞).
    pub fn with_tolerances(
        mut self,
        gradient: f64,
        descent: f64,
    ) -> Result<Self, ParameterError> {
        let gradient = non_negative("gradient tolerance", gradient)?;
        self.tolerances = (gradient, non_negative("descent tolerance", descent)?);
        Ok(self)
    }

    /// One step from θ, which is evaluated first: right also where the objective is
    /// another one at each step, such as a batch.
    ///
    /// # Errors
    /// [`LineSearchError`], with θ where it was.
    pub fn step(
        &mut self,
        objective: &dyn Objective,
        theta: &mut Array1<f64>,
    ) -> Result<LineStep, LineSearchError> {
        let mut here = Evaluation::at(objective, theta.clone());
        let mut step = self.advance(objective, &mut here)?;
        step.evaluations += 1;
        *theta = here.theta;
        Ok(step)
    }

    /// One step from an evaluation of this objective to another.
    ///
    /// # Errors
    /// [`LineSearchError`], with `here` as it was.
    pub fn advance(
        &mut self,
        objective: &dyn Objective,
        here: &mut Evaluation,
    ) -> Result<LineStep, LineSearchError> {
        if here.steepest() <= self.tolerances.0 && here.value.is_finite() {
            return Ok(LineStep::default());
        }
        let mut first = self.rate;
        if let Some((s, gradient_before)) = self.last.take() {
            self.memory.remember(s, &here.gradient - &gradient_before);
        } else {
            let length = here.gradient.iter().fold(0.0, |sum, slope| sum + slope.abs());
            first *= f64::min(1.0, 1.0 / length);
        }
        let direction = -self.memory.inverse_times(&here.gradient);
        // Until the step is made it is of length zero, and says nothing.
        self.last = Some((Array1::zeros(direction.len()), here.gradient.clone()));
        if here.gradient.dot(&direction) > -self.tolerances.1 {
            return Ok(LineStep::default());
        }
        let gradient = here.gradient.clone();
        let step = match &self.search {
            Some(search) => {
                let found = search.search(objective, here, &direction, first)?;
                *here = found.there;
                let evaluations = found.trials.len();
                LineStep { rate: found.rate, evaluations, trials: found.trials }
            }
            None => {
                let theta = &here.theta + &(&direction * first);
                *here = Evaluation::at(objective, theta);
                LineStep { rate: first, evaluations: 1, trials: Vec::new() }
            }
        };
        self.last = Some((direction * step.rate, gradient));
        Ok(step)
    }

    /// The pairs.
    pub fn memory(&self) -> &CurvatureMemory {
        &self.memory
    }

    /// Forgets all pairs: the next step is one of steepest descent.
    pub fn forget(&mut self) {
        self.memory.clear();
        self.last = None;
    }
}
// ANCHOR_END: lbfgs
