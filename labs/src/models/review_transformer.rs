//! The transformer of the book with several heads and with padding.
//!
//! x₀ = E(tokens) + P;   A(x) = (heads of softmax(Q Kᵀ/√(d/h) + M) V) W_o;   the rest as in
//! [`Transformer`], norm after or before. M is 0 at tokens and
//! −10⁹ at padding, so that nothing attends to it; the mean at the end is over the tokens.
//!
//! With one head and without padding it is the book's transformer: same θ, same start, same
//! scores, same gradient. A test says so.
//!
//! # Reference
//! A. Vaswani et al., "Attention is all you need", *NIPS* (2017).

use crate::models::layers::{normalize_rows, rectify, softmax_rows};
use crate::models::{Layout, Network, Start};
use candle_core::{Device, Result, Tensor, bail};
use listings::models::{NormPlace, Transformer};
use ndarray::Array2;

/// The token that fills a review up to the length of the sequences.
pub const PADDING: usize = 0;

/// What is added to the score of a padding token.
const NOWHERE: f64 = -1e9;

/// Matrices of a layer: W_q, W_k, W_v, W_o, W₁, W₂.
const LAYER: usize = 6;

/// A transformer over sequences of one length, shorter ones filled up with [`PADDING`].
///
/// ```
/// use labs::models::{Network, ReviewTransformer};
/// use listings::models::{NormPlace, Transformer};
///
/// let sizes = Transformer {
///     tokens: 1500, length: 64, width: 32, hidden: 64, layers: 2, classes: 2,
///     norm: NormPlace::Before,
/// };
/// assert_eq!(ReviewTransformer::new(sizes, 2).layout().parameters(), 66_496);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewTransformer {
    sizes: Transformer,
    heads: usize,
    layout: Layout,
}

impl ReviewTransformer {
    /// A transformer of these sizes, its width shared by so many heads.
    ///
    /// # Panics
    /// Panics unless the heads divide the width.
    pub fn new(sizes: Transformer, heads: usize) -> Self {
        let width = sizes.width;
        assert!(
            heads > 0 && width.is_multiple_of(heads),
            "{heads} heads for a width of {width}: they must divide it"
        );
        let mut layout = Layout::default();
        layout.add("E", &[sizes.tokens, width], Start::Normal(1.0));
        layout.add("P", &[sizes.length, width], Start::Normal(1.0));
        layout.next_layer();
        for layer in 0..sizes.layers {
            for name in ["q", "k", "v", "o"] {
                matrix(&mut layout, &format!("W{name} of layer {layer}"), width, width);
            }
            matrix(&mut layout, &format!("W1 of layer {layer}"), width, sizes.hidden);
            matrix(&mut layout, &format!("W2 of layer {layer}"), sizes.hidden, width);
            layout.next_layer();
        }
        matrix(&mut layout, "Wc", width, sizes.classes);
        Self { sizes, heads, layout }
    }

    /// A(x), with x of shape (n · length, width).
    fn attend(&self, x: &Tensor, weights: &[Tensor], mask: &Tensor) -> Result<Tensor> {
        let (rows, width) = x.dims2()?;
        let (length, heads) = (self.sizes.length, self.heads);
        let (sequences, own) = (rows / length, width / heads);
        // (sequences, heads, length, own)
        let split = |projected: Tensor| {
            let projected = projected.reshape((sequences, length, heads, own))?;
            projected.transpose(1, 2)?.contiguous()
        };
        let queries = split(x.matmul(&weights[0])?)?;
        let keys = split(x.matmul(&weights[1])?)?;
        let values = split(x.matmul(&weights[2])?)?;
        let scores =
            (queries.matmul(&keys.transpose(2, 3)?)? * (1.0 / (own as f64).sqrt()))?;
        let shares = softmax_rows(&scores.broadcast_add(mask)?)?;
        let mixed = shares.matmul(&values)?.transpose(1, 2)?.contiguous()?;
        mixed.reshape((rows, width))?.matmul(&weights[3])
    }
}

fn matrix(layout: &mut Layout, name: &str, rows: usize, columns: usize) {
    layout.add(name, &[rows, columns], Start::Normal(2.0 / (rows + columns) as f64));
}

/// F(x) = max(0, xW₁)W₂.
fn feed(x: &Tensor, weights: &[Tensor]) -> Result<Tensor> {
    rectify(&x.matmul(&weights[4])?)?.matmul(&weights[5])
}

/// For each token its share of the mean: 1/tokens, and 0 at padding.
fn pooling(sequences: &Array2<usize>) -> Result<Vec<f64>> {
    let mut shares = Vec::with_capacity(sequences.len());
    for (index, sequence) in sequences.rows().into_iter().enumerate() {
        let tokens = sequence.iter().filter(|&&token| token != PADDING).count();
        if tokens == 0 {
            bail!("sequence {index} of the batch has no token");
        }
        let share =
            |&token: &usize| if token == PADDING { 0.0 } else { 1.0 / tokens as f64 };
        shares.extend(sequence.iter().map(share));
    }
    Ok(shares)
}

impl Network for ReviewTransformer {
    type Batch = Array2<usize>;

    fn layout(&self) -> &Layout {
        &self.layout
    }

    fn outputs(&self, parts: &[Tensor], batch: &Array2<usize>) -> Result<Tensor> {
        let (sequences, length) = batch.dim();
        let (expected, known, width) =
            (self.sizes.length, self.sizes.tokens, self.sizes.width);
        if length != expected {
            bail!("sequences of {length} tokens for a transformer of {expected}");
        }
        if let Some(token) = batch.iter().find(|&&token| token >= known) {
            bail!("token {token}, but there are {known}");
        }
        let precision = parts[0].dtype();
        let tensor = |entries: Vec<f64>, shape: &[usize]| {
            Tensor::from_vec(entries, shape, &Device::Cpu)?.to_dtype(precision)
        };
        let pooling = tensor(pooling(batch)?, &[sequences * length, 1])?;
        let is_padding =
            batch.iter().map(|&token| if token == PADDING { NOWHERE } else { 0.0 });
        let mask = tensor(is_padding.collect(), &[sequences, 1, 1, length])?;

        let tokens: Vec<u32> = batch.iter().map(|&token| token as u32).collect();
        let tokens = Tensor::from_vec(tokens, sequences * length, &Device::Cpu)?;
        let x = parts[0].index_select(&tokens, 0)?.reshape((sequences, length, width))?;
        let mut x = x.broadcast_add(&parts[1])?.reshape((sequences * length, width))?;
        let (layers, last) = parts[2..].split_at(LAYER * self.sizes.layers);
        for weights in layers.chunks_exact(LAYER) {
            match self.sizes.norm {
                NormPlace::After => {
                    x = normalize_rows(&(&x + self.attend(&x, weights, &mask)?)?)?;
                    x = normalize_rows(&(&x + feed(&x, weights)?)?)?;
                }
                NormPlace::Before => {
                    x = (&x + self.attend(&normalize_rows(&x)?, weights, &mask)?)?;
                    x = (&x + feed(&normalize_rows(&x)?, weights)?)?;
                }
            }
        }
        if self.sizes.norm == NormPlace::Before {
            x = normalize_rows(&x)?;
        }
        let shared = x.broadcast_mul(&pooling)?.reshape((sequences, length, width))?;
        shared.sum(1)?.matmul(&last[0])
    }
}
