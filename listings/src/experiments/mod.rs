//! Experiments: pure functions from a configuration, which holds the seed, to an
//! outcome.
//!
//! One file an experiment, with its `Config`, its `Outcome`, and what the reader may
//! change. A new experiment is one file here and one line in [`all`].

mod batch_line;
mod compare_recipe;
mod compare_shapes;
mod compare_task;
mod cyclical_crowd;
mod cyclical_training;
mod decay_training;
mod embedding_data;
mod entry;
mod expected_descent;
mod experiment;
mod imbalanced;
mod linear_boundary;
mod mining_race;
mod newer_sweep;
mod newer_training;
mod noisy_quadratic;
mod race_steps;
mod race_sweep;
mod race_training;
mod racer;
mod rate_problem;
mod recurrence;
mod scheduled_training;
mod second_order_data;
mod setting;
mod three_classes;

pub mod adagrad_memory;
pub mod adagrad_rates;
pub mod adagrad_walk;
pub mod adam_distance;
pub mod adam_epsilon;
pub mod adam_signal;
pub mod amsgrad_cycle;
pub mod batch_ball;
pub mod batch_escape;
pub mod batch_generalization;
pub mod batch_noise;
pub mod batch_order;
pub mod batch_paths;
pub mod batch_sizes;
pub mod bce_surface;
pub mod best_constant;
pub mod bias_correction;
pub mod bias_variance;
pub mod compare_composer;
pub mod compare_decay;
pub mod compare_full_batch;
pub mod compare_six;
pub mod compare_three;
pub mod compare_tuned;
pub mod contrastive_embedding;
pub mod contrastive_supervision;
pub mod conventions;
pub mod convexity;
pub mod cosine_curve;
pub mod cosine_ends;
pub mod cosine_horizon;
pub mod cosine_network;
pub mod cosine_restarts;
pub mod cosine_snapshots;
pub mod cosine_tuning;
pub mod cost_threshold;
pub mod cross_entropy_precision;
pub mod curve;
pub mod cyclical_balls;
pub mod cyclical_budget;
pub mod cyclical_conventions;
pub mod cyclical_escape;
pub mod cyclical_momentum;
pub mod cyclical_one_cycle;
pub mod cyclical_steps;
pub mod cyclical_triangles;
pub mod decay_in_adam;
pub mod decay_moons;
pub mod decay_per_coordinate;
pub mod decay_sweep;
pub mod decay_targets;
pub mod descent_condition;
pub mod descent_dimensions;
pub mod descent_parabola;
pub mod descent_rates;
pub mod descent_ravine;
pub mod descent_saddle;
pub mod descent_scaling;
pub mod descent_small_step;
pub mod descent_well;
pub mod descent_width;
pub mod difficulty;
pub mod drifting_minimum;
pub mod epsilon_scale;
pub mod error_sweep;
pub mod exponential_forms;
pub mod exponential_half_life;
pub mod exponential_reach;
pub mod exponential_robbins_monro;
pub mod exponential_typical;
pub mod finder_curve;
pub mod finder_sweep;
pub mod five_points;
pub mod focal_crowd;
pub mod focal_curve;
pub mod focal_probability;
pub mod gaussian_nll_fit;
pub mod hardest_collapse;
pub mod hinge_outlier;
pub mod hinge_training;
pub mod imbalance_boundary;
pub mod imbalance_seeds;
pub mod info_nce_bound;
pub mod info_nce_temperature;
pub mod lab_fashion;
pub mod lab_fashion_cost;
pub mod lab_fashion_curves;
pub mod lab_fashion_rates;
pub mod lab_fashion_seeds;
pub mod lab_frameworks;
pub mod lab_housing;
pub mod lab_housing_slice;
pub mod lab_housing_training;
pub mod lab_reviews;
pub mod lab_reviews_curves;
pub mod lab_reviews_gains;
pub mod lab_reviews_peaks;
pub mod lab_speed;
pub mod large_batches;
pub mod lasso_zeros;
pub mod line_search;
pub mod lion_decay;
pub mod lion_rates;
pub mod logistic_loss;
pub mod loss_and_metric;
pub mod loss_designer;
pub mod margin_losses;
pub mod margin_picture;
pub mod margin_sensitivity;
pub mod mining_cost;
pub mod minority_metrics;
pub mod momentum_condition;
pub mod momentum_conventions;
pub mod momentum_escape;
pub mod momentum_memory;
pub mod momentum_paths;
pub mod momentum_ravine;
pub mod momentum_spectrum;
pub mod mse_surface;
pub mod muon_race;
pub mod muon_spectrum;
pub mod nesterov_counterexample;
pub mod nesterov_forms;
pub mod nesterov_race;
pub mod nesterov_spectrum;
pub mod nesterov_step;
pub mod nesterov_worst;
pub mod newer_costs;
pub mod newer_moons;
pub mod newsvendor;
pub mod newton_saddle;
pub mod noise_efficiency;
pub mod one_rate;
pub mod optimizer_classes;
pub mod optimizer_memory;
pub mod optimizer_seeds;
pub mod outlier_convergence;
pub mod outlier_line;
pub mod pair_pull;
pub mod penalty_ball;
pub mod penalty_conventions;
pub mod penalty_path;
pub mod plateau_alarms;
pub mod plateau_conventions;
pub mod plateau_seeds;
pub mod plateau_state;
pub mod plateau_training;
pub mod race;
pub mod race_columns;
pub mod race_map;
pub mod race_moons;
pub mod race_other_surfaces;
pub mod race_rates;
pub mod race_surfaces;
pub mod rare_features;
pub mod rate_blow_up;
pub mod rate_five;
pub mod rate_fixed;
pub mod rate_large_then_small;
pub mod rate_layers;
pub mod rate_seeds;
pub mod rate_sharpness;
pub mod ridge_directions;
pub mod rmsprop_centered;
pub mod rmsprop_first_steps;
pub mod rmsprop_memory;
pub mod rmsprop_settle;
pub mod schedule_curve;
pub mod schedule_free_stops;
pub mod second_order_batches;
pub mod second_order_cost;
pub mod second_order_logistic;
pub mod second_order_memory;
pub mod second_order_paths;
pub mod second_order_race;
pub mod smoothed_loss;
pub mod softmax_temperature;
pub mod step_decay_clocks;
pub mod step_decay_curve;
pub mod step_decay_cut;
pub mod step_decay_noise;
pub mod step_decay_when;
pub mod step_times;
pub mod surprise;
pub mod triplet_mining;
pub mod triplet_zones;
pub mod two_filters;
pub mod two_modes;
pub mod two_terms;
pub mod uncertainty_outliers;
pub mod variance_excuse;
pub mod warmup_adam;
pub mod warmup_conventions;
pub mod warmup_curve;
pub mod warmup_first_step;
pub mod warmup_peaks;
pub mod warmup_share;
pub mod warmup_training;

