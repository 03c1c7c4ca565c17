use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub cost: fn(f64, f64, f64, f64) -> f64,
    pub best_order: fn(&[f64], f64, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for (order, demand) in [(10.0, 7.0), (10.0, 14.0), (10.0, 10.0)] {
        let label = format!(
            "cost(order = {order}, demand = {demand}, too_little = 4, too_much = 1)"
        );
        seen.push(Observation::of(label, || (answer.cost)(order, demand, 4.0, 1.0)));
    }
    // Out of order, and skewed, so that the middle of the list, the mean and the median
    // are three numbers.
    let demands = [30.0, 8.0, 12.0, 60.0, 9.0, 15.0, 20.0];
    for (too_little, too_much) in [(4.0, 1.0), (1.0, 4.0), (1.0, 1.0), (9.0, 1.0)] {
        let label = format!(
            "best_order({demands:?}, too_little = {too_little}, too_much = {too_much})"
        );
        seen.push(Observation::of(label, || {
            (answer.best_order)(&demands, too_little, too_much)
        }));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write `cost` first. A day with too few loaves has no loaf left over, so only one \
         of the two prices is paid.",
        "Try every demand as an order, add up the costs of all days, and keep the \
         cheapest.",
        "Without trying: sort the demands; the best is number $\\lceil \\tau n \\rceil$, \
         with $\\tau$ the price of too little over the sum of both.",
    ],
    mistakes: &[
        Mistake {
            name: "cost-with-prices-swapped",
            answer: |right| Answer {
                cost: |order, demand, little, much| cost(order, demand, much, little),
                ..right
            },
            diagnosis: "The prices are swapped: a loaf left over pays the price of a \
                        missing one.",
            hint: "Where order < demand, loaves are missing.",
        },
        Mistake {
            name: "cost-without-sign-check",
            answer: |right| Answer {
                cost: |order, demand, little, much| {
                    little * (demand - order) + much * (order - demand)
                },
                ..right
            },
            diagnosis: "Both prices are paid on the same day, one of them for a negative \
                        number of loaves.",
            hint: "Take max(0, demand - order) and max(0, order - demand).",
        },
        Mistake {
            name: "cost-squared",
            answer: |right| Answer {
                cost: |order, demand, little, much| {
                    cost(order, demand, little, much) * (order - demand).abs()
                },
                ..right
            },
            diagnosis: "The difference is squared: ten missing loaves would cost a hundred \
                        times as much as one.",
            hint: "Each loaf has its price, so the cost is linear.",
        },
        Mistake {
            name: "order-is-the-mean",
            answer: |right| Answer {
                best_order: |demands, _, _| {
                    demands.iter().sum::<f64>() / demands.len() as f64
                },
                ..right
            },
            diagnosis: "This is the mean demand, whatever the prices are.",
            hint: "The mean minimizes the squared error. Put the prices in.",
        },
        Mistake {
            name: "order-is-the-median",
            answer: |right| Answer {
                best_order: |demands, _, _| nth(demands, 0.5),
                ..right
            },
            diagnosis: "This is the median demand, which is right at equal prices only.",
            hint: "Put the prices in.",
        },
        Mistake {
            name: "order-with-prices-swapped",
            answer: |right| Answer {
                best_order: |demands, little, much| nth(demands, much / (little + much)),
                ..right
            },
            diagnosis: "The level is the price of too much over the sum: the prices are \
                        swapped.",
            hint: "If a missing loaf is expensive, order much.",
        },
        Mistake {
            name: "order-of-unsorted-days",
            answer: |right| Answer {
                best_order: |demands, little, much| {
                    let rank = (little / (little + much) * demands.len() as f64).ceil();
                    demands[rank as usize - 1]
                },
                ..right
            },
            diagnosis: "The demands were not sorted before one was picked.",
            hint: "Sort a copy, or try them all.",
        },
        Mistake {
            name: "order-off-by-one",
            answer: |right| Answer {
                best_order: |demands, little, much| {
                    let rank = (little / (little + much) * demands.len() as f64).floor();
                    sorted(demands)[(rank as usize).max(1) - 1]
                },
                ..right
            },
            diagnosis: "The rank is rounded down: the order is enough on fewer days than \
                        the level asks for.",
            hint: "Take the smallest demand with at least a share τ of the days at or \
                   below it.",
        },
    ],
};

fn cost(order: f64, demand: f64, too_little: f64, too_much: f64) -> f64 {
    if order < demand {
        too_little * (demand - order)
    } else {
        too_much * (order - demand)
    }
}

fn sorted(demands: &[f64]) -> Vec<f64> {
    let mut sorted = demands.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// The smallest demand that is enough on that share of the days.
fn nth(demands: &[f64], share: f64) -> f64 {
    let rank = (share * demands.len() as f64).ceil() as usize;
    sorted(demands)[rank - 1]
}
