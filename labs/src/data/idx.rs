//! IDX: the format of the MNIST files.
//!
//! Two zero bytes, the type (8 is an unsigned byte), the number of dimensions, each size as
//! four bytes with the largest first, and then the values, the last dimension fastest.
//!
//! # Reference
//! Y. LeCun, C. Cortes & C. J. C. Burges, "The MNIST database of handwritten digits".

/// The sizes and the values of a file of unsigned bytes.
///
/// # Errors
/// What was expected and what was found, where the file is no such one.
pub(super) fn unsigned_bytes(bytes: &[u8]) -> Result<(Vec<usize>, &[u8]), [String; 2]> {
    let [0, 0, 8, dimensions, rest @ ..] = bytes else {
        let first = &bytes[..bytes.len().min(4)];
        let expected = "the bytes 0, 0, 8 and the number of dimensions";
        return Err([expected.to_string(), format!("{first:?}")]);
    };
    let dimensions = usize::from(*dimensions);
    let Some((head, values)) = rest.split_at_checked(4 * dimensions) else {
        let found = format!("{} bytes", rest.len());
        return Err([format!("{dimensions} sizes of four bytes"), found]);
    };
    let size = |four: &[u8]| four.iter().fold(0, |size, &b| 256 * size + usize::from(b));
    let sizes: Vec<usize> = head.chunks_exact(4).map(size).collect();
    let count = sizes.iter().try_fold(1_usize, |all, &size| all.checked_mul(size));
    if count != Some(values.len()) {
        let found = format!("{} values", values.len());
        return Err([format!("values for the sizes {sizes:?}"), found]);
    }
    Ok((sizes, values))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_values_are_read() {
        let file = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6];
        let values: &[u8] = &[1, 2, 3, 4, 5, 6];
        assert_eq!(unsigned_bytes(&file), Ok((vec![2, 3], values)));
        // 0x0101 is 257.
        let mut long = vec![0, 0, 8, 1, 0, 0, 1, 1];
        long.resize(8 + 257, 7);
        assert_eq!(unsigned_bytes(&long).unwrap().0, [257]);
    }

    #[test]
    fn anything_else_is_refused() {
        let error = |bytes: &[u8]| unsigned_bytes(bytes).unwrap_err().join(" / ");
        assert!(error(&[0, 0, 13, 1, 0, 0, 0, 0]).ends_with("[0, 0, 13, 1]"));
        assert!(error(&[]).ends_with("[]"));
        assert_eq!(error(&[0, 0, 8, 2, 0, 0]), "2 sizes of four bytes / 2 bytes");
        let short = error(&[0, 0, 8, 1, 0, 0, 0, 2, 1]);
        assert_eq!(short, "values for the sizes [2] / 1 values");
    }
}
