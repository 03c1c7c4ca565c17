//! Every surface: its slope and its curvature against differences, and its minima.

use listings::surfaces::{Noisy, Quadratic, Surface, Tilted, all};
use listings::{data::seeded, surfaces::Drifting};
use ndarray::{Array1, Array2, array};
use rand::RngExt;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Fifty points of the domain, the same each time.
fn points(surface: &dyn Surface) -> Vec<Array1<f64>> {
    let mut random = seeded(1);
    let [x, y] = surface.domain();
    let mut within =
        |range: &std::ops::Range<f64>| random.random_range(range.start..range.end);
    (0..50).map(|_| array![within(&x), within(&y)]).collect()
}

/// (f(θ + h eᵢ) − f(θ − h eᵢ)) / 2h with h = ε^(1/3).
fn difference<T>(
    f: impl Fn(&Array1<f64>) -> T,
    at: &Array1<f64>,
    coordinate: usize,
    quotient: impl Fn(T, T, f64) -> T,
) -> T {
    let step = f64::EPSILON.cbrt();
    let shifted = |sign: f64| {
        let mut theta = at.clone();
        theta[coordinate] += sign * step;
        theta
    };
    let (above, below) = (shifted(1.0), shifted(-1.0));
    let width = above[coordinate] - below[coordinate];
    quotient(f(&above), f(&below), width)
}

/// A rounding of L, divided by 2h, is 2e-11 of its size; h²|L‴|/6 is below 3e-8 where
/// |L‴| is below 5000, and at the corners of Beale's domain it grows with the size.
fn tolerance(size: f64) -> f64 {
    5e-8 + 1e-9 * size
}

#[test]
fn the_gradient_is_the_central_difference() {
    for surface in all() {
        for point in points(surface.as_ref()) {
            let gradient = surface.gradient(&point);
            for coordinate in 0..2 {
                let slope = difference(
                    |theta| surface.value(theta),
                    &point,
                    coordinate,
                    |above, below, width| (above - below) / width,
                );
                let error = (gradient[coordinate] - slope).abs();
                let size = surface.value(&point).abs() + slope.abs();
                assert!(
                    error <= tolerance(size),
                    "{} at {point}: {gradient}, coordinate {coordinate}: {slope}",
                    surface.name()
                );
            }
        }
    }
}

#[test]
fn the_hessian_is_the_central_difference_of_the_gradient() {
    for surface in all() {
        for point in points(surface.as_ref()) {
            let hessian = surface.hessian(&point);
            assert_eq!(hessian, hessian.t(), "{} at {point}", surface.name());
            let mut seen = Array2::zeros((2, 2));
            for coordinate in 0..2 {
                let column = difference(
                    |theta| surface.gradient(theta),
                    &point,
                    coordinate,
                    |above, below, width| (above - below) / width,
                );
                seen.column_mut(coordinate).assign(&column);
            }
            let size = hessian.iter().fold(0.0, |most, entry| entry.abs().max(most));
            let size: f64 = size + surface.gradient(&point).dot(&array![1.0, 1.0]).abs();
            let error =
                (&hessian - &seen).iter().fold(0.0_f64, |most, e| e.abs().max(most));
            assert!(
                error <= tolerance(size),
                "{} at {point}: {hessian}, {seen}",
                surface.name()
            );
        }
    }
}

#[test]
fn at_a_minimum_the_slope_is_zero_and_no_point_is_lower() {
    for surface in all() {
        let minima = surface.minima();
        let least = surface.value(&minima[0]);
        for minimum in &minima {
            // The minima of Himmelblau are rounded, at curvatures up to 100.
            let slope = surface.gradient(minimum);
            assert!(slope.dot(&slope).sqrt() < 1e-12, "{} {slope}", surface.name());
            assert!((surface.value(minimum) - least).abs() < 1e-24);
            let hessian = surface.hessian(minimum);
            let determinant = hessian[(0, 0)] * hessian[(1, 1)] - hessian[(0, 1)].powi(2);
            assert!(hessian[(0, 0)] > 0.0 && determinant > 0.0, "{hessian}");
        }
        for point in points(surface.as_ref()) {
            assert!(surface.value(&point) > least, "{} at {point}", surface.name());
        }
    }
}

