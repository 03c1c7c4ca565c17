use ndarray::{Array1, Array2, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;
use crate::two_layer_gradients::{Wrong, gradient};

/// A gradient from W, b, v, c, X and y.
type Gradient = fn(
    &Array2<f64>,
    &Array1<f64>,
    &Array1<f64>,
    f64,
    &Array2<f64>,
    &Array1<f64>,
) -> Array1<f64>;

#[derive(Clone, Copy)]
pub struct Answer {
    pub gradient: Gradient,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    // The sample of the chapter's table; then three samples of three features, with
    // units that are on for some of them.
    let one = (
        (array![[1.0, -1.0], [0.5, 1.0]], array![0.0, -0.5], array![1.0, -2.0], 0.5),
        (array![[1.0, 2.0]], array![3.0]),
    );
    let batch = (
        (
            array![[0.5, -1.0], [1.0, 0.25], [-0.5, 2.0]],
            array![0.25, -0.5],
            array![2.0, -1.0],
            -0.5,
        ),
        (
            array![[1.0, 2.0, 0.5], [-1.0, 0.5, 1.0], [0.5, -2.0, 1.5]],
            array![1.0, -2.0, 0.5],
        ),
    );
    [("the chapter's sample", one), ("a batch of three", batch)]
        .map(|(name, ((w, b, v, c), (x, y)))| {
            Observation::of(format!("gradient({name})"), || {
                (answer.gradient)(&w, &b, &v, c, &x, &y)
            })
        })
        .into()
}

/// The answer with one thing wrong.
macro_rules! wrong {
    ($wrong:ident) => {
        |_| Answer {
            gradient: |w, b, v, c, x, y| gradient((w, b, v, c), x, y, Wrong::$wrong),
        }
    };
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Run forward and keep $Z$ and $H$.",
        "$\\partial L/\\partial \\hat y = 2(\\hat y - y)/n$, of shape $(n)$. The pull on $Z$ is \
         this column times the row $v$, through the gates $1[Z > 0]$.",
        "Each gradient has the shape of its parameter: $X^\\top \\Delta$ is $(k, m)$, the sum of \
         Δ over the samples is $(m)$, and so is $H^\\top \\partial L/\\partial \\hat y$.",
    ],
    mistakes: &[
        Mistake {
            name: "uphill",
            answer: wrong!(Sign),
            diagnosis: "The sign is reversed.",
            hint: "The residual is prediction minus target.",
        },
        Mistake {
            name: "without-two",
            answer: wrong!(Factor),
            diagnosis: "The slope of r² was taken as r.",
            hint: "It is 2r.",
        },
        Mistake {
            name: "gradient-of-the-sum",
            answer: wrong!(Sum),
            diagnosis: "This is the gradient of the sum over the batch; the loss is the \
                        mean.",
            hint: "Divide by n.",
        },
        Mistake {
            name: "gate-forgotten",
            answer: wrong!(Gate),
            diagnosis: "The slope of the rectifier is missing.",
            hint: "Multiply by 1 where Z > 0 and by 0 where it is not.",
        },
        Mistake {
            name: "bias-of-the-first-sample",
            answer: wrong!(BiasOfFirst),
            diagnosis: "The hidden biases get the slope of the first sample only.",
            hint: "Sum over the batch.",
        },
        Mistake {
            name: "bias-averaged-twice",
            answer: wrong!(BiasOfMean),
            diagnosis: "The slope of the hidden biases is divided by n twice.",
            hint: "Delta carries the 1/n already: sum it.",
        },
        Mistake {
            name: "v-forgotten",
            answer: wrong!(WithoutV),
            diagnosis: "The pull on the output came to the units without the weights v.",
            hint: "∂L/∂h = ∂L/∂ŷ · v.",
        },
    ],
};
