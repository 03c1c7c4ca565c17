//! The training loop.

use super::check;

#[test]
fn the_training_loop() {
    check(&[
        // 3, 2, 1, then 1.5 is no better: it stops after epoch 3.
        ("loop-early-stopping", "stop(losses = [3.0, 2.0, 1.0, 1.5", &[3.0, 2.0]),
        ("loop-restore-bug", "stop(losses = [3.0, 2.0, 1.0, 1.5", &[3.0, 2.0]),
        // 0.9375 is no better than 1 by 0.1, 0.875 is, and so on, every second one.
        ("loop-early-stopping", "stop(losses = [1.0, 0.9375", &[5.0, 4.0]),
        // ‖(3, −4)‖ = 5.
        ("loop-clip-gradient", "by_norm(gradient = [3, -4], c = 1)", &[0.6, -0.8]),
        ("loop-clip-gradient", "by_norm(gradient = [3, -4], c = 10)", &[3.0, -4.0]),
        ("loop-clip-gradient", "by_value(gradient = [3, -4], c = 1)", &[1.0, -1.0]),
        (
            "loop-clip-gradient",
            "by_norm(gradient = [-2, -2, 1], c = 1.5)",
            &[-1.0, -1.0, 0.5],
        ),
        // Of 1 and 3 the mean is 2 and the deviation 1.
        (
            "loop-leak-bug",
            "standardize([1.0, 3.0, 2.0, 6.0, 9.0, -4.0, 10.0], train = 2)",
            &[-1.0, 1.0, 0.0, 4.0, 7.0, -6.0, 8.0],
        ),
        // From 0 on (1, 2) and (−½, −1½): the mean of −4 and −1.5 is −2.75, times −0.25.
        ("loop-zero-bug", "path(2 samples, rate = 0.25, epochs = 1)", &[0.6875]),
        // 96/16 = 6 batches, 100 epochs; the cosine at half of its way; epochs 0 … 35.
        ("loop-predict", "updates()", &[600.0]),
        ("loop-predict", "rate_at_half()", &[0.005]),
        ("loop-predict", "rate_stepped_twice()", &[0.0]),
        ("loop-predict", "epochs_trained()", &[36.0]),
        ("loop-predict", "step_length()", &[0.5]),
    ]);
}
