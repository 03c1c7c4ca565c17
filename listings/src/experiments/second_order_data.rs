//! Logistic regression as an objective with a Hessian, for the second-order experiments.

use crate::data::{Classification, seeded};
use crate::losses::{sigmoid, softplus};
use crate::surfaces::Objective;
use ndarray::{Array1, Array2, Axis, concatenate};

/// λ/2 ‖θ‖² + 1/n Σᵢ ln(1 + e^(−yᵢ θ·xᵢ)) for rows xᵢ of shape (d), the last entry 1, and
/// labels ±1.
#[derive(Clone, Debug)]
pub(super) struct LogisticObjective {
    pub inputs: Array2<f64>,
    pub labels: Array1<f64>,
    pub decay: f64,
}

impl LogisticObjective {
    /// `samples` samples of two classes that overlap, with `features` features whose
    /// scales go from 1 to `spread` in equal ratios, and a constant.
    pub fn draw(samples: usize, features: usize, spread: f64, seed: u64) -> Self {
        let task = Classification::new(samples, features, 0, vec![0.5, 0.5], 0.25, 0.05)
            .expect("a task");
        let (mut inputs, classes) = task.draw(&mut seeded(seed));
        let last = (features - 1) as f64;
        for (j, mut column) in inputs.columns_mut().into_iter().enumerate() {
            column *= spread.powf(j as f64 / last);
        }
        let ones = Array2::ones((samples, 1));
        let inputs = concatenate![Axis(1), inputs, ones];
        let labels = classes.mapv(|class| if class == 1 { 1.0 } else { -1.0 });
        Self { inputs, labels, decay: 1e-3 }
    }

    /// The same over some of the samples.
    pub fn of(&self, rows: &[usize]) -> Self {
        Self {
            inputs: self.inputs.select(Axis(0), rows),
            labels: self.labels.select(Axis(0), rows),
            decay: self.decay,
        }
    }

    fn margins(&self, theta: &Array1<f64>) -> Array1<f64> {
        self.inputs.dot(theta) * &self.labels
    }

    /// XᵀDX/n + λI with Dᵢᵢ = σ(mᵢ)σ(−mᵢ).
    pub fn hessian(&self, theta: &Array1<f64>) -> Array2<f64> {
        let n = self.labels.len() as f64;
        let bends = self.margins(theta).mapv(|m| sigmoid(m) * sigmoid(-m) / n);
        let weighted = &self.inputs * &bends.insert_axis(Axis(1));
        self.inputs.t().dot(&weighted) + Array2::<f64>::eye(theta.len()) * self.decay
    }

    /// ¼ XᵀX/n + λI, which is above every Hessian.
    pub fn bound(&self) -> Array2<f64> {
        let n = self.labels.len() as f64;
        let d = self.inputs.ncols();
        self.inputs.t().dot(&self.inputs) / (4.0 * n) + Array2::<f64>::eye(d) * self.decay
    }
}

impl Objective for LogisticObjective {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        let losses = self.margins(theta).mapv(|margin| softplus(-margin));
        losses.sum() / self.labels.len() as f64 + 0.5 * self.decay * theta.dot(theta)
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        let pulls = self.margins(theta).mapv(|margin| -sigmoid(-margin)) * &self.labels;
        self.inputs.t().dot(&pulls) / self.labels.len() as f64 + theta * self.decay
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gradient_and_hessian_are_differences() {
        let objective = LogisticObjective::draw(40, 4, 10.0, 3);
        let theta = Array1::from_iter((0..5).map(|i| 0.1 * i as f64 - 0.2));
        let (gradient, hessian) = (objective.gradient(&theta), objective.hessian(&theta));
        for i in 0..5 {
            let at = |shift: f64| {
                let mut theta = theta.clone();
                theta[i] += shift;
                theta
            };
            let (above, below) = (at(1e-5), at(-1e-5));
            let slope = (objective.value(&above) - objective.value(&below)) / 2e-5;
            // h² times third derivatives of up to 10³, and rounding over h.
            assert!((slope - gradient[i]).abs() < 1e-7, "{slope} {gradient}");
            let column = (objective.gradient(&above) - objective.gradient(&below)) / 2e-5;
            let error = (&column - &hessian.column(i)).mapv(f64::abs).sum();
            assert!(error < 1e-5, "{column}");
        }
    }
}
