//! The list of all exercises and quizzes: one line each.

use crate::exercise::Exercise;
use crate::quiz::Quiz;

/// Declares, for each `chapter { exercise { functions of the answer } }`, the three
/// modules of the exercise, and builds [`all`].
macro_rules! exercises {
    ($($chapter:ident { $($name:ident { $($part:ident),+ })+ })+) => {
        // An unsolved exercise does not use its parameters yet.
        #[allow(unused_variables)]
        #[path = ".."]
        mod answers { $(pub mod $chapter { $(pub mod $name;)+ })+ }
        #[path = "../solutions"]
        mod solutions { $(pub mod $chapter { $(pub mod $name;)+ })+ }
        #[path = "../checks"]
        mod checks { $(pub mod $chapter { $(pub mod $name;)+ })+ }

        /// Every exercise, in the order of the book.
        pub fn all() -> Vec<Exercise> {
            vec![$($(Exercise::new(
                (stringify!($chapter), stringify!($name)),
                (
                    source!("../", $chapter, $name),
                    source!("../solutions/", $chapter, $name),
                ),
                &checks::$chapter::$name::CHECK,
                (
                    checks::$chapter::$name::Answer {
                        $($part: answers::$chapter::$name::$part),+
                    },
                    checks::$chapter::$name::Answer {
                        $($part: solutions::$chapter::$name::$part),+
                    },
                ),
            )),+),+]
        }
    };
}

/// The text of an exercise's file.
macro_rules! source {
    ($folder:literal, $chapter:ident, $name:ident) => {
        include_str!(concat!(
            $folder,
            stringify!($chapter),
            "/",
            stringify!($name),
            ".rs"
        ))
    };
}

