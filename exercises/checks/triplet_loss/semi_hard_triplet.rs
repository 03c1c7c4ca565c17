use ndarray::{Array1, Array2, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub loss: fn(&Array2<f64>, &Array1<usize>, f64) -> f64,
    pub count: fn(&Array2<f64>, &Array1<usize>, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    // On a line, with hard, semi-hard and easy negatives on both sides; then two classes
    // far apart, which leave nothing to mine.
    let mixed =
        (array![0.0, 1.0, 1.5, 2.25, 4.0, -0.5, 2.5], array![0, 0, 1, 1, 0, 2, 2]);
    let apart = (array![0.0, 0.5, 9.0, 9.75], array![1, 1, 0, 0]);
    let mut seen = Vec::new();
    for (what, (places, labels), margin) in [
        ("seven on a line", mixed.clone(), 1.0),
        ("seven on a line", mixed, 3.0),
        ("two classes far apart", apart, 1.0),
    ] {
        let n = places.len();
        let distances =
            Array2::from_shape_fn((n, n), |(i, j)| f64::abs(places[i] - places[j]));
        let input = format!("{what}, margin = {margin}");
        seen.push(Observation::of(format!("loss({input})"), || {
            (answer.loss)(&distances, &labels, margin)
        }));
        seen.push(Observation::of(format!("count({input})"), || {
            (answer.count)(&distances, &labels, margin)
        }));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Two loops find the anchors and positives. Watch that an anchor is not its own \
         positive.",
        "For the negative: keep the distances in the open ring, take the least. An \
         iterator's `min_by(f64::total_cmp)` gives `None` where there is none.",
        "Divide by the number of triplets found, and look at what happens when it is 0.",
    ],
    mistakes: &[
        Mistake {
            name: "anchor-as-its-own-positive",
            answer: |_| {
                both(
                    |d, l, m| mean(&find(d, l, m, Rule { own: true, ..RIGHT })),
                    |d, l, m| find(d, l, m, Rule { own: true, ..RIGHT }).len() as f64,
                )
            },
            diagnosis: "Each anchor counts as a positive of itself, at distance 0.",
            hint: "The positive is another sample of the class.",
        },
        Mistake {
            name: "hardest-negative",
            answer: |_| {
                both(
                    |d, l, m| mean(&find(d, l, m, Rule { hard: true, ..RIGHT })),
                    |d, l, m| find(d, l, m, Rule { hard: true, ..RIGHT }).len() as f64,
                )
            },
            diagnosis: "Negatives nearer than the positive are taken, too: hard ones.",
            hint: "A semi-hard negative is farther than the positive.",
        },
        Mistake {
            name: "easy-negatives-counted",
            answer: |_| {
                both(
                    |d, l, m| mean(&find(d, l, m, Rule { easy: true, ..RIGHT })),
                    |d, l, m| find(d, l, m, Rule { easy: true, ..RIGHT }).len() as f64,
                )
            },
            diagnosis: "Pairs whose next negative is beyond the margin count as well, \
                        with a loss of 0: the mean is too small.",
            hint: "Such a pair gives no triplet.",
        },
        Mistake {
            name: "farthest-in-the-ring",
            answer: |right| Answer {
                loss: |d, l, m| mean(&find(d, l, m, Rule { farthest: true, ..RIGHT })),
                ..right
            },
            diagnosis: "The farthest of the semi-hard negatives was taken.",
            hint: "Take the nearest: it has the most to teach.",
        },
        Mistake {
            name: "all-in-the-ring",
            answer: |_| {
                both(
                    |d, l, m| mean(&find(d, l, m, Rule { all: true, ..RIGHT })),
                    |d, l, m| find(d, l, m, Rule { all: true, ..RIGHT }).len() as f64,
                )
            },
            diagnosis: "Every semi-hard negative was taken, not the nearest alone.",
            hint: "One triplet for each anchor and positive, at most.",
        },
        Mistake {
            name: "sum",
            answer: |right| Answer {
                loss: |d, l, m| find(d, l, m, RIGHT).iter().sum(),
                ..right
            },
            diagnosis: "The loss is the sum over the triplets, not their mean.",
            hint: "Divide by the number of triplets, if there are any.",
        },
        Mistake {
            name: "nothing-over-nothing",
            answer: |right| Answer {
                loss: |d, l, m| {
                    let losses = find(d, l, m, RIGHT);
                    losses.iter().sum::<f64>() / losses.len() as f64
                },
                ..right
            },
            diagnosis: "Without triplets the loss is 0/0, not a number.",
            hint: "Return 0 when none was found.",
        },
        Mistake {
            name: "margin-left-out",
            answer: |right| Answer {
                loss: |d, l, m| {
                    let losses = find(d, l, m, RIGHT);
                    mean(&losses) - if losses.is_empty() { 0.0 } else { m }
                },
                ..right
            },
            diagnosis: "The margin is missing from the loss, which is negative now.",
            hint: "d(a, p) - d(a, n) + m.",
        },
    ],
};

fn both(
    loss: fn(&Array2<f64>, &Array1<usize>, f64) -> f64,
    count: fn(&Array2<f64>, &Array1<usize>, f64) -> f64,
) -> Answer {
    Answer { loss, count }
}

fn mean(losses: &[f64]) -> f64 {
    if losses.is_empty() { 0.0 } else { losses.iter().sum::<f64>() / losses.len() as f64 }
}

/// Which triplets to take; all `false` is right.
#[derive(Clone, Copy)]
struct Rule {
    own: bool,
    hard: bool,
    easy: bool,
    farthest: bool,
    all: bool,
}

const RIGHT: Rule =
    Rule { own: false, hard: false, easy: false, farthest: false, all: false };

fn find(d: &Array2<f64>, labels: &Array1<usize>, margin: f64, rule: Rule) -> Vec<f64> {
    let samples = labels.len();
    let mut losses = Vec::new();
    for a in 0..samples {
        for p in 0..samples {
            if labels[p] != labels[a] || (p == a && !rule.own) {
                continue;
            }
            let near = d[[a, p]];
            let mut far: Vec<f64> = (0..samples)
                .filter(|&n| labels[n] != labels[a])
                .map(|n| d[[a, n]])
                .filter(|&far| rule.hard || near < far)
                .filter(|&far| rule.easy || far < near + margin)
                .collect();
            far.sort_by(f64::total_cmp);
            if rule.farthest {
                far.reverse();
            }
            let taken = if rule.all { far.len() } else { far.len().min(1) };
            losses.extend(far[..taken].iter().map(|far| (near - far + margin).max(0.0)));
        }
    }
    losses
}
