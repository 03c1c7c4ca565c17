//! Schedules over steps: the panel that the figures of all schedules share.

use crate::canvas::Panel;
use crate::{Axis, Ink};
use listings::experiments::schedule_curve::Curve;

/// How the rates are spread over the vertical axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rates {
    /// From 0 to a little above the greatest of all curves.
    Linear,
    /// Over so many decades below the greatest of all curves; what is lower is cut off.
    Decades(u32),
    /// The same as decimal logarithms, which have room where rates have many zeros.
    Exponents(u32),
}

/// A panel of schedules over steps, with a thin line at each marked step.
///
/// `steps` names the clock: "epoch", "step".
pub fn schedule_panel<'a>(
    title: &'a str,
    steps: &'a str,
    curves: Vec<(Ink, &'a Curve)>,
    marks: Vec<usize>,
    rates: Rates,
) -> Panel<'a> {
    let curve = |pick: fn(&Curve) -> f64| {
        curves.iter().map(|(_, curve)| pick(curve)).fold(0.0, f64::max)
    };
    let length = curve(|curve| curve.length as f64);
    // A schedule that is zero throughout still needs an axis.
    let greatest = match curve(|curve| curve.greatest) {
        0.0 => 1.0,
        greatest => greatest,
    };
    let (low, high) = match rates {
        Rates::Linear => (0.0, 1.08 * greatest),
        Rates::Decades(decades) => {
            (greatest * 0.1_f64.powi(decades as i32), 1.5 * greatest)
        }
        Rates::Exponents(decades) => {
            let highest = greatest.log10();
            (highest - f64::from(decades), highest + 0.2)
        }
    };
    let axis = match rates {
        Rates::Linear | Rates::Exponents(_) => Axis::linear("", low..high),
        Rates::Decades(_) => Axis::logarithmic("", low..high),
    };
    Panel {
        title,
        x: Axis::linear(steps, 0.0..length),
        y: axis,
        draw: Box::new(move |plot| {
            for &mark in &marks {
                plot.line((mark as f64, low), (mark as f64, high), Ink::Gray);
            }
            for (ink, curve) in &curves {
                let height = |rate: f64| match rates {
                    Rates::Exponents(_) => rate.log10(),
                    Rates::Linear | Rates::Decades(_) => rate,
                };
                plot.curve(curve.points().map(|(step, rate)| (step, height(rate))), *ink);
            }
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Canvas, Width};
    use listings::experiments::schedule_curve::sampled;
    use listings::schedules::{Constant, ExponentialDecay};

    fn drawing(rates: Rates, initial: f64) -> String {
        let decay = ExponentialDecay::per_step(initial, 0.9).unwrap();
        let constant = Constant::new(0.0).unwrap();
        let curves = [sampled(&decay, 50), sampled(&constant, 30)];
        let mut canvas = Canvas::new(Width::Wide);
        let lines = vec![(Ink::One, &curves[0]), (Ink::Two, &curves[1])];
        canvas.panels(200, vec![schedule_panel("rate", "step", lines, vec![25], rates)]);
        canvas.finish("a test")
    }

    #[test]
    fn a_rate_of_zero_is_drawn_on_a_linear_axis_and_not_on_a_logarithmic_one() {
        let curves = |svg: &str| svg.matches("stroke-width=\"9\"").count();
        for initial in [0.1, 0.0] {
            let linear = drawing(Rates::Linear, initial);
            assert_eq!(curves(&linear), 2);
            assert!(!linear.contains("NaN"));
        }
        assert_eq!(curves(&drawing(Rates::Decades(3), 0.1)), 1);
        let exponents = drawing(Rates::Exponents(3), 0.1);
        assert_eq!(curves(&exponents), 1);
        assert!(!exponents.contains("NaN") && exponents.contains(">−4<"), "{exponents}");
    }
}
