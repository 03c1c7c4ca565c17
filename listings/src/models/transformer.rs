//! A small transformer: tokens in, scores of classes out; one head, no biases.
//!
//! x₀ = E[tokens] + P,   A(x) = softmax((xW_q)(xW_k)ᵀ/√d) xW_v W_o,   F(x) = max(0, xW₁)W₂,
//! N(x) = (x − mean)/√(variance + ε) for each row; x has a row of d numbers a token.
//!
//! Norm after:   x ← N(x + A(x)),   x ← N(x + F(x)).
//! Norm before:   x ← x + A(N(x)),   x ← x + F(N(x)),   and N behind the last layer.
//! The scores are the mean of a sequence's rows, times W_c.
//!
//! **Convention.** N has no gain and no bias (PyTorch's `elementwise_affine=False`). The
//! weights start with the variance 2/(inputs + outputs), tokens and positions with
//! 1.
//!
//! # Reference
//! A. Vaswani et al., "Attention is all you need", *NIPS* (2017): the norm after. R. Xiong
//! et al., "On layer normalization in the transformer architecture", *ICML* (2020): the
//! norm before, and what it does to the warm-up.

use super::rectifier::{rectifier_slope, rectify};
use ndarray::{Array1, Array2, ArrayView2, Axis, s};
use rand::Rng;
use rand_distr::{Distribution, StandardNormal};

/// ε of N, as in PyTorch.
const EPSILON: f64 = 1e-5;

/// Matrices of a layer: W_q, W_k, W_v, W_o, W₁, W₂.
const LAYER: usize = 6;

/// Where the norm stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NormPlace {
    /// Behind the sum, as in the first transformer.
    After,
    /// In front of attention and feed-forward part, with the sum left alone.
    Before,
}

// ANCHOR: transformer
/// Sizes of a transformer.
///
/// ```
/// use listings::data::seeded;
/// use listings::models::{NormPlace, Transformer};
/// use ndarray::array;
///
/// let sizes = Transformer {
///     tokens: 4, length: 3, width: 8, hidden: 16, layers: 2, classes: 4,
///     norm: NormPlace::Before,
/// };
/// let theta = sizes.initial(&mut seeded(1));
/// let pass = sizes.forward(&theta, &array![[0, 3, 1], [2, 2, 0]]);
/// assert_eq!(pass.scores().dim(), (2, 4));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Transformer {
    /// How many different tokens there are.
    pub tokens: usize,
    /// n, the tokens of a sequence.
    pub length: usize,
    /// d, the numbers of a row.
    pub width: usize,
    /// The units of the feed-forward part.
    pub hidden: usize,
    /// Layers.
    pub layers: usize,
    /// The classes that get a score.
    pub classes: usize,
    /// Where the norm stands.
    pub norm: NormPlace,
}
// ANCHOR_END: transformer

/// What a forward pass leaves for the backward pass.
#[derive(Clone, Debug)]
pub struct TransformerPass {
    sequences: Array2<usize>,
    layers: Vec<LayerPass>,
    last: Option<Normed>,
    pooled: Array2<f64>,
    scores: Array2<f64>,
}

impl TransformerPass {
    /// The scores, of shape (sequences, classes).
    pub fn scores(&self) -> &Array2<f64> {
        &self.scores
    }
}

#[derive(Clone, Debug)]
struct LayerPass {
    attention: Attention,
    first: Normed,
    forward: FeedForward,
    second: Normed,
}

impl Transformer {
    /// Rows and columns of every matrix in θ: E, P, six for each layer, W_c.
    fn shapes(&self) -> Vec<(usize, usize)> {
        let (d, f) = (self.width, self.hidden);
        let layer = [(d, d), (d, d), (d, d), (d, d), (d, f), (f, d)];
        let mut shapes = vec![(self.tokens, d), (self.length, d)];
        (0..self.layers).for_each(|_| shapes.extend(layer));
        shapes.push((d, self.classes));
        shapes
    }

    /// How many parameters there are.
    pub fn parameters(&self) -> usize {
        self.shapes().iter().map(|(rows, columns)| rows * columns).sum()
    }

    /// A start.
    pub fn initial(&self, random: &mut impl Rng) -> Array1<f64> {
        let mut theta = Vec::with_capacity(self.parameters());
        for (index, (rows, columns)) in self.shapes().into_iter().enumerate() {
            let is_table = index < 2;
            let variance = if is_table { 1.0 } else { 2.0 / (rows + columns) as f64 };
            theta.extend((0..rows * columns).map(|_| {
                let normal: f64 = StandardNormal.sample(random);
                variance.sqrt() * normal
            }));
        }
        theta.into()
    }

