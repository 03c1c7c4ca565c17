//! The line that the experiments on batches are fitted to, and its loss in closed form.

use crate::data::seeded;
use ndarray::{Array1, Array2};
use rand::RngExt;
use rand_distr::{Distribution, StandardNormal};

/// Points of the line.
pub const POINTS: usize = 200;

/// Points about y = 1.2x − 0.7.
pub struct LineData {
    /// x, of shape (n, 1).
    pub inputs: Array2<f64>,
    /// y, of shape (n).
    pub target: Array1<f64>,
    /// (w, b) of least squares.
    pub best: (f64, f64),
    /// The mean squared error there.
    pub least: f64,
    /// The means of x and x².
    moments: (f64, f64),
}

impl LineData {
    /// 200 points, x ~ U(−2, 2) and y = 1.2x − 0.7 + N(0, 0.3²).
    pub fn new(seed: u64) -> Self {
        let mut random = seeded(seed);
        let (mut inputs, mut target) =
            (Array2::zeros((POINTS, 1)), Array1::zeros(POINTS));
        for i in 0..POINTS {
            let x: f64 = random.random_range(-2.0..2.0);
            let normal: f64 = StandardNormal.sample(&mut random);
            inputs[[i, 0]] = x;
            target[i] = 1.2 * x - 0.7 + 0.3 * normal;
        }
        let n = POINTS as f64;
        let x = inputs.column(0);
        let (mean, square) = (x.sum() / n, x.dot(&x) / n);
        let mean_y = target.sum() / n;
        let slope = (x.dot(&target) / n - mean * mean_y) / (square - mean * mean);
        let best = (slope, mean_y - slope * mean);
        let residuals = &x * best.0 + best.1 - &target;
        let least = residuals.dot(&residuals) / n;
        Self { inputs, target, best, least, moments: (mean, square) }
    }

    /// How far the mean squared error of a line is above the least.
    pub fn excess(&self, w: f64, b: f64) -> f64 {
        let (dw, db) = (w - self.best.0, b - self.best.1);
        let (mean, square) = self.moments;
        dw * dw * square + 2.0 * dw * db * mean + db * db
    }

    /// 2rᵢ(xᵢ, 1): the gradient of the squared error of each point.
    pub fn gradients(&self, w: f64, b: f64) -> Vec<[f64; 2]> {
        let points = self.inputs.iter().zip(&self.target);
        points
            .map(|(&x, &y)| {
                let residual = w * x + b - y;
                [2.0 * residual * x, 2.0 * residual]
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::losses::{Loss, MeanSquaredError};
    use crate::models::{Linear, Model};
    use ndarray::array;

    #[test]
    fn the_closed_forms_are_those_of_loss_and_model() {
        let data = LineData::new(1);
        for (w, b) in [(0.0, 0.0), (1.0, -2.0), (-3.0, 0.5)] {
            let theta = array![w, b];
            let line = Linear { features: 1 };
            let prediction = line.predict(&theta, &data.inputs);
            let loss = MeanSquaredError.value(&prediction, &data.target);
            // Means of two hundred numbers below a hundred.
            assert!((data.least + data.excess(w, b) - loss).abs() < 1e-12);
            let pulls = MeanSquaredError.gradient(&prediction, &data.target);
            let gradient = line.backward(&theta, &data.inputs, &pulls);
            for parameter in 0..2 {
                let mean = data.gradients(w, b).iter().map(|g| g[parameter]).sum::<f64>();
                assert!((mean / POINTS as f64 - gradient[parameter]).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn the_best_line_is_near_the_true_one() {
        for seed in 1..=5 {
            let (w, b) = LineData::new(seed).best;
            // Four standard errors: 0.3/√(200 · 4/3) and 0.3/√200.
            assert!((w - 1.2).abs() < 0.08 && (b + 0.7).abs() < 0.09, "{w} {b}");
        }
    }
}
