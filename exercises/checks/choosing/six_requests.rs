use crate::check::{Check, Kind, Mistake};
use crate::choices::TrainingLoss::{
    self, BinaryCrossEntropy, CrossEntropy, Divergence, Focal, Hinge, SquaredError,
    Triplet,
};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub house_prices: fn() -> TrainingLoss,
    pub fraud: fn() -> TrainingLoss,
    pub image_classes: fn() -> TrainingLoss,
    pub margin: fn() -> TrainingLoss,
    pub distribution: fn() -> TrainingLoss,
    pub retrieval: fn() -> TrainingLoss,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("house_prices()", answer.house_prices),
        Observation::of("fraud()", answer.fraud),
        Observation::of("image_classes()", answer.image_classes),
        Observation::of("margin()", answer.margin),
        Observation::of("distribution()", answer.distribution),
        Observation::of("retrieval()", answer.retrieval),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Design,
    tolerance: 0.0,
    observe,
    hints: &[
        "Ask first what is done with the answer: a number, a probability, a decision or a \
         distance.",
        "A price of mistakes that changes belongs where it can be changed without training.",
        "Which of the losses can be used for a class that did not exist in training?",
    ],
    mistakes: &[
        Mistake {
            name: "prices-squared",
            answer: |right| Answer { house_prices: || SquaredError, ..right },
            diagnosis: "A price with a zero too many pulls in proportion to its error: one \
                        of them outweighs the other 199.",
            hint: "Look for a loss whose pull is capped.",
        },
        Mistake {
            name: "fraud-focal",
            answer: |right| Answer { fraud: || Focal, ..right },
            diagnosis: "The focal loss bends probabilities toward one half, and the report \
                        shows them. Rarity alone is no reason for it.",
            hint: "Put the prices into the threshold.",
        },
        Mistake {
            name: "fraud-hinge",
            answer: |right| Answer { fraud: || Hinge, ..right },
            diagnosis: "The scores of the hinge are no probabilities: neither the report \
                        nor a threshold from prices can use them.",
            hint: "Which loss has its minimum at the true probability?",
        },
        Mistake {
            name: "fraud-squared",
            answer: |right| Answer { fraud: || SquaredError, ..right },
            diagnosis: "On a probability it does have its minimum in the right place, but \
                        where the model is surely wrong the gradient through the sigmoid \
                        vanishes.",
            hint: "The loss whose gradient is p − y.",
        },
        Mistake {
            name: "classes-binary",
            answer: |right| Answer { image_classes: || BinaryCrossEntropy, ..right },
            diagnosis: "Ten questions of yes or no allow for two articles in a picture, or \
                        none. Here it is exactly one.",
            hint: "The probabilities have to sum to one.",
        },
        Mistake {
            name: "classes-triplet",
            answer: |right| Answer { image_classes: || Triplet, ..right },
            diagnosis: "Distances can be made into classes, but the ten are known, and \
                        probabilities are one layer away.",
            hint: "The simplest loss for one of ten.",
        },
        Mistake {
            name: "margin-binary",
            answer: |right| Answer { margin: || BinaryCrossEntropy, ..right },
            diagnosis: "Cross-entropy has a gradient for every sample, however far away: \
                        the border depends on all of them.",
            hint: "Which loss is exactly zero beyond a margin?",
        },
        Mistake {
            name: "distribution-squared",
            answer: |right| Answer { distribution: || SquaredError, ..right },
            diagnosis: "It weighs an error of 0.01 at a probability of 0.5 as one at 0.001, \
                        where it means ten times as often.",
            hint: "There is a distance of distributions, in nats.",
        },
        Mistake {
            name: "distribution-classes",
            answer: |right| Answer { distribution: || CrossEntropy, ..right },
            diagnosis: "With classes for targets it takes the largest probability of the \
                        teacher and throws the others away.",
            hint: "The targets are whole distributions.",
        },
        Mistake {
            name: "retrieval-classes",
            answer: |right| Answer { retrieval: || CrossEntropy, ..right },
            diagnosis: "A classifier has an output for each article of the training, and \
                        none for next week's.",
            hint: "Learn a distance.",
        },
        Mistake {
            name: "retrieval-divergence",
            answer: |right| Answer { retrieval: || Divergence, ..right },
            diagnosis: "There is no distribution to match.",
            hint: "Like near like, unlike far away.",
        },
    ],
};
