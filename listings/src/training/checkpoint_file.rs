//! The file of a checkpoint: whole or refused.
//!
//! A file is one line, which says what it is, how many bytes follow and what they sum up
//! to, and then these bytes. It is written beside the old one and renamed, and a rename
//! happens whole or not at all; the old one stays as `.previous`.
//!
//! In a browser there are no files: there, all of this gives errors.
//!
//! # Reference
//! The checksum is FNV-1a of 64 bits: G. Fowler, L. C. Noll, K.-P. Vo & D. Eastlake, "The
//! FNV non-cryptographic hash algorithm", Internet-Draft.

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const NAME: &str = "downhill checkpoint";
const VERSION: u32 = 1;

// ANCHOR: seal
/// The line before a body, and the body.
pub fn seal(body: &[u8]) -> Vec<u8> {
    let (length, checksum) = (body.len(), fnv1a(body));
    let mut bytes = format!("{NAME} {VERSION} {length} {checksum:016x}\n").into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

/// The body of what [`seal`] gave.
///
/// # Errors
/// [`Damage`] for anything else: every byte counts.
pub fn unseal(bytes: &[u8]) -> Result<&[u8], Damage> {
    let end = bytes.iter().position(|&byte| byte == b'\n').unwrap_or(bytes.len());
    let line = str::from_utf8(&bytes[..end]).map_err(|_| Damage::Foreign)?;
    let rest = match line.strip_prefix(NAME) {
        Some(rest) => rest,
        // The beginning of the name, and no more.
        None if end == bytes.len() && NAME.starts_with(line) => "",
        None => return Err(Damage::Foreign),
    };
    let mut words = rest.split_whitespace();
    if let Some(version) = words.next().and_then(|word| word.parse().ok())
        && version != VERSION
        && end < bytes.len()
    {
        return Err(Damage::Version(version));
    }
    let body = bytes.get(end + 1..).ok_or(Damage::Header)?;
    let expected = words.next().and_then(|word| word.parse().ok());
    let expected: usize = expected.ok_or(Damage::Header)?;
    if body.len() != expected {
        return Err(Damage::Length { expected, found: body.len() });
    }
    if bytes != seal(body) { Err(Damage::Checksum) } else { Ok(body) }
}

/// FNV-1a: it does not stop a forger, but changes with every byte.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
// ANCHOR_END: seal

// ANCHOR: write
/// Puts a new checkpoint at `path`, and keeps the one that was there as the previous one.
///
/// Killed at any moment, it leaves at least one of the two whole.
///
/// # Errors
/// [`CheckpointError`] when a file cannot be written, or `path` holds a file that is no
/// checkpoint or one of another version: it is not overwritten.
pub fn write(path: &Path, body: &[u8]) -> Result<(), CheckpointError> {
    let refused = |damage| CheckpointError { path: path.to_path_buf(), damage };
    let has_good_one = match read(path).map_err(|error| error.damage) {
        Ok(_) => true,
        Err(Damage::File(error)) if error.kind() == io::ErrorKind::NotFound => false,
        // Cut off or changed: not worth keeping, and the previous one is.
        Err(Damage::Header | Damage::Length { .. } | Damage::Checksum) => false,
        Err(other) => return Err(refused(other)),
    };
    let replace = || {
        let partial = beside(path, ".partial");
        let mut file = File::create(&partial)?;
        file.write_all(&seal(body))?;
        // On the disk, and not only on its way there, before it takes a name that counts.
        file.sync_all()?;
        if has_good_one {
            fs::rename(path, beside(path, ".previous"))?;
        }
        fs::rename(partial, path)
    };
    replace().map_err(|error| refused(Damage::File(error)))
}
// ANCHOR_END: write

// ANCHOR: read
/// The body of the checkpoint at `path`.
///
/// # Errors
/// [`CheckpointError`] when there is no file, or it is not what [`write()`] wrote. The file
/// stays as it is.
pub fn read(path: &Path) -> Result<Vec<u8>, CheckpointError> {
    let refused = |damage| CheckpointError { path: path.to_path_buf(), damage };
    let bytes = fs::read(path).map_err(|error| refused(Damage::File(error)))?;
    unseal(&bytes).map(<[u8]>::to_vec).map_err(refused)
}

/// The file beside `path` with a longer name.
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}
// ANCHOR_END: read

