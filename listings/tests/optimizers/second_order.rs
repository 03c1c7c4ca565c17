//! Newton's method, BFGS, L-BFGS and their line search: laws, and bad input.

use listings::data::{gaussian, seeded};
use listings::linear_algebra::SingularMatrix;
use listings::optimizers::{
    Bfgs, CurvatureMemory, Evaluation, Lbfgs, LineSearchError, Newton, NewtonError,
    StrongWolfe,
};
use listings::surfaces::{
    Himmelblau, Objective, Quadratic, Rosenbrock, Saddle, Surface, all,
};
use ndarray::{Array1, Array2, array};

/// An objective of one parameter, by its value and its slope.
struct OfOne(fn(f64) -> f64, fn(f64) -> f64);

impl Objective for OfOne {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        self.0(theta[0])
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        array![self.1(theta[0])]
    }
}

/// ½(θ − c)ᵀA(θ − c).
struct Form {
    matrix: Array2<f64>,
    center: Array1<f64>,
}

impl Form {
    /// Eigenvalues from about one to about a hundred.
    fn random(d: usize, seed: u64) -> Self {
        let root = gaussian(d, d, 1.0, &mut seeded(seed));
        let matrix = root.dot(&root.t()) + Array2::<f64>::eye(d);
        Self { matrix, center: Array1::from_iter((0..d).map(|i| (i as f64).sin())) }
    }
}

impl Objective for Form {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        let offset = theta - &self.center;
        0.5 * offset.dot(&self.matrix.dot(&offset))
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        self.matrix.dot(&(theta - &self.center))
    }
}

/// L in other coordinates: M(η) = L(Tη).
struct Transformed<'a> {
    objective: &'a dyn Objective,
    matrix: Array2<f64>,
}

impl Objective for Transformed<'_> {
    fn value(&self, eta: &Array1<f64>) -> f64 {
        self.objective.value(&self.matrix.dot(eta))
    }

    fn gradient(&self, eta: &Array1<f64>) -> Array1<f64> {
        self.matrix.t().dot(&self.objective.gradient(&self.matrix.dot(eta)))
    }
}

fn length(x: &Array1<f64>) -> f64 {
    x.dot(x).sqrt()
}

fn at(objective: &dyn Objective, theta: Array1<f64>) -> Evaluation {
    Evaluation::at(objective, theta)
}

#[test]
fn every_accepted_step_satisfies_both_conditions() {
    let (c1, c2) = (1e-4, 0.9);
    for surface in all() {
        let objective: &dyn Objective = surface.as_ref();
        let mut here = at(objective, surface.start());
        let mut lbfgs = Lbfgs::new(5).unwrap();
        for step in 0..40 {
            let before = here.clone();
            let taken = lbfgs.advance(objective, &mut here).unwrap();
            if taken.rate == 0.0 {
                break;
            }
            // αφ′(0) and αφ′(α).
            let moved = &here.theta - &before.theta;
            let (first, last) = (before.gradient.dot(&moved), here.gradient.dot(&moved));
            let name = surface.name();
            // A rounding of the values.
            let rounding = 1e-15 * before.value.abs();
            let decrease = here.value - before.value;
            assert!(decrease <= c1 * first + rounding, "{name}, {step}: {decrease}");
            assert!(last.abs() <= c2 * first.abs() * (1.0 + 1e-9), "{name}, {step}");
        }
        // It ends where gᵀp > −10⁻⁹.
        assert!(here.steepest() < 1e-3, "{}: {}", surface.name(), here.gradient);
    }
}

#[test]
fn a_strict_search_finds_the_minimum_on_the_line() {
    // With c₂ near zero the slope at α is nearly none: on a quadratic the exact α.
    let form = Form::random(5, 1);
    let here = at(&form, Array1::ones(5));
    let direction = -&here.gradient;
    let exact = here.gradient.dot(&here.gradient)
        / here.gradient.dot(&form.matrix.dot(&here.gradient));
    let search = StrongWolfe::new(1e-10, 1e-8).unwrap();
    let found = search.search(&form, &here, &direction, 1.0).unwrap();
    // The slope is proportional to α − α*.
    assert!((found.rate / exact - 1.0).abs() <= 1e-8, "{} {exact}", found.rate);
    assert_eq!(found.trials.last().unwrap().rate, found.rate);
    assert_eq!(found.there, at(&form, &here.theta + &(&direction * found.rate)));
}

