//! The EPUB as a ZIP file: the same bytes for the same files.

use super::file::File;
use anyhow::{Context, Result};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The folder with the package document and all files.
const FOLDER: &str = "EPUB";

/// Where readers find the package document.
const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n<rootfiles>\n\
    <rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>\n</rootfiles>\n</container>\n";

/// The bytes of the EPUB.
///
/// # Errors
/// A file that cannot be added.
pub fn zip(package: &str, files: &[File]) -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // No file has a time of its own: of two equal books, both are the same.
    let stored = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let deflated = stored.compression_method(CompressionMethod::Deflated);
    let mut add = |path: &str, content: &[u8], options| {
        zip.start_file(path, options)
            .map_err(anyhow::Error::from)
            .and_then(|()| Ok(zip.write_all(content)?))
            .with_context(|| format!("cannot add {path} to the EPUB"))
    };
    // First and not compressed, so that the first bytes tell what the file is.
    add("mimetype", b"application/epub+zip", stored)?;
    add("META-INF/container.xml", CONTAINER.as_bytes(), deflated)?;
    add(&format!("{FOLDER}/package.opf"), package.as_bytes(), deflated)?;
    for file in files {
        add(&format!("{FOLDER}/{}", file.path), &file.content, deflated)?;
    }
    Ok(zip.finish().context("cannot end the EPUB")?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_tell_what_it_is() {
        let bytes = zip("<package/>", &[File::style()]).unwrap();
        assert_eq!(&bytes[30..58], b"mimetypeapplication/epub+zip");
        assert_eq!(bytes, zip("<package/>", &[File::style()]).unwrap());
    }
}
