//! What a paper says of itself: whether everybody can read it (PDF/UA-1), and whether it lasts (PDF/A-2a).

use lopdf_packs::{Document, Object};

use super::paper::{array, dictionary};

/// Standards that a file says it keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claims {
    /// ISO 14289-1.
    pub ua1: bool,
    /// ISO 19005-2, level A.
    pub a2a: bool,
}

impl Claims {
    pub const BOTH: Self = Self { ua1: true, a2a: true };

    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { ua1: self.ua1 && other.ua1, a2a: self.a2a && other.a2a }
    }
}

/// Larger metadata is none of ours to read; in bytes.
const LARGEST: usize = 4 << 20;

pub fn read(file: &Document) -> Claims {
    let none = Claims { ua1: false, a2a: false };
    let Ok(catalogue) = file.catalog() else { return none };
    let metadata = catalogue.get(b"Metadata").and_then(|metadata| file.dereference(metadata));
    let Ok((_, Object::Stream(metadata))) = metadata else { return none };
    let packet = metadata.get_plain_content_with_limit(LARGEST).unwrap_or_default();
    let packet = String::from_utf8_lossy(&packet);
    let says = |property: &str, value: &str| said(&packet, property) == Some(value);
    // A pack has one colour intent, red, green and blue: it cannot speak for colours of a printing press.
    let rgb = array(file, catalogue, b"OutputIntents").into_iter().flatten().all(|intent| {
        let Ok((_, Object::Dictionary(intent))) = file.dereference(intent) else { return false };
        dictionary(file, intent, b"DestOutputProfile")
            .and_then(|profile| profile.get(b"N").and_then(Object::as_i64).ok())
            .is_none_or(|colours| colours == 3)
    });
    Claims {
        ua1: says("pdfuaid:part", "1"),
        a2a: says("pdfaid:part", "2") && says("pdfaid:conformance", "A") && rgb,
    }
}

/// The value of a property, written as an element or as an attribute.
fn said<'a>(packet: &'a str, property: &str) -> Option<&'a str> {
    for (at, _) in packet.match_indices(property) {
        let rest = packet[at + property.len()..].trim_start();
        let rest = rest.strip_prefix('=').map_or(rest, str::trim_start);
        if let Some(value) = rest.strip_prefix(['>', '"', '\''])
            && let Some(end) = value.find(['<', '"', '\''])
        {
            return Some(value[..end].trim());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_read_as_an_element_and_as_an_attribute() {
        assert_eq!(said("<pdfuaid:part>1</pdfuaid:part>", "pdfuaid:part"), Some("1"));
        assert_eq!(said("<rdf:Description pdfuaid:part=\"1\" x='y'/>", "pdfuaid:part"), Some("1"));
        assert_eq!(said("<dc:title>none</dc:title>", "pdfuaid:part"), None);
    }
}
