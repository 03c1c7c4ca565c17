//! What gradient descent and AdaGrad learn of common and of rare features.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::rare_features::{Config, FEATURES};
use listings::report::{Format, number};

/// Two panels: the part of the true weights, and the rates.
pub struct RareFeatures;

impl Figure for RareFeatures {
    const NAME: &'static str = "rare-features";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["share", "descent_rate", "adagrad_rate", "samples", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let percent = |part: f64| Format::percent(0).apply(part);
        let (descent, adagrad) = (&outcome.descent, &outcome.adagrad);
        format!(
            "{FEATURES} features are in half of the samples, {FEATURES} in {} of them. After {} samples, gradient descent at η = {} has found {} of the common \
             weights and {} of the rare ones; AdaGrad at η = {}, {} and {}. At the end AdaGrad's rate is {} for a common and {} for a rare feature.",
            Format::percent(1).apply(outcome.share),
            outcome.samples,
            number(descent.rate, 2),
            percent(descent.common_recovered),
            percent(descent.rare_recovered),
            number(adagrad.rate, 2),
            percent(adagrad.common_recovered),
            percent(adagrad.rare_recovered),
            number(adagrad.last_common_rate, 3),
            number(adagrad.last_rare_rate, 3),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let (descent, adagrad) = (&outcome.descent, &outcome.adagrad);
        format!(
            "In the first panel, the part of the true weights that is found, over {} samples. It ends at {} (common) and {} (rare) with gradient descent, {} and {} with AdaGrad. \
             In the second, the rates: constant for gradient descent, falling for AdaGrad, slower for rare features.",
            outcome.samples,
            number(descent.common_recovered, 2),
            number(descent.rare_recovered, 2),
            number(adagrad.common_recovered, 2),
            number(adagrad.rare_recovered, 2),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let (descent, adagrad) = (&outcome.descent, &outcome.adagrad);
        canvas.legend(&[
            (Ink::Two, "descent, common"),
            (Ink::Five, "descent, rare"),
            (Ink::One, "AdaGrad, common"),
            (Ink::Four, "AdaGrad, rare"),
        ]);
        let samples = outcome.samples as f64;
        let found = Panel {
            title: "part of the true weights",
            x: Axis::linear("sample", 0.0..samples),
            y: Axis::linear("", -0.2..1.6),
            draw: Box::new(move |plot| {
                plot.line((0.0, 1.0), (samples, 1.0), Ink::Text);
                for (parts, ink) in [
                    (&descent.common, Ink::Two),
                    (&descent.rare, Ink::Five),
                    (&adagrad.common, Ink::One),
                    (&adagrad.rare, Ink::Four),
                ] {
                    let points = parts.iter().enumerate();
                    let every = outcome.every as f64;
                    plot.curve(points.map(|(i, &part)| (i as f64 * every, part)), ink);
                }
            }),
        };
        let rates = Panel {
            title: "rate",
            x: Axis::linear("sample", 0.0..samples),
            y: Axis::logarithmic("", 1e-3..10.0),
            draw: Box::new(move |plot| {
                for (rates, ink) in [
                    (&descent.common_rates, Ink::Two),
                    (&adagrad.common_rates, Ink::One),
                    (&adagrad.rare_rates, Ink::Four),
                ] {
                    let points = rates.iter().enumerate();
                    let every = outcome.every as f64;
                    plot.curve(
                        points.map(|(i, &rate)| ((i + 1) as f64 * every, rate)),
                        ink,
                    );
                }
            }),
        };
        canvas.panels(320, vec![found, rates]);
    }
}
