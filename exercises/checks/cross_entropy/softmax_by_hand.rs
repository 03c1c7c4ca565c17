use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub probabilities: fn() -> [f64; 3],
    pub loss: fn() -> f64,
    pub gradient: fn() -> [f64; 3],
    pub shifted: fn() -> [f64; 3],
    pub colder: fn() -> [f64; 3],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("probabilities()", answer.probabilities),
        Observation::of("loss()", answer.loss),
        Observation::of("gradient()", answer.gradient),
        Observation::of("shifted()", answer.shifted),
        Observation::of("colder()", answer.colder),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    // Three decimals, with one unit of the last for rounding on the way.
    tolerance: 0.0015,
    observe,
    hints: &[
        "$e^{\\ln 3} = 3$. Write down the three exponentials and their sum.",
        "The gradient is what the model says less what it should say.",
        "Dividing by $\\frac{1}{2}$ is multiplying by 2, and $e^{2a} = (e^a)^2$.",
    ],
    mistakes: &[
        Mistake {
            name: "not-normalized",
            answer: |right| Answer { probabilities: || [1.0, 3.0, 6.0], ..right },
            diagnosis: "These are the exponentials; they do not sum to one.",
            hint: "Divide each by their sum.",
        },
        Mistake {
            name: "logits-normalized",
            answer: |right| Answer { probabilities: || [0.0, 0.3801, 0.6199], ..right },
            diagnosis: "These are the logits divided by their sum, without exponentials.",
            hint: "Take the exponential of each logit first.",
        },
        Mistake {
            name: "divided-by-the-largest",
            answer: |right| Answer { probabilities: || [1.0 / 6.0, 0.5, 1.0], ..right },
            diagnosis: "The exponentials are divided by the largest of them.",
            hint: "Divide by their sum.",
        },
        Mistake {
            name: "sure-of-the-third",
            answer: |right| Answer { loss: || 0.5108, ..right },
            diagnosis: "0.511 is the cost of the third class, the likeliest.",
            hint: "The second class is true.",
        },
        Mistake {
            name: "minus-probability",
            answer: |right| Answer { loss: || 0.7, ..right },
            diagnosis: "0.7 is 1 - p.",
            hint: "The cost is -ln p.",
        },
        Mistake {
            name: "binary-terms",
            answer: |right| Answer { loss: || 2.2256, ..right },
            diagnosis: "2.226 has the terms -ln(1 - p) of the other classes too.",
            hint: "Only the true class has a term.",
        },
        Mistake {
            name: "gradient-reversed",
            answer: |right| Answer { gradient: || [-0.1, 0.7, -0.6], ..right },
            diagnosis: "This is y - p, the direction of descent.",
            hint: "The gradient is p - y.",
        },
        Mistake {
            name: "gradient-of-the-true-class-alone",
            answer: |right| Answer { gradient: || [0.0, -0.7, 0.0], ..right },
            diagnosis: "The wrong classes have gradients too: raising their logits lowers the true probability.",
            hint: "Write down p and y, and subtract.",
        },
        Mistake {
            name: "gradient-in-the-probability",
            answer: |right| Answer { gradient: || [0.0, -1.0 / 0.3, 0.0], ..right },
            diagnosis: "This is the gradient with respect to the probabilities.",
            hint: "The question asks for the logits.",
        },
        Mistake {
            name: "gradient-is-softmax",
            answer: |right| Answer { gradient: || [0.1, 0.3, 0.6], ..right },
            diagnosis: "This is p. The target is missing.",
            hint: "Subtract 1 at the true class.",
        },
        Mistake {
            name: "shift-changes",
            answer: |right| Answer { shifted: || [0.3289, 0.3333, 0.3378], ..right },
            diagnosis: "The logits were divided by their sum.",
            hint: "Adding a number to all logits multiplies all exponentials by the same factor.",
        },
        Mistake {
            name: "shift-makes-even",
            answer: |right| Answer { shifted: || [1.0 / 3.0; 3], ..right },
            diagnosis: "The logits now look alike, but only their differences count.",
            hint: "Which factor do all three exponentials have in common?",
        },
        Mistake {
            name: "warmer",
            answer: |right| Answer { colder: || [0.1925, 0.3333, 0.4714], ..right },
            diagnosis: "This is T = 2: the logits were halved, and the exponentials became their roots.",
            hint: "Divide by T = 1/2.",
        },
        Mistake {
            name: "probabilities-halved",
            answer: |right| Answer { colder: || [0.05, 0.15, 0.3], ..right },
            diagnosis: "The probabilities were multiplied by T.",
            hint: "The temperature divides the logits, before the softmax.",
        },
    ],
};
