//! What is trained on, what chooses, and what judges.

use super::FashionLab;
use crate::data::{Fashion, Images, stratified_validation_split};
use crate::models::Labeled;
use listings::labs::fashion::Config;

/// Images as pixels in rows, with their classes.
pub(super) type Pixels = Labeled<f64>;

/// The images of a seed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Parts {
    pub(super) train: Pixels,
    pub(super) validation: Pixels,
    pub(super) test: Pixels,
}

impl FashionLab {
    // ANCHOR: parts
    /// The images of a seed, on the scale of those that are trained on.
    pub(super) fn parts(&self, config: &Config, seed: u64) -> Parts {
        let Fashion { training, test } = &self.data;
        let (mut train, held_out) =
            stratified_validation_split(&training.labels, config.validation, seed);
        train.truncate(config.training);
        let train = training.select(&train);
        // One mean and one deviation for all pixels: a picture stays a picture.
        let pixels = train.brightness().mapv(f64::from);
        let mean = pixels.mean().expect("there are images");
        let deviation = pixels.std(0.0);
        let scaled = |images: &Images| Pixels {
            inputs: images
                .brightness()
                .mapv(|pixel| (f64::from(pixel) - mean) / deviation),
            labels: images.labels.clone(),
        };
        Parts {
            validation: scaled(&training.select(&held_out)),
            train: scaled(&train),
            test: scaled(test),
        }
    }
    // ANCHOR_END: parts
}

#[cfg(test)]
mod tests {
    use super::super::tests::{config, lab};
    use super::*;
    use crate::models::Samples;
    use listings::labs::fashion::{Model, TEST_IMAGES};

    #[test]
    fn the_scale_is_of_the_images_that_are_trained_on() {
        let lab = lab();
        let parts =
            lab.parts(&Config { training: 8000, ..config(Model::Softmax, 0.1) }, 1);
        let Parts { train, validation, test } = parts;
        let sizes = [&train, &validation, &test].map(Samples::len);
        assert_eq!(sizes, [7000, 1000, TEST_IMAGES]);
        // Sums of a million rounded numbers.
        assert!(train.inputs.mean().unwrap().abs() < 1e-10);
        assert!((train.inputs.std(0.0) - 1.0).abs() < 1e-10);
        assert!(test.inputs.mean().unwrap().abs() > 1e-4);
        for class in 0..10 {
            let count = |part: &Pixels| {
                part.labels.iter().filter(|&&label| label == class).count()
            };
            assert_eq!((count(&train), count(&validation)), (700, 100));
        }
        let few = lab.parts(&config(Model::Softmax, 0.1), 1);
        assert_eq!((few.train.len(), few.validation.len()), (640, 1000));
    }
}