// ANCHOR: checkpoint_error
/// A checkpoint that could not be written or read.
#[derive(Debug)]
pub struct CheckpointError {
    /// Its file.
    pub path: PathBuf,
    /// What is wrong with it.
    pub damage: Damage,
}

/// What is wrong with a checkpoint.
#[derive(Debug)]
pub enum Damage {
    /// The file cannot be read or written.
    File(io::Error),
    /// It does not begin as a checkpoint does.
    Foreign,
    /// It is a checkpoint of another version.
    Version(u32),
    /// Its first line is not whole.
    Header,
    /// It is shorter or longer than it says.
    Length {
        /// The bytes that it says.
        expected: usize,
        /// The bytes that are there.
        found: usize,
    },
    /// Its bytes are not those that were written.
    Checksum,
    /// It is sound, but holds another kind of state; in words.
    State(String),
    /// It was not written: the state does not read back as it is; in words.
    Unwritten(String),
}
// ANCHOR_END: checkpoint_error

impl fmt::Display for CheckpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the checkpoint {} {}", self.path.display(), self.damage)
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(error) => write!(f, "cannot be read or written: {error}"),
            Self::Foreign => {
                write!(f, "is no checkpoint: it does not begin with \"{NAME}\"")
            }
            Self::Version(version) => {
                write!(f, "is of version {version}; this program reads version {VERSION}")
            }
            Self::Header => write!(f, "was cut off in its first line"),
            Self::Length { expected, found } => {
                write!(f, "has {found} bytes of {expected} after its first line")
            }
            Self::Checksum => write!(f, "was changed after it was written"),
            Self::State(what) => write!(f, "holds another state: {what}"),
            Self::Unwritten(what) => write!(
                f,
                "was not written, since the state does not read back as it is: {what}"
            ),
        }
    }
}

impl std::error::Error for CheckpointError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_comes_back() {
        for body in [b"".as_slice(), b"x", b"two\nlines\n", &[0, 255, 10, 13]] {
            assert_eq!(unseal(&seal(body)).unwrap(), body);
        }
    }

    #[test]
    fn every_shorter_and_longer_file_is_refused() {
        let whole = seal(b"{\"theta\":[0.1,-2.5e-300]}\n");
        for length in 0..whole.len() {
            let error = unseal(&whole[..length]).unwrap_err();
            assert!(
                matches!(error, Damage::Header | Damage::Length { .. }),
                "{length}: {error}"
            );
        }
        let longer = [whole.as_slice(), b" "].concat();
        assert!(matches!(unseal(&longer), Err(Damage::Length { .. })));
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let whole = seal(b"{\"theta\":[0.1,-2.5e-300]}\n");
        for place in 0..whole.len() {
            for change in 1..=255 {
                let mut bytes = whole.clone();
                bytes[place] ^= change;
                assert!(unseal(&bytes).is_err(), "{place}: {change}");
            }
        }
    }

    #[test]
    fn what_is_none_says_so() {
        for foreign in [b"PK\x03\x04".as_slice(), b"downhil", b"{}\n", b"Downhill c"] {
            let error = unseal(foreign).unwrap_err();
            let is_short = b"downhill checkpoint".starts_with(foreign);
            let is_right = if is_short {
                matches!(error, Damage::Header)
            } else {
                matches!(error, Damage::Foreign)
            };
            assert!(is_right, "{error}");
        }
        let newer = unseal(b"downhill checkpoint 2 9 abc\nwhatever").unwrap_err();
        assert_eq!(newer.to_string(), "is of version 2; this program reads version 1");
    }

    #[test]
    fn the_checksum_is_that_of_the_reference() {
        // The test vectors of the draft: "", "a" and "foobar".
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