#[test]
fn the_decrease_that_is_asked_for_grows_with_the_step() {
    // φ(α) = (1 − 2α)² from θ = 1: with c₁ = 0.4 it must be below 1 − 1.6α, which it is
    // up to α = 0.6.
    let parabola = OfOne(|x| x * x, |x| 2.0 * x);
    let here = at(&parabola, array![1.0]);
    let search = StrongWolfe::new(0.4, 0.9).unwrap();
    let first = |rate: f64| search.search(&parabola, &here, &array![-2.0], rate).unwrap();
    assert_eq!((first(0.55).rate, first(0.55).trials.len()), (0.55, 1));
    let found = first(0.65);
    assert!(found.rate < 0.6 && found.trials.len() > 1, "{found:?}");
}

#[test]
fn newton_ends_in_one_step_on_a_quadratic() {
    for d in [1, 2, 5, 20] {
        let form = Form::random(d, d as u64);
        for newton in [Newton::pure(), Newton::damped()] {
            let mut here = at(&form, Array1::ones(d) * 3.0);
            let step = newton.advance(&form, &form.matrix, &mut here).unwrap();
            assert_eq!((step.rate, step.shift, step.factorizations), (1.0, 0.0, 1));
            // Rounding times a condition of about a hundred.
            let error = length(&(&here.theta - &form.center));
            assert!(error < 1e-12, "{d}: {error:e}");
        }
    }
}

#[test]
fn with_exact_searches_quasi_newton_methods_end_in_d_steps_on_a_quadratic() {
    enum Method {
        Limited(CurvatureMemory),
        Full(Bfgs),
    }
    for d in [2, 5, 12] {
        let form = Form::random(d, 3 * d as u64);
        let methods = [
            Method::Limited(CurvatureMemory::new(d).unwrap()),
            Method::Limited(CurvatureMemory::new(1).unwrap()),
            Method::Full(Bfgs::default()),
        ];
        for mut method in methods {
            let start = Array1::from_elem(d, 2.0);
            let mut theta = start.clone();
            for _ in 0..d {
                let gradient = form.gradient(&theta);
                let p = -match &method {
                    Method::Limited(memory) => memory.inverse_times(&gradient),
                    Method::Full(bfgs) => bfgs.inverse_times(&gradient),
                };
                let rate = -gradient.dot(&p) / p.dot(&form.matrix.dot(&p));
                let s = p * rate;
                theta += &s;
                let y = form.gradient(&theta) - gradient;
                match &mut method {
                    Method::Limited(memory) => memory.remember(s, y),
                    Method::Full(bfgs) => bfgs.remember(&s, &y),
                };
            }
            // From several units to rounding, amplified by the condition of each step.
            let share =
                length(&(&theta - &form.center)) / length(&(&start - &form.center));
            assert!(share < 1e-7, "{d}: {share:e}");
        }
    }
}

#[test]
fn two_loops_and_a_matrix_are_one_inverse() {
    // BFGS starts from γ of its first pair, the two loops from that of the newest: with
    // one pair, and where all pairs have one γ, they agree.
    let form = Form { matrix: Array2::eye(4) * 2.5, center: Array1::zeros(4) };
    let mut random = seeded(5);
    let (mut memory, mut bfgs) = (CurvatureMemory::new(3).unwrap(), Bfgs::default());
    for _ in 0..3 {
        let s = gaussian(1, 4, 1.0, &mut random).row(0).to_owned();
        let y = form.matrix.dot(&s);
        bfgs.remember(&s, &y);
        memory.remember(s.clone(), y.clone());
        // The secant equation: By = s.
        for inverse in [memory.inverse_times(&y), bfgs.inverse_times(&y)] {
            assert!(length(&(inverse - &s)) < 1e-14);
        }
        let g = array![1.0, -2.0, 3.0, -4.0];
        let difference = memory.inverse_times(&g) - bfgs.inverse_times(&g);
        assert!(length(&difference) < 1e-14, "{difference}");
    }
    let other = Form::random(4, 9);
    let (mut memory, mut bfgs) = (CurvatureMemory::new(1).unwrap(), Bfgs::default());
    let s = array![1.0, 0.5, -1.0, 2.0];
    let y = other.matrix.dot(&s);
    bfgs.remember(&s, &y);
    memory.remember(s, y);
    let g = array![1.0, -2.0, 3.0, -4.0];
    assert!(length(&(memory.inverse_times(&g) - bfgs.inverse_times(&g))) < 1e-13);
}

