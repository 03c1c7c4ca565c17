//! Where Adam with L2 and AdamW come to rest: the objective that each of them minimizes.
//!
//! L(θ) = ½ Σᵢ aᵢ (θᵢ − cᵢ)². With λ/2 ‖θ‖² its minimum is at aᵢcᵢ/(aᵢ + λ). Where AdamW
//! rests, m̂/√v̂ = −λθ, whose left side is never larger than about 1: |θᵢ| ≤ 1/λ.
//!
//! # Reference
//! S. Xie & Z. Li, "Implicit bias of AdamW: ℓ∞-norm constrained optimization", *ICML*
//! (2024), theorem 1.1.

use super::{Experiment, Setting};
use crate::optimizers::{Adam, AdamW, Optimizer};
use crate::report::{Cell, Table};
use crate::surfaces::{Objective, Quadratic};
use ndarray::{Array1, array};
use serde::Serialize;

/// Steps, with a rate that falls as 1/√t.
const STEPS: usize = 20_000;

/// λ and where the minimum of L is.
#[derive(Clone, Debug)]
pub struct Config {
    /// λ.
    pub decay: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { decay: 0.25 }
    }
}

/// The points of rest.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// λ.
    pub decay: f64,
    /// a.
    pub curvatures: Vec<f64>,
    /// c, the minimum of L.
    pub minimum: Vec<f64>,
    /// The minimum of L + λ/2 ‖θ‖².
    pub penalized: Vec<f64>,
    /// c, each coordinate cut to [−1/λ, 1/λ].
    pub boxed: Vec<f64>,
    /// Where Adam with L2 is after 20 000 steps.
    pub l2: Vec<f64>,
    /// Where AdamW is.
    pub adamw: Vec<f64>,
    /// How far Adam with L2 is from the penalized minimum: the largest coordinate.
    pub l2_from_penalized: f64,
    /// How far AdamW is from it.
    pub adamw_from_penalized: f64,
    /// How far AdamW is from the minimum in the box.
    pub adamw_from_boxed: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "decay-targets";
    const QUESTION: &'static str = "Which objective do Adam with L2 and AdamW minimize?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("decay", "strength λ", &mut self.decay, 0.01..=2.0, 0.01)
                .logarithmic(),
        ]
    }

    fn run(&self) -> Outcome {
        let curvatures = array![10.0, 0.1, 1.0];
        let minimum = array![3.0, 3.0, 8.0];
        let objective = Quadratic::new(curvatures.clone())
            .expect("the curvatures are above zero")
            .around(minimum.clone());
        let rest = |mut optimizer: Box<dyn Optimizer>| {
            let mut theta = Array1::zeros(3);
            for step in 1..=STEPS {
                let gradient = objective.gradient(&theta);
                optimizer.step(0.1 / (step as f64).sqrt(), &mut theta, &gradient);
            }
            theta
        };
        let expect = "the settings keep λ above zero";
        let l2 = rest(Box::new(Adam::default().with_l2(self.decay).expect(expect)));
        let adamw = AdamW::new(Adam::default(), self.decay).expect(expect);
        let adamw = rest(Box::new(adamw));
        let penalized = &curvatures * &minimum / (&curvatures + self.decay);
        let boxed = minimum.mapv(|c: f64| c.min(1.0 / self.decay));
        let apart = |a: &Array1<f64>, b: &Array1<f64>| {
            (a - b).iter().fold(0.0, |most: f64, d| most.max(d.abs()))
        };
        Outcome {
            decay: self.decay,
            l2_from_penalized: apart(&l2, &penalized),
            adamw_from_penalized: apart(&adamw, &penalized),
            adamw_from_boxed: apart(&adamw, &boxed),
            curvatures: curvatures.to_vec(),
            minimum: minimum.to_vec(),
            penalized: penalized.to_vec(),
            boxed: boxed.to_vec(),
            l2: l2.to_vec(),
            adamw: adamw.to_vec(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let curvatures = &outcome.curvatures;
        let heading = |index: usize| format!("curvature {}", curvatures[index]);
        let headings = [heading(0), heading(1), heading(2)];
        let mut table = Table::new(
            format!("Where each comes to rest, λ = {}", outcome.decay),
            &["point", &headings[0], &headings[1], &headings[2]],
        );
        for (name, point) in [
            ("minimum of L", &outcome.minimum),
            ("minimum of L + λ/2 ‖θ‖²", &outcome.penalized),
            ("Adam with L2", &outcome.l2),
            ("minimum of L with |θᵢ| ≤ 1/λ", &outcome.boxed),
            ("AdamW", &outcome.adamw),
        ] {
            let mut cells = vec![name.into()];
            cells.extend(point.iter().map(|&x| Cell::number(x, 3)));
            table.row(cells);
        }
        table
    }
}
