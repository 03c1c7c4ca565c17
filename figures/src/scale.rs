//! An axis that is linear or logarithmic.

use listings::report::Format;
use plotters::coord::ranged1d::{
    KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter,
};
use std::ops::Range;

/// The range of an axis, and how values are spread over it.
#[derive(Clone, Debug, PartialEq)]
pub enum Scale {
    /// By equal differences.
    Linear(Range<f64>),
    /// By equal ratios; both ends above zero.
    Logarithmic(Range<f64>),
}

impl Ranged for Scale {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (low, high): (i32, i32)) -> i32 {
        let fraction = match self {
            Self::Linear(range) => (value - range.start) / (range.end - range.start),
            Self::Logarithmic(range) => {
                (value.max(f64::MIN_POSITIVE) / range.start).ln()
                    / (range.end / range.start).ln()
            }
        };
        // Far outside the frame nothing is seen, and an SVG need not carry numbers of nine digits.
        let fraction = fraction.clamp(-20.0, 20.0);
        (f64::from(low) + fraction * f64::from(high - low)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        match self {
            Self::Linear(range) => round_values(range, hint.max_num_points()),
            Self::Logarithmic(range) => powers(range),
        }
    }

    fn range(&self) -> Range<f64> {
        match self {
            Self::Linear(range) | Self::Logarithmic(range) => range.clone(),
        }
    }
}

impl ValueFormatter<f64> for Scale {
    fn format(value: &f64) -> String {
        // Key points are multiples of 1, 2 or 5 times a power of ten: twelve digits remove the rounding of their sum.
        let value: f64 = format!("{value:.12}").parse().expect("a number");
        far_power(value).unwrap_or_else(|| Format::default().apply(value))
    }
}

/// A power of ten whose digits would not fit beside an axis, as 10⁻⁵ or 10⁵.
fn far_power(value: f64) -> Option<String> {
    let (digit, _) =
        ['⁵', '⁶', '⁷', '⁸', '⁹'].into_iter().zip(5..).find(|(_, exponent)| {
            let power = 10f64.powi(*exponent);
            value == power || (value * power - 1.0).abs() < 1e-9
        })?;
    Some(if value > 1.0 { format!("10{digit}") } else { format!("10⁻{digit}") })
}

/// Multiples of 1, 2 or 5 times a power of ten, at most `most` of them.
fn round_values(range: &Range<f64>, most: usize) -> Vec<f64> {
    let least_step = (range.end - range.start) / most.max(1) as f64;
    let power = 10f64.powf(least_step.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|&step| step >= least_step * 0.999)
        .unwrap_or(10.0 * power);
    let first = (range.start / step - 1e-9).ceil() as i64;
    let last = (range.end / step + 1e-9).floor() as i64;
    (first..=last).map(|i| i as f64 * step).collect()
}

/// Powers of ten, with twice and five times each where the range holds fewer than three.
fn powers(range: &Range<f64>) -> Vec<f64> {
    let inside = |value: &f64| (range.start * 0.999..=range.end * 1.001).contains(value);
    let first = range.start.log10().floor() as i32;
    let last = range.end.log10().ceil() as i32;
    let tens: Vec<f64> = (first..=last).map(|power| 10f64.powi(power)).collect();
    let decades: Vec<f64> = tens.iter().copied().filter(inside).collect();
    if decades.len() >= 3 {
        return decades;
    }
    tens.iter().flat_map(|ten| [*ten, 2.0 * ten, 5.0 * ten]).filter(inside).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linear_values_are_round() {
        assert_eq!(round_values(&(-3.0..3.0), 7), [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0]);
        assert_eq!(round_values(&(0.0..9.0), 5), [0.0, 2.0, 4.0, 6.0, 8.0]);
        assert_eq!(Scale::format(&(3.0 * 0.1)), "0.3");
    }

    #[test]
    fn logarithmic_values_are_powers() {
        assert_eq!(powers(&(0.01..10.0)), [0.01, 0.1, 1.0, 10.0]);
        assert_eq!(powers(&(0.05..2.0)), [0.05, 0.1, 0.2, 0.5, 1.0, 2.0]);
    }

    #[test]
    fn far_powers_are_short() {
        let texts = [1e-6, 1e-5, 1e-4, 1.0, 1e4, 1e5, 2e5].map(|x| Scale::format(&x));
        assert_eq!(texts, ["10⁻⁶", "10⁻⁵", "0.0001", "1", "10000", "10⁵", "200000"]);
    }

    #[test]
    fn a_logarithmic_axis_maps_ratios_to_differences() {
        let scale = Scale::Logarithmic(0.01..100.0);
        assert_eq!(scale.map(&0.01, (0, 400)), 0);
        assert_eq!(scale.map(&1.0, (0, 400)), 200);
        assert_eq!(scale.map(&100.0, (400, 0)), 0);
    }
}
