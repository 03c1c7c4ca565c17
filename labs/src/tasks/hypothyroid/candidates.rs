//! What is compared.

use crate::run::Scale;
use listings::labs::hypothyroid::{Criterion, Model, Predictor};

/// The losses that are compared on the network.
pub(super) fn criteria() -> Vec<Criterion> {
    let focal = |gamma, alpha| Criterion::Focal { gamma, alpha };
    let mut criteria = vec![
        Criterion::CrossEntropy,
        Criterion::Weighted { power: 0.5 },
        Criterion::Weighted { power: 1.0 },
    ];
    criteria.extend([0.5, 1.0, 2.0, 3.0, 5.0].map(|gamma| focal(gamma, None)));
    criteria.extend([0.25, 0.95].map(|alpha| focal(2.0, Some(alpha))));
    criteria.push(Criterion::WithSoftF1);
    criteria
}

/// The share, and every model under its losses, at the same rates.
pub(super) fn predictors(scale: Scale) -> Vec<Predictor> {
    let network = Model::Network { hidden: 24 };
    let plain = Criterion::CrossEntropy;
    let weighted = Criterion::Weighted { power: 1.0 };
    let (kinds, rates, epochs): (Vec<_>, &[f64], usize) = match scale {
        Scale::Quick => {
            let focal = Criterion::Focal { gamma: 2.0, alpha: None };
            let kinds = [plain, weighted, focal].map(|loss| (network, loss));
            ([&[(Model::Linear, plain)], &kinds[..]].concat(), &[0.01], 15)
        }
        Scale::Full => {
            let mut kinds = vec![
                (Model::Thyrotropin, plain),
                (Model::Linear, plain),
                (Model::Linear, weighted),
            ];
            kinds.extend(criteria().into_iter().map(|loss| (network, loss)));
            (kinds, &[0.001, 0.003, 0.01, 0.03, 0.1, 0.3], 100)
        }
    };
    let trained = |(model, criterion)| Predictor::Trained {
        model,
        criterion,
        rates: rates.to_vec(),
        epochs,
        patience: 10,
        batch: 128,
    };
    let mut predictors = vec![Predictor::Share];
    predictors.extend(kinds.into_iter().map(trained));
    predictors
}