    fn parts<'t>(&self, theta: &'t Array1<f64>) -> Vec<ArrayView2<'t, f64>> {
        assert_eq!(theta.len(), self.parameters(), "the parameters of this transformer");
        let mut from = 0;
        let part = |(rows, columns)| {
            let view = theta.slice(s![from..from + rows * columns]);
            from += rows * columns;
            view.into_shape_with_order((rows, columns)).expect("θ is contiguous")
        };
        self.shapes().into_iter().map(part).collect()
    }

    /// The scores of sequences of shape (sequences, n).
    ///
    /// # Panics
    /// Panics unless θ has the parameters of this transformer, the sequences its length,
    /// and every token is below `tokens`.
    pub fn forward(
        &self,
        theta: &Array1<f64>,
        sequences: &Array2<usize>,
    ) -> TransformerPass {
        assert_eq!(sequences.ncols(), self.length, "the tokens of a sequence");
        let parts = self.parts(theta);
        let mut x = Array2::zeros((sequences.len(), self.width));
        for (at, &token) in sequences.iter().enumerate() {
            let mut row = x.row_mut(at);
            row += &parts[0].row(token);
            row += &parts[1].row(at % self.length);
        }
        let mut layers = Vec::new();
        for weights in parts[2..].chunks_exact(LAYER) {
            let (attends, feeds) = weights.split_at(4);
            // The norm stands behind each sum, or in front of each part of it.
            let (attention, first, forward, second);
            match self.norm {
                NormPlace::After => {
                    attention = Attention::of(&x, attends, self.length);
                    first = Normed::of(&(x + attention.output(attends)));
                    forward = FeedForward::of(&first.rows, feeds);
                    second = Normed::of(&(&first.rows + forward.output(feeds)));
                    x = second.rows.clone();
                }
                NormPlace::Before => {
                    first = Normed::of(&x);
                    attention = Attention::of(&first.rows, attends, self.length);
                    x += &attention.output(attends);
                    second = Normed::of(&x);
                    forward = FeedForward::of(&second.rows, feeds);
                    x += &forward.output(feeds);
                }
            }
            layers.push(LayerPass { attention, first, forward, second });
        }
        let last = (self.norm == NormPlace::Before).then(|| Normed::of(&x));
        let rows = last.as_ref().map_or(&x, |last| &last.rows);
        let mut pooled = Array2::zeros((sequences.nrows(), self.width));
        for (at, row) in rows.rows().into_iter().enumerate() {
            pooled.row_mut(at / self.length).scaled_add(1.0 / self.length as f64, &row);
        }
        let scores = pooled.dot(&parts[parts.len() - 1]);
        TransformerPass { sequences: sequences.clone(), layers, last, pooled, scores }
    }

    /// ∂L/∂θ from ∂L/∂scores.
    pub fn backward(
        &self,
        theta: &Array1<f64>,
        pass: &TransformerPass,
        pull: &Array2<f64>,
    ) -> Array1<f64> {
        let parts = self.parts(theta);
        let head = parts.len() - 1;
        let of_pooled = pull.dot(&parts[head].t()) / self.length as f64;
        let mut gradient = Array2::zeros((pass.sequences.len(), self.width));
        for (at, mut row) in gradient.rows_mut().into_iter().enumerate() {
            row.assign(&of_pooled.row(at / self.length));
        }
        if let Some(last) = &pass.last {
            gradient = last.backward(&gradient);
        }
        // From the last matrix to the first.
        let mut matrices = vec![pass.pooled.t().dot(pull)];
        for (index, layer) in pass.layers.iter().enumerate().rev() {
            let weights = &parts[2 + LAYER * index..2 + LAYER * (index + 1)];
            let (attends, feeds) = weights.split_at(4);
            let (of_feeds, of_attends);
            match self.norm {
                NormPlace::After => {
                    gradient = layer.second.backward(&gradient);
                    let (inner, found) = layer.forward.backward(&gradient, feeds);
                    gradient = layer.first.backward(&(gradient + inner));
                    of_feeds = found;
                    let (inner, found) = layer.attention.backward(&gradient, attends);
                    gradient += &inner;
                    of_attends = found;
                }
                NormPlace::Before => {
                    let (inner, found) = layer.forward.backward(&gradient, feeds);
                    gradient += &layer.second.backward(&inner);
                    of_feeds = found;
                    let (inner, found) = layer.attention.backward(&gradient, attends);
                    gradient += &layer.first.backward(&inner);
                    of_attends = found;
                }
            }
            matrices.extend(of_feeds.into_iter().rev());
            matrices.extend(of_attends.into_iter().rev());
        }
        let mut tokens = Array2::<f64>::zeros((self.tokens, self.width));
        let mut positions = Array2::<f64>::zeros((self.length, self.width));
        for (at, &token) in pass.sequences.iter().enumerate() {
            tokens.row_mut(token).scaled_add(1.0, &gradient.row(at));
            positions.row_mut(at % self.length).scaled_add(1.0, &gradient.row(at));
        }
        matrices.extend([positions, tokens]);
        matrices.into_iter().rev().flat_map(|matrix| matrix.into_iter()).collect()
    }
}

