//! Probabilities made right by slope and intercept.
//!
//! # Reference
//! J. C. Platt, "Probabilistic outputs for support vector machines and comparisons to
//! regularized likelihood methods", *Advances in Large Margin Classifiers* (1999) 61–74.

use listings::losses::{BinaryCrossEntropy, Loss};
use listings::optimizers::{Bfgs, Evaluation, StrongWolfe};
use listings::surfaces::Objective;
use ndarray::{Array1, array};

// ANCHOR: scaling
/// Cross-entropy of σ(a z + b), as a function of (a, b).
pub(super) struct Scaling<'a> {
    logits: &'a Array1<f64>,
    targets: &'a Array1<f64>,
}

impl Scaling<'_> {
    pub(super) fn scaled(theta: &Array1<f64>, logits: &Array1<f64>) -> Array1<f64> {
        logits.mapv(|logit| theta[0] * logit + theta[1])
    }
}

impl Objective for Scaling<'_> {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        let logits = Self::scaled(theta, self.logits);
        BinaryCrossEntropy::default().value(&logits, self.targets)
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        let logits = Self::scaled(theta, self.logits);
        let pull = BinaryCrossEntropy::default().gradient(&logits, self.targets);
        array![pull.dot(self.logits), pull.sum()]
    }
}

/// a and b for the logits of validation samples.
///
/// The targets are a little less than certain: with labels of 0 and 1, a would grow
/// without end where the classes are told apart without a mistake. Platt (1999).
pub(super) fn scaling(logits: &Array1<f64>, targets: &Array1<f64>) -> Array1<f64> {
    let (samples, ill) = (targets.len() as f64, targets.sum());
    let [yes, no] = [(ill + 1.0) / (ill + 2.0), 1.0 / (samples - ill + 2.0)];
    let targets = &targets.mapv(|target| if target == 1.0 { yes } else { no });
    let scaling = Scaling { logits, targets };
    let mut method = Bfgs::new(StrongWolfe::default(), 1e-8).expect("above 0");
    let mut here = Evaluation::at(&scaling, array![1.0, 0.0]);
    // Some ten steps are enough; the search ends where rounding hides what is left.
    for _ in 0..100 {
        if method.advance(&scaling, &mut here).is_err() {
            break;
        }
    }
    here.theta
}
// ANCHOR_END: scaling

#[cfg(test)]
mod tests {
    use super::*;
    use listings::data::{gaussian, seeded};
    use listings::losses::sigmoid;
    use rand::RngExt;

    #[test]
    fn scaling_finds_slope_and_intercept() {
        let mut random = seeded(1);
        let logits = gaussian(20_000, 1, 2.0, &mut random).column(0).to_owned();
        let targets = logits
            .mapv(|z| f64::from(u8::from(random.random_bool(sigmoid(0.5 * z - 1.0)))));
        let line = scaling(&logits, &targets);
        // Four standard errors, which are about 0.01 and 0.02.
        assert!((line[0] - 0.5).abs() < 0.05, "{line}");
        assert!((line[1] + 1.0).abs() < 0.08, "{line}");
        // Told apart without a mistake: steep, and finite.
        let line = scaling(&array![-1.0, -0.5, 0.5, 1.0], &array![0.0, 0.0, 1.0, 1.0]);
        assert!(line[0] > 1.0 && line.iter().all(|x| x.is_finite()), "{line}");
    }
}
