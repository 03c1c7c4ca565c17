//! Five classes in a plane: as the principal components place them, and as a network learns to.

use crate::canvas::Panel;
use crate::classes::{class_marks, square_around};
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::contrastive_embedding::Config;
use listings::report::number;

/// Two scatter plots and the ratio of the distances over the steps.
pub struct ContrastiveEmbedding;

fn percent(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}

impl Figure for ContrastiveEmbedding {
    const NAME: &'static str = "contrastive-embedding";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["margin", "center_spread", "nuisance", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Two hundred test samples of five classes in 50 dimensions, in the plane. The network has taken {} of {} steps. The ratio of distances \
             between and within classes was {} before, is {} now, and is {} for the principal components (line); the nearest neighbor is of \
             the same class for {}, {} and {}.",
            outcome.steps,
            outcome.steps_in_all,
            number(outcome.before.ratio, 1),
            number(outcome.after.ratio, 1),
            number(outcome.pca.ratio, 1),
            percent(outcome.before.accuracy),
            percent(outcome.after.accuracy),
            percent(outcome.pca.accuracy),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Two scatter plots of five classes and a curve. Principal components: distances within classes {} and between classes {}. Network \
             after {} steps: {} and {}; {} of the dissimilar pairs are at least the margin {} apart. The curve shows the ratio going from {} to {}.",
            number(outcome.pca.within, 2),
            number(outcome.pca.between, 2),
            outcome.steps,
            number(outcome.after.within, 2),
            number(outcome.after.between, 2),
            percent(outcome.beyond),
            number(outcome.margin, 1),
            number(outcome.before.ratio, 1),
            number(outcome.after.ratio, 1),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[(Ink::One, "network"), (Ink::Text, "principal components")]);
        let scatter = |title, points: &'_ [(f64, f64)]| {
            let [x, y] = square_around(points);
            let points = points.to_vec();
            Panel {
                title,
                x: Axis { values: 4, ..Axis::linear("", x) },
                y: Axis { values: 4, ..Axis::linear("", y) },
                draw: Box::new(move |plot| {
                    class_marks(plot, &points, &outcome.labels, 2.2);
                }),
            }
        };
        let highest = outcome.ratios.iter().map(|&(_, ratio)| ratio);
        let highest = highest.fold(outcome.pca.ratio, f64::max).max(1.0);
        // The next of 10, 100, …, so that the axis keeps still while the curve grows.
        let top = 10_f64.powf(highest.log10().floor() + 1.0);
        let steps = outcome.steps_in_all as f64;
        let ratio = Panel {
            title: "ratio, between ÷ within",
            x: Axis { values: 4, ..Axis::linear("step", 0.0..steps) },
            y: Axis::logarithmic("", 0.5..top),
            draw: Box::new(move |plot| {
                let level = outcome.pca.ratio;
                plot.line((0.0, level), (steps, level), Ink::Text);
                plot.curve(outcome.ratios.iter().copied(), Ink::One);
            }),
        };
        let panels = vec![
            scatter("principal components", &outcome.components),
            scatter("network", &outcome.embedding),
            ratio,
        ];
        canvas.panels(250, panels);
    }
}