/// Rows of mean 0 and variance 1.
#[derive(Clone, Debug)]
struct Normed {
    rows: Array2<f64>,
    deviations: Array1<f64>,
}

impl Normed {
    fn of(x: &Array2<f64>) -> Self {
        let means = x.mean_axis(Axis(1)).expect("rows have entries");
        let deviations = (x.var_axis(Axis(1), 0.0) + EPSILON).sqrt();
        let column = |values: &Array1<f64>| values.clone().insert_axis(Axis(1));
        let rows = (x - &column(&means)) / column(&deviations);
        Self { rows, deviations }
    }

    /// (g − mean g − y · mean(g ⊙ y)) / deviation.
    fn backward(&self, gradient: &Array2<f64>) -> Array2<f64> {
        let width = gradient.ncols() as f64;
        let mut result = gradient.clone();
        for ((mut g, y), deviation) in
            result.rows_mut().into_iter().zip(self.rows.rows()).zip(&self.deviations)
        {
            let (mean, along) = (g.sum() / width, g.dot(&y) / width);
            g.zip_mut_with(&y, |g, y| *g = (*g - mean - along * y) / deviation);
        }
        result
    }
}

/// A pass through attention.
#[derive(Clone, Debug)]
struct Attention {
    input: Array2<f64>,
    /// xW_q, xW_k, xW_v.
    projected: [Array2<f64>; 3],
    /// The softmax of each sequence.
    shares: Vec<Array2<f64>>,
    /// Shares times values.
    mixed: Array2<f64>,
}

impl Attention {
    fn of(input: &Array2<f64>, weights: &[ArrayView2<f64>], length: usize) -> Self {
        let projected = [0, 1, 2].map(|i: usize| input.dot(&weights[i]));
        let mut mixed = Array2::zeros(input.dim());
        let mut shares = Vec::new();
        for from in (0..input.nrows()).step_by(length) {
            let rows = s![from..from + length, ..];
            let [q, k, v] = [0, 1, 2].map(|i: usize| projected[i].slice(rows));
            let mut share = q.dot(&k.t()) / (input.ncols() as f64).sqrt();
            for mut row in share.rows_mut() {
                let most = row.fold(f64::NEG_INFINITY, |most, &entry| most.max(entry));
                row.mapv_inplace(|entry| (entry - most).exp());
                let sum = row.sum();
                row /= sum;
            }
            mixed.slice_mut(rows).assign(&share.dot(&v));
            shares.push(share);
        }
        Self { input: input.clone(), projected, shares, mixed }
    }

    fn output(&self, weights: &[ArrayView2<f64>]) -> Array2<f64> {
        self.mixed.dot(&weights[3])
    }