mod overfit_training;

pub mod backpropagation_cost;
pub mod broken_training;
pub mod by_hand_huber;
pub mod by_hand_linear;
mod by_hand_lines;
pub mod by_hand_logistic;
pub mod by_hand_network;
pub mod by_hand_softmax;
pub mod diagnosing_checks;
pub mod diagnosing_curves;
pub mod diagnosing_depth;
pub mod diagnosing_faults;
pub mod diagnosing_suspects;
pub mod gradient_check_bugs;
pub mod gradient_check_criteria;
pub mod gradient_check_kink;
mod gradient_check_network;
pub mod gradient_check_relu;
pub mod gradient_check_step;
pub mod gradient_mistakes_train;
pub mod iris_training;
pub mod loop_clip_cliff;
pub mod loop_converged;
pub mod loop_early_stopping;
pub mod loop_iris;
pub mod loop_iris_seeds;
pub mod loop_resume;
pub mod loop_test_choice;
pub mod loop_without;

pub mod batch_explore;
pub mod batch_overhead;
mod best_of;
pub mod choosing_batches;
pub mod choosing_contours;
pub mod choosing_decay;
pub mod choosing_defaults;
pub mod choosing_finish;
pub mod choosing_normalize;
mod choosing_sweep;
mod choosing_task;
pub mod focal_descent;
pub mod warmup_transformer;

pub mod lab_hypothyroid;
pub mod lab_hypothyroid_calibration;
pub mod lab_hypothyroid_focus;
pub mod lab_hypothyroid_test;
pub mod lab_hypothyroid_thresholds;

pub use entry::{Entry, Outcome};
pub use experiment::{Experiment, Run, finish};
pub use setting::{Control, Scale, Setting, SettingError, Settings};

