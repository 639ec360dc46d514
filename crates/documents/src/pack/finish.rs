//! What stands at the end of a pack: the catalogue, and what it leads to.

use std::io::{self, Write};

use lopdf_packs::{Dictionary, Object, Stream, dictionary};
use sha2::Digest;

use super::claim::Claims;
use super::merge::{Made, Merging, Pack, PackError};
use super::outline;
use super::write::{Writer, compressed, count};
use crate::pdf::{icc, metadata};

pub fn finish<W: Write>(pack: &Pack, done: Merging, mut out: Writer<W>) -> Result<Made, PackError> {
    let reference = |number: u32| Object::Reference((number, 0));
    done.pages.write(&mut out)?;
    let mut catalogue = dictionary! {
        "Type" => "Catalog",
        "Pages" => reference(done.pages.root),
        "Lang" => Object::string_literal(pack.language.as_str()),
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        "PageLabels" => dictionary! { "Nums" => vec![0.into(), labels(pack.first)] },
    };
    let claims = done.made.claims;
    if let Some(tree) = done.structure.write(&mut out)? {
        catalogue.set("StructTreeRoot", reference(tree));
        // Where a paper is untagged, a reader must not take the tags for the whole.
        if done.made.untagged.is_empty() {
            catalogue.set("MarkInfo", dictionary! { "Marked" => true });
        }
    }
    if let Some(outline) = outline::write(&mut out, &done.bookmarks)? {
        catalogue.set("Outlines", reference(outline));
        catalogue.set("PageMode", "UseOutlines");
    }
    if let Some(layers) = done.layers.write(&mut out)? {
        catalogue.set("OCProperties", reference(layers));
    }
    let xmp = metadata::packet(&pack.title, &pack.language, pack.created, (claims.a2a, claims.ua1));
    let about = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let about = out.add(&Object::Stream(Stream::new(about, xmp.into_bytes())))?;
    catalogue.set("Metadata", reference(about));
    if let Some(intent) = intent(&mut out, claims)? {
        catalogue.set("OutputIntents", vec![reference(intent)]);
    }
    let root = out.add(&Object::Dictionary(catalogue))?;
    let info = out.add(&Object::Dictionary(info(pack)))?;
    let seal = done.seal.finalize();
    out.finish(root, info, seal.get(..16).unwrap_or_default())?;
    Ok(done.made)
}

/// What a reader calls the pages: as they are stamped.
fn labels(first: usize) -> Object {
    Object::Dictionary(dictionary! { "S" => "D", "St" => count(first) })
}

fn info(pack: &Pack) -> Dictionary {
    let created = pack.created.format("D:%Y%m%d%H%M%S").to_string();
    dictionary! {
        "Title" => lopdf_packs::text_string(&pack.title),
        "Producer" => Object::string_literal(metadata::PRODUCER),
        "Creator" => Object::string_literal(metadata::PRODUCER),
        "CreationDate" => Object::string_literal(created.clone()),
        "ModDate" => Object::string_literal(created),
    }
}

/// Only a pack that says it lasts says what its colours mean: to others' papers it would give a meaning they never had.
fn intent<W: Write>(out: &mut Writer<W>, claims: Claims) -> io::Result<Option<u32>> {
    if !claims.a2a {
        return Ok(None);
    }
    let profile = dictionary! { "N" => 3, "Alternate" => "DeviceRGB" };
    let profile = out.add(&Object::Stream(compressed(profile, &icc::srgb())?))?;
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB IEC61966-2.1"),
        "RegistryName" => Object::string_literal("http://www.color.org"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => Object::Reference((profile, 0)),
    };
    out.add(&Object::Dictionary(intent)).map(Some)
}
