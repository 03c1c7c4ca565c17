use ndarray::{Array1, Array2, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

/// The pull on the first layer from that on the second, W and z.
type Delta = fn(&Array2<f64>, &Array2<f64>, &Array2<f64>) -> Array2<f64>;

#[derive(Clone, Copy)]
pub struct Answer {
    pub delta: Delta,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let two = (array![[1.0, -2.0]], array![[0.5, 3.0], [-1.0, 2.0]], array![[2.0, 0.5]]);
    let half_off = (
        array![[2.0, -1.0], [0.5, 4.0]],
        array![[1.0, 0.0], [2.0, -1.0]],
        array![[-1.0, 3.0], [0.25, 0.0]],
    );
    [("both units on", two), ("some units off", half_off)]
        .map(|(name, (delta, w, z))| {
            Observation::of(format!("delta({name})"), || -> Array1<f64> {
                (answer.delta)(&delta, &w, &z).iter().copied().collect()
            })
        })
        .into()
}

fn gates(z: &Array2<f64>) -> Array2<f64> {
    z.mapv(|z| if z > 0.0 { 1.0 } else { 0.0 })
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "not-transposed" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Follow one unit of the first layer: to which units of the second does it speak, and \
         through which entries of $W$?",
        "What would the shapes say if the second layer had another width?",
    ],
    mistakes: &[
        Mistake {
            name: "not-transposed",
            answer: |_| Answer { delta: |delta, w, z| delta.dot(w) * gates(z) },
            diagnosis: "The pull goes through W in place of its transpose.",
            hint: "Unit i speaks to unit j through entry (i, j), and hears back through it.",
        },
        Mistake {
            name: "gates-lost",
            answer: |_| Answer { delta: |delta, w, _| delta.dot(&w.t()) },
            diagnosis: "The product is right, and the gates are gone.",
            hint: "Keep the factor of the gates.",
        },
        Mistake {
            name: "gates-first",
            answer: |_| Answer { delta: |delta, w, z| (delta * gates(z)).dot(&w.t()) },
            diagnosis: "The gates of the first layer close the units of the second.",
            hint: "First through W, then through the gates.",
        },
        Mistake {
            name: "gates-of-the-pull",
            answer: |_| Answer {
                delta: |delta, w, _| {
                    let back = delta.dot(&w.t());
                    let gates = gates(&back);
                    back * gates
                },
            },
            diagnosis: "The gates are those of the pull; they belong to z.",
            hint: "A unit passes on what it gets where its z is positive.",
        },
    ],
};
