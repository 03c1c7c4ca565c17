//! The demand, and what each order costs.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::newsvendor::Config;
use listings::report::{Format, number};

/// Two panels over the same orders: the density of the demand, and the mean cost of a day.
pub struct Newsvendor;

fn percent(share: f64) -> String {
    Format::percent(0).apply(share)
}

impl Figure for Newsvendor {
    const NAME: &'static str = "newsvendor";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["too_little", "too_much", "order", "shape"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "A missing unit costs {}, a unit left over {}. Drag your order: at {} it is enough on {} of the days and costs {} a day, {} \
             more than the best. The best order, {}, is enough on {}; the mean demand, {}, costs {} more.",
            number(outcome.too_little, 1),
            number(outcome.too_much, 1),
            number(outcome.yours.order, 0),
            percent(outcome.yours.enough),
            number(outcome.yours.cost, 1),
            percent(outcome.yours.excess),
            number(outcome.best.order, 0),
            percent(outcome.best.enough),
            number(outcome.mean.order, 0),
            percent(outcome.mean.excess),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Two plots against the order from 0 to 300 units. The density of the demand, with the part that an order of {} leaves unmet \
             shaded. The mean cost of a day, a valley whose lowest point, {}, lies at an order of {}; at the mean demand of {} it is {}.",
            number(outcome.yours.order, 0),
            number(outcome.best.cost, 1),
            number(outcome.best.order, 0),
            number(outcome.mean.order, 0),
            number(outcome.mean.cost, 1),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::Accent, "your order"),
            (Ink::Three, "the best order"),
            (Ink::One, "the mean demand"),
        ]);
        let top = outcome.density.iter().map(|point| point.1).fold(0.0, f64::max) * 1.1;
        let orders = [
            (Ink::One, outcome.mean),
            (Ink::Three, outcome.best),
            (Ink::Accent, outcome.yours),
        ];
        let density = Panel {
            title: "demand; shaded: more than you ordered",
            x: Axis::linear("demand, in units", 0.0..300.0),
            y: Axis::linear("", 0.0..top).bare(),
            draw: Box::new(move |plot| {
                let unmet: Vec<_> = outcome
                    .density
                    .iter()
                    .copied()
                    .filter(|(demand, _)| *demand >= outcome.yours.order)
                    .collect();
                let floor: Vec<_> =
                    unmet.iter().map(|(demand, _)| (*demand, 0.0)).collect();
                if unmet.len() > 1 {
                    plot.band(&floor, &unmet, Ink::Accent);
                }
                plot.curve(outcome.density.iter().copied(), Ink::Text);
                for (ink, at) in orders {
                    plot.line((at.order, 0.0), (at.order, top), ink);
                }
            }),
        };
        // From zero to somewhat above the cost of the mean demand, so that the valley fills the picture.
        let most = 2.2 * outcome.mean.cost.max(outcome.best.cost);
        let handle = (outcome.yours.order, outcome.yours.cost.min(0.97 * most));
        let cost = Panel {
            title: "mean cost of a day",
            x: Axis::linear("order, in units", 0.0..300.0),
            y: Axis::linear("", 0.0..most),
            draw: Box::new(move |plot| {
                plot.curve(outcome.costs.iter().copied(), Ink::Text);
                for (ink, at) in orders {
                    plot.line((at.order, 0.0), (at.order, at.cost.min(most)), ink);
                }
                plot.points([(outcome.mean.order, outcome.mean.cost)], 4.5, Ink::One);
                plot.points([(outcome.best.order, outcome.best.cost)], 4.5, Ink::Three);
                plot.handle(Handle { at: handle, x: Some("order"), y: None });
            }),
        };
        canvas.panels(280, vec![density, cost]);
    }
}
