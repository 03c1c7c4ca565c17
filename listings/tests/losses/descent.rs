//! A small step against the gradient lowers the loss, by about what the gradient says.

use crate::losses_at_several_settings;
use listings::data::seeded;
use ndarray::Array1;
use rand::RngExt;

#[test]
fn a_small_step_lowers_the_loss_by_at_least_half_of_what_the_gradient_says() {
    let rate = 0.01;
    let mut random = seeded(1);
    for loss in losses_at_several_settings() {
        for samples in [1, 2, 5, 20] {
            // No residual is nearer to a kink at zero than a step reaches, 0.01 · 1.
            let target: Array1<f64> =
                (0..samples).map(|_| random.random_range(-5.0..5.0)).collect();
            let prediction = target.mapv(|target| {
                let size = random.random_range(0.1..5.0);
                if random.random_bool(0.5) { target + size } else { target - size }
            });

            let gradient = loss.gradient(&prediction, &target);
            let promised = rate * gradient.dot(&gradient);
            let stepped = &prediction - rate * &gradient;
            let before = loss.value(&prediction, &target);
            let after = loss.value(&stepped, &target);
            // The curvature of each loss is at most 2/n, so a step of η gains at least
            // (1 − η) η‖g‖². A gradient without its 1/n promises n times too much.
            assert!(
                before - after >= 0.5 * promised && promised > 0.0,
                "{loss:?}, {samples} samples: {before} to {after}, promised {promised}"
            );
        }
    }
}
