//! The file of records: a line each, written as they come.
//!
//! A record is one write of a line and its end, and then on the disk before the next. A
//! program that is killed leaves at most the beginning of a last line: without its end it is
//! cut off, and its run is run again. A damaged line anywhere else is no such thing, and is
//! refused: nothing is skipped that was once believed.

use super::Record;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// A file of records that is open for more of them.
#[derive(Debug)]
pub struct Ledger {
    path: PathBuf,
    file: File,
}

/// A ledger that cannot be used, and why.
#[derive(Debug)]
pub struct LedgerError {
    /// Its file.
    pub path: PathBuf,
    /// What is wrong.
    pub trouble: Trouble,
}

/// What is wrong with a ledger.
#[derive(Debug)]
pub enum Trouble {
    /// It cannot be read or written.
    File(io::Error),
    /// Another program writes to it.
    InUse,
    /// A line is no record.
    Line {
        /// Which one, from 1.
        line: usize,
        /// Why.
        why: String,
    },
    /// A record of another lab, or of another revision of this one.
    Foreign {
        /// Its line, from 1.
        line: usize,
        /// The lab and revision of this program.
        expected: String,
        /// Those of the record.
        found: String,
    },
    /// There is no such row.
    NoRow {
        /// Which one was asked for, from 1.
        row: usize,
        /// How many there are.
        rows: usize,
    },
}

impl fmt::Display for LedgerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the records {} ", self.path.display())?;
        match &self.trouble {
            Trouble::File(error) => write!(f, "cannot be read or written: {error}"),
            Trouble::InUse => write!(f, "are being written by another run of this lab"),
            Trouble::Line { line, why } => {
                write!(f, "are damaged: line {line} is no record ({why})")
            }
            Trouble::Foreign { line, expected, found } => {
                let advice = "keep them under another name, and start anew";
                write!(f, "are of {found} in line {line}, not of {expected}: {advice}")
            }
            Trouble::NoRow { row, rows } => {
                write!(f, "have no row {row}: 1 to {rows} are valid")
            }
        }
    }
}

impl std::error::Error for LedgerError {}

