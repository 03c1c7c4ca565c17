use ndarray::{Array1, Array2, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

/// A function of the two embeddings of each pair, of whether it is similar, and of the
/// margin.
type OfPairs<Output> = fn(&Array2<f64>, &Array2<f64>, &Array1<bool>, f64) -> Output;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: OfPairs<f64>,
    pub gradient: OfPairs<Array2<f64>>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    // Near and far pairs of both kinds, equal embeddings of both kinds, and margins whose
    // square is another number.
    let first =
        array![[3.0, 4.0], [1.0, 0.5], [0.9, 1.2], [2.0, 2.0], [9.0, 0.0], [1.0, 1.0]];
    let second =
        array![[0.0, 0.0], [0.5, 0.5], [0.0, 0.0], [2.0, 2.0], [0.0, 0.0], [1.0, 1.0]];
    let similar = array![true, true, false, false, false, true];
    let mut seen = Vec::new();
    for margin in [3.0, 0.5] {
        let input = format!("six pairs, margin = {margin}");
        seen.push(Observation::of(format!("value({input})"), || {
            (answer.value)(&first, &second, &similar, margin)
        }));
        seen.push(Observation::of(format!("gradient({input})"), || {
            (answer.gradient)(&first, &second, &similar, margin).flatten().to_owned()
        }));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Take the difference of the two arrays first; each row of it has all that a pair \
         needs.",
        "The gradient of each pair is a number times its difference. Which number, for a \
         similar pair? For a dissimilar one within the margin?",
        "Only one of the two branches divides by the distance, so only one needs a \
         condition for $d = 0$.",
    ],
    mistakes: &[
        Mistake {
            name: "value-not-averaged",
            answer: |right| Answer {
                value: |a, b, s, m| s.len() as f64 * mean(a, b, s, |d, s| loss(d, s, m)),
                ..right
            },
            diagnosis: "The value is the sum over the pairs, not their mean.",
            hint: "Divide by the number of pairs.",
        },
        Mistake {
            name: "labels-swapped",
            answer: |right| Answer {
                value: |a, b, s, m| mean(a, b, s, |d, s| loss(d, !s, m)),
                ..right
            },
            diagnosis: "Similar pairs are treated as dissimilar and the other way \
                        around, as in the paper, where y = 1 means dissimilar.",
            hint: "Here `true` means similar: it costs the squared distance.",
        },
        Mistake {
            name: "margin-not-cut-off",
            answer: |right| Answer {
                value: |a, b, s, m| {
                    mean(a, b, s, |d, s| if s { d * d } else { (m - d).powi(2) })
                },
                ..right
            },
            diagnosis: "Beyond the margin dissimilar pairs cost (m - d)²: they would be \
                        drawn back to the margin.",
            hint: "Take the maximum with 0 before you square.",
        },
        Mistake {
            name: "margin-sign-reversed",
            answer: |right| Answer {
                value: |a, b, s, m| {
                    mean(a, b, s, |d, s| if s { d * d } else { (d - m).max(0.0).powi(2) })
                },
                ..right
            },
            diagnosis: "The dissimilar branch is max(0, d - m)²: it punishes pairs that \
                        are far apart.",
            hint: "What is missing to the margin is m - d.",
        },
        Mistake {
            name: "square-missing",
            answer: |right| Answer {
                value: |a, b, s, m| {
                    mean(a, b, s, |d, s| if s { d * d } else { (m - d).max(0.0) })
                },
                ..right
            },
            diagnosis: "The dissimilar branch is not squared.",
            hint: "It is max(0, m - d)², the square of what is missing.",
        },
        Mistake {
            name: "square-inside",
            answer: |right| Answer {
                value: |a, b, s, m| {
                    mean(a, b, s, |d, s| if s { d * d } else { (m - d * d).max(0.0) })
                },
                ..right
            },
            diagnosis: "The dissimilar branch is max(0, m - d²), with the square on the \
                        distance.",
            hint: "Subtract the distance itself from the margin, then square.",
        },
        Mistake {
            name: "gradient-not-averaged",
            answer: |right| Answer {
                gradient: |a, b, s, m| {
                    s.len() as f64 * slope(a, b, s, |d, s| scale(d, s, m))
                },
                ..right
            },
            diagnosis: "The gradient lacks the factor 1/n.",
            hint: "The value divides by n, and so does its derivative.",
        },
        Mistake {
            name: "gradient-sign-reversed",
            answer: |right| Answer {
                gradient: |a, b, s, m| -slope(a, b, s, |d, s| scale(d, s, m)),
                ..right
            },
            diagnosis: "The gradient has the wrong sign: this is the one of `second`.",
            hint: "A similar pair costs more when `first` moves away from `second`, along \
                   first - second.",
        },
        Mistake {
            name: "gradient-not-a-number-at-zero",
            answer: |right| Answer {
                gradient: |a, b, s, m| {
                    slope(
                        a,
                        b,
                        s,
                        |d, s| {
                            if s { 2.0 } else { -2.0 * (m - d).max(0.0) / d }
                        },
                    )
                },
                ..right
            },
            diagnosis: "Equal embeddings of a dissimilar pair give NaN: infinity times a \
                        difference of zero. One such pair would spoil every parameter.",
            hint: "Return zeros where the distance is 0.",
        },
        Mistake {
            name: "gradient-not-divided-by-the-distance",
            answer: |right| Answer {
                gradient: |a, b, s, m| {
                    slope(a, b, s, |d, s| if s { 2.0 } else { -2.0 * (m - d).max(0.0) })
                },
                ..right
            },
            diagnosis: "The push on a dissimilar pair lacks the division by the \
                        distance: the direction has to be a unit vector.",
            hint: "The distance grows along (x1 - x2)/d.",
        },
        Mistake {
            name: "gradient-of-a-similar-pair-divided",
            answer: |right| Answer {
                gradient: |a, b, s, m| {
                    slope(a, b, s, |d, s| match (s, d == 0.0) {
                        (true, true) => 0.0,
                        (true, false) => 2.0 / d,
                        _ => scale(d, s, m),
                    })
                },
                ..right
            },
            diagnosis: "The pull on a similar pair was divided by the distance: it would \
                        be the same at every distance, as if the loss were 2d.",
            hint: "The derivative of d² is 2d, and the direction (x1 - x2)/d: the \
                   distance cancels.",
        },
        Mistake {
            name: "gradient-pulls-back-from-beyond",
            answer: |right| Answer {
                gradient: |a, b, s, m| {
                    slope(a, b, s, |d, s| match (s, d == 0.0) {
                        (false, false) => -2.0 * (m - d) / d,
                        _ => scale(d, s, m),
                    })
                },
                ..right
            },
            diagnosis: "Dissimilar pairs beyond the margin are pulled back to it.",
            hint: "There the loss is 0 and stays 0: so does its gradient.",
        },
    ],
};

