//! Claims about cross-entropy.

use super::{Claim, Evidence, Verdict};
use crate::data::seeded;
use crate::experiments::two_modes;
use crate::experiments::{Experiment, cross_entropy_precision, smoothed_loss, surprise};
use crate::losses::{CrossEntropy, Loss, kl_divergence, softmax};
use crate::report::{Format, number};
use ndarray::{Array1, Array2, array, s};
use rand::RngExt;
use rand_distr::{Distribution, StandardNormal};

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "softmax-gradient",
        statement: "The gradient of softmax and cross-entropy together is p − y.",
        source: "lectures and textbooks",
        verdict: Verdict::Confirmed,
        correct: "With respect to the logits, and for one sample. A mean divides it by n, a class weight multiplies it, a temperature divides \
                  it by T, and label smoothing puts the smoothed target in the place of y.",
        evidence: softmax_gradient,
    },
    Claim {
        id: "confident-mistake",
        statement: "Under cross-entropy a confident mistake costs most.",
        source: "lectures on classification",
        verdict: Verdict::Confirmed,
        correct: "The cost −ln p has no upper bound, and the pull on the logit, 1 − p, is largest where p is smallest; but that pull is never \
                  above 1. The squared error of a probability does the opposite: its pull vanishes on a confident mistake.",
        evidence: confident_mistake,
    },
    Claim {
        id: "epsilon-inside-log",
        statement: "Adding 1e-10 inside the logarithm makes cross-entropy safe.",
        source: "notebooks and forum answers",
        verdict: Verdict::Corrected,
        correct: "It makes the value finite and the training wrong: beyond a logit of about 23 the loss is flat, so a confident mistake is no \
                  longer corrected, and a certain right answer has a loss below zero. Compute the loss from the logits.",
        evidence: epsilon_inside_log,
    },
    Claim {
        id: "smoothing-wrong-classes",
        statement: "Label smoothing by s takes s from the right class and gives it to the wrong ones.",
        source: "library guides and textbooks",
        verdict: Verdict::Depends,
        correct: "In Szegedy et al. and in PyTorch, Keras and optax s is spread over all k classes, the right one included, which keeps \
                  1 − s + s/k. Some texts spread it over the k − 1 wrong ones. At k = 2 the difference is a factor of two in s.",
        evidence: smoothing_wrong_classes,
    },
    Claim {
        id: "divergence-convex",
        statement: "The Kullback-Leibler divergence is convex in Q and not symmetric.",
        source: "lectures on loss functions",
        verdict: Verdict::Confirmed,
        correct: "KL(P‖Q) is convex in the probabilities of Q, for any P. That does not make it convex in the parameters of a model that gives \
                  Q. The two directions differ in value and in what they fit.",
        evidence: divergence_convex,
    },
];

fn softmax_gradient() -> Evidence {
    let loss = CrossEntropy::default();
    let mut random = seeded(1);
    let mut largest: f64 = 0.0;
    for class in 0..100_usize {
        let logits = Array2::from_shape_fn((1, 5), |_| {
            let normal: f64 = StandardNormal.sample(&mut random);
            3.0 * normal
        });
        let target = array![class % 5];
        let p = softmax(logits.row(0));
        for c in 0..5 {
            let value_at = |shift: f64| {
                let mut shifted = logits.clone();
                shifted[[0, c]] += shift;
                loss.value(&shifted, &target)
            };
            let difference = (value_at(1e-5) - value_at(-1e-5)) / 2e-5;
            let y = if c == target[0] { 1.0 } else { 0.0 };
            largest = largest.max((difference - (p[c] - y)).abs());
        }
    }
    // The difference errs by ε · 20 / h ≈ 4e-10, and by h²/6 · ½ from the curve.
    let is_difference = largest < 1e-9;
    // A mean of four samples, and a weight of 3 beside one of 1.
    let logits = array![[1.0, 2.0], [0.0, 0.0], [3.0, -1.0], [0.5, 0.5]];
    let classes = array![0, 0, 0, 1];
    let gradient = loss.gradient(&logits, &classes);
    let single = loss.gradient(&logits.slice(s![0..1, ..]).to_owned(), &array![0]);
    let of_mean = gradient[[0, 0]] / single[[0, 0]];
    Evidence {
        supports: is_difference && (of_mean - 0.25).abs() < 1e-15,
        text: format!(
            "At 100 random samples of five classes, p − y and the differences of the loss agree to {}. In a batch of four, each sample's part is \
             {} of it.",
            ".0e".parse::<Format>().expect("a format").apply(largest),
            number(of_mean, 2)
        ),
    }
}

