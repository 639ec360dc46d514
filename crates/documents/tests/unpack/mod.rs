//! Everything that a file holds. Of a PDF: streams, strings and names, and the words on its pages. Of a Word file: the
//! names and the words of all its parts. Other files are their own words.

use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

use lopdf::{Document, Object};

/// In lower case, parted by line feeds.
pub fn everything(path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap();
    if bytes.starts_with(b"PK") {
        return parts(&bytes).to_lowercase();
    }
    if !bytes.starts_with(b"%PDF") {
        return String::from_utf8(bytes).unwrap().to_lowercase();
    }
    let file = Document::load_mem(&bytes).unwrap();
    let mut found = String::from_utf8_lossy(&bytes).into_owned();
    for object in file.objects.values() {
        collect(object, &mut found);
    }
    for (_, object) in &file.trailer {
        collect(object, &mut found);
    }
    let output =
        Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(path).arg("-").output().unwrap();
    found.push_str(&String::from_utf8_lossy(&output.stdout));
    found.to_lowercase()
}

fn parts(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut found = String::from_utf8_lossy(archive.comment()).into_owned();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        found.push_str(&format!("\n{}\n", part.name().unwrap()));
        found.push_str(&String::from_utf8_lossy(&content));
    }
    found
}

fn collect(object: &Object, found: &mut String) {
    match object {
        Object::String(bytes, _) => {
            found.push('\n');
            found.push_str(&decoded(bytes));
        }
        Object::Name(name) => {
            found.push('\n');
            found.push_str(&String::from_utf8_lossy(name));
        }
        Object::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Object::Dictionary(dictionary) => dictionary.iter().for_each(|(_, value)| collect(value, found)),
        Object::Stream(stream) => {
            stream.dict.iter().for_each(|(_, value)| collect(value, found));
            let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            found.push('\n');
            found.push_str(&String::from_utf8_lossy(&content));
        }
        _ => {}
    }
}

/// Strings are UTF-16 where their mark says so.
fn decoded(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(wide) => {
            let units: Vec<u16> =
                wide.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
            String::from_utf16_lossy(&units)
        }
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}
