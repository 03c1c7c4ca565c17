use crate::check::{Check, Kind, Mistake};
use crate::choices::RegressionLoss::{
    self, AbsoluteError, Huber, Quantile, SquaredError,
};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub house_prices: fn() -> RegressionLoss,
    pub energy: fn() -> RegressionLoss,
    pub spare_parts: fn() -> RegressionLoss,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("house_prices()", answer.house_prices),
        Observation::of("energy()", answer.energy),
        Observation::of("spare_parts()", answer.spare_parts),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Design,
    tolerance: 0.0,
    observe,
    hints: &[
        "For each loss ask which constant prediction minimizes it (the mean, the median, \
         a quantile, something between), and how hard an outlier pulls.",
        "Two of the three situations ask for a particular property of the distribution. \
         The other one asks for a particular behavior of the gradient, far away and \
         nearby.",
        "For the spare parts, compare the expected cost of ordering one part more with \
         that of not ordering it.",
    ],
    mistakes: &[
        Mistake {
            name: "house-prices-squared",
            answer: |right| Answer { house_prices: || SquaredError, ..right },
            diagnosis: "Under the squared error a price that is ten times too high pulls \
                        in proportion to its error: one typing error outweighs a hundred \
                        good records.",
            hint: "Look for a loss whose gradient is bounded.",
        },
        Mistake {
            name: "house-prices-absolute",
            answer: |right| Answer { house_prices: || AbsoluteError, ..right },
            diagnosis: "The absolute error withstands the typing errors, but its \
                        gradient has the same size near the minimum as far away: at a \
                        constant rate the steps do not become short, and for small \
                        symmetric errors the median is less precise than the mean.",
            hint: "Look for a loss that is linear far away and quadratic nearby.",
        },
        Mistake {
            name: "house-prices-quantile",
            answer: |right| Answer { house_prices: || Quantile { tau: 0.5 }, ..right },
            diagnosis: "The quantile loss with tau = 0.5 is half the absolute error. It \
                        withstands the typing errors, but its steps do not become short \
                        near the minimum.",
            hint: "Look for a loss that is linear far away and quadratic nearby.",
        },
        Mistake {
            name: "energy-absolute",
            answer: |right| Answer { energy: || AbsoluteError, ..right },
            diagnosis: "The absolute error learns the median. Where a few households use \
                        very much the median lies below the mean, so the sum of the \
                        predictions falls short.",
            hint: "Which property of a distribution adds up?",
        },
        Mistake {
            name: "energy-median-as-quantile",
            answer: |right| Answer { energy: || Quantile { tau: 0.5 }, ..right },
            diagnosis: "The quantile with tau = 0.5 is the median, which lies below the \
                        mean here: the sum falls short.",
            hint: "Which property of a distribution adds up?",
        },
        Mistake {
            name: "energy-huber",
            answer: |right| Answer { energy: || Huber, ..right },
            diagnosis: "The Huber loss treats the large consumers as errors and holds \
                        back their pull, so it learns something between median and mean, \
                        and the sum falls short. Robustness against true values is a \
                        bias.",
            hint: "The large values are real: nothing has to be held back.",
        },
        Mistake {
            name: "spare-parts-squared",
            answer: |right| Answer { spare_parts: || SquaredError, ..right },
            diagnosis: "The squared error charges as much for a part too many as for a \
                        part too few. It learns the mean demand, and the workshop often \
                        runs short.",
            hint: "Put the two costs into the loss.",
        },
        Mistake {
            name: "spare-parts-absolute",
            answer: |right| Answer { spare_parts: || AbsoluteError, ..right },
            diagnosis: "The absolute error learns the median demand: in half of all \
                        cases parts would be missing, at nine times the cost.",
            hint: "Put the two costs into the loss.",
        },
        Mistake {
            name: "spare-parts-huber",
            answer: |right| Answer { spare_parts: || Huber, ..right },
            diagnosis: "The Huber loss is symmetric: it charges as much for a part too \
                        many as for a part too few.",
            hint: "Put the two costs into the loss.",
        },
        Mistake {
            name: "spare-parts-low-quantile",
            answer: |right| Answer { spare_parts: || Quantile { tau: 0.1 }, ..right },
            diagnosis: "tau = 0.1 orders so little that parts are missing nine times out \
                        of ten. The two sides are swapped.",
            hint: "A prediction that is too low costs tau per unit; that is the \
                   expensive side.",
        },
        Mistake {
            name: "spare-parts-ratio",
            answer: |right| Answer {
                spare_parts: || Quantile { tau: 8.0 / 9.0 },
                ..right
            },
            diagnosis: "8/9 takes nine as the whole, but the costs stand nine to one: \
                        together they are ten parts.",
            hint: "tau / (1 - tau) has to be 9.",
        },
    ],
};