fn loss(d: f64, similar: bool, margin: f64) -> f64 {
    if similar { d * d } else { (margin - d).max(0.0).powi(2) }
}

fn scale(d: f64, similar: bool, margin: f64) -> f64 {
    match (similar, d == 0.0) {
        (true, _) => 2.0,
        (false, true) => 0.0,
        (false, false) => -2.0 * (margin - d).max(0.0) / d,
    }
}

/// The mean of f(d, similar) over the pairs.
fn mean(
    first: &Array2<f64>,
    second: &Array2<f64>,
    similar: &Array1<bool>,
    f: impl Fn(f64, bool) -> f64,
) -> f64 {
    let difference = first - second;
    let rows = difference.rows().into_iter().zip(similar);
    rows.map(|(row, &s)| f(row.dot(&row).sqrt(), s)).sum::<f64>() / similar.len() as f64
}

/// Each difference times f(d, similar) / n.
fn slope(
    first: &Array2<f64>,
    second: &Array2<f64>,
    similar: &Array1<bool>,
    f: impl Fn(f64, bool) -> f64,
) -> Array2<f64> {
    let mut difference = first - second;
    for (mut row, &s) in difference.rows_mut().into_iter().zip(similar) {
        let distance = row.dot(&row).sqrt();
        row *= f(distance, s) / similar.len() as f64;
    }
    difference
}
