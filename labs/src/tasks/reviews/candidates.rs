//! What is compared.

use crate::run::Scale;
use listings::labs::reviews::{Config, Fall, Norm, Predictor};

/// The transformers of every schedule at each of these peaks, and the bag of words at
/// as many penalties.
pub(super) fn candidates(scale: Scale) -> Vec<Config> {
    let mut configs = Vec::new();
    let full = |predictor| Config {
        predictor,
        reviews: 3_350,
        validation: 0.2,
        length: 64,
        occurs: 5,
    };
    let quick = |predictor| Config { reviews: 640, length: 16, ..full(predictor) };
    let (epochs, peaks, penalties): (_, &[f64], &[f64]) = match scale {
        Scale::Quick => (1, &[0.01], &[0.01]),
        Scale::Full => (3, &[0.001, 0.004, 0.016, 0.064], &[0.0001, 0.001, 0.01, 0.1]),
    };
    let config = |predictor| match scale {
        Scale::Quick => quick(predictor),
        Scale::Full => full(predictor),
    };
    configs.extend(penalties.iter().map(|&penalty| config(Predictor::Words { penalty })));
    for norm in [Norm::Before, Norm::After] {
        let falls: &[Fall] = match (scale, norm) {
            (Scale::Quick, _) => &[Fall::Cosine],
            (_, Norm::Before) => &[
                Fall::Constant,
                Fall::Step,
                Fall::Exponential,
                Fall::Cosine,
                Fall::OneCycle,
            ],
            (_, Norm::After) => &[Fall::Constant, Fall::Cosine],
        };
        for &fall in falls {
            // One cycle begins with a rise of its own.
            let warmups: &[f64] =
                if fall == Fall::OneCycle { &[0.0] } else { &[0.0, 0.1] };
            for &warmup in warmups {
                configs.extend(peaks.iter().map(|&peak| {
                    config(Predictor::Transformer {
                        norm,
                        fall,
                        warmup,
                        peak,
                        epochs,
                        batch: 32,
                        width: 32,
                        hidden: 64,
                        layers: 2,
                        heads: 2,
                    })
                }));
            }
        }
    }
    configs
}

#[cfg(test)]
mod tests {
    use super::super::tests::lab;
    use super::*;
    use crate::data::words;

    #[test]
    fn most_reviews_are_read_to_their_end() {
        let texts = lab().data.training.texts;
        let length = candidates(Scale::Full)[0].length;
        let long = texts.iter().filter(|text| words(text).count() > length).count();
        assert!(long * 100 < texts.len(), "{long}");
    }
}
