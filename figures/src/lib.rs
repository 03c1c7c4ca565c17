//! Figures: an outcome drawn as SVG.
//!
//! A figure computes nothing. It draws the outcome of its experiment with plotters, says in words what can be seen, and is the same
//! bytes on every platform: in the built page, in a file, and in the browser when a reader moves a slider.
//!
//! A new figure is one file here and one line in [`select`].

mod adagrad_memory;
mod adagrad_rates;
mod adagrad_walk;
mod amsgrad_cycle;
mod batch_ball;
mod batch_noise;
mod batch_paths;
mod batch_race;
mod bce_surface;
mod best_constant;
mod bias_correction;
mod bias_variance;
mod canvas;
mod classes;
mod clip;
mod compare_composer;
mod compare_full_batch;
mod compare_six;
mod compare_three;
mod compare_tuned;
mod contours;
mod contrastive_embedding;
mod cosine_curve;
mod cosine_horizon;
mod cosine_restarts;
mod cyclical_balls;
mod cyclical_budget;
mod cyclical_one_cycle;
mod cyclical_triangles;
mod decay_in_adam;
mod decay_moons;
mod decay_per_coordinate;
mod descent_dimensions;
mod descent_parabola;
mod descent_ravine;
mod descent_saddle;
mod descent_well;
mod difficulty;
mod drifting_minimum;
mod exponential_forms;
mod exponential_half_life;
mod exponential_reach;
mod exponential_robbins_monro;
mod field;
mod figure;
mod finder_curve;
mod five_points;
mod focal_curve;
mod focal_probability;
mod gaussian_nll_fit;
mod hinge_outlier;
mod hinge_training;
mod imbalance_boundary;
mod imbalance_trade;
mod info_nce_bound;
mod info_nce_temperature;
mod lab_fashion_curves;
mod lab_fashion_rates;
mod lab_fashion_seeds;
mod lab_housing;
mod lab_housing_slice;
mod lab_housing_training;
mod lab_reviews;
mod lab_reviews_curves;
mod lab_reviews_peaks;
mod landscape;
mod large_batches;
mod lasso_zeros;
mod line_search;
mod lion_rates;
mod logistic_loss;
mod loss_designer;
mod loss_shapes;
mod margin_losses;
mod margin_picture;
mod margin_sensitivity;
mod marks;
mod metrics;
mod momentum_conventions;
mod momentum_escape;
mod momentum_memory;
mod momentum_paths;
mod momentum_spectrum;
mod mse_surface;
mod muon_spectrum;
mod nesterov_race;
mod nesterov_spectrum;
mod nesterov_step;
mod nesterov_worst;
mod newer_moons;
mod newsvendor;
mod newton_saddle;
mod optimizer_classes;
mod outlier_convergence;
mod outlier_line;
mod pair_pull;
mod palette;
mod penalty_ball;
mod penalty_path;
mod plateau_alarms;
mod plateau_training;
mod plot;
mod race;
mod race_map;
mod race_moons;
mod race_rates;
mod rare_features;
mod rate_five;
mod rate_large_then_small;
mod rate_sharpness;
mod rmsprop_memory;
mod rmsprop_settle;
mod scale;
mod schedule_free_stops;
mod schedule_plot;
mod second_order_batches;
mod second_order_logistic;
mod second_order_paths;
mod selection;
mod simplify;
mod smoothed_loss;
mod softmax_temperature;
mod step_decay_curve;
mod step_decay_cut;
mod step_decay_noise;
mod step_decay_when;
mod svg;
mod triplet_mining;
mod triplet_zones;
mod two_modes;
mod two_terms;
mod walks;
mod warmup_adam;
mod warmup_curve;
mod warmup_training;

mod broken_training;
mod by_hand_network;
mod diagnosing_curves;
mod diagnosing_depth;
mod gradient_check_kink;
mod gradient_check_step;
mod gradient_mistakes_train;
mod loop_clip_cliff;
mod loop_converged;
mod loop_early_stopping;
mod loop_iris;
mod loop_iris_seeds;

mod lab_hypothyroid_calibration;
mod lab_hypothyroid_focus;
mod lab_hypothyroid_thresholds;

mod choosing_batches;
mod choosing_contours;
mod choosing_decay;

pub use canvas::{Canvas, Panel, Sample, Width};
pub use figure::{Drawing, Entry, Figure, LiveRun};
pub use marks::Shape;
pub use palette::{Ink, STANDALONE_STYLE};
pub use plot::{Axis, Handle, Plot};
pub use scale::Scale;
pub use selection::{Everything, Selection};

use selection::{is_selected, selected};

/// Every figure, in the order of the chapters.
pub fn all() -> Vec<Entry> {
    select::<Everything>()
}

