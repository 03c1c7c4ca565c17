//! One step of an optimizer in numbers, as one would work it on paper.

use super::racer::Racer;
use crate::report::Format;

/// What a step saw and did in the first coordinate.
#[derive(Clone, Debug, PartialEq)]
pub struct Worked {
    /// Its number, 1 for the first.
    pub step: usize,
    /// η.
    pub rate: f64,
    /// g₁.
    pub gradient: f64,
    /// What was remembered before, by name; zero at the start.
    pub before: Vec<f64>,
    /// What is remembered after.
    pub after: Vec<f64>,
    /// θ₁ before and after.
    pub theta: (f64, f64),
}

/// Four digits, or a power of ten where the number is very large or small.
pub fn digits(value: f64) -> String {
    let size = value.abs();
    let fixed = |digits| Format::fixed(digits).apply(value);
    match size {
        0.0 => "0".to_string(),
        0.001..1.0 => fixed(4),
        1.0..10.0 => fixed(3),
        10.0..100.0 => fixed(2),
        100.0..10_000.0 => fixed(1),
        _ => {
            let scientific: Format = ".2e".parse().expect("a format");
            scientific.apply(value)
        }
    }
}

/// The shortest digits of a hyperparameter.
fn exact(value: f64) -> String {
    Format::default().apply(value)
}

impl Worked {
    /// The step of an optimizer of the lecture, from what it remembers to θ₁.
    ///
    /// # Panics
    /// Panics for an optimizer that is not of the lecture.
    pub fn narration(&self, racer: Racer) -> String {
        let (gradient, rate) = (digits(self.gradient), exact(self.rate));
        let (from, to) = (digits(self.theta.0), digits(self.theta.1));
        let state =
            |index: usize| (digits(self.before[index]), digits(self.after[index]));
        let moves = match racer {
            Racer::GradientDescent => {
                format!("θ₁ = {from} − {rate} × ({gradient}) = {to}")
            }
            Racer::Momentum => {
                let (old, new) = state(0);
                format!(
                    "v₁ = 0.9 × ({old}) + ({gradient}) = {new}; θ₁ = {from} − {rate} × ({new}) \
                     = {to}"
                )
            }
            Racer::RmsProp => {
                let (old, new) = state(0);
                format!(
                    "v₁ = 0.99 × {old} + 0.01 × ({gradient})² = {new}; θ₁ = {from} − {rate} × \
                     ({gradient}) / √({new}) = {to}"
                )
            }
            Racer::Adam => {
                let ((m_old, m_new), (v_old, v_new)) = (state(0), state(1));
                let step = i32::try_from(self.step).unwrap_or(i32::MAX);
                let m_hat = digits(self.after[0] / (1.0 - 0.9_f64.powi(step)));
                let v_hat = digits(self.after[1] / (1.0 - 0.999_f64.powi(step)));
                format!(
                    "m₁ = 0.9 × ({m_old}) + 0.1 × ({gradient}) = {m_new}, corrected {m_hat}; v₁ = \
                     0.999 × {v_old} + 0.001 × ({gradient})² = {v_new}, corrected {v_hat}; θ₁ = \
                     {from} − {rate} × ({m_hat}) / √({v_hat}) = {to}"
                )
            }
            other => panic!("the steps of {} are not narrated", other.name()),
        };
        format!("Step {} of {}: g₁ = {gradient}; {moves}.", self.step, racer.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_told_with_its_numbers() {
        let worked = Worked {
            step: 1,
            rate: 0.1,
            gradient: -2.0,
            before: vec![0.5],
            after: vec![-1.55],
            theta: (1.0, 1.155),
        };
        assert_eq!(
            worked.narration(Racer::Momentum),
            "Step 1 of momentum: g₁ = −2.000; v₁ = 0.9 × (0.5000) + (−2.000) = −1.550; θ₁ = \
             1.000 − 0.1 × (−1.550) = 1.155."
        );
    }

    #[test]
    fn digits_are_four_at_every_size() {
        let shown = [0.0, 0.01234567, -1.5, 12.345, 1412.5, 123456.0, 1e-9].map(digits);
        let expected =
            ["0", "0.0123", "−1.500", "12.35", "1412.5", "1.23 × 10⁵", "1.00 × 10⁻⁹"];
        // 12.345 is just below or above itself in binary: one digit of freedom.
        assert!(shown[3] == "12.35" || shown[3] == "12.34");
        for (index, shown) in shown.iter().enumerate().filter(|&(index, _)| index != 3) {
            assert_eq!(shown, expected[index]);
        }
    }
}