#[test]
fn newton_is_the_same_walk_in_every_coordinates_and_gradient_descent_is_not() {
    let valley = Rosenbrock::default();
    let matrix = array![[3.0, 1.0], [0.5, 0.2]];
    let other = Transformed { objective: &valley, matrix: matrix.clone() };
    // T⁻¹ of a matrix with determinant 0.1.
    let inverse = array![[0.2, -1.0], [-0.5, 3.0]] / 0.1;
    let mut here = at(&valley, array![-1.2, 1.0]);
    let mut there = at(&other, inverse.dot(&here.theta));
    for step in 0..6 {
        let hessian = valley.hessian(&here.theta);
        let transformed = matrix.t().dot(&hessian).dot(&matrix);
        let newton = Newton::pure();
        let descended = &here.theta - &(&here.gradient * 1e-3);
        let eta = &there.theta - &(&there.gradient * 1e-3);
        newton.advance(&valley, &hessian, &mut here).unwrap();
        newton.advance(&other, &transformed, &mut there).unwrap();
        // Rounding of numbers up to a thousand, times the condition of TᵀHT, 10⁷.
        let error = length(&(matrix.dot(&there.theta) - &here.theta));
        assert!(error < 1e-8, "step {step}: {error:e}");
        if step == 0 {
            assert!(length(&(matrix.dot(&eta) - descended)) > 0.1);
        }
    }
    assert!(length(&(here.theta - 1.0)) < 1e-9);
}

#[test]
fn pure_newton_walks_to_the_saddle_and_damped_newton_to_a_minimum() {
    let mut pure = at(&Saddle, array![-1.5, 0.3]);
    let mut damped = pure.clone();
    for _ in 0..30 {
        let hessian = Saddle.hessian(&pure.theta);
        Newton::pure().advance(&Saddle, &hessian, &mut pure).unwrap();
        let hessian = Saddle.hessian(&damped.theta);
        Newton::damped().advance(&Saddle, &hessian, &mut damped).unwrap();
    }
    assert!(length(&pure.theta) < 1e-12, "{}", pure.theta);
    assert!(length(&(&damped.theta - &array![0.0, 1.0])) < 1e-12, "{}", damped.theta);
}

#[test]
fn a_shift_is_taken_only_where_it_is_needed_and_falls_downhill() {
    let mut here = at(&Himmelblau, array![0.0, 0.0]);
    let hessian = Himmelblau.hessian(&here.theta);
    let (before, slope) = (here.value, here.steepest());
    let step = Newton::damped().advance(&Himmelblau, &hessian, &mut here).unwrap();
    // At the origin the Hessian is diag(−42, −26): τ > 42.
    assert!(step.shift > 42.0 && step.factorizations == 1, "{step:?}");
    assert!(here.value < before && slope > 0.0);
    let mut near = at(&Himmelblau, array![2.9, 2.1]);
    let hessian = Himmelblau.hessian(&near.theta);
    let step = Newton::damped().advance(&Himmelblau, &hessian, &mut near).unwrap();
    assert_eq!(step.shift, 0.0);
    // The eigenvalues of this one are ±10, which its diagonal does not tell: the shift
    // doubles from 0.001 until it is above 10.
    let saddle = array![[0.0, 10.0], [10.0, 0.0]];
    let mut here = at(&Quadratic::bowl(), array![1.0, 1.0]);
    let step = Newton::damped().advance(&Quadratic::bowl(), &saddle, &mut here).unwrap();
    assert_eq!((step.shift, step.factorizations), (0.001 * 2.0_f64.powi(14), 15));
}

#[test]
fn near_a_minimum_digits_double_with_newton() {
    let valley = Rosenbrock::default();
    let mut here = at(&valley, array![1.05, 1.1]);
    let mut errors = Vec::new();
    for _ in 0..6 {
        let hessian = valley.hessian(&here.theta);
        Newton::pure().advance(&valley, &hessian, &mut here).unwrap();
        errors.push(length(&(&here.theta - 1.0)));
    }
    // ‖eₜ₊₁‖ ≤ C‖eₜ‖² until rounding.
    for pair in errors.windows(2) {
        assert!(pair[1] <= 10.0 * pair[0].powi(2) + 1e-14, "{errors:?}");
    }
    assert!(errors[0] > 1e-4 && errors[5] < 1e-13, "{errors:?}");
}

