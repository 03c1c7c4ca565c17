use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

/// An epoch: θ, x, y, the order, the size of a batch and the rate.
type Epoch = fn([f64; 2], &[f64], &[f64], &[usize], usize, f64) -> [f64; 3];

#[derive(Clone, Copy)]
pub struct Answer {
    pub epoch: Epoch,
}

const X: [f64; 5] = [-1.0, 0.5, 2.0, 1.0, -0.5];
const Y: [f64; 5] = [0.0, 1.0, 3.0, 1.5, 0.5];

fn observe(answer: &Answer) -> Vec<Observation> {
    // One batch of all, an even cut of the first four, a smaller last batch, single ones.
    [(5, 5), (4, 2), (5, 2), (5, 3), (3, 1)]
        .map(|(samples, size)| {
            let order: Vec<usize> =
                [3, 0, 4, 2, 1].into_iter().filter(|&i| i < samples).collect();
            let call = format!("epoch(order = {order:?}, size = {size})");
            Observation::of(call, || {
                let (x, y) = (&X[..samples], &Y[..samples]);
                (answer.epoch)([0.2, -0.1], x, y, &order, size, 0.1)
            })
        })
        .into()
}

/// What the mistakes differ in.
#[derive(Clone, Copy)]
struct Faults {
    is_unshuffled: bool,
    /// What the gradient of a batch of `len` is divided by, given its nominal size.
    divisor: fn(usize, usize) -> f64,
    /// What the summed loss is divided by, given the samples and the batches.
    loss_divisor: fn(usize, usize) -> f64,
    sign: f64,
}

const NONE: Faults = Faults {
    is_unshuffled: false,
    divisor: |len, _| len as f64,
    loss_divisor: |samples, _| samples as f64,
    sign: 1.0,
};
const BY_ONE: fn(usize, usize) -> f64 = |_, _| 1.0;

fn run(
    faults: Faults,
    [mut w, mut b]: [f64; 2],
    (x, y): (&[f64], &[f64]),
    order: &[usize],
    size: usize,
    rate: f64,
) -> [f64; 3] {
    let plain: Vec<usize> = (0..order.len()).collect();
    let order = if faults.is_unshuffled { &plain } else { order };
    let mut loss = 0.0;
    for batch in order.chunks(size) {
        let (mut by_w, mut by_b) = (0.0, 0.0);
        for &i in batch {
            let residual = w * x[i] + b - y[i];
            loss += residual * residual;
            by_w += 2.0 * residual * x[i];
            by_b += 2.0 * residual;
        }
        let step = faults.sign * rate / (faults.divisor)(batch.len(), size);
        w -= step * by_w;
        b -= step * by_b;
    }
    let batches = order.len().div_ceil(size);
    [w, b, loss / (faults.loss_divisor)(order.len(), batches)]
}

/// The answer with these faults.
macro_rules! with {
    ($($fault:ident: $value:expr),+) => {
        |_| Answer {
            epoch: |theta, x, y, order, size, rate| {
                let faults = Faults { $($fault: $value,)+ ..NONE };
                run(faults, theta, (x, y), order, size, rate)
            },
        }
    };
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "all-three" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Where is `order` read, apart from its length?",
        "What happens to the step when you double the size of the batches?",
        "What happens to the loss when you double the number of samples?",
    ],
    mistakes: &[
        Mistake {
            name: "all-three",
            answer: with!(is_unshuffled: true, divisor: BY_ONE, loss_divisor: BY_ONE),
            diagnosis: "The order is not used, the gradient is a sum, the loss is a sum.",
            hint: "Take them one at a time.",
        },
        Mistake {
            name: "order-still-unused",
            answer: with!(is_unshuffled: true),
            diagnosis: "Two faults are mended. The samples are still taken in their own \
                        order.",
            hint: "x[order[i]], not x[i].",
        },
        Mistake {
            name: "gradient-still-summed",
            answer: with!(divisor: BY_ONE),
            diagnosis: "Two faults are mended. The gradient is still the sum over the \
                        batch.",
            hint: "Divide it by the number of samples in this batch.",
        },
        Mistake {
            name: "loss-still-summed",
            answer: with!(loss_divisor: BY_ONE),
            diagnosis: "Two faults are mended. The loss is still the sum over all \
                        samples.",
            hint: "Divide it by the number of samples.",
        },
        Mistake {
            name: "only-the-order-mended",
            answer: with!(divisor: BY_ONE, loss_divisor: BY_ONE),
            diagnosis: "The order is right now; gradient and loss are still sums.",
            hint: "Divide each by its number of samples.",
        },
        Mistake {
            name: "only-the-gradient-mended",
            answer: with!(is_unshuffled: true, loss_divisor: BY_ONE),
            diagnosis: "The gradient is a mean now; the order is unused and the loss a \
                        sum.",
            hint: "Two faults are left.",
        },
        Mistake {
            name: "only-the-loss-mended",
            answer: with!(is_unshuffled: true, divisor: BY_ONE),
            diagnosis: "The loss is a mean now; the order is unused and the gradient a \
                        sum.",
            hint: "Two faults are left.",
        },
        Mistake {
            name: "divided-by-the-nominal-size",
            answer: with!(divisor: |_, size| size as f64),
            diagnosis: "The gradient is divided by `size`, also in the last batch, which \
                        may have fewer samples: its step is then too short for a mean.",
            hint: "Divide by the number of samples in this batch.",
        },
        Mistake {
            name: "divided-by-all-samples",
            answer: |_| Answer {
                epoch: |t, x, y, order, size, rate| {
                    run(
                        Faults { divisor: BY_ONE, ..NONE },
                        t,
                        (x, y),
                        order,
                        size,
                        rate / order.len() as f64,
                    )
                },
            },
            diagnosis: "The gradient of a batch is divided by the number of all samples, \
                        so that an epoch of small batches takes steps that are too short.",
            hint: "Divide by the number of samples in this batch.",
        },
        Mistake {
            name: "loss-per-batch",
            answer: with!(loss_divisor: |_, batches| batches as f64),
            diagnosis: "The summed loss is divided by the number of batches: it still \
                        grows with their size.",
            hint: "Divide it by the number of samples.",
        },
        Mistake {
            name: "uphill",
            answer: with!(sign: -1.0),
            diagnosis: "All three are mended, but the step goes uphill now.",
            hint: "w - rate * gradient.",
        },
    ],
};