exercises! {
    what_a_loss_is_for {
        surface_step_by_hand { loss, gradient, after, loss_after }
        bias_variance_by_hand { squared_bias, variance, expected_error, halved_error }
        decompose_error { squared_bias, variance, expected_error }
        product_of_means_bug { gradient }
        doubled_weights_predict {
            accuracy_doubled, loss_before, loss_doubled, loss_tenfold
        }
        bias_predict { at_zero, at_three, at_minus_three, border, accuracy }
    }

    regression_losses {
        five_points_by_hand {
            mean_squared_error, mean_absolute_error, huber_delta_1, huber_delta_4
        }
        one_step_by_hand { squared_error, absolute_error, huber, residuals_after }
        huber { value, gradient }
        weighted_huber { value, gradient, jump }
        quantile_loss { value, gradient }
        mae_gradient_bug { gradient }
        huber_delta_bug { value }
        outlier_predict { mean_move, median_move, huber_move, huber_move_to_a_million }
        choose_a_loss { house_prices, energy, spare_parts }
    }

    cross_entropy {
        surprise_by_hand { right_and_sure, wrong, wrong_and_sure, mean, three_classes }
        softmax_by_hand { probabilities, loss, gradient, shifted, colder }
        log_sum_exp { log_sum_exp, softmax }
        bce_from_logits { value, gradient }
        weighted_bce { value, gradient, balancing_weight }
        label_smoothing { smoothed, value, gradient }
        divergence { entropy, cross_entropy, divergence }
        double_softmax_bug { value }
        softmax_axis_bug { softmax_of_rows }
    }

    hinge_loss {
        hinge_by_hand { hinge, squared_hinge, gradient, errors }
        hinge_subgradient { value, gradient }
        svm_step { step }
        multi_class_margin { value, gradient }
        hinge_labels_bug { value, gradient }
        margin_predict { at_first, five_to_fifty, two_to_four, minus_three_to_one }
    }

    focal_loss {
        focal_by_hand { loss_ratios, pull_at_one_half, pull_ratio_at_nine_tenths }
        minority_by_hand { accuracy, precision, recall, f1 }
        binary_focal { value, gradient }
        focal_alpha_bug { value }
        focal_pt_bug { value }
        focal_predict { cross_entropy, weighted, focal, focal_with_alpha }
        surface_predict {
            weighted_at_zero, weighted_best_weight, weighted_best_bias, focal_at_zero,
            focal_best_weight
        }
    }

    contrastive_loss {
        pairs_by_hand { mean_loss, gradient_of_b, mean_loss_swapped }
        contrastive { value, gradient }
        margin_bug { value }
        siamese_bug { gradient }
        tug_predict {
            dissimilar_after_a_step, similar_after_a_step,
            dissimilar_after_a_large_step, contradiction_in_the_end
        }
    }

    triplet_loss {
        triplets_by_hand { losses, hardest, semi_hard, squared_loss_of_b }
        pairwise_distances { distances }
        semi_hard_triplet { loss, count }
        info_nce { value }
        swapped_triplet_bug { value }
        collapse_predict { all_triplets, semi_hard_triplets, contrastive, info_nce }
    }

    regularization {
        proximal_by_hand { l1, l2, elastic_net }
        l2_penalty { value, gradient }
        l1_proximal { proximal }
        elastic_net { value, proximal }
        coordinate_step { update }
        weight_decay_step { step }
        bias_decay_bug { gradient }
        adamw_bug { step }
        twins_predict { ridge, lasso, elastic_net, lambda_max }
        choose_lambda { minimum, one_standard_error }
    }

    designing_a_loss {
        expectile_by_hand { loss_of_the_mean, best_under_expectile, best_under_quantile }
        cost_threshold_by_hand {
            threshold, cost_at_the_threshold, cost_at_one_half, shift_of_the_logit
        }
        weigh_two_terms {
            minimum_without_weights, weight_for_equal_values, minimum_with_equal_values,
            weight_for_equal_pulls
        }
        best_order { cost, best_order }
        asymmetric_loss { value, gradient }
        gaussian_nll_sample { value, gradient, best_log_variance }
        variance_bug { value, gradient }
        difficulty_predict { without_weights, easy_first, hard_first, hardest_only }
    }

    project_a {
        loss_terms { squared, uncertainty, complexity, difficulty }
        combined_loss {
            value, gradient_of_mean, gradient_of_log_variance, gradient_of_complexity
        }
    }

    gradient_descent {
        descent_step_by_hand { gradient, after, loss_after, largest_rate }
        logistic_step_by_hand { probability, gradient, after }
        guarded_step { step }
        best_rate { contraction, best_rate, steps }
        simultaneous_bug { step }
        stale_gradient_bug { descend }
        rates_predict {
            at_one, at_one_half, nine_tenths_over_one_tenth, loss_ratio_at_one_point_one,
            twin_of_three_tenths
        }
    }

    batches {
        batch_iterator { batches }
        mini_batch_bug { epoch }
        last_batch_by_hand { batches, last_size, relative_weight, mean_loss }
        gradient_noise_by_hand {
            full_gradient, variance_of_one, variance_of_two_with, variance_of_two_without
        }
        gradient_accumulation { combine }
        ball_predict {
            batch_doubled, rate_doubled, both_doubled, radius_at_hundred, rate_of_full_noise
        }
    }

    momentum {
        momentum_by_hand { sum, average, dampened }
        momentum { step }
        best_momentum { rate, beta, factor }
        velocity_reset_bug { train }
        swapped_beta_bug { velocities }
        rate_twice_bug { step }
        momentum_predict {
            at_a_small_rate, at_twice_the_rate, at_a_tenth_of_the_rate, border
        }
    }

    nesterov {
        nesterov_by_hand { momentum, look_ahead, framework }
        nesterov { step }
        look_back_bug { step }
        look_ahead_rate_bug { step }
        nesterov_predict {
            momentum, nesterov, nesterov_at_half_the_rate, border_of_momentum,
            border_of_nesterov
        }
    }

    adagrad {
        adagrad_by_hand { squares, lengths, theta }
        adagrad_step { accumulate, step }
        adagrad_sum_bug { rates }
        adagrad_epsilon_bug { step }
        adagrad_predict { distance, distance_when_steep, ratio }
    }

    rmsprop {
        rmsprop_by_hand { squares, lengths }
        rmsprop_code { path, centered }
        rmsprop_decay_bug { mean_squares }
        rmsprop_root_bug { step }
        rmsprop_predict {
            first_step, distance, distance_when_steep, distance_at_half_the_rate
        }
        bowl_predict {
            first_of_rmsprop, first_of_adam, rest_of_rmsprop, rest_of_adam, apart
        }
    }

    adam {
        adam_by_hand { corrected, uncorrected }
        adam_code { path }
        adamw_code { path }
        adam_correction_bug { path }
        adam_epsilon_bug { path }
        adam_clock_bug { path }
        adam_predict { first, first_uncorrected, after_zeros, alternating }
    }

    second_order {
        newton_by_hand { after_one_step, y_after_a_pure_step, y_after_a_shifted_step }
        two_loops { inverse_times }
        backtracking { backtrack }
        two_loops_bug { inverse_times }
        curvature_bug { rho }
        orders_predict {
            newton_doubled, bfgs_doubled, lbfgs_doubled, newton_steps, bfgs_steps
        }
    }

    race {
        race_first_step { gradient, descent, momentum, adam, loss_of_descent }
        rate_sweep { expected_steps, best, working }
        race_state_bug { final_losses }
        conditioning_predict {
            descent_at_10, descent_at_100, momentum_at_100, descent_from_twice_as_far
        }
        rescaled_rates {
            descent_on_cents, adam_on_cents, descent_on_tenths, adam_on_tenths
        }
        starts_predict {
            descent_from_one_half, descent_from_two, descent_from_zero,
            momentum_from_two, a_hundred_times_as_far
        }
    }

    newer {
        newer_predict { lion, lamb, lars, average, memory }
        newton_schulz_by_hand { divided, quintic, cubic }
        lars_step { local_rate, walk }
        lamb_step { walk }
        lion_code { path }
        named_groups { fault, step }
        lion_betas_bug { path }
        lamb_guard_bug { walk }
        group_ranges_bug { borders }
    }

    project_b {
        switching_optimizer { projected_rate, has_stalled, step }
        layer_optimizers { check, step }
        voting_optimizer { mean, median, majority, step }
    }

    learning_rate {
        rate_finder { rate, smoothed, seen, suggestion }
        finder_linear_bug { rates }
        finder_restore_bug { search }
        stability_by_hand {
            border, steep_factor, flat_factor, steps_to_a_million, doubling_rate
        }
        noise_ball_predict {
            rest_at_a_fifth, rest_at_a_tenth, after_a_step_of_one, tenfold_smaller,
            steps_to_halve
        }
    }

    plateau {
        plateau_detector { cuts, cuts_with_cooldown }
        plateau_patience_bug { cuts }
        plateau_best_bug { cuts }
        plateau_by_hand { better, cuts, last_rate, first_cut_of_keras }
    }

    step_decay {
        step_decay_by_hand { rates, at_milestones, loss_at_rest }
        step_decay_code { step_decay, multi_step }
        step_decay_one_epoch_bug { rate }
        step_decay_every_epoch_bug { rates }
        step_decay_clock_bug { rates }
        velocity_at_a_cut { step }
        cut_predict {
            after_the_cut, after_the_cut_flat, after_the_larger_batch,
            excess_after_ten_steps
        }
    }

    exponential_decay {
        exponential_by_hand { lecture_rates, half_life, reach, forms }
        exponential_code { rate, per_step_factor, decay_constant, half_life }
        exponential_staircase_bug { rate }
        exponential_clock_bug { rate }
        exponential_predict { left_per_epoch, left_per_update, steps_to_a_percent, arrives }
    }

    cosine {
        cosine_by_hand { quarter_points, last_step, mean }
        cosine_code { rate }
        restarts_code { rate }
        half_period_bug { rate }
        restart_clock_bug { rates }
    }

    warmup {
        warmup_by_hand { from_zero, counted_from_one, from_a_quarter }
        warmup_cosine_code { share }
        wasted_step_bug { rate }
        join_jump_bug { rate }
    }

    cyclical {
        cyclical_by_hand { triangular, triangular2, exp_range }
        triangular_code { rate }
        one_cycle_code { rate, momentum }
        cycle_length_bug { rate }
        triangular2_bug { rate }
        momentum_bug { rate, momentum }
        cyclical_predict { triangular_mean, triangular2_mean, one_cycle_mean, growth }
    }

    comparing_schedules {
        compare_join { joined, chained }
        compare_phases { phase, rate }
        compare_twice_bug { rates }
        compare_clock_bug { rate }
        compare_predict {
            mean_of_step, mean_of_exponential, mean_of_cosine, peak_ratio, epochs_above
        }
        compare_design { rate }
    }

    project_c {
        gradient_statistics { cosines, is_noise }
        adaptive_schedule { rates }
    }

    gradients_by_hand {
        two_layer_by_hand { forward, output_layer, hidden_layer }
        squared_loss_gradient { value, gradient }
        two_layer_backward { gradient }
        gradient_checker { differences, relative_error }
        transposed_delta_bug { delta }
        difference_step_bug { derivative }
        best_step_predict { forward, central, central_single, of_a_thousand, error }
    }

    training_loop {
        loop_has_converged { has_converged }
        loop_early_stopping { stop }
        loop_clip_gradient { by_norm, by_value }
        loop_restore_bug { stop }
        loop_leak_bug { standardize }
        loop_zero_bug { path }
        loop_predict {
            updates, rate_at_half, rate_stepped_twice, epochs_trained, step_length
        }
    }

    diagnosing {
        first_loss_predict { two_classes, thousand_classes, summed, smoothed, squared }
        shrinking_predict { sigmoid_bound, half_weights, twice_weights, kept_slope }
        wrong_sign_bug { step }
        naive_loss_bug { loss }
        dropout_evaluation_bug { hidden }
        next_value_bug { pairs }
        silent_units { silent_share }
        name_the_symptom { symptom }
        match_the_curve { one, two, three, four }
    }

    choosing {
        six_requests {
            house_prices, fraud, image_classes, margin, distribution, retrieval
        }
        trials_by_hand {
            chance_of_five, trials_needed, farthest_factor, share_below_a_tenth
        }
        cheapest_threshold { cost, cheapest }
        best_of_trials { log_grid, expected_best }
        sweep_edge_bug { best_exponent }
        unfair_race_bug { difference }
    }
}