#[test]
fn a_point_without_slope_stays() {
    let bowl = Quadratic::bowl();
    let mut here = at(&bowl, array![0.0, 0.0]);
    let before = here.clone();
    let lbfgs = Lbfgs::new(3).unwrap().advance(&bowl, &mut here).unwrap();
    assert_eq!((lbfgs.rate, lbfgs.evaluations), (0.0, 0));
    assert_eq!(Bfgs::default().advance(&bowl, &mut here).unwrap().evaluations, 0);
    let hessian = bowl.hessian(&here.theta);
    let newton = Newton::damped().advance(&bowl, &hessian, &mut here).unwrap();
    assert_eq!((newton.rate, newton.factorizations), (0.0, 0));
    assert_eq!(here, before);
    let mut theta = array![0.0, 0.0];
    assert_eq!(Lbfgs::new(3).unwrap().step(&bowl, &mut theta).unwrap().evaluations, 1);
}

#[test]
fn bad_parameters_are_named() {
    let error = Lbfgs::new(0).unwrap_err().to_string();
    assert_eq!(error, "memory = 0 is outside [1, ∞)");
    let of = |c1, c2| StrongWolfe::new(c1, c2).unwrap_err().to_string();
    assert_eq!(of(0.9, 0.1), "c2 = 0.1 is outside (c1, 1)");
    assert_eq!(of(0.5, 0.5), "c2 = 0.5 is outside (c1, 1)");
    assert_eq!(of(0.0, 0.5), "c1 = 0 is outside (0, 1)");
    assert_eq!(of(f64::NAN, 0.5), "c1 = NaN is outside (0, 1)");
    assert_eq!(of(0.1, 1.0), "c2 = 1 is outside (0, 1)");
    let error = StrongWolfe::default().with_tolerance(-1.0).unwrap_err().to_string();
    assert_eq!(error, "tolerance = -1 is outside [0, ∞)");
    for bad in [0.0, -0.1, f64::NAN, f64::INFINITY] {
        let error = Lbfgs::new(1).unwrap().with_rate(bad).unwrap_err().to_string();
        assert_eq!(error, format!("rate = {bad} is outside (0, ∞)"));
    }
    let error = Lbfgs::new(1).unwrap().with_tolerances(f64::NAN, 0.0).unwrap_err();
    assert_eq!(error.to_string(), "gradient tolerance = NaN is outside [0, ∞)");
    let error = Bfgs::new(StrongWolfe::default(), -1.0).unwrap_err().to_string();
    assert_eq!(error, "gradient tolerance = -1 is outside [0, ∞)");
}

#[test]
fn a_direction_that_climbs_is_refused() {
    let bowl = Quadratic::bowl();
    let here = at(&bowl, array![1.0, 1.0]);
    let search = StrongWolfe::default();
    let error = search.search(&bowl, &here, &here.gradient, 1.0).unwrap_err();
    assert_eq!(error, LineSearchError::NoDescent { slope: 101.0 });
    assert_eq!(error.to_string(), "the direction has slope 101; it must be below zero");
}