/// Every experiment, in the order of the chapters.
pub fn all() -> Vec<Entry> {
    vec![
        Entry::of::<mse_surface::Config>(),
        Entry::of::<bce_surface::Config>(),
        Entry::of::<convexity::Config>(),
        Entry::of::<loss_and_metric::Config>(),
        Entry::of::<bias_variance::Config>(),
        Entry::of::<five_points::Config>(),
        Entry::of::<error_sweep::Config>(),
        Entry::of::<best_constant::Config>(),
        Entry::of::<outlier_line::Config>(),
        Entry::of::<outlier_convergence::Config>(),
        Entry::of::<noise_efficiency::Config>(),
        Entry::of::<two_filters::Config>(),
        Entry::of::<softmax_temperature::Config>(),
        Entry::of::<surprise::Config>(),
        Entry::of::<logistic_loss::Config>(),
        Entry::of::<cross_entropy_precision::Config>(),
        Entry::of::<smoothed_loss::Config>(),
        Entry::of::<two_modes::Config>(),
        Entry::of::<margin_losses::Config>(),
        Entry::of::<margin_picture::Config>(),
        Entry::of::<hinge_training::Config>(),
        Entry::of::<hinge_outlier::Config>(),
        Entry::of::<focal_curve::Config>(),
        Entry::of::<focal_crowd::Config>(),
        Entry::of::<focal_probability::Config>(),
        Entry::of::<minority_metrics::Config>(),
        Entry::of::<imbalance_boundary::Config>(),
        Entry::of::<imbalance_seeds::Config>(),
        Entry::of::<pair_pull::Config>(),
        Entry::of::<contrastive_embedding::Config>(),
        Entry::of::<contrastive_supervision::Config>(),
        Entry::of::<triplet_zones::Config>(),
        Entry::of::<triplet_mining::Config>(),
        Entry::of::<mining_cost::Config>(),
        Entry::of::<margin_sensitivity::Config>(),
        Entry::of::<hardest_collapse::Config>(),
        Entry::of::<info_nce_temperature::Config>(),
        Entry::of::<info_nce_bound::Config>(),
        Entry::of::<penalty_path::Config>(),
        Entry::of::<penalty_ball::Config>(),
        Entry::of::<lasso_zeros::Config>(),
        Entry::of::<penalty_conventions::Config>(),
        Entry::of::<decay_in_adam::Config>(),
        Entry::of::<decay_moons::Config>(),
        Entry::of::<decay_sweep::Config>(),
        Entry::of::<ridge_directions::Config>(),
        Entry::of::<newsvendor::Config>(),
        Entry::of::<cost_threshold::Config>(),
        Entry::of::<two_terms::Config>(),
        Entry::of::<loss_designer::Config>(),
        Entry::of::<difficulty::Config>(),
        Entry::of::<gaussian_nll_fit::Config>(),
        Entry::of::<variance_excuse::Config>(),
        Entry::of::<uncertainty_outliers::Config>(),
        Entry::of::<descent_parabola::Config>(),
        Entry::of::<descent_rates::Config>(),
        Entry::of::<descent_small_step::Config>(),
        Entry::of::<descent_ravine::Config>(),
        Entry::of::<descent_condition::Config>(),
        Entry::of::<descent_scaling::Config>(),
        Entry::of::<descent_well::Config>(),
        Entry::of::<descent_saddle::Config>(),
        Entry::of::<descent_dimensions::Config>(),
        Entry::of::<descent_width::Config>(),
        Entry::of::<batch_noise::Config>(),
        Entry::of::<batch_paths::Config>(),
        Entry::of::<batch_order::Config>(),
        Entry::of::<batch_sizes::Config>(),
        Entry::of::<batch_generalization::Config>(),
        Entry::of::<batch_escape::Config>(),
        Entry::of::<batch_ball::Config>(),
        Entry::of::<momentum_ravine::Config>(),
        Entry::of::<momentum_memory::Config>(),
        Entry::of::<momentum_paths::Config>(),
        Entry::of::<momentum_spectrum::Config>(),
        Entry::of::<momentum_condition::Config>(),
        Entry::of::<momentum_conventions::Config>(),
        Entry::of::<momentum_escape::Config>(),
        Entry::of::<nesterov_step::Config>(),
        Entry::of::<nesterov_forms::Config>(),
        Entry::of::<nesterov_race::Config>(),
        Entry::of::<nesterov_spectrum::Config>(),
        Entry::of::<nesterov_counterexample::Config>(),
        Entry::of::<nesterov_worst::Config>(),
        Entry::of::<adagrad_walk::Config>(),
        Entry::of::<rare_features::Config>(),
        Entry::of::<adagrad_rates::Config>(),
        Entry::of::<adagrad_memory::Config>(),
        Entry::of::<rmsprop_memory::Config>(),
        Entry::of::<rmsprop_settle::Config>(),
        Entry::of::<drifting_minimum::Config>(),
        Entry::of::<rmsprop_first_steps::Config>(),
        Entry::of::<epsilon_scale::Config>(),
        Entry::of::<optimizer_memory::Config>(),
        Entry::of::<rmsprop_centered::Config>(),
        Entry::of::<one_rate::Config>(),
        Entry::of::<bias_correction::Config>(),
        Entry::of::<adam_signal::Config>(),
        Entry::of::<adam_distance::Config>(),
        Entry::of::<adam_epsilon::Config>(),
        Entry::of::<amsgrad_cycle::Config>(),
        Entry::of::<decay_per_coordinate::Config>(),
        Entry::of::<decay_targets::Config>(),
        Entry::of::<optimizer_classes::Config>(),
        Entry::of::<optimizer_seeds::Config>(),
        Entry::of::<line_search::Config>(),
        Entry::of::<second_order_paths::Config>(),
        Entry::of::<newton_saddle::Config>(),
        Entry::of::<second_order_race::Config>(),
        Entry::of::<second_order_logistic::Config>(),
        Entry::of::<second_order_memory::Config>(),
        Entry::of::<second_order_cost::Config>(),
        Entry::of::<second_order_batches::Config>(),
        Entry::of::<race::Config>(),
        Entry::of::<race_map::Config>(),
        Entry::of::<race_rates::Config>(),
        Entry::of::<race_surfaces::Config>(),
        Entry::of::<race_moons::Config>(),
        Entry::of::<race_columns::Config>(),
        Entry::of::<step_decay_curve::Config>(),
        Entry::of::<step_decay_noise::Config>(),
        Entry::of::<step_decay_cut::Config>(),
        Entry::of::<step_decay_when::Config>(),
        Entry::of::<step_times::Config>(),
        Entry::of::<step_decay_clocks::Config>(),
        Entry::of::<race_other_surfaces::Config>(),
        Entry::of::<newer_moons::Config>(),
        Entry::of::<large_batches::Config>(),
        Entry::of::<lion_rates::Config>(),
        Entry::of::<lion_decay::Config>(),
        Entry::of::<schedule_free_stops::Config>(),
        Entry::of::<muon_spectrum::Config>(),
        Entry::of::<muon_race::Config>(),
        Entry::of::<newer_costs::Config>(),
        Entry::of::<rate_five::Config>(),
        Entry::of::<rate_seeds::Config>(),
        Entry::of::<rate_blow_up::Config>(),
        Entry::of::<rate_sharpness::Config>(),
        Entry::of::<rate_large_then_small::Config>(),
        Entry::of::<rate_fixed::Config>(),
        Entry::of::<finder_curve::Config>(),
        Entry::of::<finder_sweep::Config>(),
        Entry::of::<rate_layers::Config>(),
        Entry::of::<plateau_training::Config>(),
        Entry::of::<plateau_alarms::Config>(),
        Entry::of::<plateau_seeds::Config>(),
        Entry::of::<plateau_state::Config>(),
        Entry::of::<plateau_conventions::Config>(),
        Entry::of::<exponential_forms::Config>(),
        Entry::of::<exponential_typical::Config>(),
        Entry::of::<exponential_reach::Config>(),
        Entry::of::<exponential_half_life::Config>(),
        Entry::of::<exponential_robbins_monro::Config>(),
        Entry::of::<cosine_curve::Config>(),
        Entry::of::<cosine_ends::Config>(),
        Entry::of::<cosine_horizon::Config>(),
        Entry::of::<cosine_tuning::Config>(),
        Entry::of::<cosine_network::Config>(),
        Entry::of::<cosine_restarts::Config>(),
        Entry::of::<cosine_snapshots::Config>(),
        Entry::of::<warmup_adam::Config>(),
        Entry::of::<warmup_curve::Config>(),
        Entry::of::<warmup_first_step::Config>(),
        Entry::of::<warmup_conventions::Config>(),
        Entry::of::<warmup_training::Config>(),
        Entry::of::<warmup_peaks::Config>(),
        Entry::of::<warmup_share::Config>(),
        Entry::of::<cyclical_triangles::Config>(),
        Entry::of::<cyclical_balls::Config>(),
        Entry::of::<cyclical_escape::Config>(),
        Entry::of::<cyclical_one_cycle::Config>(),
        Entry::of::<cyclical_momentum::Config>(),
        Entry::of::<cyclical_budget::Config>(),
        Entry::of::<cyclical_steps::Config>(),
        Entry::of::<cyclical_conventions::Config>(),
        Entry::of::<compare_six::Config>(),
        Entry::of::<compare_three::Config>(),
        Entry::of::<compare_composer::Config>(),
        Entry::of::<compare_tuned::Config>(),
        Entry::of::<compare_full_batch::Config>(),
        Entry::of::<compare_decay::Config>(),
        Entry::of::<conventions::Config>(),
        Entry::of::<loop_iris::Config>(),
        Entry::of::<loop_iris_seeds::Config>(),
        Entry::of::<loop_clip_cliff::Config>(),
        Entry::of::<loop_early_stopping::Config>(),
        Entry::of::<loop_test_choice::Config>(),
        Entry::of::<loop_converged::Config>(),
        Entry::of::<loop_without::Config>(),
        Entry::of::<loop_resume::Config>(),
        Entry::of::<broken_training::Config>(),
        Entry::of::<diagnosing_faults::Config>(),
        Entry::of::<diagnosing_suspects::Config>(),
        Entry::of::<diagnosing_depth::Config>(),
        Entry::of::<diagnosing_curves::Config>(),
        Entry::of::<diagnosing_checks::Config>(),
        Entry::of::<by_hand_linear::Config>(),
        Entry::of::<by_hand_logistic::Config>(),
        Entry::of::<by_hand_huber::Config>(),
        Entry::of::<by_hand_softmax::Config>(),
        Entry::of::<by_hand_network::Config>(),
        Entry::of::<backpropagation_cost::Config>(),
        Entry::of::<gradient_check_step::Config>(),
        Entry::of::<gradient_check_kink::Config>(),
        Entry::of::<gradient_check_relu::Config>(),
        Entry::of::<gradient_check_bugs::Config>(),
        Entry::of::<gradient_check_criteria::Config>(),
        Entry::of::<gradient_mistakes_train::Config>(),
        Entry::of::<choosing_defaults::Config>(),
        Entry::of::<choosing_finish::Config>(),
        Entry::of::<choosing_batches::Config>(),
        Entry::of::<choosing_decay::Config>(),
        Entry::of::<choosing_contours::Config>(),
        Entry::of::<choosing_normalize::Config>(),
        Entry::of::<batch_overhead::Config>(),
        Entry::of::<batch_explore::Config>(),
        Entry::of::<focal_descent::Config>(),
        Entry::of::<warmup_transformer::Config>(),
        Entry::of::<lab_fashion::Config>(),
        Entry::of::<lab_fashion_cost::Config>(),
        Entry::of::<lab_fashion_curves::Config>(),
        Entry::of::<lab_fashion_rates::Config>(),
        Entry::of::<lab_fashion_seeds::Config>(),
        Entry::of::<lab_housing::Config>(),
        Entry::of::<lab_housing_slice::Config>(),
        Entry::of::<lab_housing_training::Config>(),
        Entry::of::<lab_reviews::Config>(),
        Entry::of::<lab_reviews_curves::Config>(),
        Entry::of::<lab_reviews_gains::Config>(),
        Entry::of::<lab_reviews_peaks::Config>(),
        Entry::of::<lab_frameworks::Config>(),
        Entry::of::<lab_speed::Config>(),
        Entry::of::<lab_hypothyroid::Config>(),
        Entry::of::<lab_hypothyroid_calibration::Config>(),
        Entry::of::<lab_hypothyroid_focus::Config>(),
        Entry::of::<lab_hypothyroid_test::Config>(),
        Entry::of::<lab_hypothyroid_thresholds::Config>(),
    ]
}