fn confident_mistake() -> Evidence {
    let rows = surprise::Config::default().run().rows;
    let falling = |part: fn(&surprise::Surprise) -> f64| {
        rows.windows(2).all(|pair| part(&pair[0]) < part(&pair[1]))
    };
    let (mild, bold) = (rows[3], rows[5]);
    Evidence {
        supports: falling(|row| row.cost)
            && falling(|row| row.pull)
            && rows.iter().all(|row| row.pull < 1.0)
            && bold.squared_pull < 0.01 * mild.squared_pull,
        text: format!(
            "To have given the truth p = {} costs {} and pulls with {}; p = {} costs {} and pulls with {}. Under the squared error of the probability the \
             pulls are {} and {}.",
            mild.probability,
            number(mild.cost, 3),
            number(mild.pull, 3),
            bold.probability,
            number(bold.cost, 3),
            number(bold.pull, 3),
            number(mild.squared_pull, 3),
            number(bold.squared_pull, 3)
        ),
    }
}

fn epsilon_inside_log() -> Evidence {
    let outcome = cross_entropy_precision::Config::default().run();
    let at = |logit: f64, target: f64| {
        let row =
            outcome.rows.iter().find(|row| (row.logit, row.target) == (logit, target));
        *row.expect("the experiment computes it")
    };
    let (some, far, right) = (at(-30.0, 1.0), at(-1000.0, 1.0), at(1000.0, 1.0));
    let scientific = |value: f64| ".0e".parse::<Format>().expect("a format").apply(value);
    Evidence {
        supports: far.with_epsilon.value < outcome.ceiling + 1e-9
            && far.with_epsilon.slope == 0.0
            && some.with_epsilon.slope.abs() < 0.001
            && right.with_epsilon.value < 0.0
            && far.safe.value == 1000.0
            && far.safe.slope == -1.0,
        text: format!(
            "A sample of class 1 with the logit −1000: the loss is {} with the slope {}; with 1e-10 it is {} with the slope {}. At −30 the slope is {} \
             with 1e-10, and {} without. At +1000 the loss with 1e-10 is {}.",
            number(far.safe.value, 0),
            number(far.safe.slope, 0),
            number(far.with_epsilon.value, 2),
            number(far.with_epsilon.slope, 0),
            number(some.with_epsilon.slope, 4),
            number(some.safe.slope, 4),
            scientific(right.with_epsilon.value)
        ),
    }
}

fn smoothing_wrong_classes() -> Evidence {
    let run = |smoothing, classes| smoothed_loss::Config { smoothing, classes }.run();
    let (ten, two) = (run(0.1, 10), run(0.1, 2));
    // 1 − s for the other convention.
    let is = |value: f64, expected: f64| (value - expected).abs() < 1e-12;
    Evidence {
        supports: is(ten.best_probability, 0.91) && is(two.best_probability, 0.95),
        text: format!(
            "At s = 0.1 the loss that agrees with PyTorch's is least where the right class has the probability {} of ten classes, and {} of two; \
             s taken away whole would leave 0.90.",
            number(ten.best_probability, 2),
            number(two.best_probability, 2)
        ),
    }
}

fn divergence_convex() -> Evidence {
    let mut random = seeded(1);
    let mut draw = || {
        let logits = Array1::from_shape_fn(4, |_| {
            let normal: f64 = StandardNormal.sample(&mut random);
            2.0 * normal
        });
        (softmax(logits.view()), random.random::<f64>())
    };
    let (mut violations, mut asymmetric) = (0, 0);
    const TRIPLES: usize = 2000;
    for _ in 0..TRIPLES {
        let ((p, t), (q, _), (r, _)) = (draw(), draw(), draw());
        let of = |q: &Array1<f64>| kl_divergence(p.view(), q.view());
        let chord = t * of(&q) + (1.0 - t) * of(&r);
        // A few roundings of numbers below 20.
        violations += usize::from(of(&(t * &q + (1.0 - t) * &r)) > chord + 1e-13);
        let back = kl_divergence(q.view(), p.view());
        asymmetric += usize::from((of(&q) - back).abs() > 1e-3 * back);
    }
    let modes = two_modes::Config::default().run();
    let wide = modes.covering.deviation / modes.seeking.deviation;
    Evidence {
        supports: violations == 0 && asymmetric > TRIPLES * 9 / 10 && wide > 2.0,
        text: format!(
            "Of {TRIPLES} random triples P, Q, R of four classes none lies above its chord, and in {asymmetric} the two directions differ by more than a \
             thousandth. Fitted to two hills, the Q of least KL(P‖Q) is {} times as wide as the Q of least KL(Q‖P).",
            number(wide, 1)
        ),
    }
}