#[test]
fn an_objective_that_is_no_number_is_named_and_nothing_moves() {
    let nowhere = OfOne(|_| f64::NAN, |_| 1.0);
    let mut theta = array![2.0];
    let error = Lbfgs::new(3).unwrap().step(&nowhere, &mut theta).unwrap_err();
    assert!(matches!(error, LineSearchError::NotFinite { slope: -1.0, .. }), "{error}");
    assert_eq!(theta, array![2.0]);
    // Nothing is a number, and so nothing says that there is a slope.
    let nothing = OfOne(|_| f64::NAN, |_| f64::NAN);
    let error = Lbfgs::new(3).unwrap().step(&nothing, &mut theta).unwrap_err();
    assert!(matches!(error, LineSearchError::NotFinite { .. }), "{error}");
    let mut here = at(&nothing, array![2.0]);
    assert!(Bfgs::default().advance(&nothing, &mut here).is_err());
    // A value without a slope: the slope is not flat but unknown.
    let slopeless = OfOne(|_| 1.0, |_| f64::NAN);
    let error = Lbfgs::new(3).unwrap().step(&slopeless, &mut theta).unwrap_err();
    assert!(matches!(error, LineSearchError::NotFinite { value: 1.0, .. }), "{error}");
    let mut here = at(&slopeless, array![2.0]);
    let error = Bfgs::default().advance(&slopeless, &mut here).unwrap_err();
    assert!(matches!(error, LineSearchError::NotFinite { value: 1.0, .. }), "{error}");
    assert_eq!((theta[0], here.theta[0]), (2.0, 2.0));
    // A value at the start, and none elsewhere.
    let only_here = OfOne(|x| if x == 2.0 { 1.0 } else { f64::NAN }, |_| 1.0);
    let error = Lbfgs::new(3).unwrap().step(&only_here, &mut theta).unwrap_err();
    assert!(matches!(error, LineSearchError::NoGoodTrial { .. }), "{error}");
    assert_eq!(theta, array![2.0]);
}

#[test]
fn a_search_backs_off_from_where_there_is_no_value() {
    // x − ln x, whose logarithm has none below zero: the first trial is there.
    let barrier = OfOne(|x| x - x.ln(), |x| 1.0 - 1.0 / x);
    let here = at(&barrier, array![3.0]);
    let found =
        StrongWolfe::default().search(&barrier, &here, &array![-1.0], 5.0).unwrap();
    assert_eq!(found.trials[0].value, f64::INFINITY);
    assert!(found.there.value < here.value && found.there.theta[0] > 0.0);
}

#[test]
fn what_falls_forever_is_said_to() {
    let slide = OfOne(|x| -x, |_| -1.0);
    let mut theta = array![0.0];
    let error = Lbfgs::new(3).unwrap().step(&slide, &mut theta).unwrap_err();
    assert!(matches!(error, LineSearchError::Unbounded { .. }), "{error}");
    assert_eq!(theta, array![0.0]);
    assert!(error.to_string().ends_with("it may have no minimum"), "{error}");
    let abyss = OfOne(|x| if x > 0.5 { f64::NEG_INFINITY } else { -x }, |_| -1.0);
    let error = Lbfgs::new(3).unwrap().step(&abyss, &mut theta).unwrap_err();
    assert!(matches!(error, LineSearchError::Unbounded { .. }), "{error}");
}

#[test]
fn what_has_fallen_forever_is_no_wall() {
    // At 1000 both value and slope are −∞: lower than all, and not a place to turn back.
    let abyss = OfOne(|x| -x.exp(), |x| -x.exp());
    let (here, search) = (at(&abyss, array![0.0]), StrongWolfe::default());
    let error = search.search(&abyss, &here, &array![1.0], 1000.0).unwrap_err();
    let expected = LineSearchError::Unbounded { rate: 1000.0, value: f64::NEG_INFINITY };
    assert_eq!(error, expected);
}

#[test]
fn a_bracket_is_given_up_by_its_length_in_the_parameters() {
    // The slope of another function: no trial is good, and the bracket shrinks.
    let wrong = OfOne(|x| x * x, |_| 1.0);
    let here = at(&wrong, array![0.0]);
    let trials = |size: f64| {
        let search = StrongWolfe::default();
        match search.search(&wrong, &here, &array![-size], 1.0 / size).unwrap_err() {
            LineSearchError::NoGoodTrial { trials, .. } => trials,
            other => panic!("{other}"),
        }
    };
    // The same points on the same line; powers of two scale without rounding.
    assert_eq!((trials(1.0), trials(1.0)), (trials(1024.0), trials(1.0 / 1024.0)));
}

#[test]
fn a_gradient_that_belongs_to_another_function_ends_in_an_error() {
    // The value climbs where the slope says that it falls.
    let wrong = OfOne(|x| x * x, |x| -2.0 * x - 1.0);
    let mut theta = array![1.0];
    let error = Lbfgs::new(3).unwrap().step(&wrong, &mut theta).unwrap_err();
    assert!(matches!(error, LineSearchError::NoGoodTrial { .. }), "{error}");
    assert_eq!(theta, array![1.0]);
}