#[test]
fn starts_are_in_the_domain_and_not_at_the_end() {
    for surface in all() {
        let ([x, y], start) = (surface.domain(), surface.start());
        assert!(x.contains(&start[0]) && y.contains(&start[1]), "{}", surface.name());
        let slope = surface.gradient(&start);
        assert!(slope.dot(&slope).sqrt() > 1e-4, "{}", surface.name());
    }
}

#[test]
fn noise_is_right_on_average_and_as_large_as_said() {
    let noisy = Noisy::new(Quadratic::bowl(), 0.5).unwrap();
    let (theta, mut random) = (array![1.0, -2.0], seeded(3));
    let draws = 10_000;
    let errors: Vec<Array1<f64>> = (0..draws)
        .map(|_| noisy.noisy_gradient(&theta, &mut random) - array![1.0, -20.0])
        .collect();
    for coordinate in 0..2 {
        let of = |power: i32| {
            errors.iter().map(|error| error[coordinate].powi(power)).sum::<f64>()
                / f64::from(draws)
        };
        // Four standard errors: 0.5/√n of the mean, 0.25 √(2/n) of the variance.
        assert!(of(1).abs() < 4.0 * 0.5 / 100.0, "mean {}", of(1));
        assert!((of(2) - 0.25).abs() < 4.0 * 0.25 * 2.0_f64.sqrt() / 100.0, "{}", of(2));
    }
    let silent = Noisy::new(Quadratic::bowl(), 0.0).unwrap();
    assert_eq!(silent.noisy_gradient(&theta, &mut random), array![1.0, -20.0]);
    for bad in [-1.0, f64::NAN] {
        let error = Noisy::new(Quadratic::bowl(), bad).unwrap_err();
        assert_eq!(error.to_string(), format!("deviation = {bad} is outside [0, ∞)"));
    }
}

#[test]
fn the_drifting_minimum_goes_around_and_comes_back() {
    let drifting = Drifting::new([1.0, 10.0], 2.0, 400.0).unwrap();
    for step in 0..400 {
        let minimum = &drifting.at(step).minima()[0];
        // Two roundings of a sine and a cosine of size one.
        assert!((minimum.dot(minimum).sqrt() - 2.0).abs() < 1e-15);
        let again = &drifting.at(step + 400).minima()[0];
        assert!((minimum - again).iter().all(|error| error.abs() < 1e-14));
    }
}

#[test]
fn a_point_without_two_coordinates_is_refused() {
    let mut surfaces = all();
    surfaces.push(Box::new(Tilted::new([1.0, 10.0], 30.0).unwrap()));
    surfaces.push(Box::new(Drifting::new([1.0, 10.0], 2.0, 400.0).unwrap().at(7)));
    for surface in &surfaces {
        // One coordinate would be broadcast to both, and of three the last be ignored.
        for entries in [0, 1, 3] {
            let theta = Array1::ones(entries);
            let asked: [&dyn Fn(); 3] = [
                &|| _ = surface.value(&theta),
                &|| _ = surface.gradient(&theta),
                &|| _ = surface.hessian(&theta),
            ];
            for (i, ask) in asked.into_iter().enumerate() {
                let name = surface.name();
                let Err(payload) = catch_unwind(AssertUnwindSafe(ask)) else {
                    panic!("{name} took {entries} coordinates, method {i}")
                };
                let message = payload.downcast_ref::<String>().expect("a message");
                let expected = format!("a function of 2 parameters, but θ of {entries}");
                assert!(message.contains(&expected), "{name}, method {i}: {message}");
            }
        }
    }
}
