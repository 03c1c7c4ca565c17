//! What stands between the affine layers of a network.
//!
//! sigmoid h = 1/(1 + e⁻ᶻ), h' = h(1 − h) ≤ ¼;   tanh, h' = 1 − h² ≤ 1;
//! ReLU h = max(0, z), h' = 1[z > 0].
//!
//! **Convention.** The scale of the first weights is W ~ N(0, c/n) for a layer of n
//! inputs and as many outputs: c = 1 for sigmoid and tanh, c = 2 for ReLU.
//!
//! # Reference
//! X. Glorot & Y. Bengio, "Understanding the difficulty of training deep feedforward
//! neural networks", *AISTATS* (2010), eq. 12 (2/(inputs + outputs), derived for units
//! that are linear near 0); K. He et al., "Delving deep into rectifiers", *ICCV*
//! (2015), eq. 10.

use ndarray::Array2;

// ANCHOR: activation
/// The function of the hidden units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// 1/(1 + e⁻ᶻ).
    Sigmoid,
    /// tanh z.
    Tanh,
    /// max(0, z).
    Rectifier,
}

impl Activation {
    /// h, entry by entry.
    pub fn apply(self, z: &Array2<f64>) -> Array2<f64> {
        match self {
            Self::Sigmoid => z.mapv(|z| 1.0 / (1.0 + (-z).exp())),
            Self::Tanh => z.mapv(f64::tanh),
            Self::Rectifier => z.mapv(|z| if z < 0.0 { 0.0 } else { z }),
        }
    }

    /// ∂h/∂z, from h.
    pub fn slope(self, hidden: &Array2<f64>) -> Array2<f64> {
        match self {
            Self::Sigmoid => hidden.mapv(|h| h * (1.0 - h)),
            Self::Tanh => hidden.mapv(|h| 1.0 - h * h),
            Self::Rectifier => hidden.mapv(|h| if h > 0.0 { 1.0 } else { 0.0 }),
        }
    }

    /// c: the variance of the first weights is c/n.
    pub fn variance(self) -> f64 {
        match self {
            Self::Sigmoid | Self::Tanh => 1.0,
            Self::Rectifier => 2.0,
        }
    }
}
// ANCHOR_END: activation

impl Activation {
    /// Its name in a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sigmoid => "sigmoid",
            Self::Tanh => "tanh",
            Self::Rectifier => "ReLU",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    const ALL: [Activation; 3] =
        [Activation::Sigmoid, Activation::Tanh, Activation::Rectifier];

    #[test]
    fn slopes_are_those_of_central_differences() {
        let z = array![[-2.0, -0.3, 0.4, 1.5]];
        for activation in ALL {
            // Truncation h²/6 times a third derivative below 2, and rounding 1e-16/h:
            // both are below 1e-10 at h = 1e-5.
            let (up, down) = (&z + 1e-5, &z - 1e-5);
            let slope = (activation.apply(&up) - activation.apply(&down)) / 2e-5;
            let error = slope - activation.slope(&activation.apply(&z));
            assert!(error.iter().all(|e| e.abs() < 1e-9), "{activation:?}: {error}");
        }
    }

    #[test]
    fn a_missing_value_stays_visible() {
        for activation in ALL {
            assert!(activation.apply(&array![[f64::NAN]])[[0, 0]].is_nan());
        }
    }

    #[test]
    fn the_slope_of_a_sigmoid_is_at_most_a_quarter() {
        let at = |z: f64| {
            let hidden = Activation::Sigmoid.apply(&array![[z]]);
            Activation::Sigmoid.slope(&hidden)[[0, 0]]
        };
        assert_eq!(at(0.0), 0.25);
        assert!(at(-0.1) < 0.25 && at(0.1) < 0.25 && at(40.0) < 1e-15);
    }
}