impl Ledger {
    /// Opens the file, or makes it, for this program alone, and reads what is there.
    ///
    /// # Errors
    /// [`LedgerError`] when another program has it, or it holds anything but records of
    /// this lab and this revision.
    pub fn open<C: DeserializeOwned, O: DeserializeOwned>(
        path: &Path,
        lab: &str,
        revision: u32,
    ) -> Result<(Self, Vec<Record<C, O>>), LedgerError> {
        let refused = |trouble| LedgerError { path: path.to_path_buf(), trouble };
        let open = || {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            OpenOptions::new().create(true).read(true).append(true).open(path)
        };
        let mut file = open().map_err(|error| refused(Trouble::File(error)))?;
        file.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => refused(Trouble::InUse),
            TryLockError::Error(error) => refused(Trouble::File(error)),
        })?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|error| refused(Trouble::File(error)))?;
        let whole = whole_lines(&bytes);
        let records = parse(&bytes[..whole], lab, revision).map_err(refused)?;
        if whole < bytes.len() {
            let cut = file.set_len(whole as u64).and_then(|()| file.sync_all());
            cut.map_err(|error| refused(Trouble::File(error)))?;
        }
        Ok((Self { path: path.to_path_buf(), file }, records))
    }

    /// Adds a record. It is on the disk when this returns.
    ///
    /// # Errors
    /// [`LedgerError`] when the file cannot be written; what was written of the record is
    /// taken back.
    pub fn append<C: Serialize, O: Serialize>(
        &mut self,
        record: &Record<C, O>,
    ) -> Result<(), LedgerError> {
        let result = line(record).and_then(|line| {
            let end = self.file.seek(SeekFrom::End(0))?;
            let written = self.file.write_all(&line).and_then(|()| self.file.sync_data());
            if written.is_err() {
                // A full disk: the next record must not follow half a line. Should this
                // fail as well, the next opening does it.
                let _ = self.file.set_len(end);
            }
            written
        });
        result.map_err(|error| self.refused(Trouble::File(error)))
    }

    /// Puts the records into this order: a plan that was run by several threads, or in
    /// several sittings, leaves the same lines as one that was not, up to times.
    ///
    /// # Errors
    /// [`LedgerError`] when the file cannot be written; then the old one stays.
    pub fn rewrite<C: Serialize, O: Serialize>(
        self,
        records: &[Record<C, O>],
    ) -> Result<(), LedgerError> {
        let replace = || {
            let mut name = self.path.clone().into_os_string();
            name.push(".partial");
            let mut file = File::create(&name)?;
            for record in records {
                file.write_all(&line(record)?)?;
            }
            file.sync_all()?;
            // Whole or not at all, and still under the lock of the old file.
            fs::rename(name, &self.path)
        };
        replace().map_err(|error| self.refused(Trouble::File(error)))
    }

    /// The record in a row, from 1, of a file that is only read. Its configuration and its
    /// outcome may be those of any lab.
    ///
    /// # Errors
    /// [`LedgerError`] when there is no such file or row, or the row is no record.
    pub fn row(
        path: &Path,
        row: usize,
    ) -> Result<Record<serde_json::Value, serde_json::Value>, LedgerError> {
        let refused = |trouble| LedgerError { path: path.to_path_buf(), trouble };
        let bytes = fs::read(path).map_err(|error| refused(Trouble::File(error)))?;
        let lines: Vec<&[u8]> =
            bytes[..whole_lines(&bytes)].split_inclusive(|&byte| byte == b'\n').collect();
        let rows = lines.len();
        let line = row.checked_sub(1).and_then(|index| lines.get(index));
        let line = line.ok_or_else(|| refused(Trouble::NoRow { row, rows }))?;
        serde_json::from_slice(line)
            .map_err(|error| refused(Trouble::Line { line: row, why: error.to_string() }))
    }

    fn refused(&self, trouble: Trouble) -> LedgerError {
        LedgerError { path: self.path.clone(), trouble }
    }
}

/// The length of the lines that have an end.
fn whole_lines(bytes: &[u8]) -> usize {
    bytes.iter().rposition(|&byte| byte == b'\n').map_or(0, |place| place + 1)
}

/// A record and the end of its line.
fn line<C: Serialize, O: Serialize>(record: &Record<C, O>) -> io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(record)?;
    line.push(b'\n');
    Ok(line)
}

