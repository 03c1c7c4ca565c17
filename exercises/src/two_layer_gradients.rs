//! Gradients of the two-layer network of a batch, with one thing wrong: what the check of
//! `two_layer_backward` builds its wrong answers from.

use ndarray::{Array1, Array2, Axis};

/// The parameters W (k, m), b (m), v (m) and c.
pub type Parts<'a> = (&'a Array2<f64>, &'a Array1<f64>, &'a Array1<f64>, f64);

/// What may be wrong.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    Sign,
    Factor,
    Sum,
    Gate,
    BiasOfFirst,
    BiasOfMean,
    WithoutV,
}

/// The gradient but for one mistake.
pub fn gradient(
    (w, b, v, c): Parts,
    x: &Array2<f64>,
    y: &Array1<f64>,
    wrong: Wrong,
) -> Array1<f64> {
    let z = x.dot(w) + b;
    let h = z.mapv(|z| z.max(0.0));
    let n = y.len() as f64;
    let scale = match wrong {
        Wrong::Sign => -2.0 / n,
        Wrong::Factor => 1.0 / n,
        Wrong::Sum => 2.0,
        _ => 2.0 / n,
    };
    let output = (h.dot(v) + c - y) * scale;
    let column = output.view().insert_axis(Axis(1));
    let row = match wrong {
        Wrong::WithoutV => Array2::ones((1, v.len())),
        _ => v.view().insert_axis(Axis(0)).to_owned(),
    };
    let mut delta = column.dot(&row);
    if wrong != Wrong::Gate {
        delta *= &z.mapv(|z| if z > 0.0 { 1.0 } else { 0.0 });
    }
    let weights = x.t().dot(&delta);
    let biases = match wrong {
        Wrong::BiasOfFirst => delta.row(0).to_owned(),
        Wrong::BiasOfMean => delta.sum_axis(Axis(0)) / n,
        _ => delta.sum_axis(Axis(0)),
    };
    let outputs = h.t().dot(&output);
    let all = weights.iter().chain(&biases).chain(&outputs).copied();
    all.chain([output.sum()]).collect()
}
