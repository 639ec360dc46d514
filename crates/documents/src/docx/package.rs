//! The parts of the file, how they belong together, and the archive that holds them (ISO/IEC 29500-2).

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::xml::Xml;
use crate::DocumentError;

pub const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The parts beside the document itself, in the order in which they are written.
#[derive(Default)]
pub struct Package {
    parts: Vec<Part>,
    /// Of the document: its id is its place here, from 1.
    relations: Vec<Relation>,
}

struct Part {
    /// From the root: "word/styles.xml".
    name: String,
    /// None for pictures, whose endings say it.
    content: Option<&'static str>,
    bytes: Vec<u8>,
}

#[derive(PartialEq, Eq)]
struct Relation {
    kind: &'static str,
    target: String,
    external: bool,
}

impl Package {
    /// A part of Word's own, such as "styles".
    pub fn add(&mut self, kind: &'static str, name: &str, content: &'static str, bytes: Vec<u8>) -> String {
        self.parts.push(Part { name: format!("word/{name}"), content: Some(content), bytes });
        self.relate(Relation { kind, target: name.to_owned(), external: false })
    }

    /// A picture; the same one twice is kept once.
    pub fn picture(&mut self, bytes: Vec<u8>) -> String {
        let ending = if bytes.starts_with(b"\x89PNG") { "png" } else { "jpeg" };
        let known = self.parts.iter().find(|part| part.content.is_none() && part.bytes == bytes);
        let name = match known {
            Some(part) => part.name.clone(),
            None => {
                let count = self.parts.iter().filter(|part| part.content.is_none()).count();
                let name = format!("word/media/image{}.{ending}", count + 1);
                self.parts.push(Part { name: name.clone(), content: None, bytes });
                name
            }
        };
        let target = name.trim_start_matches("word/").to_owned();
        self.relate(Relation { kind: "image", target, external: false })
    }

    /// A place outside the document.
    pub fn link(&mut self, address: &str) -> String {
        self.relate(Relation { kind: "hyperlink", target: address.to_owned(), external: true })
    }

    fn relate(&mut self, relation: Relation) -> String {
        let known = self.relations.iter().position(|it| *it == relation);
        let index = known.unwrap_or_else(|| {
            self.relations.push(relation);
            self.relations.len() - 1
        });
        format!("rId{}", index + 1)
    }

    /// The whole file. Nothing in it tells when or where it was made but for what its properties say.
    pub fn file(
        self,
        document: Vec<u8>,
        core: Vec<u8>,
        application: Vec<u8>,
    ) -> Result<Vec<u8>, DocumentError> {
        let main = |name: &str, content, bytes| Part { name: name.to_owned(), content: Some(content), bytes };
        let mut parts = vec![
            main("word/document.xml", "document.main", document),
            main("docProps/core.xml", "core", core),
            main("docProps/app.xml", "app", application),
        ];
        let relations = self.relations_part()?;
        parts.extend(self.parts);
        let mut archive = Archive::default();
        archive.add("[Content_Types].xml", &content_types(&parts)?)?;
        archive.add("_rels/.rels", &root_relations()?)?;
        archive.add("word/_rels/document.xml.rels", &relations)?;
        for part in &parts {
            archive.add(&part.name, &part.bytes)?;
        }
        archive.finish()
    }

    fn relations_part(&self) -> Result<Vec<u8>, DocumentError> {
        let mut xml = relations();
        for (index, relation) in self.relations.iter().enumerate() {
            let (id, kind) = (format!("rId{}", index + 1), format!("{RELATIONS}/{}", relation.kind));
            let mut attributes = vec![("Id", id.as_str()), ("Type", &kind), ("Target", &relation.target)];
            if relation.external {
                attributes.push(("TargetMode", "External"));
            }
            xml.empty("Relationship", &attributes);
        }
        xml.finish()
    }
}

fn relations() -> Xml {
    Xml::new("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))])
}

fn root_relations() -> Result<Vec<u8>, DocumentError> {
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    let mut xml = relations();
    for (id, kind, target) in [
        ("rId1", format!("{RELATIONS}/officeDocument"), "word/document.xml"),
        ("rId2", core, "docProps/core.xml"),
        ("rId3", format!("{RELATIONS}/extended-properties"), "docProps/app.xml"),
    ] {
        xml.empty("Relationship", &[("Id", id), ("Type", &kind), ("Target", target)]);
    }
    xml.finish()
}

fn content_types(parts: &[Part]) -> Result<Vec<u8>, DocumentError> {
    let mut xml = Xml::new("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))]);
    for (ending, content) in [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
    ] {
        xml.empty("Default", &[("Extension", ending), ("ContentType", content)]);
    }
    for part in parts {
        let content = match part.content {
            None => continue,
            Some("core") => "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
            Some("app") => "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned(),
            Some(kind) => format!("{WORD}.{kind}+xml"),
        };
        xml.empty("Override", &[("PartName", &format!("/{}", part.name)), ("ContentType", &content)]);
    }
    xml.finish()
}

struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Default for Archive {
    fn default() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }
}

impl Archive {
    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), DocumentError> {
        // The same bytes on every day: the archive's own dates are always the first that it can say.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        self.0.start_file(name, options).map_err(writing)?;
        self.0.write_all(bytes).map_err(writing)
    }

    fn finish(self) -> Result<Vec<u8>, DocumentError> {
        Ok(self.0.finish().map_err(writing)?.into_inner())
    }
}

fn writing(error: impl std::fmt::Display) -> DocumentError {
    DocumentError::Writing { reason: error.to_string() }
}
