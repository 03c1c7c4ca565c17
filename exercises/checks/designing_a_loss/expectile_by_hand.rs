use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub loss_of_the_mean: fn() -> f64,
    pub best_under_expectile: fn() -> f64,
    pub best_under_quantile: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("loss_of_the_mean()", answer.loss_of_the_mean),
        Observation::of("best_under_expectile()", answer.best_under_expectile),
        Observation::of("best_under_quantile()", answer.best_under_quantile),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "The residual is $r = c - y$: negative where the promise was too low. Which price \
         belongs to which side?",
        "At the best $c$ the pulls cancel. Under the expectile loss target $y$ pulls with \
         its price times $c - y$.",
        "Under the quantile loss a target pulls with its price alone, however far it is.",
    ],
    mistakes: &[
        Mistake {
            name: "loss-of-the-sum",
            answer: |right| Answer { loss_of_the_mean: || 32.0, ..right },
            diagnosis: "32 is the sum of the three losses.",
            hint: "Divide by three.",
        },
        Mistake {
            name: "loss-with-sides-swapped",
            answer: |right| Answer { loss_of_the_mean: || 8.0, ..right },
            diagnosis: "The two prices are swapped: here too high costs three times as \
                        much.",
            hint: "At c = 6 the third order is promised too little; it has the price 3/4.",
        },
        Mistake {
            name: "loss-not-tilted",
            answer: |right| Answer { loss_of_the_mean: || 9.33, ..right },
            diagnosis: "This is half the mean squared error: both sides have the price \
                        1/2.",
            hint: "The prices are 1/4 for too high and 3/4 for too low.",
        },
        Mistake {
            name: "loss-of-the-size",
            answer: |right| Answer { loss_of_the_mean: || 2.0, ..right },
            diagnosis: "This is the quantile loss: the residuals were not squared.",
            hint: "The expectile loss is tilted and squared.",
        },
        Mistake {
            name: "expectile-is-the-mean",
            answer: |right| Answer { best_under_expectile: || 6.0, ..right },
            diagnosis: "6 is the mean, which is best where both sides have one price.",
            hint: "Weigh each distance with its price before they cancel.",
        },
        Mistake {
            name: "expectile-with-sides-swapped",
            answer: |right| Answer { best_under_expectile: || 4.29, ..right },
            diagnosis: "This is the expectile of the level 1/4: the prices are swapped.",
            hint: "Too low is the expensive side, so the best promise is above the mean.",
        },
        Mistake {
            name: "expectile-three-quarters-of-the-way",
            answer: |right| Answer { best_under_expectile: || 9.5, ..right },
            diagnosis: "This is three quarters of the way from the smallest to the largest \
                        order.",
            hint: "The middle order pulls, too: write down all three pulls.",
        },
        Mistake {
            name: "quantile-interpolated",
            answer: |right| Answer { best_under_quantile: || 8.0, ..right },
            diagnosis: "8 is what many libraries return for the 3/4-quantile, because \
                        they interpolate between 4 and 12. The loss is not least there.",
            hint: "At 8, does the loss fall when c grows a little?",
        },
        Mistake {
            name: "quantile-is-the-median",
            answer: |right| Answer { best_under_quantile: || 4.0, ..right },
            diagnosis: "4 is the median, which belongs to the level 1/2.",
            hint: "Just above 4, compare the pulls of the two lower orders with that of \
                   the upper one.",
        },
        Mistake {
            name: "quantile-with-sides-swapped",
            answer: |right| Answer { best_under_quantile: || 2.0, ..right },
            diagnosis: "2 is the 1/4-quantile: the prices are swapped.",
            hint: "Too low is the expensive side.",
        },
    ],
};
