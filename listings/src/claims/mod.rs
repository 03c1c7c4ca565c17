//! What lectures say, and what the evidence makes of it.
//!
//! A claim's verdict is declared; its evidence is computed from outcomes. A test fails
//! when the evidence stops supporting the verdict. One file a topic; a new topic is one
//! line in [`all`].

mod adagrad;
mod adam;
mod batches;
mod claim;
mod comparing_schedules;
mod contrastive_loss;
mod cosine;
mod cross_entropy;
mod cyclical;
mod designing_a_loss;
mod exponential_decay;
mod focal_loss;
mod gradient_descent;
mod hinge_loss;
mod learning_rate;
mod least_and_most;
mod momentum;
mod nesterov;
mod newer;
mod plateau;
mod race;
mod regression_losses;
mod regularization;
mod rmsprop;
mod second_order;
mod step_decay;
mod triplet_loss;
mod warmup;
mod what_a_loss_is_for;

mod choosing;
mod diagnosing;
mod gradients_by_hand;
mod training_loop;

pub use claim::{Claim, Evidence, Verdict};

/// Every claim, in the order of the chapters.
pub fn all() -> Vec<Claim> {
    [
        what_a_loss_is_for::CLAIMS,
        regression_losses::CLAIMS,
        cross_entropy::CLAIMS,
        hinge_loss::CLAIMS,
        focal_loss::CLAIMS,
        contrastive_loss::CLAIMS,
        triplet_loss::CLAIMS,
        regularization::CLAIMS,
        designing_a_loss::CLAIMS,
        gradient_descent::CLAIMS,
        batches::CLAIMS,
        momentum::CLAIMS,
        nesterov::CLAIMS,
        adagrad::CLAIMS,
        rmsprop::CLAIMS,
        adam::CLAIMS,
        second_order::CLAIMS,
        race::CLAIMS,
        newer::CLAIMS,
        learning_rate::CLAIMS,
        plateau::CLAIMS,
        step_decay::CLAIMS,
        exponential_decay::CLAIMS,
        cosine::CLAIMS,
        warmup::CLAIMS,
        cyclical::CLAIMS,
        comparing_schedules::CLAIMS,
        gradients_by_hand::CLAIMS,
        training_loop::CLAIMS,
        diagnosing::CLAIMS,
        choosing::CLAIMS,
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_evidence_supports_every_verdict() {
        for claim in all() {
            let evidence = (claim.evidence)();
            assert!(
                evidence.supports,
                "{}: {} no longer holds: {}",
                claim.id, claim.verdict, evidence.text
            );
        }
    }

    #[test]
    fn every_claim_is_complete_and_has_its_own_id() {
        let mut ids: Vec<_> = all().iter().map(|claim| claim.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all().len());
        for claim in all() {
            let texts = [claim.statement, claim.source, claim.correct];
            assert!(
                texts.iter().all(|text| !text.is_empty() && !text.ends_with(' ')),
                "{}",
                claim.id
            );
        }
    }
}
