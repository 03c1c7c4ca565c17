use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub forward: fn() -> [f64; 4],
    pub output_layer: fn() -> [f64; 3],
    pub hidden_layer: fn() -> [f64; 6],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("forward()", answer.forward),
        Observation::of("output_layer()", answer.output_layer),
        Observation::of("hidden_layer()", answer.hidden_layer),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "One of the two units is off. Which?",
        "$\\partial L/\\partial v_j = 2r\\, h_j$, and $\\partial L/\\partial c = 2r$.",
        "$\\delta_j = 2r\\, v_j$ where $z_j > 0$, and 0 where it is not; then \
         $\\partial L/\\partial w_{ij} = x_i \\delta_j$.",
    ],
    mistakes: &[
        Mistake {
            name: "rectifier-forgotten",
            answer: |right| Answer { forward: || [1.5, -1.0, -2.0, 9.0], ..right },
            diagnosis: "The second unit passes on its negative z.",
            hint: "h = max(0, z): a unit that is off gives 0.",
        },
        Mistake {
            name: "weights-transposed",
            answer: |right| Answer { forward: || [3.5, -5.0, 8.0, 49.0], ..right },
            diagnosis: "The weights were read by rows: w12 leads from input 1 to unit 2.",
            hint: "z1 = x1 w11 + x2 w21 + b1.",
        },
        Mistake {
            name: "half-the-loss",
            answer: |right| Answer { forward: || [1.5, -1.0, 2.0, 0.5], ..right },
            diagnosis: "The loss is the square of the residual, without a half.",
            hint: "L = r².",
        },
        Mistake {
            name: "output-without-two",
            answer: |right| Answer { output_layer: || [1.5, 0.0, 1.0], ..right },
            diagnosis: "The slope of r² was taken as r.",
            hint: "It is 2r.",
        },
        Mistake {
            name: "output-uphill",
            answer: |right| Answer { output_layer: || [-3.0, 0.0, -2.0], ..right },
            diagnosis: "The signs are reversed: the residual is prediction minus target.",
            hint: "The prediction is too high, so the loss rises with c.",
        },
        Mistake {
            name: "output-times-z",
            answer: |right| Answer { output_layer: || [3.0, -2.0, 2.0], ..right },
            diagnosis: "The slope was multiplied by z, and the output sees h.",
            hint: "h2 is 0.",
        },
        Mistake {
            name: "gate-forgotten",
            answer: |right| Answer {
                hidden_layer: || [12.0, 16.0, 6.0, 8.0, 6.0, 8.0],
                ..right
            },
            diagnosis: "The slope of the rectifier is missing: a unit that is off learns \
                        nothing.",
            hint: "Multiply ∂L/∂h by 1 where z > 0 and by 0 where it is not.",
        },
        Mistake {
            name: "v-forgotten",
            answer: |right| Answer {
                hidden_layer: || [4.0, 0.0, 2.0, 0.0, 2.0, 0.0],
                ..right
            },
            diagnosis: "The slope of the output came to the units without the weight on \
                        its way.",
            hint: "∂L/∂h1 = 2r · v1.",
        },
        Mistake {
            name: "hidden-without-two",
            answer: |right| Answer {
                hidden_layer: || [6.0, 0.0, 3.0, 0.0, 3.0, 0.0],
                ..right
            },
            diagnosis: "The slope of r² was taken as r.",
            hint: "It is 2r.",
        },
        Mistake {
            name: "by-columns",
            answer: |right| Answer {
                hidden_layer: || [12.0, 6.0, 0.0, 0.0, 6.0, 0.0],
                ..right
            },
            diagnosis: "The slopes are right and stand at the wrong weights: rows and \
                        columns are swapped.",
            hint: "∂L/∂w12 = x1 δ2, and unit 2 is off.",
        },
    ],
};
