//! Three ways to train, and where they may be stopped.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::schedule_free_stops::{Config, EVERY, STOPS, Walk};
use listings::report::{Format, number};

/// Two curves and a mark for each planned stop.
pub struct ScheduleFreeStops;

fn last(name: &str, walk: &Option<Walk>) -> String {
    let Some(walk) = walk else { return format!("{name} is still to come") };
    let stops: Vec<String> = walk.stops.iter().map(|&loss| number(loss, 3)).collect();
    let rate = Format::default().apply(walk.rate);
    format!("{name} at η = {rate}: {}", stops.join(", "))
}

fn falling(outcome: &Outcome<ScheduleFreeStops>) -> String {
    if outcome.falling.is_empty() {
        return "the falling rate is still to come".into();
    }
    let stops: Vec<String> =
        outcome.falling.iter().map(|stop| number(stop.loss, 3)).collect();
    format!("a rate that falls to zero there: {}", stops.join(", "))
}

impl Figure for ScheduleFreeStops {
    const NAME: &'static str = "schedule-free-stops";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["batch", "noise", "seeds"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let share = match outcome.progress {
            progress if progress >= 1.0 => String::new(),
            progress => {
                format!("{} of the work is done. ", Format::percent(0).apply(progress))
            }
        };
        format!(
            "{share}Mean training losses of {} data sets, {} of {} points a step. A curve is one run, at the rate that is best at step 400; a square is the end of a \
             run of its own, whose rate falls in a line to zero there. Stopped after 50, 100, 200 and 400 steps: {}; {}; {}.",
            outcome.seeds,
            outcome.batch,
            outcome.points,
            last("a constant rate", &outcome.constant),
            last("schedule-free", &outcome.free),
            falling(outcome),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Training loss against steps for a constant rate and for a schedule-free walk, with a square for each run that was planned to end there. {}; {}; {}.",
            last("A constant rate", &outcome.constant),
            last("schedule-free", &outcome.free),
            falling(outcome)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::One, "constant rate"),
            (Sample::Line, Ink::Two, "schedule-free"),
            (Sample::Mark(Shape::Square), Ink::Three, "falling to zero there"),
        ]);
        let steps = STOPS[STOPS.len() - 1] as f64;
        let losses = Panel {
            title: "training loss",
            x: Axis::linear("step", 0.0..steps + 10.0),
            y: Axis::linear("", 0.0..0.6),
            draw: Box::new(move |plot| {
                let walks = [(Ink::One, &outcome.constant), (Ink::Two, &outcome.free)];
                for (ink, walk) in walks {
                    let losses = walk.iter().flat_map(|walk| walk.losses.iter());
                    let points = losses.enumerate();
                    plot.curve(
                        points.map(|(at, &loss)| (((at + 1) * EVERY) as f64, loss)),
                        ink,
                    );
                }
                let ends = outcome.falling.iter();
                let ends = ends.map(|stop| (stop.steps as f64, stop.loss));
                plot.marks(ends, Shape::Square, 4.5, Ink::Three);
            }),
        };
        canvas.panels(320, vec![losses]);
    }
}
