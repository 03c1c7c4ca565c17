use std::ops::Range;

use ndarray::{Array1, array, s};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::ensemble::{Layer, Member, RangeFault, Rule};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub check: fn(&[Layer], usize) -> Result<(), RangeFault>,
    pub step: fn(&mut [Layer], &mut Array1<f64>, &Array1<f64>),
}

/// A layer that plain descent steps at the rate 0.1, which costs no state.
fn layer(name: &'static str, range: Range<usize>) -> Layer {
    let member = Member::new(Rule::Descent, 0.1, range.len());
    Layer { name, range, member }
}

/// The head comes first in the list, and last in θ.
fn three() -> Vec<Layer> {
    [
        ("head", 5..7, Rule::Descent, 0.2),
        ("body", 0..3, Rule::Momentum, 0.1),
        ("neck", 3..5, Rule::Adam, 0.05),
    ]
    .map(|(name, range, rule, rate)| {
        let member = Member::new(rule, rate, range.len());
        Layer { name, range, member }
    })
    .into()
}

fn one() -> Vec<Layer> {
    vec![Layer { name: "all", range: 0..7, member: Member::new(Rule::Adam, 0.1, 7) }]
}

fn gradients() -> [Array1<f64>; 3] {
    [
        array![1.0, -2.0, 3.0, 0.5, -4.0, 2.0, 6.0],
        array![2.0, 1.0, -1.0, 0.25, 1.0, -3.0, 1.0],
        array![-1.0, 1.0, 2.0, -2.0, 3.0, 0.5, -0.5],
    ]
}

