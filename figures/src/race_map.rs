//! How far momentum comes at every rate and every β, as a map.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink, Sample};
use listings::experiments::race_map::{Config, LARGEST, RATES};
use listings::report::{Field, Format, number};

/// A map, the stronger the ink the lower the loss.
pub struct RaceMap;

/// Powers of ten of L − L*, from high to low, one layer of ink each.
const LEVELS: [f64; 6] = [1.0, -1.0, -3.0, -5.0, -7.0, -10.0];

/// The ink of a layer.
const LAYER: f64 = 0.16;

impl Figure for RaceMap {
    const NAME: &'static str = "race-map";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["surface", "steps", "exponent", "beta"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let rate = |value: f64| Format::fixed(4).apply(value);
        let here = match outcome.here {
            Some(exponent) => format!("comes to 10 to the power {}", number(exponent, 1)),
            None => "ends higher than it began".to_string(),
        };
        format!(
            "Momentum on the surface {} from its usual start, {} steps at each pair of η and β. The stronger the ink, the lower: a layer each for L − L* below 10, 0.1, 10⁻³, 10⁻⁵, 10⁻⁷ and \
             10⁻¹⁰; where there is none the walk ended above its start or still above 10. Drag the dot: \
             at η = {}, β = {} the walk {here}. The best of the map is 10 to the power {} at η = {}, β = {}; without momentum, {} at η = {}.",
            outcome.surface,
            outcome.steps,
            rate(10_f64.powf(outcome.exponent)),
            number(outcome.beta, 2),
            number(outcome.best.exponent, 1),
            rate(outcome.best.rate),
            number(outcome.best.beta, 2),
            number(outcome.without.exponent, 1),
            rate(outcome.without.rate),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "A map over the logarithm of the rate and momentum β. {} of a hundred walks ended above their start, at large rates; the lowest loss is a \
             narrow region at η = {}, β = {}.",
            number(100.0 * outcome.diverged, 0),
            Format::fixed(4).apply(outcome.best.rate),
            number(outcome.best.beta, 2),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Region(LAYER), Ink::One, "below 10"),
            (Sample::Region(1.0 - (1.0 - LAYER).powi(3)), Ink::One, "below 10⁻³"),
            (Sample::Region(1.0 - (1.0 - LAYER).powi(6)), Ink::One, "below 10⁻¹⁰"),
        ]);
        let [low, high] = RATES.map(f64::log10);
        // Regions are filled above a level: the depth rises where the loss falls.
        let depth =
            Field { values: outcome.map.values.mapv(|at| -at), ..outcome.map.clone() };
        let at = (outcome.exponent, outcome.beta);
        let map = Panel {
            title: "momentum β",
            x: Axis::linear("log₁₀ η", low..high),
            y: Axis::linear("", 0.0..LARGEST),
            draw: Box::new(move |plot| {
                for level in LEVELS {
                    plot.region(&depth, -level, Ink::One, LAYER);
                }
                plot.rings(
                    [(outcome.best.rate.log10(), outcome.best.beta)],
                    6.0,
                    Ink::Text,
                );
                plot.handle(Handle { at, x: Some("exponent"), y: Some("beta") });
            }),
        };
        canvas.panels(360, vec![map]);
    }
}
