//! A figure of what came out, as a file.

use figures::Width;
use std::any::Any;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// A figure of the book, drawn of the records of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The figure's name.
    pub name: &'static str,
    /// An SVG that needs nothing else.
    pub svg: String,
}

impl Picture {
    /// The figure of this name, of an outcome of its experiment.
    ///
    /// # Panics
    /// Panics when there is no such figure, or the outcome is of another experiment.
    pub fn of(name: &str, outcome: &(dyn Any + Send + Sync)) -> Self {
        let entry = figures::find(name);
        let entry = entry.unwrap_or_else(|| panic!("there is no figure `{name}`"));
        let drawing = entry.draw(outcome, Width::Wide);
        Self { name: entry.name, svg: drawing.standalone() }
    }

    /// Writes it into a folder, as a whole or not at all, and says where it is.
    ///
    /// # Errors
    /// What the system says, with the name of the file.
    pub fn write(&self, folder: &Path) -> io::Result<PathBuf> {
        let file = folder.join(format!("{}.svg", self.name));
        let new = file.with_extension("svg.new");
        let written = fs::write(&new, &self.svg).and_then(|()| fs::rename(&new, &file));
        written.map_err(|error| {
            io::Error::new(error.kind(), format!("{}: {error}", file.display()))
        })?;
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use listings::experiments::{Experiment, lab_housing_slice};

    #[test]
    fn a_picture_needs_nothing_else_and_is_written_whole() {
        let outcome = lab_housing_slice::Config::default().run();
        let picture = Picture::of("lab-housing-slice", &outcome);
        assert!(picture.svg.starts_with("<svg") && picture.svg.contains("--series-1:"));
        let folder = tempfile::tempdir().unwrap();
        let file = picture.write(folder.path()).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), picture.svg);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let error = picture.write(&folder.path().join("no")).unwrap_err();
        assert!(error.to_string().contains("lab-housing-slice.svg: "), "{error}");
    }

    #[test]
    #[should_panic(expected = "there is no figure `lab-hous`")]
    fn a_figure_that_does_not_exist_is_named() {
        Picture::of("lab-hous", &());
    }
}
