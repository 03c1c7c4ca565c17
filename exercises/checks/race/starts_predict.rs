use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub descent_from_one_half: fn() -> f64,
    pub descent_from_two: fn() -> f64,
    pub descent_from_zero: fn() -> f64,
    pub momentum_from_two: fn() -> f64,
    pub a_hundred_times_as_far: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("descent_from_one_half()", answer.descent_from_one_half),
        Observation::of("descent_from_two()", answer.descent_from_two),
        Observation::of("descent_from_zero()", answer.descent_from_zero),
        Observation::of("momentum_from_two()", answer.momentum_from_two),
        Observation::of("a_hundred_times_as_far()", answer.a_hundred_times_as_far),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says; the minima are far apart.
    tolerance: 0.05,
    observe,
    hints: &[
        "What sign does $x^3 - x$ have at the start, and where does it change?",
        "From 2 the ball begins 2 above the top of the hill, as $L(2) = 2$ and $L(0) = 0$. Friction takes a fifth \
         of its velocity at each step. Draw the curve.",
        "How many steps does a factor of 10 take, and how many factors of 10 are there?",
    ],
    mistakes: &[
        Mistake {
            name: "from-the-hill-to-the-left",
            answer: |right| Answer { descent_from_one_half: || -1.0, ..right },
            diagnosis: "At 0.5 the slope is negative, so the way down leads to the right.",
            hint: "Descent goes against the sign of the gradient.",
        },
        Mistake {
            name: "stays-on-the-slope",
            answer: |right| Answer { descent_from_one_half: || 0.0, ..right },
            diagnosis: "0 is the top of the hill, from which descent leads away.",
            hint: "The gradient at 0.5 is not zero.",
        },
        Mistake {
            name: "descent-rolls-over",
            answer: |right| Answer { descent_from_two: || -1.0, ..right },
            diagnosis: "Gradient descent has no speed that could carry it over the hill.",
            hint: "Its first step goes from 2 to 1.7. Where does it stop?",
        },
        Mistake {
            name: "leaves-the-top",
            answer: |right| Answer { descent_from_zero: || 1.0, ..right },
            diagnosis: "At exactly 0 the gradient is zero, and so is every step.",
            hint: "Put 0 into the formula of the step.",
        },
        Mistake {
            name: "leaves-the-top-to-the-left",
            answer: |right| Answer { descent_from_zero: || -1.0, ..right },
            diagnosis: "At exactly 0 the gradient is zero, and so is every step.",
            hint: "Put 0 into the formula of the step.",
        },
        Mistake {
            name: "momentum-as-descent",
            answer: |right| Answer { momentum_from_two: || 1.0, ..right },
            diagnosis: "Gradient descent ends at 1. Momentum comes through there with speed, and \
                        goes over the hill.",
            hint: "Let it run: five steps by hand are enough to see the speed.",
        },
        Mistake {
            name: "in-proportion-to-the-distance",
            answer: |right| Answer { a_hundred_times_as_far: || 100.0, ..right },
            diagnosis: "The steps are not equally long: each takes a tenth of what is left.",
            hint: "Count factors of ten.",
        },
        Mistake {
            name: "no-matter-how-far",
            answer: |right| Answer { a_hundred_times_as_far: || 1.0, ..right },
            diagnosis: "This would be so for a hundredth of the start. The goal is 0.01 for both.",
            hint: "Count factors of ten.",
        },
    ],
};
