//! The projection of $-\gamma g$ onto the line through $p$ is
//! $\frac{-\gamma\, p^\top g}{p^\top p}\, p$. Set the fraction to 1. The formula is that of SWATS (Keskar
//! and Socher, 2017), which averages $\gamma$ over the steps, switches once $\gamma$ and its average
//! agree, and multiplies by $1 - \beta_1$ for the same reason as here; it starts $v$ at
//! zero, so that its first step of momentum has a tenth of the length.
//!
//! With $v = \hat m/(1-\beta)$ and $\eta = (1-\beta)\gamma$ the first step of momentum is
//! $-\gamma\,(\beta \hat m + (1-\beta)\, g)$: the average goes on as if nothing had happened, and
//! $\gamma$ is in the place of $\eta / (\sqrt{\hat v} + \varepsilon)$. Means of two windows
//! are harder to fool than two single losses; one loss twice too large can still do it.

use crate::ensemble::{Phase, Switching};
use ndarray::Array1;

const BETA: f64 = 0.9;

/// γ of a step and a gradient of the same length.
pub fn projected_rate(step: &Array1<f64>, gradient: &Array1<f64>) -> Option<f64> {
    let downhill = -step.dot(gradient);
    (downhill > 0.0).then(|| step.dot(step) / downhill)
}

/// Whether the losses have stopped falling.
pub fn has_stalled(losses: &[f64], window: usize, threshold: f64) -> bool {
    let Some(begin) = losses.len().checked_sub(2 * window) else { return false };
    let (before, last) = losses[begin..].split_at(window);
    let mean = |losses: &[f64]| losses.iter().sum::<f64>() / window as f64;
    (mean(before) - mean(last)) / mean(before) < threshold
}

/// One step of θ, from the gradient and the loss there.
pub fn step(
    optimizer: &mut Switching,
    theta: &mut Array1<f64>,
    gradient: &Array1<f64>,
    loss: f64,
) {
    optimizer.losses.push(loss);
    match &mut optimizer.phase {
        Phase::Momentum { velocity, rate } => {
            *velocity = BETA * &*velocity + gradient;
            theta.scaled_add(-*rate, velocity);
        }
        Phase::Adam { first, second, steps, gamma } => {
            *steps += 1;
            *first = BETA * &*first + (1.0 - BETA) * gradient;
            *second = 0.999 * &*second + (1.0 - 0.999) * (gradient * gradient);
            let mean = &*first / (1.0 - BETA.powi(*steps));
            let square = &*second / (1.0 - 0.999_f64.powi(*steps));
            let own = -optimizer.rate * &mean / (square.sqrt() + 1e-8);
            *theta += &own;
            *gamma = projected_rate(&own, gradient).or(*gamma);
            let stalled =
                has_stalled(&optimizer.losses, optimizer.window, optimizer.threshold);
            if let (true, Some(gamma)) = (stalled, *gamma) {
                let velocity = mean / (1.0 - BETA);
                optimizer.phase =
                    Phase::Momentum { velocity, rate: (1.0 - BETA) * gamma };
            }
        }
    }
}
