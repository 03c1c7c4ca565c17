use crate::check::{Check, Kind, Mistake};
use crate::observation::{Observation, Seen};

#[derive(Clone, Copy)]
pub struct Answer {
    pub batches: fn(&[usize], usize, bool) -> Vec<Vec<usize>>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let order = [3, 0, 6, 1, 5, 2, 4];
    let mut seen = Vec::new();
    for (samples, size) in [(7, 3), (6, 3), (7, 1), (7, 7), (2, 5), (0, 4)] {
        for drop_last in [false, true] {
            let order = &order[..samples];
            let call =
                format!("batches({order:?}, size = {size}, drop_last = {drop_last})");
            seen.push(Observation::of(call, || {
                Seen::Word(format!("{:?}", (answer.batches)(order, size, drop_last)))
            }));
        }
    }
    seen
}

fn chunks(order: &[usize], size: usize) -> Vec<Vec<usize>> {
    order.chunks(size).map(<[usize]>::to_vec).collect()
}

fn exact(order: &[usize], size: usize) -> Vec<Vec<usize>> {
    order.chunks_exact(size).map(<[usize]>::to_vec).collect()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: 0.0,
    observe,
    hints: &[
        "Slices can be cut into pieces of a length: look for *chunks* in their \
         documentation.",
        "One method gives the incomplete piece, its sister leaves it out.",
    ],
    mistakes: &[
        Mistake {
            name: "last-always-dropped",
            answer: |_| Answer { batches: |order, size, _| exact(order, size) },
            diagnosis: "The last batch is left out even without drop_last.",
            hint: "Without drop_last the last batch takes what is left.",
        },
        Mistake {
            name: "last-always-kept",
            answer: |_| Answer { batches: |order, size, _| chunks(order, size) },
            diagnosis: "The last batch is there even with drop_last.",
            hint: "With drop_last every batch has exactly `size` samples.",
        },
        Mistake {
            name: "switch-reversed",
            answer: |_| Answer {
                batches: |order, size, drop| {
                    if drop { chunks(order, size) } else { exact(order, size) }
                },
            },
            diagnosis: "drop_last has the opposite effect.",
            hint: "Swap the two branches.",
        },
        Mistake {
            name: "full-last-dropped",
            answer: |_| Answer {
                batches: |order, size, drop| {
                    let mut all = chunks(order, size);
                    if drop {
                        all.pop();
                    }
                    all
                },
            },
            diagnosis: "drop_last leaves out the last batch even when it is full.",
            hint: "Leave it out only if it has fewer than `size` samples.",
        },
        Mistake {
            name: "empty-last",
            answer: |_| Answer {
                batches: |order, size, drop| {
                    let mut all = chunks(order, size);
                    if order.len() % size == 0 {
                        all.push(Vec::new());
                    }
                    if drop { exact(order, size) } else { all }
                },
            },
            diagnosis: "When the samples divide evenly there is one batch too many, and \
                        it is empty: a mean over it is NaN.",
            hint: "The number of batches is samples / size, rounded up.",
        },
        Mistake {
            name: "order-ignored",
            answer: |_| Answer {
                batches: |order, size, drop| {
                    let plain: Vec<usize> = (0..order.len()).collect();
                    if drop { exact(&plain, size) } else { chunks(&plain, size) }
                },
            },
            diagnosis: "The batches hold positions in the order instead of the indices \
                        that stand there: nothing is shuffled.",
            hint: "Cut the slice `order` itself.",
        },
        Mistake {
            name: "sliding-window",
            answer: |_| Answer {
                batches: |order, size, _| {
                    order.windows(size).map(<[usize]>::to_vec).collect()
                },
            },
            diagnosis: "The batches overlap: a sample is in several of them.",
            hint: "`windows` moves on by one, `chunks` by its length.",
        },
    ],
};
