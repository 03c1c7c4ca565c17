//! The losses of classes, distributions and embeddings against PyTorch;
//! `golden/README.md` says how its values were computed.

use crate::golden::{number, numbers};
use crate::golden_case::{ABSOLUTE_OF_GRADIENTS, Case, cases};
use listings::losses::{
    BinaryCrossEntropy, BinaryFocal, Contrastive, CrossEntropy, Focal, GaussianNll,
    Hinge, KlDivergence, Loss, SquaredHinge, Triplet,
};
use ndarray::{Array1, Array2, Axis, s, stack};

#[test]
fn binary_cross_entropy() {
    let soft = cases("BCEWithLogitsLoss_softtargets", 1);
    for mut case in cases("BCEWithLogitsLoss", 2).into_iter().chain(soft) {
        // At y = 0 PyTorch computes z + ς(−z), which cancels for z = −50: it has 0 where
        // the loss is e^(−50). The soft margin below holds this book to that.
        case.absolute = f64::EPSILON;
        let weight = case.hyper["pos_weight"].as_f64().unwrap_or(1.0);
        case.check_binary(
            BinaryCrossEntropy::default().with_positive_weight(weight).unwrap(),
        );
    }
}

#[test]
fn the_soft_margin_is_binary_cross_entropy_with_targets_0_and_1() {
    for case in cases("SoftMarginStable", 1) {
        let target = case.vector("target").mapv(|label| (label + 1.0) / 2.0);
        case.check_elementwise(BinaryCrossEntropy::default(), &target);
    }
}

#[test]
fn binary_focal() {
    for case in cases("FocalBinary", 5) {
        let (alpha, gamma) = (case.hyper["alpha"].as_f64(), number(&case.hyper["gamma"]));
        case.check_binary(BinaryFocal::new(alpha, gamma).unwrap());
    }
}

#[test]
fn hinge_and_its_square() {
    for case in cases("HingeLabelPM1", 1) {
        case.check_binary(Hinge);
    }
    for case in cases("SquaredHingeLabelPM1", 1) {
        case.check_binary(SquaredHinge);
    }
}

#[test]
fn cross_entropy_of_classes() {
    let mut checked = 0;
    for case in cases("CrossEntropyLoss", 5) {
        if !case.hyper["ignore_index"].is_null() {
            continue; // An ignored class is checked in `cross_entropy.rs`.
        }
        checked += 1;
        let mut loss = CrossEntropy::default();
        let mut weight_of = Array1::ones(5);
        if case.hyper["weight"].is_array() {
            weight_of = numbers(&case.hyper["weight"]);
            loss = loss.with_class_weights(weight_of.clone()).unwrap();
        }
        if let Some(smoothing) = case.hyper["label_smoothing"].as_f64() {
            loss = loss.with_label_smoothing(smoothing).unwrap();
        }
        // The mean of one sample divides by its weight, which `none` does not.
        case.check_classes(loss, |class| weight_of[class]);
    }
    assert_eq!(checked, 4);
}

#[test]
fn cross_entropy_of_distributions() {
    for case in cases("CrossEntropyLoss_probtargets", 1) {
        let (logits, target) = (case.matrix("input"), case.matrix("target"));
        let loss = CrossEntropy::default();
        for i in 0..logits.nrows() {
            let value = loss.value(&row(&logits, i), &row(&target, i));
            case.close(value, number(&case.none[i]), "none");
        }
        case.close(loss.value(&logits, &target), case.mean, "mean");
        case.check_gradient(
            "input",
            &loss.gradient(&logits, &target),
            ABSOLUTE_OF_GRADIENTS,
        );
    }
}

#[test]
fn focal() {
    for case in cases("FocalMulticlass", 5) {
        let [alpha, gamma] = ["alpha", "gamma"].map(|name| number(&case.hyper[name]));
        case.check_classes(Focal::new(alpha, gamma).unwrap(), |_| 1.0);
    }
}

#[test]
fn kl_divergence_is_the_sum_over_the_batch_size() {
    for case in cases("KLDivLoss", 2) {
        let (log_q, mut p) = (case.matrix("input"), case.matrix("target"));
        let log_target = case.hyper["log_target"] == true;
        if log_target {
            p.mapv_inplace(f64::exp);
        }
        let samples = p.nrows() as f64;
        for i in 0..p.nrows() {
            let value = KlDivergence.value(&row(&log_q, i), &row(&p, i));
            case.close(value, numbers(&case.none[i]).sum(), "none, summed over a row");
        }
        case.close(KlDivergence.value(&log_q, &p), case.sum / samples, "batchmean");
        // PyTorch's mean divides by n·k, where the mean of the batch divides by n.
        let gradient = KlDivergence.gradient(&log_q, &p) / p.ncols() as f64;
        case.check_gradient("input", &gradient, ABSOLUTE_OF_GRADIENTS);
    }
}

/// PyTorch's distances add this to each coordinate of a difference. Both losses depend
/// on differences alone, so the tests give them PyTorch's: x₁ − x₂ + 10⁻⁶, and 0.
const ADDED: f64 = 1e-6;

