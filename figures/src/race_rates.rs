//! What a success costs each optimizer at every rate.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::race_rates::Config;
use listings::report::{Format, number};

/// One curve an optimizer.
pub struct RaceRates;

/// The optimizers that are drawn; the others are in the table.
const DRAWN: [(&str, Ink); 6] = [
    ("gradient descent", Ink::One),
    ("momentum", Ink::Two),
    ("Nesterov", Ink::Four),
    ("AdaGrad", Ink::Text),
    ("RMSprop", Ink::Five),
    ("Adam", Ink::Three),
];

/// Whoever of those drawn pays least for a success, where all have one rate or at the best
/// of each; "nobody" where there is none.
fn cheapest_drawn(outcome: &Outcome<RaceRates>, rate: Option<f64>) -> &'static str {
    let mut least = (f64::INFINITY, "nobody");
    for sweep in &outcome.sweeps {
        let cost = rate.map_or(sweep.steps(), |rate| sweep.at(rate).expected);
        let cost = cost.unwrap_or(f64::INFINITY);
        if cost < least.0 && DRAWN.iter().any(|(name, _)| *name == sweep.name) {
            least = (cost, sweep.name);
        }
    }
    least.1
}

impl Figure for RaceRates {
    const NAME: &'static str = "race-rates";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["surface", "starts", "steps", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let winners: Vec<String> = outcome
            .winners
            .iter()
            .map(|winner| {
                let name = cheapest_drawn(outcome, Some(winner.rate));
                format!("{name} at {}", Format::default().apply(winner.rate))
            })
            .collect();
        let fastest = cheapest_drawn(outcome, None);
        format!(
            "Steps that a success costs on the surface {}, against the rate: {} starts, at most {} steps, success below L − L* = 0.0001. A dot is the best rate; \
             a curve breaks where nobody arrives. First of these where all have the same rate: {}. First at the best of each: {fastest}.",
            outcome.surface,
            outcome.starts,
            outcome.limit,
            winners.join(", ")
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let valleys: Vec<String> = outcome
            .sweeps
            .iter()
            .map(|sweep| match sweep.best {
                Some(best) => format!(
                    "{} is best at {} with {} steps and works over {} decades",
                    sweep.name,
                    best.rate,
                    number(best.expected.unwrap_or(f64::INFINITY), 0),
                    number(sweep.decades, 2)
                ),
                None => format!("{} never arrives", sweep.name),
            })
            .collect();
        format!(
            "Curves of cost against rate, each a valley with one lowest point. {}.",
            valleys.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let names: Vec<(Ink, &str)> =
            DRAWN.iter().map(|&(name, ink)| (ink, name)).collect();
        canvas.legend(&names);
        let highest = (outcome.limit * outcome.starts) as f64;
        let costs = Panel {
            title: "steps a success",
            x: Axis::logarithmic("rate η", 1e-4..10.0),
            y: Axis::logarithmic("", 1.0..highest.max(1e3)),
            draw: Box::new(|plot| {
                for (name, ink) in DRAWN {
                    let sweep = outcome.sweeps.iter().find(|sweep| sweep.name == name);
                    let Some(sweep) = sweep else { continue };
                    let cost =
                        |expected: Option<f64>| expected.unwrap_or(f64::NAN).max(1.0);
                    let points = sweep.costs.iter().map(|at| {
                        let expected =
                            at.expected.map_or(f64::NAN, |_| cost(at.expected));
                        (at.rate, expected)
                    });
                    plot.curve(points, ink);
                    let best = sweep.best.map(|best| (best.rate, cost(best.expected)));
                    plot.points(best, 4.5, ink);
                }
            }),
        };
        canvas.panels(360, vec![costs]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use listings::experiments::Experiment;

    #[test]
    fn a_winner_is_one_of_those_drawn() {
        // At η = 0.1 an optimizer that is not drawn is the first of all.
        let config = Config { surface: 4, starts: 5, steps: 2000, ..Config::default() };
        let outcome = config.run();
        let is_drawn = |name: &str| DRAWN.iter().any(|(drawn, _)| *drawn == name);
        let mut all = outcome.winners.iter();
        assert!(all.any(|winner| !is_drawn(winner.name)));
        for winner in &outcome.winners {
            let name = cheapest_drawn(&outcome, Some(winner.rate));
            assert!(is_drawn(name) || winner.name == "nobody", "{name}");
            assert!(!is_drawn(winner.name) || name == winner.name, "{name}");
        }
        assert!(is_drawn(cheapest_drawn(&outcome, None)));
    }
}