/// The figures of a selection, in the order of the chapters.
pub fn select<S: Selection>() -> Vec<Entry> {
    selected![
        S;
        Entry::of::<mse_surface::MseSurface>(),
        Entry::of::<bce_surface::BceSurface>(),
        Entry::of::<bias_variance::BiasVariance>(),
        Entry::of::<five_points::FivePoints>(),
        Entry::of::<loss_shapes::LossShapes>(),
        Entry::of::<best_constant::BestConstant>(),
        Entry::of::<outlier_line::OutlierLine>(),
        Entry::of::<outlier_convergence::OutlierConvergence>(),
        Entry::of::<softmax_temperature::SoftmaxTemperature>(),
        Entry::of::<logistic_loss::LogisticLoss>(),
        Entry::of::<smoothed_loss::SmoothedLoss>(),
        Entry::of::<two_modes::TwoModes>(),
        Entry::of::<margin_losses::MarginLosses>(),
        Entry::of::<margin_picture::MarginPicture>(),
        Entry::of::<hinge_training::HingeTraining>(),
        Entry::of::<hinge_outlier::HingeOutlier>(),
        Entry::of::<focal_curve::FocalCurve>(),
        Entry::of::<focal_probability::FocalProbability>(),
        Entry::of::<imbalance_boundary::ImbalanceBoundary>(),
        Entry::of::<imbalance_trade::ImbalanceTrade>(),
        Entry::of::<pair_pull::PairPull>(),
        Entry::of::<contrastive_embedding::ContrastiveEmbedding>(),
        Entry::of::<triplet_zones::TripletZones>(),
        Entry::of::<triplet_mining::TripletMining>(),
        Entry::of::<margin_sensitivity::MarginSensitivity>(),
        Entry::of::<info_nce_temperature::InfoNceTemperature>(),
        Entry::of::<info_nce_bound::InfoNceBound>(),
        Entry::of::<penalty_path::PenaltyPath>(),
        Entry::of::<penalty_ball::PenaltyBall>(),
        Entry::of::<lasso_zeros::LassoZeros>(),
        Entry::of::<decay_moons::DecayMoons>(),
        Entry::of::<decay_in_adam::DecayInAdam>(),
        Entry::of::<newsvendor::Newsvendor>(),
        Entry::of::<two_terms::TwoTerms>(),
        Entry::of::<loss_designer::LossDesigner>(),
        Entry::of::<difficulty::Difficulty>(),
        Entry::of::<gaussian_nll_fit::GaussianNllFit>(),
        Entry::of::<descent_parabola::DescentParabola>(),
        Entry::of::<descent_ravine::DescentRavine>(),
        Entry::of::<descent_well::DescentWell>(),
        Entry::of::<descent_saddle::DescentSaddle>(),
        Entry::of::<descent_dimensions::DescentDimensions>(),
        Entry::of::<batch_noise::BatchNoise>(),
        Entry::of::<batch_paths::BatchPaths>(),
        Entry::of::<batch_race::BatchRace>(),
        Entry::of::<batch_ball::BatchBall>(),
        Entry::of::<momentum_memory::MomentumMemory>(),
        Entry::of::<momentum_paths::MomentumPaths>(),
        Entry::of::<momentum_spectrum::MomentumSpectrum>(),
        Entry::of::<momentum_conventions::MomentumConventions>(),
        Entry::of::<momentum_escape::MomentumEscape>(),
        Entry::of::<nesterov_step::NesterovStep>(),
        Entry::of::<nesterov_race::NesterovRace>(),
        Entry::of::<nesterov_spectrum::NesterovSpectrum>(),
        Entry::of::<nesterov_worst::NesterovWorst>(),
        Entry::of::<adagrad_walk::AdaGradWalk>(),
        Entry::of::<rare_features::RareFeatures>(),
        Entry::of::<adagrad_rates::AdaGradRates>(),
        Entry::of::<adagrad_memory::AdaGradMemory>(),
        Entry::of::<rmsprop_memory::RmsPropMemory>(),
        Entry::of::<rmsprop_settle::RmsPropSettle>(),
        Entry::of::<drifting_minimum::DriftingMinimum>(),
        Entry::of::<bias_correction::BiasCorrection>(),
        Entry::of::<amsgrad_cycle::AmsgradCycle>(),
        Entry::of::<decay_per_coordinate::DecayPerCoordinate>(),
        Entry::of::<optimizer_classes::OptimizerClasses>(),
        Entry::of::<line_search::LineSearch>(),
        Entry::of::<second_order_paths::SecondOrderPaths>(),
        Entry::of::<newton_saddle::NewtonSaddle>(),
        Entry::of::<second_order_logistic::SecondOrderLogistic>(),
        Entry::of::<second_order_batches::SecondOrderBatches>(),
        Entry::of::<race::Race>(),
        Entry::of::<race_map::RaceMap>(),
        Entry::of::<race_rates::RaceRates>(),
        Entry::of::<race_moons::RaceMoons>(),
        Entry::of::<step_decay_curve::StepDecayCurve>(),
        Entry::of::<step_decay_noise::StepDecayNoise>(),
        Entry::of::<step_decay_cut::StepDecayCut>(),
        Entry::of::<step_decay_when::StepDecayWhen>(),
        Entry::of::<newer_moons::NewerMoons>(),
        Entry::of::<large_batches::LargeBatches>(),
        Entry::of::<lion_rates::LionRates>(),
        Entry::of::<schedule_free_stops::ScheduleFreeStops>(),
        Entry::of::<muon_spectrum::MuonSpectrum>(),
        Entry::of::<rate_five::RateFive>(),
        Entry::of::<rate_sharpness::RateSharpness>(),
        Entry::of::<rate_large_then_small::RateLargeThenSmall>(),
        Entry::of::<finder_curve::FinderCurve>(),
        Entry::of::<plateau_training::PlateauTraining>(),
        Entry::of::<plateau_alarms::PlateauAlarms>(),
        Entry::of::<exponential_forms::ExponentialForms>(),
        Entry::of::<exponential_reach::ExponentialReach>(),
        Entry::of::<exponential_half_life::ExponentialHalfLife>(),
        Entry::of::<exponential_robbins_monro::ExponentialRobbinsMonro>(),
        Entry::of::<cosine_curve::CosineCurve>(),
        Entry::of::<cosine_horizon::CosineHorizon>(),
        Entry::of::<cosine_restarts::CosineRestarts>(),
        Entry::of::<warmup_adam::WarmupAdam>(),
        Entry::of::<warmup_curve::WarmupCurve>(),
        Entry::of::<warmup_training::WarmupTraining>(),
        Entry::of::<cyclical_triangles::CyclicalTriangles>(),
        Entry::of::<cyclical_balls::CyclicalBalls>(),
        Entry::of::<cyclical_one_cycle::CyclicalOneCycle>(),
        Entry::of::<cyclical_budget::CyclicalBudget>(),
        Entry::of::<compare_six::CompareSix>(),
        Entry::of::<compare_three::CompareThree>(),
        Entry::of::<compare_composer::CompareComposer>(),
        Entry::of::<compare_tuned::CompareTuned>(),
        Entry::of::<compare_full_batch::CompareFullBatch>(),
        Entry::of::<loop_iris::LoopIris>(),
        Entry::of::<loop_iris_seeds::LoopIrisSeeds>(),
        Entry::of::<loop_clip_cliff::LoopClipCliff>(),
        Entry::of::<loop_early_stopping::LoopEarlyStopping>(),
        Entry::of::<loop_converged::LoopConverged>(),
        Entry::of::<broken_training::BrokenTraining>(),
        Entry::of::<diagnosing_depth::DiagnosingDepth>(),
        Entry::of::<diagnosing_curves::DiagnosingCurves>(),
        Entry::of::<by_hand_network::ByHandNetwork>(),
        Entry::of::<gradient_check_step::GradientCheckStep>(),
        Entry::of::<gradient_check_kink::GradientCheckKink>(),
        Entry::of::<gradient_mistakes_train::GradientMistakesTrain>(),
        Entry::of::<choosing_batches::ChoosingBatches>(),
        Entry::of::<choosing_decay::ChoosingDecay>(),
        Entry::of::<choosing_contours::ChoosingContours>(),
        Entry::of::<lab_fashion_curves::LabFashionCurves>(),
        Entry::of::<lab_fashion_rates::LabFashionRates>(),
        Entry::of::<lab_fashion_seeds::LabFashionSeeds>(),
        Entry::of::<lab_housing::LabHousing>(),
        Entry::of::<lab_housing_slice::LabHousingSlice>(),
        Entry::of::<lab_housing_training::LabHousingTraining>(),
        Entry::of::<lab_reviews::LabReviews>(),
        Entry::of::<lab_reviews_curves::LabReviewsCurves>(),
        Entry::of::<lab_reviews_peaks::LabReviewsPeaks>(),
        Entry::of::<lab_hypothyroid_calibration::LabHypothyroidCalibration>(),
        Entry::of::<lab_hypothyroid_focus::LabHypothyroidFocus>(),
        Entry::of::<lab_hypothyroid_thresholds::LabHypothyroidThresholds>(),
    ]
}

/// The figure of that name.
pub fn find(name: &str) -> Option<Entry> {
    all().into_iter().find(|entry| entry.name == name)
}

#[cfg(test)]
mod tests {
    /// On a phone panels stand below each other: no text may count on a side.
    #[test]
    fn texts_name_panels_by_their_order() {
        let sides =
            ["Left: ", "Right: ", "Left, ", "Right, ", "on the right is", "(left)"];
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path.ends_with("lib.rs") {
                continue;
            }
            let source = std::fs::read_to_string(&path).unwrap();
            for line in source.lines().filter(|line| !line.contains("HPos::")) {
                let said = line.trim_start();
                let side = sides.iter().find(|side| said.contains(**side));
                assert!(side.is_none(), "{}: {line}", path.display());
            }
        }
    }
}
