//! The simple one: which words occur.

use super::parts::Part;
use crate::data::PADDING;
use listings::losses::{BinaryCrossEntropy, Loss};
use listings::optimizers::{Evaluation, Lbfgs};
use listings::surfaces::Objective;
use ndarray::{Array1, ArrayView1};

// ANCHOR: bag
/// The mean cross-entropy of logistic regression on which words occur, plus
/// λ/2 ‖w‖².
///
/// θ holds a weight for each token. No word is padding, so that its place is free for
/// the intercept, which is not penalized.
pub(super) struct BagOfWords {
    reviews: Vec<Vec<usize>>,
    targets: Array1<f64>,
    penalty: f64,
}

impl BagOfWords {
    pub(super) fn new(part: &Part, penalty: f64) -> Self {
        let words = |row: ArrayView1<usize>| {
            let mut words = row.to_vec();
            words.push(PADDING);
            words.sort_unstable();
            words.dedup();
            words
        };
        Self {
            reviews: part.inputs.rows().into_iter().map(words).collect(),
            targets: part.labels.mapv(|class| class as f64),
            penalty,
        }
    }

    pub(super) fn logits(&self, theta: &Array1<f64>) -> Array1<f64> {
        let logit = |words: &Vec<usize>| words.iter().map(|&word| theta[word]).sum();
        self.reviews.iter().map(logit).collect()
    }
}

impl Objective for BagOfWords {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        let squares = theta.dot(theta) - theta[PADDING].powi(2);
        BinaryCrossEntropy::default().value(&self.logits(theta), &self.targets)
            + self.penalty / 2.0 * squares
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        let pull =
            BinaryCrossEntropy::default().gradient(&self.logits(theta), &self.targets);
        let mut gradient = theta * self.penalty;
        gradient[PADDING] = 0.0;
        for (words, pull) in self.reviews.iter().zip(&pull) {
            words.iter().for_each(|&word| gradient[word] += pull);
        }
        gradient
    }
}
// ANCHOR_END: bag

/// The weights of the least penalized loss.
pub(super) fn fitted(bag: &BagOfWords, tokens: usize) -> Array1<f64> {
    let mut method = Lbfgs::new(10).expect("a memory");
    let mut here = Evaluation::at(bag, Array1::zeros(tokens));
    // Some fifty steps are enough; the search ends where rounding hides what is left.
    for _ in 0..500 {
        match method.advance(bag, &mut here) {
            Ok(step) if step.rate > 0.0 => {}
            _ => break,
        }
    }
    here.theta
}

#[cfg(test)]
mod tests {
    use super::super::tests::{lab, small};
    use super::*;
    use crate::run::once;
    use listings::checking::gradient_error;
    use listings::labs::reviews::Predictor;
    use ndarray::array;
    use std::f64::consts::LN_2;

    #[test]
    fn the_bag_counts_a_word_once_and_its_gradient_is_that_of_its_value() {
        let part = Part {
            inputs: array![[2, 3, 2, 0], [3, 1, 0, 0], [2, 0, 0, 0]],
            labels: array![1, 0, 1],
        };
        let bag = BagOfWords::new(&part, 0.3);
        assert_eq!(bag.reviews, [vec![0, 2, 3], vec![0, 1, 3], vec![0, 2]]);
        let theta = array![0.5, -1.0, 2.0, 0.25];
        assert_eq!(bag.logits(&theta), array![2.75, -0.25, 2.5]);
        let error =
            gradient_error(|theta| bag.value(theta), &bag.gradient(&theta), &theta);
        // A difference quotient of steps of 10⁻⁵ or so.
        assert!(error < 1e-8, "{error}");
    }

    #[test]
    fn the_bag_is_fitted_to_the_bottom_and_learns_more_than_nothing() {
        let (lab, config) = (lab(), small(Predictor::Words { penalty: 0.01 }));
        let parts = lab.parts(&config, 1);
        let bag = BagOfWords::new(&parts.train, 0.01);
        let theta = fitted(&bag, parts.tokens);
        let steepest = bag
            .gradient(&theta)
            .iter()
            .fold(0.0, |most: f64, slope| most.max(slope.abs()));
        // The loss is within steepest² / 2λ of its least: 10⁻⁸.
        assert!(steepest < 1e-5, "{steepest}");
        let nothing = once(&lab, small(Predictor::Always), 1).test.unwrap();
        assert_eq!(nothing.accuracy, 0.5);
        assert!((nothing.loss - LN_2).abs() < 1e-4);
        let words = once(&lab, config, 1).test.unwrap();
        assert!(words.accuracy > 0.75 && words.loss < 0.55, "{words:?}");
    }
}
