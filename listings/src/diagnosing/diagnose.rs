//! From a history to suspects.
//!
//! Rules in the order in which to look: numbers that are no numbers, the loop, the
//! start, the units, the layers, and only then the curve. The thresholds were set by
//! looking at seeds 1 to 10; the chapter judges them by others.

use super::{End, Fault, History};

// ANCHOR: diagnose
/// Names suspects, the likeliest first; none for a run that looks healthy.
pub fn diagnose(history: &History) -> Vec<Fault> {
    use Fault::*;
    let (first, indifferent) = (history.first, history.indifferent());
    let grew = history.training.iter().any(|&loss| loss > 3.0 * first);
    // The numbers.
    match history.end {
        Some(End::NotANumber) if !grew => return vec![NaiveSoftmax, LogOfZero],
        Some(End::Infinite) if !grew => return vec![LogOfZero, NaiveSoftmax],
        _ => {}
    }
    // The loop, in which some faults can be seen for certain.
    let certain = [
        (history.one_class > 0.95, ForgottenShuffle),
        (history.second_look > 0.0, DropoutInEvaluation),
        (history.rate_left < 0.01, ScheduleTooOften),
        (history.spread > 20.0, UnequalUnits),
    ];
    if let Some((_, fault)) = certain.into_iter().find(|(is_seen, _)| *is_seen) {
        return vec![fault];
    }
    // The start: ln K, or b ln K, or something else; and one tiny step.
    let b = history.batch as f64;
    if (0.5 * b..2.0 * b).contains(&(first / indifferent)) {
        return vec![SummedLoss, ExplodingGradients];
    }
    if first > 4.0 * indifferent {
        return vec![ExplodingGradients];
    }
    if history.trial > 0.0 {
        return vec![WrongSign];
    }
    let Some(last) = history.evaluated.last() else {
        return vec![RateTooLarge, SummedGradient, PiledGradients];
    };
    // The units and the layers, unless a jump of the loss explains them.
    let jumped = grew || history.training[0] > 1.5 * first;
    if history.silent[0] > 0.7 && !jumped {
        // Units that are off give the last layer nothing to learn from either.
        return match history.gradient_ratio() {
            None => vec![DeadUnits],
            Some(_) => vec![SaturatedUnits],
        };
    }
    if history.gradient_ratio().is_some_and(|ratio| ratio < 1e-3) && !jumped {
        return vec![VanishingGradients];
    }
    // The curve.
    if jumped && history.training[0] > 1.5 * first {
        return vec![RateTooLarge, SummedGradient, PiledGradients];
    }
    let lowest = history.evaluated.iter().copied().fold(f64::INFINITY, f64::min);
    if jumped || history.end.is_some() || *last > lowest + 0.25 {
        // The first epoch went well: the steps have grown since.
        return vec![PiledGradients, RateTooLarge, SummedGradient];
    }
    if *last > 0.8 * indifferent {
        let falls = history.evaluated.is_sorted_by(|before, after| before > after);
        return if falls {
            vec![RateTooSmall]
        } else {
            vec![ShiftedLabels, RateTooLarge]
        };
    }
    if history.steady_offset().abs() > 0.02 {
        return vec![DecayedBiases];
    }
    let gap = history.validation[history.validation.len() - 1] - last;
    if gap == 0.0 {
        return vec![LeakedEvaluation];
    }
    if gap > 0.25 { vec![Overfitting] } else { Vec::new() }
}
// ANCHOR_END: diagnose

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::LN_2;

    fn calm() -> History {
        History {
            classes: 2,
            batch: 16,
            first: LN_2,
            training: vec![0.6, 0.4, 0.3],
            evaluated: vec![0.5, 0.35, 0.25],
            validation: vec![0.55, 0.4, 0.3],
            gradients: vec![vec![0.1, 0.1]],
            silent: vec![0.1, 0.1, 0.1],
            offset: vec![0.01, -0.01, 0.01],
            one_class: 0.6,
            rate_left: 1.0,
            spread: 1.0,
            trial: -1e-4,
            ..History::default()
        }
    }

    #[test]
    fn a_healthy_history_has_no_suspect() {
        assert_eq!(diagnose(&calm()), []);
    }

    #[test]
    fn one_sign_names_one_suspect_first() {
        let silent = || History { silent: vec![1.0; 3], ..calm() };
        let cases = [
            (History { one_class: 1.0, ..calm() }, Fault::ForgottenShuffle),
            (History { second_look: 0.1, ..calm() }, Fault::DropoutInEvaluation),
            (History { rate_left: 1e-5, ..calm() }, Fault::ScheduleTooOften),
            (History { spread: 100.0, ..calm() }, Fault::UnequalUnits),
            (History { first: 16.0 * LN_2, ..calm() }, Fault::SummedLoss),
            (History { first: 500.0, ..calm() }, Fault::ExplodingGradients),
            (History { trial: 1e-4, ..calm() }, Fault::WrongSign),
            (silent(), Fault::SaturatedUnits),
            (History { gradients: vec![vec![0.0, 0.0]], ..silent() }, Fault::DeadUnits),
            (
                History { gradients: vec![vec![1e-7, 0.1]], ..calm() },
                Fault::VanishingGradients,
            ),
            (History { training: vec![9.0, 2.0, 3.0], ..silent() }, Fault::RateTooLarge),
            (History { evaluated: vec![0.3, 0.8, 1.5], ..calm() }, Fault::PiledGradients),
            (
                History { evaluated: vec![0.67, 0.68, 0.66], ..calm() },
                Fault::ShiftedLabels,
            ),
            (
                History { evaluated: vec![0.68, 0.67, 0.66], ..calm() },
                Fault::RateTooSmall,
            ),
            (History { offset: vec![0.1; 3], ..calm() }, Fault::DecayedBiases),
            (
                History { validation: vec![0.5, 0.35, 0.25], ..calm() },
                Fault::LeakedEvaluation,
            ),
            (History { validation: vec![0.5, 0.6, 0.9], ..calm() }, Fault::Overfitting),
        ];
        for (history, suspect) in cases {
            assert_eq!(diagnose(&history).first(), Some(&suspect), "{history:?}");
        }
    }

    #[test]
    fn a_run_without_an_epoch_is_judged_by_how_it_ended() {
        let first = |end: End| {
            let history =
                History { end: Some(end), training: vec![], evaluated: vec![], ..calm() };
            diagnose(&history)[0]
        };
        assert_eq!(first(End::NotANumber), Fault::NaiveSoftmax);
        assert_eq!(first(End::Infinite), Fault::LogOfZero);
        assert_eq!(first(End::Large), Fault::RateTooLarge);
    }
}