    /// ∂L/∂x and those of the four matrices.
    fn backward(
        &self,
        gradient: &Array2<f64>,
        weights: &[ArrayView2<f64>],
    ) -> (Array2<f64>, Vec<Array2<f64>>) {
        let of_mixed = gradient.dot(&weights[3].t());
        let scale = (self.input.ncols() as f64).sqrt();
        let mut of_projected = [(); 3].map(|()| Array2::<f64>::zeros(self.input.dim()));
        let mut from = 0;
        for share in &self.shares {
            let rows = s![from..from + share.nrows(), ..];
            from += share.nrows();
            let [q, k, v] = [0, 1, 2].map(|i: usize| self.projected[i].slice(rows));
            let pull = of_mixed.slice(rows);
            // Of the softmax: p ⊙ (g − Σ p g), row by row.
            let mut of_scores = pull.dot(&v.t());
            for (mut g, p) in of_scores.rows_mut().into_iter().zip(share.rows()) {
                let mean = g.dot(&p);
                g.zip_mut_with(&p, |g, p| *g = p * (*g - mean) / scale);
            }
            let parts = [of_scores.dot(&k), of_scores.t().dot(&q), share.t().dot(&pull)];
            for (whole, part) in of_projected.iter_mut().zip(parts) {
                whole.slice_mut(rows).assign(&part);
            }
        }
        let mut of_input = Array2::zeros(self.input.dim());
        let mut matrices = Vec::new();
        for (pull, weight) in of_projected.iter().zip(weights) {
            of_input += &pull.dot(&weight.t());
            matrices.push(self.input.t().dot(pull));
        }
        matrices.push(self.mixed.t().dot(gradient));
        (of_input, matrices)
    }
}

/// A pass through the feed-forward part.
#[derive(Clone, Debug)]
struct FeedForward {
    input: Array2<f64>,
    sums: Array2<f64>,
}

impl FeedForward {
    fn of(input: &Array2<f64>, weights: &[ArrayView2<f64>]) -> Self {
        Self { input: input.clone(), sums: input.dot(&weights[0]) }
    }

    fn output(&self, weights: &[ArrayView2<f64>]) -> Array2<f64> {
        rectify(&self.sums).dot(&weights[1])
    }

    /// ∂L/∂x and those of both matrices.
    fn backward(
        &self,
        gradient: &Array2<f64>,
        weights: &[ArrayView2<f64>],
    ) -> (Array2<f64>, Vec<Array2<f64>>) {
        let of_sums = gradient.dot(&weights[1].t()) * rectifier_slope(&self.sums);
        let matrices =
            vec![self.input.t().dot(&of_sums), rectify(&self.sums).t().dot(gradient)];
        (of_sums.dot(&weights[0].t()), matrices)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checking::gradient_error;
    use crate::data::seeded;
    use crate::losses::{CrossEntropy, Loss};
    use ndarray::array;

    fn small(norm: NormPlace) -> Transformer {
        Transformer {
            tokens: 5,
            length: 3,
            width: 4,
            hidden: 6,
            layers: 2,
            classes: 3,
            norm,
        }
    }

    #[test]
    fn the_gradient_is_that_of_central_differences() {
        let sequences = array![[0, 4, 1], [2, 2, 3], [1, 0, 0]];
        let classes = array![0, 2, 1];
        for norm in [NormPlace::After, NormPlace::Before] {
            let sizes = small(norm);
            let theta = sizes.initial(&mut seeded(3));
            let loss = CrossEntropy::default();
            let pass = sizes.forward(&theta, &sequences);
            let pull = loss.gradient(pass.scores(), &classes);
            let gradient = sizes.backward(&theta, &pass, &pull);
            let value = |theta: &Array1<f64>| {
                loss.value(sizes.forward(theta, &sequences).scores(), &classes)
            };
            // Truncation and rounding are near 1e-9 of the largest component.
            let error = gradient_error(value, &gradient, &theta);
            assert!(error < 1e-6, "{norm:?}: {error}");
        }
    }

    #[test]
    fn a_normed_row_has_mean_zero_and_variance_one() {
        let normed = Normed::of(&array![[1.0, 2.0, 3.0, 6.0]]);
        assert!(normed.rows.sum().abs() < 1e-12);
        // The variance is 3.5, and ε takes 1e-5/3.5 of it away.
        assert!((normed.rows.mapv(|y| y * y).sum() / 4.0 - 1.0).abs() < 1e-5);
    }

    #[test]
    fn without_positions_the_order_of_the_tokens_does_not_count() {
        let sizes = small(NormPlace::After);
        let mut theta = sizes.initial(&mut seeded(1));
        let scores =
            |theta: &Array1<f64>, sequence| sizes.forward(theta, &sequence).scores;
        let [one, other] = [array![[0, 1, 2]], array![[2, 0, 1]]];
        let apart = |theta: &Array1<f64>| {
            let difference = scores(theta, one.clone()) - scores(theta, other.clone());
            difference.iter().fold(0.0_f64, |most, entry| most.max(entry.abs()))
        };
        assert!(apart(&theta) > 1e-3);
        theta.slice_mut(s![20..32]).fill(0.0);
        assert!(apart(&theta) < 1e-12);
    }
}
