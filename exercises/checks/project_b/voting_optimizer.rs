use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::ensemble::{Member, Rule};
use crate::observation::Observation;

type Vote = fn(&[Array1<f64>]) -> Array1<f64>;

type Step = fn(&mut [Member], Vote, &mut Array1<f64>, &Array1<f64>);

#[derive(Clone, Copy)]
pub struct Answer {
    pub mean: Vote,
    pub median: Vote,
    pub majority: Vote,
    pub step: Step,
}

/// Three that disagree, four with a draw and a zero, two, and one.
fn ballots() -> [(&'static str, Vec<Array1<f64>>); 4] {
    [
        (
            "[-0.1, 0.2, 0.3], [-0.2, -0.1, 0], [9, -0.3, 0.1]",
            vec![array![-0.1, 0.2, 0.3], array![-0.2, -0.1, 0.0], array![9.0, -0.3, 0.1]],
        ),
        (
            "[0.4, -0.1, 0], [-0.1, -0.3, -0.2], [0.2, -0.6, 0.3], [-0.8, 0.5, -0.4]",
            vec![
                array![0.4, -0.1, 0.0],
                array![-0.1, -0.3, -0.2],
                array![0.2, -0.6, 0.3],
                array![-0.8, 0.5, -0.4],
            ],
        ),
        ("[1, -2, 0], [3, 5, 4]", vec![array![1.0, -2.0, 0.0], array![3.0, 5.0, 4.0]]),
        ("[-1, 0, 2]", vec![array![-1.0, 0.0, 2.0]]),
    ]
}

fn members() -> Vec<Member> {
    vec![
        Member::new(Rule::Descent, 0.1, 2),
        Member::new(Rule::Momentum, 0.05, 2),
        Member::new(Rule::Adam, 0.1, 2),
    ]
}

fn gradients() -> [Array1<f64>; 5] {
    [
        array![1.0, -0.5],
        array![2.0, 4.0],
        array![-0.5, 1.0],
        array![0.25, -3.0],
        array![-2.0, 0.125],
    ]
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let votes =
        [("mean", answer.mean), ("median", answer.median), ("majority", answer.majority)];
    let mut seen = Vec::new();
    for (name, vote) in votes {
        for (label, steps) in ballots() {
            seen.push(Observation::of(format!("{name}({label})"), || vote(&steps)));
        }
    }
    let right: [(&str, Vote); 3] =
        [("the mean", mean), ("the median", median), ("the majority", majority)];
    for (name, vote) in right {
        for last in 0..gradients().len() {
            let label = format!("step({name} of three members, θ after step {last})");
            seen.push(Observation::of(label, || {
                let (mut members, mut theta) = (members(), array![1.0, -1.0]);
                for gradient in gradients().iter().take(last + 1) {
                    (answer.step)(&mut members, vote, &mut theta, gradient);
                }
                theta
            }));
        }
    }
    seen
}

fn by_coordinate(steps: &[Array1<f64>], of: fn(Vec<f64>) -> f64) -> Array1<f64> {
    let column = |index| steps.iter().map(|step| step[index]).collect();
    (0..steps[0].len()).map(|index| of(column(index))).collect()
}

fn average(column: &[f64]) -> f64 {
    column.iter().sum::<f64>() / column.len() as f64
}

fn sorted(mut column: Vec<f64>) -> Vec<f64> {
    column.sort_by(f64::total_cmp);
    column
}

fn middle(column: Vec<f64>) -> f64 {
    let column = sorted(column);
    let half = column.len() / 2;
    if column.len() % 2 == 1 {
        column[half]
    } else {
        0.5 * (column[half - 1] + column[half])
    }
}

fn sizes(column: &[f64]) -> Vec<f64> {
    column.iter().map(|step| step.abs()).collect()
}

fn sign(number: f64) -> f64 {
    if number == 0.0 { 0.0 } else { number.signum() }
}

fn mean(steps: &[Array1<f64>]) -> Array1<f64> {
    by_coordinate(steps, |column| average(&column))
}

fn median(steps: &[Array1<f64>]) -> Array1<f64> {
    by_coordinate(steps, middle)
}

fn majority(steps: &[Array1<f64>]) -> Array1<f64> {
    by_coordinate(steps, |column| {
        let votes = column.iter().map(|&step| sign(step)).sum();
        sign(votes) * middle(sizes(&column))
    })
}

fn propose(members: &mut [Member], gradient: &Array1<f64>) -> Vec<Array1<f64>> {
    members.iter_mut().for_each(|member| member.observe(gradient));
    members.iter().map(Member::step).collect()
}

/// The member whose step is nearest to what the vote has made of all steps.
fn nearest(steps: &[Array1<f64>], vote: &Array1<f64>) -> usize {
    let distance = |index: usize| (&steps[index] - vote).mapv(|x| x * x).sum();
    (1..steps.len()).fold(
        0,
        |best, index| if distance(index) < distance(best) { index } else { best },
    )
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write one helper that collects the numbers of one coordinate, and calls a function on \
         them; the three votes differ in that function only.",
        "`column.sort_by(f64::total_cmp)` sorts numbers.",
        "`0.0_f64.signum()` is 1. Count those above zero and those below.",
    ],
    mistakes: &[
        Mistake {
            name: "sum-for-mean",
            answer: |right| Answer {
                mean: |steps| by_coordinate(steps, |column| column.iter().sum()),
                ..right
            },
            diagnosis: "The steps are added up: the more members, the longer the step.",
            hint: "Divide by K.",
        },
        Mistake {
            name: "upper-middle",
            answer: |right| Answer {
                median: |steps| {
                    by_coordinate(steps, |column| {
                        let half = column.len() / 2;
                        sorted(column)[half]
                    })
                },
                ..right
            },
            diagnosis: "Of an even number of steps this takes the larger of the middle two.",
            hint: "Take the mean of the two.",
        },
        Mistake {
            name: "lower-middle",
            answer: |right| Answer {
                median: |steps| {
                    by_coordinate(steps, |column| {
                        let half = (column.len() - 1) / 2;
                        sorted(column)[half]
                    })
                },
                ..right
            },
            diagnosis: "Of an even number of steps this takes the smaller of the middle two.",
            hint: "Take the mean of the two.",
        },
        Mistake {
            name: "not-sorted",
            answer: |right| Answer {
                median: |steps| {
                    by_coordinate(steps, |column| {
                        let half = column.len() / 2;
                        if column.len() % 2 == 1 {
                            column[half]
                        } else {
                            0.5 * (column[half - 1] + column[half])
                        }
                    })
                },
                ..right
            },
            diagnosis: "This is whoever stands in the middle of the list.",
            hint: "Sort the numbers of a coordinate first.",
        },
        Mistake {
            name: "middle-by-size",
            answer: |right| Answer {
                median: |steps| {
                    by_coordinate(steps, |mut column| {
                        column.sort_by(|a, b| a.abs().total_cmp(&b.abs()));
                        let half = column.len() / 2;
                        if column.len() % 2 == 1 {
                            column[half]
                        } else {
                            0.5 * (column[half - 1] + column[half])
                        }
                    })
                },
                ..right
            },
            diagnosis: "The numbers were sorted by their sizes, without their signs.",
            hint: "-3 is below 1.",
        },
        Mistake {
            name: "zero-votes-plus",
            answer: |right| Answer {
                majority: |steps| {
                    by_coordinate(steps, |column| {
                        let votes = column.iter().map(|step| step.signum()).sum();
                        sign(votes) * middle(sizes(&column))
                    })
                },
                ..right
            },
            diagnosis: "A proposal of zero has voted for plus: signum(0.0) is 1.",
            hint: "Count the numbers above zero and those below.",
        },
        Mistake {
            name: "draw-goes-to-plus",
            answer: |right| Answer {
                majority: |steps| {
                    by_coordinate(steps, |column| {
                        let votes: f64 = column.iter().map(|&step| sign(step)).sum();
                        votes.signum() * middle(sizes(&column))
                    })
                },
                ..right
            },
            diagnosis: "A draw is decided for plus.",
            hint: "Where both signs have as many votes, the step is zero.",
        },
        Mistake {
            name: "sign-of-the-mean",
            answer: |right| Answer {
                majority: |steps| {
                    by_coordinate(steps, |column| {
                        sign(average(&column)) * middle(sizes(&column))
                    })
                },
                ..right
            },
            diagnosis: "The sign is that of the mean, which one long step can decide.",
            hint: "One member, one vote.",
        },
        Mistake {
            name: "mean-size",
            answer: |right| Answer {
                majority: |steps| {
                    by_coordinate(steps, |column| {
                        let votes = column.iter().map(|&step| sign(step)).sum();
                        sign(votes) * average(&sizes(&column))
                    })
                },
                ..right
            },
            diagnosis: "The size is the mean of the sizes, which one long step can decide.",
            hint: "Take the median of the sizes.",
        },
        Mistake {
            name: "size-of-the-median",
            answer: |right| Answer {
                majority: |steps| {
                    by_coordinate(steps, |column| {
                        let votes = column.iter().map(|&step| sign(step)).sum();
                        sign(votes) * middle(column).abs()
                    })
                },
                ..right
            },
            diagnosis: "The size is that of the median step, not the median of the sizes.",
            hint: "Take the sizes first, and then their median.",
        },
        Mistake {
            name: "stale-proposals",
            answer: |right| Answer {
                step: |members, vote, theta, gradient| {
                    let steps: Vec<_> = members.iter().map(Member::step).collect();
                    members.iter_mut().for_each(|member| member.observe(gradient));
                    *theta += &vote(&steps);
                },
                ..right
            },
            diagnosis: "The members proposed before they had seen the gradient: these are the steps \
                        of the gradient before.",
            hint: "First all observe, then all propose.",
        },
        Mistake {
            name: "losers-do-not-learn",
            answer: |right| Answer {
                step: |members, vote, theta, gradient| {
                    let before = members.to_vec();
                    let steps = propose(members, gradient);
                    let step = vote(&steps);
                    let winner = nearest(&steps, &step);
                    for (index, old) in before.into_iter().enumerate() {
                        if index != winner {
                            members[index] = old;
                        }
                    }
                    *theta += &step;
                },
                ..right
            },
            diagnosis: "Only the member that was nearest to the vote has kept what it saw. The \
                        others will propose from gradients of long ago.",
            hint: "Every memory advances at every step.",
        },
        Mistake {
            name: "copies-observe",
            answer: |right| Answer {
                step: |members, vote, theta, gradient| {
                    let mut copies = members.to_vec();
                    let steps = propose(&mut copies, gradient);
                    *theta += &vote(&steps);
                },
                ..right
            },
            diagnosis: "Copies of the members observed the gradient, and were forgotten: every \
                        step is a first step.",
            hint: "Borrow the members as mutable; do not clone them.",
        },
        Mistake {
            name: "vote-on-parameters",
            answer: |right| Answer {
                step: |members, vote, theta, gradient| {
                    let steps = propose(members, gradient);
                    let places: Vec<_> =
                        steps.iter().map(|step| step + &*theta).collect();
                    *theta = vote(&places);
                },
                ..right
            },
            diagnosis: "The vote was on the new parameters, not on the steps. Mean and median do \
                        not feel it; a majority of signs then decides on which side of zero θ is.",
            hint: "Vote on steps, and add the result to θ.",
        },
        Mistake {
            name: "winner-takes-all",
            answer: |right| Answer {
                step: |members, vote, theta, gradient| {
                    let steps = propose(members, gradient);
                    *theta += &steps[nearest(&steps, &vote(&steps))];
                },
                ..right
            },
            diagnosis: "The step of one member was taken, the one nearest to the vote.",
            hint: "What the vote gives is the step.",
        },
        Mistake {
            name: "all-step",
            answer: |right| Answer {
                step: |members, _, theta, gradient| {
                    for step in propose(members, gradient) {
                        *theta += &step;
                    }
                },
                ..right
            },
            diagnosis: "Every member's step was taken, one after the other.",
            hint: "One step is taken: the one the vote gives.",
        },
    ],
};
