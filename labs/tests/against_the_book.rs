//! The framework and the book compute the same: outputs and gradients at the same θ.

use approx::assert_abs_diff_eq;
use labs::models::{Flat, Network, PADDING, ReviewTransformer, TableNetwork};
use listings::data::seeded;
use listings::losses::{CrossEntropy, Loss};
use listings::models::{Model, MultilayerPerceptron, NormPlace, Transformer};
use ndarray::{Array1, Array2};
use rand::RngExt;
use rand_distr::{Distribution, StandardNormal};

/// Sums of some hundred terms of size 1 in another order; an error of method is 10⁻³ or more.
const ROUNDING: f64 = 1e-11;

fn normals(rows: usize, columns: usize, seed: u64) -> Array2<f64> {
    let mut random = seeded(seed);
    Array2::from_shape_simple_fn((rows, columns), || StandardNormal.sample(&mut random))
}

fn classes(samples: usize, classes: usize) -> Array1<usize> {
    (0..samples).map(|sample| sample % classes).collect()
}

#[test]
fn the_table_network_is_the_multilayer_perceptron() {
    let widths = [5, 16, 8, 3];
    let (book, flat) = (
        MultilayerPerceptron::new(&widths),
        Flat::new(TableNetwork::new(&widths)).in_double_precision(),
    );
    let theta = book.initial(&mut seeded(1));
    assert_eq!(flat.network().layout().initial(&mut seeded(1)), theta);
    assert_eq!(flat.network().layout().ranges(), book.ranges());
    assert_eq!(flat.network().layout().blocks(), book.blocks());

    let (inputs, target) = (normals(20, 5, 2), classes(20, 3));
    let loss = CrossEntropy::default();
    let outputs = book.predict(&theta, &inputs);
    assert_abs_diff_eq!(
        flat.predict(&theta, &inputs).unwrap(),
        outputs,
        epsilon = ROUNDING
    );
    let expected = book.backward(&theta, &inputs, &loss.gradient(&outputs, &target));
    let (value, gradient) =
        flat.value_and_gradient(&theta, &inputs, &loss, &target).unwrap();
    assert_abs_diff_eq!(value, loss.value(&outputs, &target), epsilon = ROUNDING);
    assert_abs_diff_eq!(gradient, expected, epsilon = ROUNDING);
}

fn sizes(norm: NormPlace) -> Transformer {
    Transformer {
        tokens: 9,
        length: 5,
        width: 8,
        hidden: 12,
        layers: 2,
        classes: 3,
        norm,
    }
}

#[test]
fn with_one_head_and_no_padding_the_transformer_is_the_books() {
    for norm in [NormPlace::After, NormPlace::Before] {
        let book = sizes(norm);
        let flat = Flat::new(ReviewTransformer::new(book, 1)).in_double_precision();
        let theta = book.initial(&mut seeded(3));
        assert_eq!(flat.network().layout().initial(&mut seeded(3)), theta);

        let mut random = seeded(4);
        let sequences =
            Array2::from_shape_simple_fn((7, 5), || random.random_range(1..9));
        let (loss, target) = (CrossEntropy::default(), classes(7, 3));
        let pass = book.forward(&theta, &sequences);
        let expected =
            book.backward(&theta, &pass, &loss.gradient(pass.scores(), &target));
        let scores = flat.predict(&theta, &sequences).unwrap();
        assert_abs_diff_eq!(scores, pass.scores().clone(), epsilon = ROUNDING);
        let found = flat.value_and_gradient(&theta, &sequences, &loss, &target).unwrap();
        assert_abs_diff_eq!(found.1, expected, epsilon = ROUNDING);
    }
}

#[test]
fn padding_changes_nothing() {
    for norm in [NormPlace::After, NormPlace::Before] {
        let (short, long) = (sizes(norm), Transformer { length: 8, ..sizes(norm) });
        let theta = long.initial(&mut seeded(5));
        // The same θ without the last three positions, which only padding has.
        let (tokens, width) = (short.tokens, short.width);
        let (first, last) = ((tokens + 5) * width, (tokens + 8) * width);
        let kept = |index: &usize| *index < first || *index >= last;
        let all: Vec<usize> = (0..theta.len()).collect();
        let cut: Array1<f64> =
            all.iter().filter(|index| kept(index)).map(|&i| theta[i]).collect();

        let mut random = seeded(6);
        let sequences =
            Array2::from_shape_simple_fn((4, 5), || random.random_range(1..9));
        let padded = Array2::from_shape_fn((4, 8), |(row, column)| {
            if column < 5 { sequences[[row, column]] } else { PADDING }
        });
        let flat =
            |sizes| Flat::new(ReviewTransformer::new(sizes, 2)).in_double_precision();
        let (short, long) = (flat(short), flat(long));
        let (loss, target) = (CrossEntropy::default(), classes(4, 3));
        let one = short.value_and_gradient(&cut, &sequences, &loss, &target).unwrap();
        let other = long.value_and_gradient(&theta, &padded, &loss, &target).unwrap();
        assert_abs_diff_eq!(one.0, other.0, epsilon = ROUNDING);
        let at = |wanted: bool| {
            let of = all.iter().filter(|index| kept(index) == wanted);
            of.map(|&index| other.1[index]).collect::<Array1<f64>>()
        };
        assert_abs_diff_eq!(at(true), one.1, epsilon = ROUNDING);
        // Neither the embedding of padding nor its positions are pulled anywhere.
        assert!(at(false).iter().all(|&entry| entry == 0.0));
        assert!(other.1.iter().take(width).all(|&entry| entry == 0.0));
    }
}

#[test]
fn a_sequence_without_tokens_is_an_error() {
    let flat = Flat::new(ReviewTransformer::new(sizes(NormPlace::Before), 2));
    let theta = flat.network().layout().initial(&mut seeded(7));
    let mut sequences = Array2::from_elem((2, 5), 1);
    sequences.row_mut(1).fill(PADDING);
    let error = flat.predict(&theta, &sequences).unwrap_err().to_string();
    assert!(error.contains("sequence 1 of the batch has no token"), "{error}");
    let error =
        flat.predict(&theta, &Array2::from_elem((1, 5), 9)).unwrap_err().to_string();
    assert!(error.contains("token 9, but there are 9"), "{error}");
}