type Ranges = Vec<(&'static str, Range<usize>)>;

fn observe(answer: &Answer) -> Vec<Observation> {
    let lists: [Ranges; 13] = [
        vec![("body", 0..3), ("neck", 3..5), ("head", 5..7)],
        vec![("head", 5..7), ("body", 0..3), ("neck", 3..5)],
        vec![("body", 0..3), ("neck", 4..5), ("head", 5..7)],
        vec![("body", 0..4), ("neck", 3..5), ("head", 5..7)],
        vec![("neck", 3..6), ("head", 5..7), ("body", 0..3)],
        vec![("body", 1..3), ("neck", 3..5), ("head", 5..7)],
        vec![("body", 0..3), ("neck", 3..5), ("head", 5..6)],
        vec![("body", 0..3), ("neck", 3..5), ("head", 5..8)],
        vec![("body", 0..3), ("neck", 3..3), ("head", 3..7)],
        vec![("body", 0..3), ("neck", 2..4), ("head", 5..7)],
        vec![("body", 0..7), ("neck", 2..4), ("head", 4..6)],
        vec![("all", 0..7)],
        vec![],
    ];
    let mut seen = Vec::new();
    for ranges in lists {
        let names: Vec<_> =
            ranges.iter().map(|(name, range)| format!("{name} {range:?}")).collect();
        let label = format!("check([{}], parameters = 7)", names.join(", "));
        seen.push(Observation::of(label, || {
            let layers: Vec<Layer> =
                ranges.iter().map(|(name, range)| layer(name, range.clone())).collect();
            (answer.check)(&layers, 7)
        }));
    }
    for (name, layers) in [("three layers", three()), ("one layer", one())] {
        for last in 0..gradients().len() {
            seen.push(Observation::of(
                format!("step({name}, θ after step {last})"),
                || {
                    let mut layers = layers.clone();
                    let mut theta = Array1::from_elem(7, 1.0);
                    for gradient in gradients().iter().take(last + 1) {
                        (answer.step)(&mut layers, &mut theta, gradient);
                    }
                    theta
                },
            ));
        }
    }
    seen
}

/// A check that asks other questions; `sorts` says whether it looks along θ.
fn check_with(
    layers: &[Layer],
    parameters: usize,
    sorts: bool,
    fault: fn(&Layer, usize, &'static str) -> Option<RangeFault>,
    rest: fn(usize, usize) -> Option<RangeFault>,
) -> Result<(), RangeFault> {
    if let Some(empty) = layers.iter().find(|layer| layer.range.is_empty()) {
        return Err(RangeFault::Empty { name: empty.name });
    }
    let mut sorted: Vec<&Layer> = layers.iter().collect();
    if sorts {
        sorted.sort_by_key(|layer| layer.range.start);
    }
    let (mut end, mut before) = (0, "");
    for layer in sorted {
        if layer.range.end > parameters {
            return Err(RangeFault::Beyond { name: layer.name, parameters });
        }
        if let Some(fault) = fault(layer, end, before) {
            return Err(fault);
        }
        (end, before) = (layer.range.end, layer.name);
    }
    rest(end, parameters).map_or(Ok(()), Err)
}

fn overlap(layer: &Layer, end: usize, before: &'static str) -> Option<RangeFault> {
    (layer.range.start < end)
        .then_some(RangeFault::Overlap { first: before, second: layer.name })
}

fn gap(layer: &Layer, end: usize, _: &'static str) -> Option<RangeFault> {
    (layer.range.start > end).then_some(RangeFault::Gap { range: end..layer.range.start })
}

fn both(layer: &Layer, end: usize, before: &'static str) -> Option<RangeFault> {
    overlap(layer, end, before).or_else(|| gap(layer, end, before))
}

fn left_over(end: usize, parameters: usize) -> Option<RangeFault> {
    (end < parameters).then_some(RangeFault::Gap { range: end..parameters })
}

/// A step in which member and range can be treated wrongly.
fn step_with(
    layers: &mut [Layer],
    theta: &mut Array1<f64>,
    gradient: &Array1<f64>,
    propose: fn(&mut Member, &Array1<f64>) -> Array1<f64>,
    moved: fn(&Range<usize>, usize) -> Range<usize>,
) {
    for Layer { range, member, .. } in layers {
        let own = gradient.slice(s![range.clone()]).to_owned();
        let step = propose(member, &own);
        let moved = moved(range, gradient.len());
        let mut part = theta.slice_mut(s![moved.clone()]);
        part += &step.slice(s![..moved.len()]);
    }
}

fn right(member: &mut Member, gradient: &Array1<f64>) -> Array1<f64> {
    member.observe(gradient);
    member.step()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Sort references to the layers by their starts, and carry two things through the loop: \
         where the layers so far end, and the name of the last one.",
        "After the loop, that end must be the number of parameters.",
        "`gradient.slice(s![range.clone()]).to_owned()` is a part of the gradient, and \
         `theta.slice_mut(…)` the part of θ to which a step is added.",
    ],
    mistakes: &[
        Mistake {
            name: "order-assumed",
            answer: |right| Answer {
                check: |layers, parameters| {
                    check_with(layers, parameters, false, both, left_over)
                },
                ..right
            },
            diagnosis: "The layers are taken in the order of the list: good ones are refused when \
                        the list begins with the head.",
            hint: "Go along θ: sort by the starts.",
        },
        Mistake {
            name: "overlap-missed",
            answer: |right| Answer {
                check: |layers, parameters| {
                    check_with(layers, parameters, true, gap, left_over)
                },
                ..right
            },
            diagnosis: "Overlaps are not found: their parameters would step twice.",
            hint: "A layer must not start before the end of the one before it.",
        },
        Mistake {
            name: "gap-missed",
            answer: |right| Answer {
                check: |layers, parameters| {
                    check_with(layers, parameters, true, overlap, left_over)
                },
                ..right
            },
            diagnosis: "Gaps between layers are not found: their parameters would never step.",
            hint: "A layer must not start after the end of the one before it.",
        },
        Mistake {
            name: "rest-missed",
            answer: |right| Answer {
                check: |layers, parameters| {
                    check_with(layers, parameters, true, both, |_, _| None)
                },
                ..right
            },
            diagnosis: "Parameters after the last layer are not missed.",
            hint: "Compare the last end with the number of parameters.",
        },
        Mistake {
            name: "first-start-not-checked",
            answer: |right| Answer {
                check: |layers, parameters| {
                    let fault = |layer: &Layer, end, before: &'static str| {
                        if before.is_empty() { None } else { both(layer, end, before) }
                    };
                    check_with(layers, parameters, true, fault, left_over)
                },
                ..right
            },
            diagnosis: "The first layer may start anywhere.",
            hint: "Before the first layer, the layers so far end at 0.",
        },
        Mistake {
            name: "ends-are-inclusive",
            answer: |right| Answer {
                check: |layers, parameters| {
                    let fault = |layer: &Layer, end: usize, before: &'static str| {
                        let start = layer.range.start;
                        if !before.is_empty() && start <= end {
                            return Some(RangeFault::Overlap {
                                first: before,
                                second: layer.name,
                            });
                        }
                        (start > end + 1).then_some(RangeFault::Gap { range: end..start })
                    };
                    check_with(layers, parameters, true, fault, left_over)
                },
                ..right
            },
            diagnosis: "The end of a range is taken for its last parameter: layers that touch are \
                        said to overlap.",
            hint: "3..5 has the parameters 3 and 4. The next layer starts at 5.",
        },
        Mistake {
            name: "sizes-summed",
            answer: |right| Answer {
                check: |layers, parameters| {
                    let end = layers.iter().map(|layer| layer.range.len()).sum();
                    left_over(end, parameters).map_or(Ok(()), Err)
                },
                ..right
            },
            diagnosis: "The sizes are added up: a gap and an overlap make up for each other.",
            hint: "Compare where each layer starts with where the one before it ends.",
        },
        Mistake {
            name: "names-exchanged",
            answer: |right| Answer {
                check: |layers, parameters| {
                    let fault = |layer: &Layer, end, before: &'static str| match overlap(
                        layer, end, before,
                    ) {
                        Some(_) => Some(RangeFault::Overlap {
                            first: layer.name,
                            second: before,
                        }),
                        None => gap(layer, end, before),
                    };
                    check_with(layers, parameters, true, fault, left_over)
                },
                ..right
            },
            diagnosis: "The two layers that overlap are named in the wrong order.",
            hint: "`first` is the one that starts first.",
        },
        Mistake {
            name: "gradient-from-its-start",
            answer: |right| Answer {
                step: |layers, theta, gradient| {
                    for Layer { range, member, .. } in layers {
                        member.observe(&gradient.slice(s![..range.len()]).to_owned());
                        let mut own = theta.slice_mut(s![range.clone()]);
                        own += &member.step();
                    }
                },
                ..right
            },
            diagnosis: "Every layer reads the gradient from its beginning: all but the first step \
                        along the gradient of another one.",
            hint: "Cut the gradient with the same range as θ.",
        },
        Mistake {
            name: "last-of-each-left-out",
            answer: |wrong| Answer {
                step: |layers, theta, gradient| {
                    let moved = |range: &Range<usize>, _| range.start..range.end - 1;
                    step_with(layers, theta, gradient, right, moved)
                },
                ..wrong
            },
            diagnosis: "The last parameter of each layer never moves.",
            hint: "A range does not contain its end: there is nothing to subtract.",
        },
        Mistake {
            name: "last-parameter-left-out",
            answer: |wrong| Answer {
                step: |layers, theta, gradient| {
                    let moved = |range: &Range<usize>, parameters: usize| {
                        range.start..range.end.min(parameters - 1)
                    };
                    step_with(layers, theta, gradient, right, moved)
                },
                ..wrong
            },
            diagnosis: "The very last parameter never moves: the last range is one too short.",
            hint: "The last layer ends at the number of parameters.",
        },
        Mistake {
            name: "state-thrown-away",
            answer: |right| Answer {
                step: |layers, theta, gradient| {
                    let propose = |member: &mut Member, own: &Array1<f64>| {
                        let mut copy = member.clone();
                        copy.observe(own);
                        copy.step()
                    };
                    let moved = |range: &Range<usize>, _| range.clone();
                    step_with(layers, theta, gradient, propose, moved)
                },
                ..right
            },
            diagnosis: "A copy of the member observes the gradient, and is forgotten: every step \
                        is a first step.",
            hint: "Borrow the member as mutable; do not clone it.",
        },
        Mistake {
            name: "observed-twice",
            answer: |right| Answer {
                step: |layers, theta, gradient| {
                    let propose = |member: &mut Member, own: &Array1<f64>| {
                        member.observe(own);
                        member.observe(own);
                        member.step()
                    };
                    let moved = |range: &Range<usize>, _| range.clone();
                    step_with(layers, theta, gradient, propose, moved)
                },
                ..right
            },
            diagnosis: "Each gradient was observed twice: velocities grow too fast, and Adam's \
                        clock runs at twice the speed.",
            hint: "Each member observes once a step.",
        },
        Mistake {
            name: "stepped-before-observing",
            answer: |right| Answer {
                step: |layers, theta, gradient| {
                    let propose = |member: &mut Member, own: &Array1<f64>| {
                        let step = member.step();
                        member.observe(own);
                        step
                    };
                    let moved = |range: &Range<usize>, _| range.clone();
                    step_with(layers, theta, gradient, propose, moved)
                },
                ..right
            },
            diagnosis: "The step was asked for before the gradient was observed: it is that of the \
                        step before.",
            hint: "First observe, then step.",
        },
        Mistake {
            name: "step-subtracted",
            answer: |wrong| Answer {
                step: |layers, theta, gradient| {
                    let propose =
                        |member: &mut Member, own: &Array1<f64>| -right(member, own);
                    let moved = |range: &Range<usize>, _| range.clone();
                    step_with(layers, theta, gradient, propose, moved)
                },
                ..wrong
            },
            diagnosis: "The step was subtracted. It has its minus already.",
            hint: "A step is to be added to θ.",
        },
    ],
};