#[test]
fn contrastive() {
    for case in cases("Contrastive", 2) {
        let first = case.matrix("input1") - case.matrix("input2") + ADDED;
        let second = Array2::zeros(first.raw_dim());
        let similar = case.vector("label").mapv(|label| label == 1.0);
        let loss = Contrastive::new(number(&case.hyper["margin"])).unwrap();
        for i in 0..first.nrows() {
            let pair = similar.slice(s![i..=i]).to_owned();
            let value = loss.value(&row(&first, i), &row(&second, i), &pair);
            case.close(value, number(&case.none[i]), "none");
        }
        case.close(loss.value(&first, &second, &similar), case.mean, "mean");
        let [of_first, of_second] = loss.gradients(&first, &second, &similar);
        case.check_gradient("input1", &of_first, ABSOLUTE_OF_GRADIENTS);
        case.check_gradient("input2", &of_second, ABSOLUTE_OF_GRADIENTS);
    }
}

#[test]
fn triplet() {
    let mut checked = 0;
    for case in cases("TripletMarginLoss", 3) {
        if number(&case.hyper["p"]) != 2.0 || case.hyper["swap"] == true {
            continue; // Other distances and the swap: `metric_golden.rs`.
        }
        checked += 1;
        let positive = case.matrix("positive") - case.matrix("anchor") - ADDED;
        let negative = case.matrix("negative") - case.matrix("anchor") - ADDED;
        let anchor = Array2::zeros(positive.raw_dim());
        let loss = Triplet::new(number(&case.hyper["margin"])).unwrap();
        for i in 0..anchor.nrows() {
            let [anchor, positive, negative] =
                [&anchor, &positive, &negative].map(|rows| row(rows, i));
            let value = loss.value(&anchor, &positive, &negative);
            case.close(value, number(&case.none[i]), "none");
        }
        case.close(loss.value(&anchor, &positive, &negative), case.mean, "mean");
        let gradients = loss.gradients(&anchor, &positive, &negative);
        for (name, gradient) in ["anchor", "positive", "negative"].iter().zip(&gradients)
        {
            case.check_gradient(name, gradient, ABSOLUTE_OF_GRADIENTS);
        }
    }
    assert_eq!(checked, 1);
}

#[test]
fn gaussian_negative_log_likelihood() {
    for case in cases("GaussianNLLLoss", 2) {
        // The constant that `full` adds, and the smallest variance that PyTorch computes
        // with: the book has neither.
        let full = case.hyper["full"] == true;
        let constant = if full { 0.5 * std::f64::consts::TAU.ln() } else { 0.0 };
        let smallest = number(&case.hyper["eps"]);
        let variance = case.vector("var").mapv(|variance| variance.max(smallest));
        let log_variance = variance.mapv(f64::ln);
        let prediction =
            stack![Axis(1), case.vector("input").view(), log_variance.view()];
        let target = case.vector("target");
        for i in 0..target.len() {
            let one = target.slice(s![i..=i]).to_owned();
            let value = GaussianNll.value(&row(&prediction, i), &one);
            case.close(value + constant, number(&case.none[i]), "none");
        }
        let value = GaussianNll.value(&prediction, &target);
        case.close(value + constant, case.mean, "mean");
        let gradient = GaussianNll.gradient(&prediction, &target);
        case.check_gradient(
            "input",
            &gradient.column(0).to_owned(),
            ABSOLUTE_OF_GRADIENTS,
        );
        case.check_gradient(
            "var",
            &(&gradient.column(1) / &variance),
            ABSOLUTE_OF_GRADIENTS,
        );
    }
}

/// One loss at some hyperparameters.
impl Case {
    fn check_binary(&self, loss: impl Loss) {
        self.check_elementwise(loss, &self.vector("target"));
    }

    fn check_elementwise(&self, loss: impl Loss, target: &Array1<f64>) {
        let input = self.vector("input");
        for i in 0..input.len() {
            let one = |numbers: &Array1<f64>| numbers.slice(s![i..=i]).to_owned();
            let value = loss.value(&one(&input), &one(target));
            self.close(value, number(&self.none[i]), "none");
        }
        self.close(loss.value(&input, target), self.mean, "mean");
        let gradient = loss.gradient(&input, target);
        self.check_gradient("input", &gradient, ABSOLUTE_OF_GRADIENTS);
    }

    fn check_classes(
        &self,
        loss: impl Loss<Array2<f64>, Array1<usize>>,
        divisor: impl Fn(usize) -> f64,
    ) {
        let logits = self.matrix("input");
        let classes = self.vector("target").mapv(|class| class as usize);
        for i in 0..classes.len() {
            let class = classes.slice(s![i..=i]).to_owned();
            let value = loss.value(&row(&logits, i), &class) * divisor(classes[i]);
            self.close(value, number(&self.none[i]), "none");
        }
        self.close(loss.value(&logits, &classes), self.mean, "mean");
        let gradient = loss.gradient(&logits, &classes);
        self.check_gradient("input", &gradient, ABSOLUTE_OF_GRADIENTS);
    }
}

/// Row i, as a batch of one.
fn row(batch: &Array2<f64>, i: usize) -> Array2<f64> {
    batch.slice(s![i..=i, ..]).to_owned()
}