/// Declares [`quizzes`] from the names of the files in `quizzes/`.
macro_rules! quizzes {
    ($($name:literal)+) => {
        /// Every quiz, in the order of the book.
        ///
        /// # Errors
        /// The first quiz that cannot be read, with its file and what is wrong.
        pub fn quizzes() -> Result<Vec<Quiz>, String> {
            [$(($name, include_str!(concat!("../quizzes/", $name, ".toml")))),+]
                .into_iter()
                .map(|(name, text)| {
                    Quiz::parse(name, text)
                        .map_err(|error| format!("exercises/quizzes/{name}.toml: {error}"))
                })
                .collect()
        }
    };
}

quizzes! {
    "what-a-loss-is-for"
    "regression-losses"
    "cross-entropy"
    "hinge-loss"
    "focal-loss"
    "contrastive-loss"
    "triplet-loss"
    "regularization"
    "designing-a-loss"
    "gradient-descent"
    "batches"
    "momentum"
    "nesterov"
    "adagrad"
    "rmsprop"
    "adam"
    "second-order"
    "race"
    "newer"
    "learning-rate"
    "plateau"
    "step-decay"
    "exponential-decay"
    "cosine"
    "warmup"
    "cyclical"
    "comparing-schedules"
    "gradients-by-hand"
    "training-loop"
    "diagnosing"
    "choosing"
}
