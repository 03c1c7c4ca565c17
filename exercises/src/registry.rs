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
    regression_losses {
        five_points_by_hand {
            mean_squared_error, mean_absolute_error, huber_delta_1, huber_delta_5
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
    "regression-losses"

    "contrastive-loss"
    "triplet-loss"
}