/// The records of whole lines.
fn parse<C: DeserializeOwned, O: DeserializeOwned>(
    bytes: &[u8],
    lab: &str,
    revision: u32,
) -> Result<Vec<Record<C, O>>, Trouble> {
    /// What all records have, whatever they are of.
    #[derive(serde::Deserialize)]
    struct Origin {
        lab: String,
        revision: u32,
    }
    let mut records = Vec::new();
    for (index, text) in bytes.split_inclusive(|&byte| byte == b'\n').enumerate() {
        let line = index + 1;
        let damaged =
            |error: serde_json::Error| Trouble::Line { line, why: error.to_string() };
        let origin: Origin = serde_json::from_slice(text).map_err(damaged)?;
        if origin.lab != lab || origin.revision != revision {
            return Err(Trouble::Foreign {
                line,
                expected: format!("{lab}, revision {revision}"),
                found: format!("{}, revision {}", origin.lab, origin.revision),
            });
        }
        records.push(serde_json::from_slice(text).map_err(damaged)?);
    }
    Ok(records)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    type Sum = Record<u32, f64>;

    fn record(seed: u64) -> Sum {
        Record {
            lab: "sum".into(),
            revision: 1,
            version: "0".into(),
            config: 7,
            seed,
            // A number that a reader of decimals can miss by a bit.
            outcome: 0.1 + 0.2 * seed as f64,
            samples: 10,
            seconds: 0.5,
            parts: BTreeMap::new(),
            jobs: 1,
            machine: "a machine".into(),
        }
    }

    fn open(path: &Path) -> Result<(Ledger, Vec<Sum>), LedgerError> {
        Ledger::open(path, "sum", 1)
    }

    fn file_of(records: &[Sum]) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("below/sum.jsonl");
        let (mut ledger, none) = open(&path).unwrap();
        assert!(none.is_empty());
        records.iter().for_each(|record| ledger.append(record).unwrap());
        (folder, path)
    }

    #[test]
    fn what_was_written_is_read_to_the_last_bit() {
        let records: Vec<Sum> = (1..=20).map(record).collect();
        let (_folder, path) = file_of(&records);
        assert_eq!(open(&path).unwrap().1, records);
        let third = Ledger::row(&path, 3).unwrap();
        assert_eq!((third.seed, third.outcome.as_f64()), (3, Some(0.1 + 0.2 * 3.0)));
    }

    #[test]
    fn a_kill_at_any_byte_costs_one_record_at_most() {
        let (_folder, path) = file_of(&[record(1), record(2)]);
        let bytes = fs::read(&path).unwrap();
        let first = whole_lines(&bytes[..bytes.len() - 1]);
        for length in 0..=bytes.len() {
            fs::write(&path, &bytes[..length]).unwrap();
            let (mut ledger, records) = open(&path).unwrap();
            let left = usize::from(length >= first) + usize::from(length == bytes.len());
            assert_eq!(records.len(), left, "{length}");
            // The next record has a line of its own.
            ledger.append(&record(9)).unwrap();
            drop(ledger);
            let seeds: Vec<u64> = open(&path).unwrap().1.iter().map(|r| r.seed).collect();
            assert_eq!(seeds, [&[1, 2][..left], &[9]].concat(), "{length}");
        }
    }

    #[test]
    fn a_damaged_line_that_has_an_end_is_refused() {
        let (_folder, path) = file_of(&[record(1), record(2)]);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replacen("\"seed\":1", "\"seed\":x", 1)).unwrap();
        let error = open(&path).unwrap_err().to_string();
        assert!(error.contains("are damaged: line 1 is no record"), "{error}");
        // Refused is not changed.
        assert_eq!(fs::read(&path).unwrap().len(), text.len());
    }

    #[test]
    fn records_of_another_lab_or_revision_are_refused() {
        let (_folder, path) = file_of(&[record(1), Sum { revision: 2, ..record(2) }]);
        let error = open(&path).unwrap_err().to_string();
        let middle = "are of sum, revision 2 in line 2, not of sum, revision 1";
        assert!(error.contains(middle), "{error}");
        let error = Ledger::open::<u32, f64>(&path, "other", 1).unwrap_err().to_string();
        assert!(error.contains("are of sum, revision 1 in line 1"), "{error}");
    }

    #[test]
    fn two_programs_do_not_write_at_once() {
        let (_folder, path) = file_of(&[]);
        let (ledger, _) = open(&path).unwrap();
        let error = open(&path).unwrap_err();
        assert!(matches!(error.trouble, Trouble::InUse), "{error}");
        drop(ledger);
        assert!(open(&path).is_ok());
    }

    #[test]
    fn records_can_be_put_in_order() {
        let (_folder, path) = file_of(&[record(2), record(1)]);
        let (ledger, mut records) = open(&path).unwrap();
        records.sort_by_key(|record| record.seed);
        ledger.rewrite(&records).unwrap();
        assert_eq!(open(&path).unwrap().1, [record(1), record(2)]);
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn rows_that_are_not_there_are_named() {
        let (_folder, path) = file_of(&[record(1)]);
        for row in [0, 2] {
            let error = Ledger::row(&path, row).unwrap_err().to_string();
            assert!(
                error.ends_with(&format!("no row {row}: 1 to 1 are valid")),
                "{error}"
            );
        }
        assert!(Ledger::row(Path::new("/no/such/file"), 1).is_err());
    }
}
