//! Checkpoints: a run that is killed goes on where it was, to the last bit.
//!
//! The state is written as JSON, each number in the shortest form that reads back as the
//! same one. JSON has no NaN and no ∞: what would not come back is not written.

use super::checkpoint_file::{CheckpointError, Damage, beside, read, write};
use serde::{Serialize, de::DeserializeOwned};
use std::io;
use std::path::Path;

/// Writes a state to `path`; the one that was there stays beside it, as `.previous`.
///
/// # Errors
/// [`CheckpointError`] when the state would not be read back as it is, when a file cannot
/// be written, and when `path` holds something that is no checkpoint of this version.
pub fn save<State>(path: &Path, state: &State) -> Result<(), CheckpointError>
where
    State: Serialize + DeserializeOwned + PartialEq,
{
    let refused = |what| CheckpointError {
        path: path.to_path_buf(),
        damage: Damage::Unwritten(what),
    };
    let body = serde_json::to_vec(state).map_err(|error| refused(error.to_string()))?;
    let back: State = serde_json::from_slice(&body)
        .map_err(|error| refused(format!("a number that is not finite? {error}")))?;
    if back != *state {
        return Err(refused("something in it changes, as NaN in an Option does".into()));
    }
    write(path, &body)
}

/// Reads the state at `path`.
///
/// # Errors
/// [`CheckpointError`] when there is no file, it is none of these, it was cut off or
/// changed, or its state is of another kind. The file stays as it is.
pub fn load<State: DeserializeOwned>(path: &Path) -> Result<State, CheckpointError> {
    let body = read(path)?;
    serde_json::from_slice(&body).map_err(|error| CheckpointError {
        path: path.to_path_buf(),
        damage: Damage::State(error.to_string()),
    })
}

/// A state to go on from.
#[derive(Debug)]
pub struct Resumed<State> {
    /// The state.
    pub state: State,
    /// Why it is the previous one, if it is.
    pub instead_of: Option<CheckpointError>,
}

/// Reads the last good state: the one at `path`, or the previous one beside it where that
/// cannot be read. `None` when there is neither.
///
/// # Errors
/// [`CheckpointError`] of the file at `path`, when there is something, and nothing of it
/// is good.
pub fn resume<State: DeserializeOwned>(
    path: &Path,
) -> Result<Option<Resumed<State>>, CheckpointError> {
    let error = match load(path) {
        Ok(state) => return Ok(Some(Resumed { state, instead_of: None })),
        Err(error) => error,
    };
    let is_missing = |error: &CheckpointError| matches!(&error.damage, Damage::File(file) if file.kind() == io::ErrorKind::NotFound);
    match load(&beside(path, ".previous")) {
        Ok(state) => Ok(Some(Resumed { state, instead_of: Some(error) })),
        Err(previous) if is_missing(&error) && is_missing(&previous) => Ok(None),
        Err(previous) => Err(if is_missing(&error) { previous } else { error }),
    }
}
