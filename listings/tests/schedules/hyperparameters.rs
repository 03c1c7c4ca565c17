//! Bad input, in one table: what is given, and what the error says.

use listings::ParameterError;
use listings::schedules::*;

type Attempt = (&'static str, fn() -> Result<(), ParameterError>);

const NAN: f64 = f64::NAN;

#[rustfmt::skip]
const ATTEMPTS: [Attempt; 33] = [
    ("rate = -0.1 is outside [0, ∞)", || Constant::new(-0.1).map(drop)),
    ("rate = NaN is outside [0, ∞)", || Constant::new(NAN).map(drop)),
    ("rate = inf is outside [0, ∞)", || Constant::new(f64::INFINITY).map(drop)),
    ("initial = -1 is outside [0, ∞)", || Linear::new(-1.0, 0.0, 5).map(drop)),
    ("last = NaN is outside [0, ∞)", || Linear::new(1.0, NAN, 5).map(drop)),
    ("last = -1 is outside [0, ∞)", || PolynomialDecay::new(1.0, -1.0, 5, 1.0).map(drop)),
    ("power = 0 is outside (0, ∞)", || PolynomialDecay::new(1.0, 0.0, 5, 0.0).map(drop)),
    ("initial = NaN is outside [0, ∞)", || StepDecay::new(NAN, 0.5, 5).map(drop)),
    ("factor = 0 is outside (0, 1]", || StepDecay::new(0.1, 0.0, 5).map(drop)),
    ("factor = 1.5 is outside (0, 1]", || StepDecay::new(0.1, 1.5, 5).map(drop)),
    ("period = 0 is outside [1, ∞)", || StepDecay::new(0.1, 0.5, 0).map(drop)),
    ("milestone = 20 is outside (the one before it, ∞)", || MultiStepDecay::new(0.1, 0.5, vec![10, 30, 20]).map(drop)),
    ("milestone = 10 is outside (the one before it, ∞)", || MultiStepDecay::new(0.1, 0.5, vec![10, 10]).map(drop)),
    ("factor = -0.5 is outside (0, 1]", || ExponentialDecay::per_step(0.1, -0.5).map(drop)),
    ("factor = NaN is outside (0, 1]", || ExponentialDecay::per_step(0.1, NAN).map(drop)),
    ("steps = 0 is outside [1, ∞)", || ExponentialDecay::every(0.1, 0.5, 0).map(drop)),
    ("constant = -0.1 is outside [0, 700]", || ExponentialDecay::with_constant(0.1, -0.1).map(drop)),
    ("constant = NaN is outside [0, ∞)", || InverseTimeDecay::new(0.1, NAN).map(drop)),
    ("warmup = 0 is outside [1, ∞)", || InverseSquareRoot::new(0.1, 0).map(drop)),
    ("width = 0 is outside [1, ∞)", || InverseSquareRoot::noam(0, 10).map(drop)),
    ("least = 0.2 is outside [0, the initial rate]", || Cosine::new(0.1, 0.2, 10).map(drop)),
    ("least = -0.2 is outside [0, ∞)", || Cosine::new(0.1, -0.2, 10).map(drop)),
    ("first = 0 is outside [1, ∞)", || CosineRestarts::new(0.1, 0.0, 0, 1).map(drop)),
    ("growth = 0 is outside [1, ∞)", || CosineRestarts::new(0.1, 0.0, 10, 0).map(drop)),
    ("from = 1.5 is outside [0, 1]", || Warmup::new(5, 1.5, Constant::new(0.1)?).map(drop)),
    ("factor = 2 is outside (0, 1]", || Cyclic::new(0.0, 0.1, 5, 5)?.shrinking(2.0).map(drop)),
    ("most = 0.05 is outside [least, ∞)", || Cyclic::new(0.1, 0.05, 5, 5).map(drop)),
    ("most = 0.05 is outside [least, ∞)", || Clipped::new(0.1, 0.05, Constant::new(0.1)?).map(drop)),
    ("down = 0 is outside [1, ∞)", || Cyclic::new(0.0, 0.1, 5, 0).map(drop)),
    ("share = 1 is outside (0, 1)", || OneCycle::new(0.1, 10)?.rising_for(1.0).map(drop)),
    ("below = 0 is outside (0, ∞)", || OneCycle::new(0.1, 10)?.divided_by(0.0, 1.0).map(drop)),
    ("factor = 1 is outside (0, 1)", || ReduceOnPlateau::new(0.1, 1.0).map(drop)),
    ("threshold = -1 is outside [0, 1]", || ReduceOnPlateau::new(0.1, 0.5)?.with_threshold(Threshold::Relative(-1.0)).map(drop)),
];

#[test]
fn what_is_wrong_is_named_with_its_value_and_what_is_right() {
    for (expected, attempt) in ATTEMPTS {
        let error = attempt().expect_err(expected);
        assert_eq!(error.to_string(), expected);
    }
}