#[test]
fn a_singular_hessian_is_named_by_pure_newton_and_shifted_by_damped_newton() {
    let fourth = OfOne(|x| x.powi(4) - x, |x| 4.0 * x.powi(3) - 1.0);
    let mut here = at(&fourth, array![0.0]);
    let hessian = array![[0.0]];
    let error = Newton::pure().advance(&fourth, &hessian, &mut here).unwrap_err();
    let expected = SingularMatrix { index: 0, pivot: 0.0 };
    assert_eq!(error, NewtonError::Singular(expected));
    assert!(
        error.to_string().contains("its pivot 0 is 0: it is singular, or"),
        "{error}"
    );
    assert_eq!(here.theta, array![0.0]);
    let step = Newton::damped().advance(&fourth, &hessian, &mut here).unwrap();
    assert!(step.shift > 0.0 && here.value < 0.0, "{step:?}");
    let hessian = array![[f64::NAN]];
    let error = Newton::damped().advance(&fourth, &hessian, &mut here).unwrap_err();
    assert!(matches!(error, NewtonError::Singular(_)), "{error}");
}

#[test]
fn a_pair_that_curves_down_is_skipped_and_the_oldest_goes_first() {
    let mut memory = CurvatureMemory::new(2).unwrap();
    let (first, second) = (array![1.0, 0.0], array![0.0, 1.0]);
    assert!(!memory.remember(first.clone(), array![-1.0, 0.0]));
    assert!(!memory.remember(first.clone(), array![f64::NAN, 0.0]));
    assert!(memory.is_empty());
    assert_eq!(memory.inverse_times(&array![3.0, 4.0]), array![3.0, 4.0]);
    assert!(memory.remember(first.clone(), array![4.0, 0.0]));
    assert!(memory.remember(second.clone(), array![0.0, 2.0]));
    assert_eq!(memory.inverse_times(&array![4.0, 2.0]), array![1.0, 1.0]);
    // With a third pair the first is forgotten: along x only γ = ½ is left.
    assert!(memory.remember(second, array![0.0, 2.0]));
    assert_eq!(memory.len(), 2);
    assert_eq!(memory.inverse_times(&array![4.0, 2.0]), array![2.0, 1.0]);
    memory.clear();
    assert_eq!(memory.inverse_times(&array![4.0, 2.0]), array![4.0, 2.0]);
    let mut bfgs = Bfgs::default();
    assert!(!bfgs.remember(&first, &array![-1.0, 0.0]));
}

#[test]
fn forgetting_makes_the_next_step_one_of_steepest_descent() {
    let valley = Rosenbrock::default();
    let mut here = at(&valley, array![-1.5, -1.5]);
    let mut lbfgs = Lbfgs::new(5).unwrap();
    for _ in 0..5 {
        lbfgs.advance(&valley, &mut here).unwrap();
    }
    assert_eq!(lbfgs.memory().len(), 4);
    lbfgs.forget();
    let (before, mut fresh) = (here.clone(), here.clone());
    lbfgs.advance(&valley, &mut here).unwrap();
    Lbfgs::new(5).unwrap().advance(&valley, &mut fresh).unwrap();
    assert_eq!(here, fresh);
    let moved = &here.theta - &before.theta;
    let cosine = -moved.dot(&before.gradient) / length(&moved) / length(&before.gradient);
    assert!((cosine - 1.0).abs() < 1e-12);
}

#[test]
fn the_threshold_of_a_pair_has_the_units_of_the_loss() {
    let form = Form::random(4, 2);
    let pairs = |scale: f64| {
        let matrix = &form.matrix * scale;
        let form = Form { matrix, center: form.center.clone() };
        let mut here = at(&form, Array1::ones(4));
        let mut lbfgs = Lbfgs::new(5).unwrap().with_tolerances(0.0, 0.0).unwrap();
        for _ in 0..4 {
            lbfgs.advance(&form, &mut here).unwrap();
        }
        lbfgs.memory().len()
    };
    // The same bowl in units in which its curvatures are around 10⁻¹¹: no pair is kept.
    assert_eq!((pairs(1.0), pairs(1e-12)), (3, 0));
    let is_kept = |y: f64| Bfgs::default().remember(&array![1.0], &array![y]);
    assert_eq!((is_kept(1e-9), is_kept(1e-11)), (true, false));
}
